import { checkReport } from '../check/check-report.ts'
import type { Edition, EditionId } from '../form/edition.ts'
import { EDITIONS } from '../form/editions.ts'
import type { PlainReport } from '../ipc/contract.ts'
import { fromPlainReport } from '../ipc/plain-report.ts'
import type { Severity, Verdict } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { applyCorrections, type HandTexts } from './corrections.ts'
import { isDecidable, type KeyedFinding, keyFindings } from './finding-key.ts'

/** What the rules say of a reading with what was set by hand. Plain data. */
export interface CheckedReading {
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
}

/** The same with the report that the rules saw. */
export interface CorrectedReading {
  readonly check: CheckedReading
  readonly report: Report
}

/** Runs all rules over a reading and the texts set by hand in it. About 1 ms. */
export function checkCorrected(reading: PlainReport, texts: HandTexts): CorrectedReading {
  const report = fromPlainReport(applyCorrections(reading, texts))
  const { findings, notChecked, verdict } = checkReport(report, formFor(reading))
  return { check: { findings: keyFindings(findings, report), notChecked, verdict }, report }
}

/** The same where only what was found matters. */
export const checkReading = (reading: PlainReport, texts: HandTexts = new Map()): CheckedReading =>
  checkCorrected(reading, texts).check

/** The form that the report follows. */
export function formFor({ edition }: { readonly edition: EditionId }): Edition {
  const form = EDITIONS.find(({ id }) => id === edition)
  // Readings come from this program, and editions are only ever added.
  if (form === undefined) throw new Error(`edition ${edition} of the form is not registered`)
  return form
}

/** How many findings of each severity; what was not checked is none of them. */
export type FindingCounts = Readonly<Record<Severity, number>>

export function countFindings(findings: readonly KeyedFinding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { finding } of findings) if (isDecidable(finding)) counts[finding.severity]++
  return counts
}
