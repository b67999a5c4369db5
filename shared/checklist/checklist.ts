import type { CheckedReport } from '../check/checked-report.ts'
import type { Place } from '../document/source-document.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import type { CellId, Edition, EditionId } from '../form/edition.ts'
import { adviceFor, type ReadError, type ReadErrorCode } from '../read-error.ts'
import type { Finding, Severity, Verdict } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { yearOf } from '../report/report-year.ts'
import { notChecked as notCheckedRule } from '../rules/not-checked.ts'
import { printable } from './printable.ts'

/** What a person takes in hand to correct a report; every text is fit to be printed. */
export type Checklist = ReportChecklist | UnreadableChecklist

export interface ReportChecklist {
  readonly kind: 'report'
  /** The path as it was given. */
  readonly file: string
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly edition: EditionId
  /** Number of the notice that fixed the form the report follows. */
  readonly notice: string
  readonly verdict: Verdict
  /** In the order in which the report is read. */
  readonly items: readonly ChecklistItem[]
  /** What could not be checked and why, one sentence each. */
  readonly notChecked: readonly string[]
}

export interface UnreadableChecklist {
  readonly kind: 'unreadable'
  readonly file: string
  readonly code: ReadErrorCode
  /** What is wrong and what to do. */
  readonly advice: string
}

export interface ChecklistItem {
  /** From 1. */
  readonly number: number
  readonly rule: string
  readonly severity: Severity
  /** The cells by their official labels; null where the item is not about cells. */
  readonly place: string | null
  /** Pages of the PDF, from 1, in order; empty where the file has none. */
  readonly pages: readonly number[]
  /** What stands there; null where that cannot be said in a few words. */
  readonly stands: string | null
  readonly should: string | null
  /** What is wrong and what to do. */
  readonly message: string
  readonly basis: string
  readonly uncertain: boolean
}

/** How many items of each severity a checklist has. */
export type SeverityCounts = Readonly<Record<Severity, number>>

/** The checklist of a report that was read; `form` is the edition that the report follows. */
export function toChecklist(
  file: string,
  { report, findings, verdict, notChecked }: CheckedReport,
  form: Edition,
): ReportChecklist {
  const { title } = report
  return {
    kind: 'report',
    file: printable(file),
    title: title === null ? null : printable(title.text),
    unit: title === null || title.unit === null ? null : printable(title.unit),
    year: yearOf(report),
    edition: report.edition,
    notice: form.source,
    verdict,
    items: findings
      // What was not checked has a place of its own, and nothing of it can be ticked off.
      .filter((finding) => finding.rule !== notCheckedRule.meta.id)
      .map((finding, index) => toItem(report, form, finding, index + 1)),
    notChecked: notChecked.map(printable),
  }
}

/** The checklist of a file that could not be read as a report. */
export const toUnreadableChecklist = (file: string, error: ReadError): UnreadableChecklist => ({
  kind: 'unreadable',
  file: printable(file),
  code: error.code,
  advice: printable(adviceFor(error)),
})

/** How many items of each severity; none for a file that could not be read. */
export function countItems(checklist: Checklist): SeverityCounts {
  const items = checklist.kind === 'report' ? checklist.items : []
  const count = (severity: Severity) => items.filter((item) => item.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

function toItem(report: Report, form: Edition, finding: Finding, number: number): ChecklistItem {
  const { cells } = finding
  const { stands, expected } = sidesOf(finding) ?? {
    stands: finding.actual ?? standsIn(report, cells),
    expected: finding.expected,
  }
  return {
    number,
    rule: finding.rule,
    severity: finding.severity,
    place: cells.length === 0 ? null : cellSetWords(form, cells),
    pages: pagesOf([...cells.flatMap((id) => report.cells.get(id)?.at ?? []), ...finding.at]),
    stands: stands === null ? null : printableCell(stands),
    should: expected === undefined ? null : printableCell(expected),
    message: printable(finding.message),
    basis: printable(finding.basis),
    uncertain: finding.uncertain === true,
  }
}

/**
 * A balance names two sums, not a cell and what should stand in it: beside the first of its four cells the one sum
 * would read as that cell's right number.
 */
function sidesOf({ rule, expected, actual }: Finding): { stands: string; expected: string } | null {
  if (rule !== 't3-balance' || expected === undefined || actual === undefined) return null
  return { stands: `新收加结转共 ${expected}，办理加结转下年共 ${actual}`, expected: '两边相等' }
}

/** More different texts than this are no longer read; the message names what matters. */
const MOST_TEXTS = 4

function standsIn(report: Report, cells: readonly CellId[]): string | null {
  const texts = new Set(cells.map((id) => report.cells.get(id)?.raw))
  if (texts.size === 0 || texts.size > MOST_TEXTS || texts.has(undefined)) return null
  return [...texts].map((text) => printableCell(text ?? '')).join('、')
}

const printableCell = (text: string): string => (text === '' ? '空白' : printable(text))

function pagesOf(places: readonly Place[]): readonly number[] {
  const pages = places.flatMap((place) => (place.kind === 'page' ? [place.page] : []))
  return [...new Set(pages)].sort((left, right) => left - right)
}
