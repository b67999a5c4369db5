import { type Result, success } from '../../shared/result.ts'
import type { ReportRow, VersionRow } from './rows.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'

/** A version whose file lies at a known place on the disk. */
export type PlacedVersion = Omit<VersionRow, 'path'> & { readonly path: string }

/**
 * The current versions of those reports that lie on the disk, one for each place: where two reports were read from one
 * file, the later is what lies there.
 */
export async function listPlacedVersions(
  { database }: Store,
  reports: readonly Pick<ReportRow, 'currentVersion'>[],
): Promise<readonly PlacedVersion[]> {
  const current = new Set(reports.map(({ currentVersion }) => currentVersion))
  // The index holds only versions with a path, so that a desk without such files does nothing.
  const versions = await database.versions.where('path').above('').toArray()
  const latest = new Map<string, PlacedVersion>()
  for (const version of versions) {
    const { path } = version
    if (path === null || !current.has(version.id)) continue
    if ((latest.get(path)?.readAt ?? 0) <= version.readAt) latest.set(path, { ...version, path })
  }
  return [...latest.values()]
}

/** Notes that the bytes of those versions were read again and are the same, so that nobody looks at them once more. */
export const noteSameBytes = (
  store: Store,
  versions: readonly Pick<VersionRow, 'id'>[],
): Promise<Result<null, StoreError>> => {
  const { database, ports } = store
  return transact(store, [database.versions], async () => {
    for (const { id } of versions) await database.versions.update(id, { readAt: ports.now() })
    return success(null)
  })
}
