import { readFile, stat } from 'node:fs/promises'
import type { ReadError } from '../../shared/read-error.ts'
import type { Result } from '../../shared/result.ts'
import { failure, success } from '../../shared/result.ts'
import { extensionOf } from '../readers/sniff.ts'
import { fileErrorOf } from './file-error.ts'
import { FILE_SIZE_LIMIT } from './limits.ts'

/** The path of a file as the system takes it: bytes where the name is no valid UTF-8. */
export type FilePath = string | Uint8Array

/** The whole file, unless it is larger than `limit` bytes. `name` is its name for a person. */
export async function readBytes(
  path: FilePath,
  name: string,
  limit = FILE_SIZE_LIMIT,
): Promise<Result<Uint8Array, ReadError>> {
  // A Uint8Array that crossed from another thread is no longer a Buffer, and a path must be one.
  const systemPath = typeof path === 'string' ? path : Buffer.from(path)
  try {
    // Asked before the file is opened: opening a pipe would wait for its writer.
    const status = await stat(systemPath)
    if (!status.isFile()) return failure({ code: 'unsupported-type', extension: extensionOf(name) })
    if (status.size > limit) return failure({ code: 'too-large', limit: 'file' })
    return success(await readFile(systemPath))
  } catch (error) {
    return failure(fileErrorOf(error))
  }
}
