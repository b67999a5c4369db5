import type { HandTexts } from '../../shared/desk/corrections.ts'
import type { Decisions } from '../../shared/desk/decisions.ts'
import type { CheckRow, DecisionRow, ReportId, ReportRow, VersionId } from './rows.ts'
import type { Store } from './store.ts'

/** A report with what is decided and set by hand in its current version. */
export interface CurrentReport {
  readonly row: ReportRow
  readonly check: CheckRow
  readonly decisions: Decisions
  readonly texts: HandTexts
}

/** Loads a report inside a transaction over reports, checks, decisions and corrections; null where it is gone. */
export async function loadCurrent(store: Store, reportId: ReportId): Promise<CurrentReport | null> {
  const { database } = store
  const row = await database.reports.get(reportId)
  if (row === undefined || row.deletedAt !== null) return null
  const check = await database.checks.get(row.currentVersion)
  if (check === undefined) return null
  const decisions = toDecisions(await decisionRowsOf(store, reportId))
  return { row, check, decisions, texts: await textsOf(store, row.currentVersion) }
}

/** Every decision about a report, those about findings that are gone too. */
export const decisionRowsOf = (
  { database }: Store,
  reportId: ReportId,
): PromiseLike<readonly DecisionRow[]> =>
  database.decisions.where('reportId').equals(reportId).toArray()

export const toDecisions = (rows: readonly DecisionRow[]): Decisions =>
  new Map(rows.map(({ findingKey, decision }) => [findingKey, decision]))

/** The texts set by hand in a version. */
export async function textsOf({ database }: Store, versionId: VersionId): Promise<HandTexts> {
  const rows = await database.corrections.where('versionId').equals(versionId).toArray()
  return new Map(rows.map(({ cell, raw }) => [cell, raw]))
}
