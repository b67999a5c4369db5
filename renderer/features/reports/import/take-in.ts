import { countDifference } from '../../../../shared/desk/version-difference.ts'
import type { DesktopApi } from '../../../../shared/ipc/contract.ts'
import type { ReadError } from '../../../../shared/read-error.ts'
import { type Result, success } from '../../../../shared/result.ts'
import { readReport } from '../../../db/reports.ts'
import type { ReportId } from '../../../db/rows.ts'
import type { Store } from '../../../db/store.ts'
import type { StoreError } from '../../../db/store-error.ts'
import { type ReadingInput, storeReading } from '../../../db/store-reading.ts'
import { recordUnreadable } from '../../../db/unreadable.ts'
import { reportName } from '../report-name.ts'
import type { FileOutcome } from './import-progress.ts'
import { fromArchive, type Incoming } from './incoming.ts'
import { unpack } from './unpack.ts'

/** What came of one file once it is kept. */
export type TakenIn =
  | FileOutcome
  /** It was not read to its end, and nothing is kept of it. */
  | { readonly kind: 'cancelled' }
  /** A zip: the reports in it are to be taken in, each as a file of its own. */
  | { readonly kind: 'unpacked'; readonly files: readonly Incoming[] }

/** What taking a file in needs of the desk. */
export interface ReadingDesk {
  readonly desktop: Pick<DesktopApi, 'readReport' | 'unpackArchive'>
  readonly store: Store
}

/**
 * Reads one file and keeps what came of it, as a report or as one that could not be read; a zip of reports is only
 * taken apart. `id` names the reading.
 */
export async function takeIn(
  { desktop, store }: ReadingDesk,
  file: Incoming,
  id: string,
  savedFrom?: ReportId,
): Promise<Result<TakenIn, StoreError>> {
  const loaded = await file.load()
  if (!loaded.ok) return keepUnreadable(store, file, null, loaded.error)
  const bytes = loaded.value
  const unpacked = await unpack(desktop, file.name, bytes)
  if (!unpacked.ok) return keepUnreadable(store, file, bytes, unpacked.error)
  if (unpacked.value.kind === 'reports')
    return success({ kind: 'unpacked', files: fromArchive(file, unpacked.value.reports) })
  const outcome = await desktop.readReport({ id, name: file.name, bytes })
  if (!outcome.ok) {
    if (outcome.error.code === 'cancelled') return success({ kind: 'cancelled' })
    return keepUnreadable(store, file, bytes, outcome.error)
  }
  const input: ReadingInput = {
    fileName: file.name,
    folder: file.folder,
    path: file.path,
    bytes,
    outcome: outcome.value,
    ...(savedFrom === undefined ? {} : { savedFrom }),
  }
  const stored = await storeReading(store, input)
  if (!stored.ok) return stored
  const { kind, reportId } = stored.value
  if (kind === 'added') return success({ kind })
  const row = await readReport(store, reportId)
  const name = row === 'absent' ? file.name : reportName(row)
  const notice = { fileName: file.name, reportId, name }
  if (stored.value.kind !== 'next-version') return success({ kind: 'known', ...notice })
  const { number, difference } = stored.value
  return success({
    kind: 'new-version',
    ...notice,
    number,
    difference: countDifference(difference),
  })
}

async function keepUnreadable(
  store: Store,
  { name, folder, path }: Incoming,
  bytes: Uint8Array | null,
  error: ReadError,
): Promise<Result<TakenIn, StoreError>> {
  const recorded = await recordUnreadable(store, { name, folder, path, bytes, error })
  if (!recorded.ok) return recorded
  if (recorded.value.kind === 'recorded') return success({ kind: 'unreadable' })
  const { reportId } = recorded.value
  const row = await readReport(store, reportId)
  return success({
    kind: 'known',
    fileName: name,
    reportId,
    name: row === 'absent' ? name : reportName(row),
  })
}
