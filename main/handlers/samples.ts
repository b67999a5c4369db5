import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORT_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type { FileContent } from '../../shared/ipc/contract.ts'
import { extensionOf } from '../readers/sniff.ts'
import { readBytes } from '../work/read-bytes.ts'

/** The sample reports that come with the program, by name; none where the folder is missing. */
export async function listSamples(folder: string): Promise<readonly FileContent[]> {
  const names = await readdir(folder).catch(() => [])
  const samples = await Promise.all(names.filter(isSample).sort().map(readSample))
  return samples.filter((sample) => sample !== null)

  async function readSample(name: string): Promise<FileContent | null> {
    const path = join(folder, name)
    const [status, bytes] = await Promise.all([stat(path).catch(() => null), readBytes(path, name)])
    if (status === null || !bytes.ok) return null
    return { name, bytes: bytes.value, modified: status.mtimeMs }
  }
}

/** The folder's own description is no report. */
const isSample = (name: string): boolean =>
  !/^readme\./i.test(name) && REPORT_EXTENSIONS.some((extension) => extension === extensionOf(name))
