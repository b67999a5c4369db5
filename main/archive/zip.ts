import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { inMemory, type ZipSource } from './zip-source.ts'

/** A zip whose directory was read and found harmless; nothing is unpacked until it is asked for. */
export interface Archive {
  /** In the order of the zip's directory; folders are left out. */
  readonly entries: readonly ArchiveEntry[]
  readonly has: (name: string) => boolean
  /** Unpacks one entry and compares its checksum. Every call counts towards the limit of the whole archive. */
  readonly read: (name: string) => Promise<Result<Uint8Array, ReadError>>
}

export interface ArchiveEntry {
  /** Path inside the archive with `/` between folders; never absolute, never with `..`. */
  readonly name: string
  /** Unpacked size in bytes as the zip declares it; `read` finds out whether that is true. */
  readonly size: number
}

/** How much an archive may hold. Sizes in bytes. */
export interface ArchiveLimits {
  readonly entries: number
  readonly entrySize: number
  /** All that is unpacked from one archive, counted as it is unpacked. */
  readonly totalSize: number
  /** Unpacked size over packed size, for entries that unpack to more than `ratioFreeSize`. */
  readonly ratio: number
  readonly ratioFreeSize: number
}

const MEBIBYTE = 1024 * 1024

/**
 * Wide for any report: the largest part of an office file is a picture. Word's XML shrinks 10 to 60 times,
 * deflate can do about 1000 times, which only long runs of the same bytes reach.
 */
export const OFFICE_FILE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  entrySize: 64 * MEBIBYTE,
  totalSize: 200 * MEBIBYTE,
  ratio: 250,
  ratioFreeSize: 8 * MEBIBYTE,
}

const STORED = 0
const DEFLATED = 8

/** The name of an entry, from its bytes in the zip's directory. */
export type EntryName = (entry: Entry) => string

/** Names as the zip format defines them, which office programs keep to. */
const standardName: EntryName = (entry) =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)

/**
 * Opens a zip and checks its directory: number of entries, names that would leave the archive or stand twice,
 * encryption. Never throws for what the bytes may contain.
 */
export async function openArchive(
  zip: Uint8Array | ZipSource,
  limits: ArchiveLimits = OFFICE_FILE_LIMITS,
  nameOf: EntryName = standardName,
): Promise<Result<Archive, ReadError>> {
  const source = zip instanceof Uint8Array ? inMemory(zip) : zip
  const opened = await openDirectory(source)
  if (!opened.ok) return opened
  const directory = opened.value
  if (directory.entryCount > limits.entries) {
    return failure({ code: 'too-large', limit: 'unpacked' })
  }
  const listed = await listEntries(directory, nameOf)
  if (!listed.ok) return listed
  const found = listed.value

  let unpacked = 0
  const read = async (name: string): Promise<Result<Uint8Array, ReadError>> => {
    const entry = found.get(name)
    if (entry === undefined) return failure(BROKEN)
    const packed = await packedBytes(source, directory, entry, limits)
    if (!packed.ok) return packed
    const room = Math.min(
      limits.totalSize - unpacked,
      limits.entrySize,
      ratioRoom(packed.value, limits),
    )
    const content = unpack(entry, packed.value, room)
    if (content.ok) unpacked += content.value.length
    return content
  }
  return success({
    entries: [...found].map(([name, entry]) => ({ name, size: entry.uncompressedSize })),
    has: (name) => found.has(name),
    read,
  })
}

const BROKEN = { code: 'damaged', reason: 'broken' } as const
const HOSTILE = { code: 'damaged', reason: 'hostile' } as const

async function openDirectory(source: ZipSource): Promise<Result<ZipFile, ReadError>> {
  try {
    return success(await source.open())
  } catch {
    return failure(BROKEN)
  }
}

async function listEntries(
  zip: ZipFile,
  nameOf: EntryName,
): Promise<Result<ReadonlyMap<string, Entry>, ReadError>> {
  const found = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      // Two entries of one name show different content to different programs.
      if (!isSafeName(name) || found.has(name)) return failure(HOSTILE)
      if (entry.isEncrypted()) return failure({ code: 'encrypted' })
      if (!name.endsWith('/')) found.set(name, entry)
    }
  } catch (error) {
    return failure(isStrongEncryption(error) ? { code: 'encrypted' } : BROKEN)
  }
  return success(found)
}

function isSafeName(name: string): boolean {
  return name !== '' && !name.includes('\0') && validateFileName(name) === null
}

/** yauzl stops before it shows an entry with strong encryption, so its message is all there is. */
function isStrongEncryption(error: unknown): boolean {
  return error instanceof Error && error.message.includes('strong encryption')
}

/** An entry as it lies in the zip. */
async function packedBytes(
  source: ZipSource,
  directory: ZipFile,
  entry: Entry,
  limits: ArchiveLimits,
): Promise<Result<Uint8Array, ReadError>> {
  // What is packed larger than it may become unpacked was not packed by any program.
  if (entry.compressedSize > limits.entrySize + PACKING_OVERHEAD) {
    return failure({ code: 'too-large', limit: 'unpacked' })
  }
  const start = await dataStart(directory, entry)
  if (!start.ok) return start
  const packed = await source.read(start.value, entry.compressedSize)
  return packed === undefined ? failure(BROKEN) : success(packed)
}

/** Bytes that deflate may add to content that it cannot make smaller, generously. */
const PACKING_OVERHEAD = 1024 * 1024

async function dataStart(directory: ZipFile, entry: Entry): Promise<Result<number, ReadError>> {
  try {
    const header = await directory.readLocalFileHeaderPromise(entry, { minimal: true })
    return success(header.fileDataStart)
  } catch {
    return failure(BROKEN)
  }
}

/** The most bytes that `packed` may become without looking like a zip bomb. */
function ratioRoom(packed: Uint8Array, limits: ArchiveLimits): number {
  return Math.max(limits.ratioFreeSize, packed.length * limits.ratio)
}

function unpack(entry: Entry, packed: Uint8Array, room: number): Result<Uint8Array, ReadError> {
  if (entry.uncompressedSize > room) return failure({ code: 'too-large', limit: 'unpacked' })
  const inflated = inflate(entry, packed)
  if (!inflated.ok) return inflated
  const content = inflated.value
  if (content.length !== entry.uncompressedSize) return failure(BROKEN)
  return crc32(content) === entry.crc32 ? success(content) : failure(BROKEN)
}

function inflate(entry: Entry, packed: Uint8Array): Result<Uint8Array, ReadError> {
  if (entry.compressionMethod === STORED) return success(packed)
  if (entry.compressionMethod !== DEFLATED) return failure(BROKEN)
  try {
    // zlib stops as soon as the declared size is passed: an entry that lies about it costs no more than it declared.
    return success(inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) }))
  } catch (error) {
    return failure(isOverflow(error) ? HOSTILE : BROKEN)
  }
}

function isOverflow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
