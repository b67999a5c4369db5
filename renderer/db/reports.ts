import Dexie, { type ObservabilitySet } from 'dexie'
import { reportStateOf } from '../../shared/desk/report-identity.ts'
import { type Result, success } from '../../shared/result.ts'
import { DATABASE_NAME } from './database.ts'
import { noteChange } from './journal.ts'
import type { ReportId, ReportRow } from './rows.ts'
import { type Store, transact } from './store.ts'
import { type StoreError, toStoreError } from './store-error.ts'

/** Every report in the list, light rows only. For a list that stays up to date take `observeReports`. */
export const listReports = async ({ database }: Store): Promise<readonly ReportRow[]> =>
  (await database.reports.toArray()).filter(isShown)

/** Deleted ones wait unseen to be restored or purged. */
const isShown = ({ deletedAt }: ReportRow): boolean => deletedAt === null

/** One report, for live queries. */
export const readReport = async (
  { database }: Store,
  id: ReportId,
): Promise<ReportRow | 'absent'> => {
  const row = await database.reports.get(id)
  return row !== undefined && isShown(row) ? row : 'absent'
}

export interface ReportsObserver {
  /** A new list each time; rows that did not change are the same objects. In no order. */
  readonly next: (reports: readonly ReportRow[]) => void
  readonly error: (error: StoreError) => void
}

/**
 * The list, now and after changes in any window. Only what changed is read again, and no more often than anybody can
 * see, so that 10,000 reports stay cheap while hundreds are imported. (A live query would start anew with every import
 * and not end before the last.) Returns a function that ends it.
 */
export function observeReports(store: Store, observer: ReportsObserver): () => void {
  const known = new Map<ReportId, ReportRow>()
  let isStopped = false
  let isReading = false
  let isStale = true
  const refresh = async (): Promise<void> => {
    if (isReading || isStopped) return
    isReading = true
    while (isStale && !isStopped) {
      isStale = false
      await readChanges(store, known)
      if (isStopped) break
      observer.next([...known.values()].filter(({ deletedAt }) => deletedAt === null))
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
    isReading = false
  }
  const start = (): void => {
    refresh().catch((thrown: unknown) => {
      isReading = false
      const error = toStoreError(thrown)
      if (error === null) throw thrown
      if (!isStopped) observer.error(error)
    })
  }
  const listen = (parts: ObservabilitySet): void => {
    if (!Object.keys(parts).some((part) => part.startsWith(REPORTS))) return
    isStale = true
    start()
  }
  Dexie.on('storagemutated', listen)
  start()
  return () => {
    isStopped = true
    Dexie.on.storagemutated.unsubscribe(listen)
  }
}

/** Least milliseconds from one list to the next. */
const PAUSE = 150

/** How Dexie names the table when it tells, in this window and others, that something in it changed. */
const REPORTS = `idb://${DATABASE_NAME}/reports/`

async function readChanges({ database }: Store, known: Map<ReportId, ReportRow>): Promise<void> {
  const { dexie, reports } = database
  const revision = Math.max(0, ...[...known.values()].map((row) => row.revision))
  const { changed, ids } = await dexie.transaction('r', [reports], async () => {
    const rows = await (known.size === 0
      ? reports.toArray()
      : reports.where('revision').above(revision).toArray())
    const added = rows.filter(({ id }) => !known.has(id)).length
    // Fewer than expected: some were purged, and only their absence tells which.
    const isWhole = (await reports.count()) === known.size + added
    return { changed: rows, ids: isWhole ? null : await reports.toCollection().primaryKeys() }
  })
  for (const row of changed) known.set(row.id, row)
  if (ids === null) return
  const left = new Set(ids)
  for (const id of known.keys()) if (!left.has(id)) known.delete(id)
}

/** The reports of one unit over the years, the earliest first; room for rules that compare years. */
export const reportsOfUnit = async (
  { database }: Store,
  unitKey: string,
): Promise<readonly ReportRow[]> => {
  const rows = await database.reports.where('unitKey').equals(unitKey).toArray()
  return rows.filter(isShown).toSorted((one, other) => (one.year ?? 0) - (other.year ?? 0))
}

/** A person looked at the report for the first time. */
export const markOpened = (store: Store, id: ReportId): Promise<Result<null, StoreError>> =>
  changeReports(store, [id], 'opened', (row) =>
    row.openedAt === null ? { openedAt: store.ports.now() } : null,
  )

/** Done by hand, findings open or not, until it is reopened or a new version brings open findings. */
export const closeReports = (
  store: Store,
  ids: readonly ReportId[],
): Promise<Result<null, StoreError>> =>
  changeReports(store, ids, 'closed', (row) =>
    row.closedAt === null ? { closedAt: store.ports.now() } : null,
  )

/** Takes `closeReports` back. */
export const reopenReports = (
  store: Store,
  ids: readonly ReportId[],
): Promise<Result<null, StoreError>> =>
  changeReports(store, ids, 'reopened', (row) =>
    row.closedAt === null ? null : { closedAt: null },
  )

async function changeReports(
  store: Store,
  ids: readonly ReportId[],
  what: 'opened' | 'closed' | 'reopened',
  change: (row: ReportRow) => Partial<ReportRow> | null,
): Promise<Result<null, StoreError>> {
  const { database } = store
  let last = 0
  const result = await transact(store, [database.reports, database.journal], async () => {
    for (const id of ids) {
      const row = await database.reports.get(id)
      const changes = row === undefined ? null : change(row)
      if (row === undefined || changes === null) continue
      const handled = { ...row, ...changes }
      const state = reportStateOf(handled, handled)
      last = await noteChange(store, row, what, { ...changes, state })
    }
    return success(null)
  })
  if (result.ok && last > 0) store.marker.remember(last, 0)
  return result
}
