import { isKnownIdentity } from '../shared/desk/report-identity.ts'
import type { ReportRow } from './db/rows.ts'

type Row = Pick<ReportRow, 'key' | 'addedAt'>

export interface NewReport<R> {
  readonly report: R
  /** How many other reports carry the same unit and year. */
  readonly namesakes: number
}

/** The reports that came in at that time or later, in milliseconds since 1970; the latest first. */
export function newReports<R extends Row>(
  reports: readonly R[],
  since: number,
): readonly NewReport<R>[] {
  const added = reports.filter(({ addedAt }) => addedAt >= since)
  if (added.length === 0) return []
  const named = Map.groupBy(reports, ({ key }) => key)
  return added
    .toSorted((one, other) => other.addedAt - one.addedAt)
    .map((report) => ({
      report,
      namesakes: isKnownIdentity(report.key) ? (named.get(report.key)?.length ?? 1) - 1 : 0,
    }))
}
