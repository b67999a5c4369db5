import { stat } from 'node:fs/promises'
import type { FileLook } from '../../shared/ipc/contract.ts'
import type { FilePath } from '../work/read-bytes.ts'

/** Files looked at side by side. A network drive that hangs must not take every thread that file calls have. */
const AT_ONCE = 2

/** How files look now, in their order; null for one that is not there or that `find` does not know. */
export async function lookAtFiles(
  paths: readonly string[],
  find: (path: string) => FilePath | undefined,
): Promise<readonly (FileLook | null)[]> {
  const looks = Array.from({ length: paths.length }, (): FileLook | null => null)
  let next = 0
  const walk = async () => {
    for (let at = next++; at < paths.length; at = next++) {
      const known = find(paths[at] ?? '')
      if (known !== undefined) looks[at] = await look(known)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk))
  return looks
}

async function look(path: FilePath): Promise<FileLook | null> {
  const status = await stat(typeof path === 'string' ? path : Buffer.from(path)).catch(() => null)
  if (status?.isFile() !== true) return null
  // A file put back from a copy keeps its old time of writing, but not the time of the change itself.
  return { size: status.size, changed: Math.max(status.mtimeMs, status.ctimeMs) }
}
