import type { FindingsDifference } from '../../shared/desk/version-difference.ts'
import type { CellId } from '../../shared/form/edition.ts'
import type { ReadOutcome } from '../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { purgeReport } from './delete-reports.ts'
import { findDuplicate, findNamesake, findTarget } from './find-report.ts'
import { noteChange } from './journal.ts'
import type { ReportId, VersionId, VersionRow } from './rows.ts'
import { dropUnusedSources } from './sources.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'
import { addReport, addVersion, type Prepared, prepare, readAgain } from './write-version.ts'

/** A file that was read as a report. */
export interface ReadingInput {
  readonly fileName: string
  /** Folder it was dropped with, for display; empty where there was none. */
  readonly folder: string
  /** Absolute; null where the host knows no place on disk. */
  readonly path: string | null
  readonly bytes: Uint8Array
  readonly outcome: ReadOutcome
  /** The report whose file was saved again: this is its next version, whatever its title says now. */
  readonly savedFrom?: ReportId
  /** The entry in the list of unreadable files that this settles. */
  readonly unreadableId?: number
}

/** What became of it. */
export type StoredReading = AddedReport | Duplicate | NextVersion

export interface AddedReport {
  readonly kind: 'added'
  readonly reportId: ReportId
  readonly versionId: VersionId
  /** A report of the same unit and year with hardly a number in common: perhaps an office of the same name. */
  readonly namesake: ReportId | null
}

/** The same bytes are kept already. Its place on disk is noted; a newer program's reading replaces the older one. */
export interface Duplicate {
  readonly kind: 'duplicate'
  readonly reportId: ReportId
  readonly versionId: VersionId
  /** False: an earlier version of the report. */
  readonly isCurrent: boolean
}

export interface NextVersion {
  readonly kind: 'next-version'
  readonly reportId: ReportId
  readonly versionId: VersionId
  /** From 2. */
  readonly number: number
  /** The file of the version before, so that a person sees which report this was taken for. */
  readonly previous: Pick<VersionRow, 'fileName' | 'folder' | 'number'>
  readonly difference: FindingsDifference
  /** Confirmed findings that are gone, and fixed ones that are back. */
  readonly fixed: number
  readonly reopened: number
  /** Cells set by hand whose texts still hold. */
  readonly carriedCells: readonly CellId[]
}

/**
 * Keeps a file that was read, with what the rules say of it: a new report, the next version of a known one, or nothing
 * new. All of it or nothing; acknowledged only when it is on the disk. Refused as `no-room` where room gets short.
 */
export async function storeReading(
  store: Store,
  input: ReadingInput,
): Promise<Result<StoredReading, StoreError>> {
  if (!(await store.room.admits(input.bytes.byteLength))) {
    const { freeBytes } = await store.room.measure()
    return failure({ code: 'no-room', freeBytes })
  }
  const prepared = await prepare(store, input)
  const { dexie } = store.database
  const result = await transact(store, dexie.tables, async () =>
    success(await settle(store, prepared)),
  )
  if (!result.ok) return result
  const { stored, revision } = result.value
  if (revision !== null) store.marker.remember(revision, stored.kind === 'added' ? 1 : 0)
  return success(stored)
}

interface Settled {
  readonly stored: StoredReading
  /** null: nothing was written. */
  readonly revision: number | null
}

async function settle(store: Store, prepared: Prepared): Promise<Settled> {
  await forgetUnreadable(store, prepared)
  await makeWay(store, prepared)
  const duplicate = await findDuplicate(store, prepared)
  if (duplicate !== null) return keepDuplicate(store, prepared, duplicate.version)
  const target = await findTarget(store, prepared)
  if (target !== null) return addVersion(store, target, prepared)
  return addReport(store, prepared, await findNamesake(store, prepared))
}

async function keepDuplicate(
  store: Store,
  prepared: Prepared,
  version: VersionRow,
): Promise<Settled> {
  const { database, ports } = store
  const { id: versionId, reportId } = version
  const row = await database.reports.get(reportId)
  const isCurrent = row?.currentVersion === versionId
  const stored: Duplicate = { kind: 'duplicate', reportId, versionId, isCurrent }
  const path = prepared.input.path ?? version.path
  const placed = { ...version, path, folder: prepared.input.folder || version.folder }
  if (row !== undefined && isCurrent && version.programVersion !== ports.programVersion)
    return { stored, revision: await readAgain(store, row, placed, prepared) }
  if (row === undefined || path === version.path) return { stored, revision: null }
  await database.versions.put(placed)
  return { stored, revision: await noteChange(store, row, 'moved', {}) }
}

/** A deleted report that the file belongs to is purged: who gives the file again begins anew. */
async function makeWay(store: Store, { sha256, key }: Prepared): Promise<void> {
  const { reports, versions } = store.database
  const same = await versions.where('sha256').equals(sha256).toArray()
  const rows = [
    ...(await reports.bulkGet(same.map(({ reportId }) => reportId))),
    ...(await reports.where('key').equals(key).toArray()),
  ]
  const ids = rows.flatMap((row) => (row === undefined || row.deletedAt === null ? [] : [row.id]))
  for (const id of new Set(ids)) await purgeReport(store, id)
}

/** The file can be read now. */
async function forgetUnreadable(store: Store, { input, sha256 }: Prepared): Promise<void> {
  const { unreadable } = store.database
  const settled = await unreadable.where('sha256').equals(sha256).toArray()
  const named =
    input.unreadableId === undefined ? undefined : await unreadable.get(input.unreadableId)
  const rows = named === undefined ? settled : [...settled, named]
  await unreadable.bulkDelete(rows.map(({ id }) => id))
  await dropUnusedSources(
    store,
    rows.map((row) => row.sha256),
  )
}
