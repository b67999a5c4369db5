import { inverseOf, stackOf, type UndoStack } from '../../shared/desk/undo.ts'
import { type Result, success } from '../../shared/result.ts'
import { type Done, runCommand } from './commands.ts'
import { entriesOf } from './journal.ts'
import type { ReportId } from './rows.ts'
import type { Store } from './store.ts'
import type { StoreError } from './store-error.ts'

/** Takes back the last command on a report; also one of an earlier session. A new version ends what can be undone. */
export const undo = (store: Store, reportId: ReportId): Promise<Result<Done, StoreError>> =>
  runCommand(store, reportId, async () => {
    const last = stackOf(await entriesOf(store, reportId)).done.at(-1)
    return success(
      last === undefined ? null : { command: inverseOf(last), entry: { kind: 'undo' } },
    )
  })

/** Does again what was taken back last. */
export const redo = (store: Store, reportId: ReportId): Promise<Result<Done, StoreError>> =>
  runCommand(store, reportId, async () => {
    const last = stackOf(await entriesOf(store, reportId)).undone.at(-1)
    return success(last === undefined ? null : { command: last, entry: { kind: 'redo' } })
  })

/** What can be taken back and done again, for live queries; `commandWords` names the steps. */
export const readUndoStack = async (store: Store, reportId: ReportId): Promise<UndoStack> =>
  stackOf(await entriesOf(store, reportId))
