import type { SourceRow } from './rows.ts'
import type { Store } from './store.ts'

/** The bytes of a file that is kept. */
export const readSource = async (
  { database }: Store,
  sha256: string,
): Promise<SourceRow | 'absent'> => (await database.sources.get(sha256)) ?? 'absent'

/** Removes the bytes that nothing refers to any more. Inside a transaction over sources, versions and unreadable. */
export async function dropUnusedSources(
  { database }: Store,
  hashes: readonly (string | null)[],
): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    if (sha256 === null) continue
    const users = await Promise.all([
      database.versions.where('sha256').equals(sha256).count(),
      database.unreadable.where('sha256').equals(sha256).count(),
    ])
    if (users.every((count) => count === 0)) await database.sources.delete(sha256)
  }
}
