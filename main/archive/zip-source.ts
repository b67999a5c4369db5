import type { FileHandle } from 'node:fs/promises'
import {
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl'

/** Where the bytes of a zip are. */
export interface ZipSource {
  /** All of it, in bytes. */
  readonly size: number
  /** Finds the zip's directory; rejects where there is none. */
  readonly open: () => Promise<ZipFile>
  /** That stretch, shorter where the zip ends before; undefined where it cannot be read. */
  readonly read: (start: number, length: number) => Promise<Uint8Array | undefined>
}

/** Names stay raw: yauzl would report a bad one as a mere message, and we tell hostile from broken. */
const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false } as const

/** A zip that is in memory as a whole. */
export function inMemory(bytes: Uint8Array): ZipSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: bytes.length,
    open: () => fromBufferPromise(buffer, OPTIONS),
    read: async (start, length) => bytes.subarray(start, start + length),
  }
}

/** A zip that stays on the disk: only its directory and the entries that are asked for are read. */
export function onDisk(handle: FileHandle, size: number): ZipSource {
  const read = async (start: number, length: number): Promise<Uint8Array | undefined> => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - start)))
    try {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
      return bytes.subarray(0, bytesRead)
    } catch {
      // A stick that was pulled out, a network drive that is gone: the same as bytes that are not there.
      return undefined
    }
  }
  return {
    size,
    open: async () => {
      const start = Math.max(0, size - TAIL_SIZE)
      const tail = await read(start, TAIL_SIZE)
      const reader = new DirectoryReader({ start, bytes: Buffer.from(tail ?? []) }, read)
      return fromRandomAccessReaderPromise(reader, size, OPTIONS)
    },
    read,
  }
}

/** Bytes at the end of a zip that are read at once: the directory of some ten thousand entries. */
const TAIL_SIZE = 2 * 1024 * 1024

interface Tail {
  readonly start: number
  readonly bytes: Buffer
}

/** The directory is read in hundreds of small steps; asking the disk for each would take longer than all the rest. */
class DirectoryReader extends RandomAccessReader {
  readonly #tail: Tail
  readonly #readDisk: ZipSource['read']

  constructor(tail: Tail, readDisk: ZipSource['read']) {
    super()
    this.#tail = tail
    this.#readDisk = readDisk
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const { start, bytes } = this.#tail
    const isInTail = position >= start && position + length <= start + bytes.length
    const found = isInTail
      ? Promise.resolve(bytes.subarray(position - start, position - start + length))
      : this.#readDisk(position, length)
    void found.then((part) => {
      if (part?.length !== length) callback(new Error('not enough bytes'))
      else {
        buffer.set(part, offset)
        callback(null)
      }
    })
  }
}
