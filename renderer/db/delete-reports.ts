import { failure, type Result, success } from '../../shared/result.ts'
import { appendEntry, noteChange } from './journal.ts'
import type { ReportId } from './rows.ts'
import { dropUnusedSources } from './sources.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'

/** Takes reports out of sight; they can be restored until they are purged. `gone` where none of them is there. */
export const deleteReports = (
  store: Store,
  ids: readonly ReportId[],
): Promise<Result<{ readonly count: number }, StoreError>> => mark(store, ids, 'deleted')

/** Brings deleted reports back, with all that was decided. `gone` where none of them is there any more. */
export const restoreReports = (
  store: Store,
  ids: readonly ReportId[],
): Promise<Result<{ readonly count: number }, StoreError>> => mark(store, ids, 'restored')

/** Milliseconds for which a deleted report can be restored: long enough to notice, short enough for a shared machine. */
export const RESTORABLE_FOR = 24 * 60 * 60 * 1000

/** Removes for good what was deleted longer ago than that, with versions, decisions and bytes. Call it at the start. */
export async function purgeDeleted(
  store: Store,
  olderThan: number = RESTORABLE_FOR,
): Promise<Result<{ readonly count: number }, StoreError>> {
  const { database, ports } = store
  const before = ports.now() - olderThan
  let last = 0
  const result = await transact(store, database.dexie.tables, async () => {
    const rows = await database.reports
      .filter(({ deletedAt }) => deletedAt !== null && deletedAt <= before)
      .toArray()
    for (const { id } of rows) last = await purgeReport(store, id)
    return success({ count: rows.length })
  })
  if (result.ok && last > 0) store.marker.remember(last, 0)
  return result
}

/** Removes one report and all that hangs on it. Inside a transaction over all tables. */
export async function purgeReport(store: Store, id: ReportId): Promise<number> {
  const { database } = store
  const versions = await database.versions.where('reportId').equals(id).toArray()
  const ids = versions.map((version) => version.id)
  await database.reports.delete(id)
  await database.versions.bulkDelete(ids)
  await database.readings.bulkDelete(ids)
  await database.views.bulkDelete(ids)
  await database.checks.bulkDelete(ids)
  await database.corrections.where('versionId').anyOf(ids).delete()
  await database.decisions.where('reportId').equals(id).delete()
  await database.journal.where('reportId').equals(id).delete()
  await dropUnusedSources(
    store,
    versions.map(({ sha256 }) => sha256),
  )
  return appendEntry(store, id, { kind: 'note', what: 'purged' })
}

async function mark(
  store: Store,
  ids: readonly ReportId[],
  what: 'deleted' | 'restored',
): Promise<Result<{ readonly count: number }, StoreError>> {
  const { database, ports } = store
  const isDeletion = what === 'deleted'
  let last = 0
  const result = await transact(store, [database.reports, database.journal], async () => {
    const rows = await database.reports.bulkGet([...ids])
    const wanted = rows.flatMap((row) =>
      row !== undefined && (row.deletedAt === null) === isDeletion ? [row] : [],
    )
    for (const row of wanted)
      last = await noteChange(store, row, what, { deletedAt: isDeletion ? ports.now() : null })
    return wanted.length === 0
      ? failure({ code: 'gone' as const })
      : success({ count: wanted.length })
  })
  if (result.ok) store.marker.remember(last, isDeletion ? -result.value.count : result.value.count)
  return result
}
