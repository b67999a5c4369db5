import { open } from 'node:fs/promises'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result } from '../../shared/result.ts'
import { onDisk, type ZipSource } from '../archive/zip-source.ts'
import { extensionOf } from '../readers/sniff.ts'
import { fileErrorOf } from './file-error.ts'
import { ARCHIVE_SIZE_LIMIT } from './limits.ts'
import type { FilePath } from './read-bytes.ts'

/** Opens a zip on the disk for as long as `use` needs it. `name` is its name for a person. */
export async function withZipFile<T>(
  path: FilePath,
  name: string,
  use: (zip: ZipSource) => Promise<Result<T, ReadError>>,
): Promise<Result<T, ReadError>> {
  const opened = await openFile(path)
  if ('error' in opened) return failure(opened.error)
  const { handle, status } = opened
  try {
    if (!status.isFile()) return failure({ code: 'unsupported-type', extension: extensionOf(name) })
    if (status.size > ARCHIVE_SIZE_LIMIT) return failure({ code: 'too-large', limit: 'file' })
    return await use(onDisk(handle, status.size))
  } finally {
    await handle.close()
  }
}

async function openFile(path: FilePath) {
  try {
    // A Uint8Array that crossed from another thread is no longer a Buffer, and a path must be one.
    const handle = await open(typeof path === 'string' ? path : Buffer.from(path))
    return { handle, status: await handle.stat() }
  } catch (error) {
    return { error: fileErrorOf(error) }
  }
}
