import { type CheckedReading, countFindings } from '../../shared/desk/check-reading.ts'
import { type Decisions, progressOf } from '../../shared/desk/decisions.ts'
import { isDecidable } from '../../shared/desk/finding-key.ts'
import {
  type Handling,
  type ReportIdentity,
  reportKeyOf,
  reportStateOf,
  unitKeyOf,
} from '../../shared/desk/report-identity.ts'
import type { SearchText } from '../../shared/desk/report-search.ts'
import type { PlainReport } from '../../shared/ipc/contract.ts'
import type { ReportRow } from './rows.ts'

/** What the list shows of a check and the decisions about it. */
export type CheckSummary = Pick<
  ReportRow,
  | 'verdict'
  | 'errors'
  | 'warnings'
  | 'infos'
  | 'open'
  | 'total'
  | 'rules'
  | 'state'
  | 'programVersion'
>

export function summaryOf(
  check: CheckedReading,
  decisions: Decisions,
  handling: Handling,
  programVersion: string,
): CheckSummary {
  const counts = countFindings(check.findings)
  const { open, total } = progressOf(check.findings, decisions)
  const rules = check.findings.flatMap(({ finding }) =>
    isDecidable(finding) ? [finding.rule] : [],
  )
  return {
    verdict: check.verdict,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    open,
    total,
    rules: [...new Set(rules)],
    state: reportStateOf(handling, { open }),
    programVersion,
  }
}

/** What the list shows of the document itself. */
export type ReportDescription = Pick<
  ReportRow,
  'key' | 'unitKey' | 'unit' | 'year' | 'title' | 'fileName' | 'edition' | 'format' | 'search'
>

export const describeReport = (
  report: PlainReport,
  file: {
    readonly fileName: string
    readonly sha256: string
    readonly search: SearchText
    readonly identity: ReportIdentity
  },
): ReportDescription => ({
  key: reportKeyOf(file.identity, file.sha256),
  unitKey: unitKeyOf(file.identity.unit),
  unit: file.identity.unit,
  year: file.identity.year,
  title: report.title?.text ?? null,
  fileName: file.fileName,
  edition: report.edition,
  format: report.format,
  search: file.search,
})
