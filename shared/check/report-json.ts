import { cellsOfEdition } from '../form/cell-id.ts'
import type { CellId, Edition, EditionId } from '../form/edition.ts'
import { adviceFor, type ReadError, type ReadErrorCode } from '../read-error.ts'
import type { Finding, Severity } from '../report/finding.ts'
import type { Cell, Report } from '../report/report.ts'
import { yearOf } from '../report/report-year.ts'
import type { CheckedReport } from './checked-report.ts'

/** One report as other programs get it; schema 1 of the outside contract. */
export type ReportJson = CheckedJson | UnreadableJson

export interface CheckedJson {
  /** The path as it was given. */
  readonly file: string
  readonly status: 'checked'
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly edition: EditionId
  /** The cells of the edition that were located, in its order. */
  readonly cells: Readonly<Record<CellId, CellJson>>
  /** The sections that were found. */
  readonly sections: readonly SectionJson[]
  readonly findings: readonly FindingJson[]
}

export interface CellJson {
  readonly raw: string
  readonly value: number | null
  readonly uncertain?: true
}

export interface SectionJson {
  readonly number: number
  readonly heading: string
  readonly standard: boolean
}

export interface FindingJson {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly cells: readonly CellId[]
  readonly expected?: string
  readonly actual?: string
  readonly basis: string
  readonly uncertain?: true
}

export interface UnreadableJson {
  readonly file: string
  readonly status: 'unreadable'
  readonly error: { readonly code: ReadErrorCode; readonly message: string }
}

/** The outside form of a report that was read and checked. */
export const toReportJson = (file: string, checked: CheckedReport, form: Edition): CheckedJson => {
  const { report, findings } = checked
  return {
    file,
    status: 'checked',
    title: report.title?.text ?? null,
    unit: report.title?.unit ?? null,
    year: yearOf(report),
    edition: report.edition,
    cells: cellsToJson(report, form),
    sections: sectionsToJson(report),
    findings: findings.map(findingToJson),
  }
}

/** The outside form of a file that could not be read as a report. */
export const toUnreadableJson = (file: string, error: ReadError): UnreadableJson => ({
  file,
  status: 'unreadable',
  error: { code: error.code, message: adviceFor(error) },
})

const cellsToJson = (report: Report, form: Edition): Readonly<Record<CellId, CellJson>> =>
  Object.fromEntries(
    cellsOfEdition(form).flatMap(({ id }): [CellId, CellJson][] => {
      const cell = report.cells.get(id)
      return cell === undefined ? [] : [[id, cellToJson(cell)]]
    }),
  )

const cellToJson = (cell: Cell): CellJson => ({
  raw: cell.raw,
  value: cell.kind === 'number' ? cell.value : null,
  ...(cell.doubt === null ? {} : { uncertain: true }),
})

const sectionsToJson = (report: Report): readonly SectionJson[] =>
  report.sections.flatMap(({ number, heading, agreement }) =>
    heading === null ? [] : [{ number, heading, standard: agreement === 'official' }],
  )

const findingToJson = (finding: Finding): FindingJson => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message,
  cells: finding.cells,
  ...(finding.expected === undefined ? {} : { expected: finding.expected }),
  ...(finding.actual === undefined ? {} : { actual: finding.actual }),
  basis: finding.basis,
  ...(finding.uncertain === undefined ? {} : { uncertain: finding.uncertain }),
})
