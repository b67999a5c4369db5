import type {
  Cancelled,
  FileContent,
  ReadOutcome,
  UnpackedReport,
  UnpackOutcome,
} from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { ReportId, UnreadableRow } from './rows.ts'
import { dropUnusedSources } from './sources.ts'
import { guarded, type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'
import { type StoredReading, storeReading } from './store-reading.ts'

/** A file that could not be read as a report. */
export interface UnreadableInput {
  readonly name: string
  /** Folder it was dropped with, for display; empty where there was none. */
  readonly folder: string
  readonly path: string | null
  /** null where not even the bytes could be had. */
  readonly bytes: Uint8Array | null
  readonly error: ReadError
}

export type RecordedUnreadable =
  | { readonly kind: 'recorded'; readonly id: number }
  /** These bytes are kept as a report; a failure of the moment does not make them unreadable. */
  | { readonly kind: 'known'; readonly reportId: ReportId }

/** Larger files are not kept for another try, only their names: they are hardly reports. In bytes. */
const LARGEST_KEPT = 32 * 1024 * 1024

/** The files that could not be read, the latest first; for live queries. */
export const listUnreadable = async ({ database }: Store): Promise<readonly UnreadableRow[]> =>
  (await database.unreadable.toArray()).toSorted(
    (one, other) => other.at - one.at || other.id - one.id,
  )

/** Puts a file into the list, once however often it is tried. The bytes are kept where there is room. */
export async function recordUnreadable(
  store: Store,
  input: UnreadableInput,
): Promise<Result<RecordedUnreadable, StoreError>> {
  const { database, ports } = store
  const sha256 = input.bytes === null ? null : await ports.sha256(input.bytes)
  const kept =
    input.bytes !== null &&
    input.bytes.byteLength <= LARGEST_KEPT &&
    (await store.room.admits(input.bytes.byteLength))
  return transact(
    store,
    [database.unreadable, database.sources, database.versions],
    async (): Promise<Result<RecordedUnreadable, StoreError>> => {
      const version =
        sha256 === null ? undefined : await database.versions.where('sha256').equals(sha256).first()
      if (version !== undefined) return success({ kind: 'known', reportId: version.reportId })
      const { bytes, ...rest } = input
      const known = await findKnown(store, input, sha256)
      const row = {
        ...rest,
        sha256: kept ? sha256 : null,
        size: bytes?.byteLength ?? 0,
        at: ports.now(),
        tries: (known?.tries ?? 0) + 1,
      }
      const id =
        known === undefined
          ? await database.unreadable.add(row)
          : await database.unreadable.put({ ...row, id: known.id })
      if (kept && bytes !== null && sha256 !== null)
        await database.sources.put({ sha256, bytes, size: bytes.byteLength })
      await dropUnusedSources(store, [known?.sha256 ?? null])
      return success({ kind: 'recorded', id })
    },
  )
}

/** The same bytes, or the same place. */
async function findKnown(
  { database }: Store,
  { name, folder, path }: UnreadableInput,
  sha256: string | null,
): Promise<UnreadableRow | undefined> {
  const same =
    sha256 === null ? undefined : await database.unreadable.where('sha256').equals(sha256).first()
  if (same !== undefined) return same
  return database.unreadable
    .filter((row) =>
      path === null
        ? row.path === null && row.sha256 === null && row.name === name && row.folder === folder
        : row.path === path,
    )
    .first()
}

/** How a file is got and read again; the host does both. */
export interface RetryPorts {
  readonly read: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<ReadOutcome, ReadError | Cancelled>>
  readonly readFile: (path: string) => Promise<Result<FileContent, ReadError>>
  /** Takes a zip of reports apart; whatever else it is given is a document. */
  readonly unpack: (name: string, bytes: Uint8Array) => Promise<Result<UnpackOutcome, ReadError>>
}

export type Retried =
  | { readonly kind: 'read'; readonly stored: StoredReading }
  /** A zip that can be opened now: its reports are to be imported, and it stays on the list until it is taken off. */
  | { readonly kind: 'unpacked'; readonly reports: readonly UnpackedReport[] }
  | { readonly kind: 'still-unreadable'; readonly error: ReadError }
  | { readonly kind: 'cancelled' }

/**
 * Tries a file again: as it stands on the disk now where its place is known (it may have been put right), else the
 * bytes that were kept.
 */
export async function retryUnreadable(
  store: Store,
  id: number,
  { read, readFile, unpack }: RetryPorts,
): Promise<Result<Retried, StoreError>> {
  const found = await guarded(store, async () => success(await load(store, id)))
  if (!found.ok) return found
  if (found.value === null) return failure({ code: 'gone' })
  const { row, kept } = found.value
  const { name, folder, path } = row
  const onDisk = path === null ? null : await readFile(path)
  const bytes = onDisk?.ok === true ? onDisk.value.bytes : kept
  if (bytes === null) {
    const error = onDisk?.ok === false ? onDisk.error : row.error
    return again(store, { name, folder, path, bytes: null, error })
  }
  const unpacked = await unpack(name, bytes)
  if (!unpacked.ok) return again(store, { name, folder, path, bytes, error: unpacked.error })
  if (unpacked.value.kind === 'reports')
    return success({ kind: 'unpacked', reports: unpacked.value.reports })
  const outcome = await read(name, bytes)
  if (outcome.ok) {
    const input = { fileName: name, folder, path, bytes, outcome: outcome.value, unreadableId: id }
    const stored = await storeReading(store, input)
    return stored.ok ? success({ kind: 'read', stored: stored.value }) : stored
  }
  const { error } = outcome
  if (error.code === 'cancelled') return success({ kind: 'cancelled' })
  return again(store, { name, folder, path, bytes, error })
}

/** Takes files off the list, with their bytes. */
export const deleteUnreadable = (
  store: Store,
  ids: readonly number[],
): Promise<Result<null, StoreError>> => {
  const { database } = store
  return transact(store, [database.unreadable, database.sources, database.versions], async () => {
    const rows = await database.unreadable.bulkGet([...ids])
    await database.unreadable.bulkDelete([...ids])
    await dropUnusedSources(
      store,
      rows.map((row) => row?.sha256 ?? null),
    )
    return success(null)
  })
}

async function load(
  { database }: Store,
  id: number,
): Promise<{ readonly row: UnreadableRow; readonly kept: Uint8Array | null } | null> {
  const row = await database.unreadable.get(id)
  if (row === undefined) return null
  const source = row.sha256 === null ? undefined : await database.sources.get(row.sha256)
  return { row, kept: source?.bytes ?? null }
}

async function again(store: Store, input: UnreadableInput): Promise<Result<Retried, StoreError>> {
  const recorded = await recordUnreadable(store, input)
  return recorded.ok ? success({ kind: 'still-unreadable', error: input.error }) : recorded
}
