import { cellSetWords } from '../form/cell-set-words.ts'
import type { Edition } from '../form/edition.ts'
import { isUncertain } from '../report/cell-state.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'

/**
 * What hangs on a reading that a person must look at is no more than a warning, and says on which reading.
 * Without such a reading the finding stays as it is.
 */
export function lowerIfUncertain(finding: Finding, report: Report, form: Edition): Finding {
  if (finding.severity === 'info' || ABOUT_READINGS.has(finding.rule)) return finding
  const doubted = finding.cells.filter((id) => isUncertain(report, id))
  if (doubted.length === 0) return finding
  const clause = `此项取决于没有把握的读数：${cellSetWords(form, doubted)}，请先对照原文核对。`
  return {
    ...finding,
    severity: 'warning',
    message: `${finding.message}${clause}`,
    uncertain: true,
  }
}

/** Rules that speak of the readings themselves, or of labels: no number that was read decides them. */
const ABOUT_READINGS: ReadonlySet<string> = new Set([
  'cell-uncertain',
  'cell-missing',
  'table-structure',
  'not-checked',
])
