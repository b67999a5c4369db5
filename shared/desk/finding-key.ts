import type { CellId } from '../form/edition.ts'
import type { Finding } from '../report/finding.ts'
import type { Cell, Report } from '../report/report.ts'
import { notChecked } from '../rules/not-checked.ts'

/**
 * Names a finding for as long as it says the same of the same numbers: across re-checks, versions and file formats.
 * It holds the rule, the cells and what stands in them; never the wording of the message. Readable, up to a few KB.
 */
export type FindingKey = string

export interface KeyedFinding {
  readonly key: FindingKey
  readonly finding: Finding
}

/** The part of a report that keys are made from. */
export type KeySource = Pick<Report, 'cells' | 'unplaced'>

/** The findings of one report with their keys, which differ from each other. */
export function keyFindings(
  findings: readonly Finding[],
  report: KeySource,
): readonly KeyedFinding[] {
  const seen = new Map<FindingKey, number>()
  return findings.map((finding) => {
    const key = findingKeyOf(finding, report)
    const earlier = seen.get(key) ?? 0
    seen.set(key, earlier + 1)
    return { key: earlier === 0 ? key : `${key}#${earlier + 1}`, finding }
  })
}

/** The key of one finding, as if no other finding of the report said the same. */
export const findingKeyOf = (finding: Finding, report: KeySource): FindingKey =>
  JSON.stringify([finding.rule, finding.cells.join(' '), factsOf(finding, report)])

/** Whether a person can decide about the finding. What was not checked can only be looked at. */
export const isDecidable = ({ rule }: Finding): boolean => rule !== notChecked.meta.id

/**
 * What a finding is about, whatever the numbers: its cells, else the official names in its message. Two findings of
 * one rule that share an anchor, or have none, are about the same thing.
 */
export function anchorsOf(finding: Finding): ReadonlySet<string> {
  if (finding.cells.length > 0) return new Set(finding.cells)
  const names = [...finding.message.matchAll(OFFICIAL_NAME)].map(([name]) => withoutDigits(name))
  if (names.length > 0) return new Set(names)
  return new Set([...finding.message.matchAll(TABLE_NAME)].map(([name]) => name))
}

/** Rules about labels: what stands in the cells decides nothing. */
const ABOUT_LABELS: ReadonlySet<string> = new Set(['table-structure'])

function factsOf(finding: Finding, report: KeySource): readonly string[] {
  const { cells, rule, expected, actual } = finding
  if (cells.length > 0 && !ABOUT_LABELS.has(rule)) return cells.map((id) => factOfCell(id, report))
  const told = [expected, actual].flatMap((text) => text ?? [])
  return told.length > 0
    ? told.map(plain)
    : [...finding.message.matchAll(FACT)].map(([fact]) => fact)
}

function factOfCell(id: CellId, report: KeySource): string {
  const cell = report.cells.get(id)
  if (cell !== undefined) return contentFact(cell)
  const group = report.unplaced.find(({ cells }) => cells.includes(id))
  return group === undefined ? 'missing' : `unplaced ${group.values.map(plain).join('|')}`
}

/** The same number written otherwise is the same number, unless it is in doubt which number was written. */
function contentFact(cell: Cell): string {
  switch (cell.kind) {
    case 'number':
      return cell.doubt !== null && DOUBTS_OF_NUMBER.has(cell.doubt)
        ? `doubtful ${plain(cell.raw)}`
        : `${cell.value}`
    case 'blank':
      return cell.mark
    case 'text':
      return `text ${plain(cell.raw)}`
  }
}

const DOUBTS_OF_NUMBER: ReadonlySet<string> = new Set([
  'spaced-digits',
  'run-together',
  'other-unit',
])

/** Width and white space change from format to format. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()

const withoutDigits = (text: string): string => text.replace(/\d+/g, '')

/** Messages put the form's own words in these brackets, a document's words in “” (report/quote.ts). */
const OFFICIAL_NAME = /「[^」]*」/gu
const TABLE_NAME = /表[二三四]/gu

/** What a message quotes, names or counts, apart from its wording. */
const FACT = /“[^”]*”|「[^」]*」|表[二三四]|\d+(?:\.\d+)?/gu
