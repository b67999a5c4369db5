import { readSource } from '../../main/readers/index.ts'
import { checkReport } from '../../shared/check/check-report.ts'
import type { CheckedReport } from '../../shared/check/checked-report.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import { findEdition } from '../../shared/form/editions.ts'
import type { Finding } from '../../shared/report/finding.ts'
import type { Report } from '../../shared/report/report.ts'
import { REPORT_RULES } from '../../shared/rules/index.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'
import type { ExpectedFinding } from './break-one-cell.ts'
import type { GroundTruth } from './ground-truth.ts'

/** A file as a clerk sends it. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads, extracts and checks, as the program does; throws where the file is no report, which fails the test. */
export async function readBack({ name, bytes }: ReportFile): Promise<CheckedReport> {
  const source = await readSource(bytes, name)
  if (!source.ok) throw new Error(`${name} was not read: ${source.error.code}`)
  const report = extractReport(source.value)
  if (!report.ok) throw new Error(`${name} is not a report: ${report.error.code}`)
  const form = findEdition(report.value.edition)
  if (form === undefined) throw new Error(`no edition ${report.value.edition}`)
  return checkReport(report.value, form)
}

/** In what the reading differs from the truth, one line each; empty where it is the same cell for cell. */
export const differences = (truth: GroundTruth, report: Report): readonly string[] => [
  ...faceDifferences(truth, report),
  ...sectionDifferences(truth, report),
  ...cellDifferences(truth, report),
  ...Object.entries(report.tables).flatMap(([id, table]) => [
    ...(table.status === 'read' ? [] : [`${id} is ${table.status}`]),
    ...table.deviations.map((deviation) => `${id} deviates: ${deviation.kind}`),
  ]),
  ...report.unplaced.map(({ cells, reason }) => `unplaced (${reason}): ${cells.join(' ')}`),
]

function faceDifferences(truth: GroundTruth, report: Report): readonly string[] {
  const { title, period, signature } = report
  return [
    ...differs('edition', truth.edition, report.edition),
    ...differs('title', truth.title.join('').replace(/\s+/g, ''), title?.text ?? null),
    ...differs('unit', truth.unit, title?.unit ?? null),
    ...differs('year', truth.year, title?.year ?? null),
    ...differs('period start', isoOf(truth.period?.start), isoOf(period?.start)),
    ...differs('period end', isoOf(truth.period?.end), isoOf(period?.end)),
    ...differs('signature', truth.signature?.unit ?? null, signature?.unit ?? null),
    ...differs('date', isoOf(truth.signature?.date), isoOf(signature?.date)),
  ]
}

const isoOf = (date: CalendarDate | null | undefined): string | null =>
  date === null || date === undefined ? null : `${date.year}-${date.month}-${date.day}`

/** Prose is compared without white space: formats wrap lines as they like. */
const sectionDifferences = (truth: GroundTruth, report: Report): readonly string[] =>
  truth.sections.flatMap((section, index) => {
    const found = report.sections.find(({ number }) => number === section.number)
    const prose = withoutSpace(section.paragraphs.join(''))
    const text = withoutSpace(found?.text ?? '')
    // What follows the last section, a signature or the foot of a web page, has no heading to part it from the prose.
    const isLast = index === truth.sections.length - 1
    const isSame = isLast ? text.startsWith(prose) : text === prose
    return [
      ...differs(
        `heading ${section.number}`,
        `${section.numbering}${section.title}`,
        found?.heading ?? null,
      ),
      ...differs(`agreement ${section.number}`, 'official', found?.agreement ?? null),
      ...(isSame ? [] : differs(`text of section ${section.number}`, prose, text)),
    ]
  })

const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

function cellDifferences(truth: GroundTruth, report: Report): readonly string[] {
  const missing = [...truth.cells].flatMap(([id, { raw, value }]) => {
    const cell = report.cells.get(id)
    if (cell === undefined) return [`${id} is missing`]
    return [
      ...differs(id, raw.trim(), cell.raw),
      ...differs(`${id} as a number`, value, cell.kind === 'number' ? cell.value : null),
      ...(cell.doubt === null ? [] : [`${id} is uncertain: ${cell.doubt}`]),
    ]
  })
  const extra = [...report.cells.keys()].filter((id) => !truth.cells.has(id))
  return [...missing, ...extra.map((id) => `${id} is not in the report`)]
}

const differs = <T>(what: string, truth: T, found: T): readonly string[] =>
  Object.is(truth, found) ? [] : [`${what}: ${JSON.stringify(found)} for ${JSON.stringify(truth)}`]

/** Rule and sorted cells of the findings that are more than good to know, sorted, for comparison as a whole. */
export const asExpected = (findings: readonly Finding[]): readonly ExpectedFinding[] =>
  sortFindings(
    findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, cells }) => ({ rule, cells })),
  )

/**
 * Expected findings in the same order, without those of rules that the program does not have: the comparison of text
 * and tables is still to come.
 */
export const ofKnownRules = (findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] =>
  sortFindings(findings.filter(({ rule }) => KNOWN_RULES.has(rule)))

const KNOWN_RULES = new Set(REPORT_RULES.map(({ meta }) => meta.id))

const sortFindings = (findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] =>
  findings
    .map(({ rule, cells }) => ({ rule, cells: cells.toSorted() }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const keyOf = ({ rule, cells }: ExpectedFinding): string => `${rule} ${cells.join(' ')}`
