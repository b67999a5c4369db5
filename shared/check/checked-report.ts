import type { Finding, Verdict } from '../report/finding.ts'
import type { Report } from '../report/report.ts'

/** A report with everything the rules say of it. */
export interface CheckedReport {
  readonly report: Report
  /** In the order in which the report is read. */
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  /** What could not be checked and why, each one plain Chinese sentence. */
  readonly notChecked: readonly string[]
}
