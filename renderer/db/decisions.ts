import { type Decision, type Decisions, setAside } from '../../shared/desk/decisions.ts'
import { type FindingKey, isDecidable } from '../../shared/desk/finding-key.ts'
import type { Change } from '../../shared/desk/undo.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { type Done, planOf, runCommand } from './commands.ts'
import { decisionRowsOf, toDecisions } from './current-report.ts'
import type { DecisionRow, ReportId } from './rows.ts'
import type { Store } from './store.ts'
import type { StoreError } from './store-error.ts'

/** What to decide about one finding of the current version; null: open again. */
export interface DecisionRequest {
  readonly key: FindingKey
  readonly decision: Decision | null
}

/**
 * Decides about findings of a report's current version, in one undo step. `gone` where one of them is not found there
 * any more, because the report was checked again meanwhile: then nothing is decided.
 */
export const decide = (
  store: Store,
  reportId: ReportId,
  requests: readonly DecisionRequest[],
): Promise<Result<Done, StoreError>> =>
  runCommand(store, reportId, async ({ check, decisions }) => {
    const found = new Map(check.findings.map(({ key, finding }) => [key, finding]))
    const changes: Change[] = []
    for (const { key, decision } of requests) {
      const finding = found.get(key)
      if (finding === undefined || !isDecidable(finding)) return failure({ code: 'gone' })
      // The type cannot say it: a reason that was not passed by `setAside` must never come so far.
      if (decision?.kind === 'set-aside' && !setAside(decision.reason).ok)
        throw new Error('not passed by setAside')
      const before = decisions.get(key) ?? null
      changes.push({ kind: 'decision', key, finding, before, after: decision })
    }
    return success(planOf(changes))
  })

/** The decisions of a report, for live queries. Those about findings that are gone are among them. */
export const readDecisions = async (store: Store, reportId: ReportId): Promise<Decisions> =>
  toDecisions(await decisionRowsOf(store, reportId))

/** The same with time, version and the finding as it stood: what was put right, and what was set aside and why. */
export const listDecisions = (
  store: Store,
  reportId: ReportId,
): PromiseLike<readonly DecisionRow[]> => decisionRowsOf(store, reportId)
