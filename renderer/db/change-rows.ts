import type { HandTexts } from '../../shared/desk/corrections.ts'
import type { Decisions } from '../../shared/desk/decisions.ts'
import type { Change } from '../../shared/desk/undo.ts'
import type { ReportId, VersionId } from './rows.ts'
import type { Store } from './store.ts'

/** A change to what was decided about one finding. */
export type DecisionChange = Extract<Change, { kind: 'decision' }>

/** Writes changed decisions, as of that version. Inside a transaction over decisions. */
export async function writeDecisions(
  { database, ports }: Store,
  reportId: ReportId,
  versionId: VersionId,
  changes: readonly Change[],
): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'decision') continue
    const { key, finding, after } = change
    if (after === null) await database.decisions.delete([reportId, key])
    else
      await database.decisions.put({
        reportId,
        findingKey: key,
        decision: after,
        finding,
        versionId,
        at: ports.now(),
      })
  }
}

/** The decisions once the changes are made. */
export function afterChanges(decisions: Decisions, changes: readonly Change[]): Decisions {
  const after = new Map(decisions)
  for (const change of changes) {
    if (change.kind !== 'decision') continue
    if (change.after === null) after.delete(change.key)
    else after.set(change.key, change.after)
  }
  return after
}

/** The changes that set these texts in a version where none was set. */
export const textChanges = (texts: HandTexts): readonly Change[] =>
  [...texts].map(([cell, raw]) => ({ kind: 'correction', cell, before: null, after: raw }))
