import type { DesktopApi, FileLook } from '../shared/ipc/contract.ts'
import { adviceFor } from '../shared/read-error.ts'
import type { Result } from '../shared/result.ts'
import type { PlacedVersion } from './db/placed-versions.ts'
import { type StoreError, storeAdvice } from './db/store-error.ts'
import { differenceWords } from './difference-words.ts'
import type { TakenIn } from './features/reports/import/take-in.ts'

/** A file that was saved while the desk was closed, and what came of reading it again. */
export interface MissedSave {
  readonly reportId: number
  readonly path: string
  /** What the report is called; the file where its report is not known any more. */
  readonly name: string
  readonly words: string
}

/** What the search needs of the world around it. */
export interface MissedSavePorts {
  readonly lookAtFiles: DesktopApi['lookAtFiles']
  readonly readFile: DesktopApi['readFile']
  readonly sha256: (bytes: Uint8Array) => Promise<string>
  /** Reads the bytes as the next version of the report. */
  readonly takeIn: (
    version: PlacedVersion,
    bytes: Uint8Array,
  ) => Promise<Result<TakenIn, StoreError>>
  /** The file is what it was. */
  readonly noteSame: (versions: readonly PlacedVersion[]) => Promise<unknown>
  readonly isOver: () => boolean
  readonly onFound: (save: MissedSave) => void
}

/**
 * Looks which of the files are others than those that were read, and reads these again. Of all others only size and
 * time are asked for, so that ten thousand cost no more than a list of folders.
 */
export async function findMissedSaves(
  versions: readonly PlacedVersion[],
  ports: MissedSavePorts,
): Promise<void> {
  if (versions.length === 0) return
  const looks = await ports.lookAtFiles(versions.map(({ path }) => path))
  const suspects = versions.filter((version, index) => mayDiffer(version, looks[index] ?? null))
  const same: PlacedVersion[] = []
  for (const version of suspects) {
    if (ports.isOver()) break
    const outcome = await readAnew(version, ports)
    if (outcome === 'same') same.push(version)
    else if (outcome !== 'nothing') ports.onFound({ ...saveOf(version), ...outcome })
  }
  if (same.length > 0) await ports.noteSame(same)
}

/** Milliseconds. A file counts as read only when it is that much older: drives have clocks of their own. */
const CLOCKS_DIFFER_BY = 600_000

function mayDiffer({ size, readAt }: PlacedVersion, look: FileLook | null): boolean {
  // A file that is gone, or on a drive that is not there today, says nothing.
  if (look === null) return false
  return look.size !== size || look.changed > readAt - CLOCKS_DIFFER_BY
}

const saveOf = ({ reportId, path, fileName }: PlacedVersion) => ({
  reportId,
  path,
  name: fileName,
})

type Outcome = 'same' | 'nothing' | Pick<MissedSave, 'words'> | Pick<MissedSave, 'name' | 'words'>

async function readAnew(version: PlacedVersion, ports: MissedSavePorts): Promise<Outcome> {
  const content = await ports.readFile(version.path)
  if (!content.ok) return { words: `有改动，但读不了：${adviceFor(content.error)}` }
  const { bytes } = content.value
  if ((await ports.sha256(bytes)) === version.sha256) return 'same'
  const taken = await ports.takeIn(version, bytes)
  if (!taken.ok) return { words: `有改动，但没有保存：${storeAdvice(taken.error)}` }
  if (taken.value.kind === 'unreadable')
    return { words: '有改动，但读不了了；原因见“读不了的文件”。' }
  // Another window may have been faster; then that one tells.
  if (taken.value.kind !== 'new-version') return 'nothing'
  const { name, number, difference } = taken.value
  const words = difference === null ? '' : `：${differenceWords(difference)}`
  return { name, words: `第 ${number} 版${words}。` }
}
