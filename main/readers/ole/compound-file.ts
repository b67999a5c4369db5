import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

/**
 * The streams of an OLE compound file ([MS-CFB]), the container of old office files. Written here because cfb 1.2.2
 * runs forever or out of memory on directories and chains that close on themselves.
 */
export interface CompoundFile {
  /**
   * The stream of that name, in upper or lower case, right below the root; undefined where there is none. Where the
   * file ends early, only the beginning of the stream; broken where its chain does not fit its size.
   */
  readonly stream: (name: string) => Result<Buffer, ReadError> | undefined
}

/** Opens a compound file from memory. Never throws, and never reads a sector twice for one stream. */
export function openCompoundFile(bytes: Uint8Array): Result<CompoundFile, ReadError> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = readHeader(file)
  if (header === undefined) return BROKEN
  const sectors = fileSectors(file, header)
  const directory = readToEnd(sectors, header.directoryStart)
  if (!directory.ok) return directory
  const [root, ...others] = entriesIn(directory.value)
  if (root === undefined) return BROKEN
  const entries = [root, ...others]
  const topLevel = siblingsFrom(entries, root.child)

  return success({
    stream: (name) => {
      const entry = topLevel.find(
        (one) => one.type === TYPE_STREAM && one.name.toLowerCase() === name.toLowerCase(),
      )
      if (entry === undefined) return undefined
      if (entry.size >= MINI_STREAM_CUTOFF) return readChain(sectors, entry.start, entry.size)
      const mini = miniSectors(sectors, header, root)
      return mini.ok ? readChain(mini.value, entry.start, entry.size) : mini
    },
  })
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

/** Layout of the header ([MS-CFB] 2.2), in bytes. */
const HEADER_SIZE = 512
const SECTOR_SHIFT_OFFSET = 30
const DIRECTORY_START_OFFSET = 48
const MINI_TABLE_START_OFFSET = 60
const MORE_TABLES_START_OFFSET = 68
const TABLES_OFFSET = 76
const TABLES_IN_HEADER = 109

/** Sectors of 512 bytes, or of 4096 in version 4. */
const SECTOR_SHIFTS: ReadonlySet<number> = new Set([9, 12])
const MINI_SECTOR_SIZE = 64
/** Streams shorter than this lie in the mini stream. */
const MINI_STREAM_CUTOFF = 4096
/** Stands in a table for the last sector of a chain. */
const END_OF_CHAIN = -2

interface Header {
  readonly sectorSize: number
  readonly directoryStart: number
  readonly miniTableStart: number
}

function readHeader(file: Buffer): Header | undefined {
  if (file.length < HEADER_SIZE) return undefined
  const shift = file.readUInt16LE(SECTOR_SHIFT_OFFSET)
  if (!SECTOR_SHIFTS.has(shift)) return undefined
  return {
    sectorSize: 2 ** shift,
    directoryStart: file.readInt32LE(DIRECTORY_START_OFFSET),
    miniTableStart: file.readInt32LE(MINI_TABLE_START_OFFSET),
  }
}

/** Numbered pieces of equal size, and a table that says which follows which. */
interface Sectors {
  readonly size: number
  /** How many there are at most; a chain with more of them runs in a circle. */
  readonly count: number
  /** Shorter than `size` at the end of the file, as WPS leaves it; undefined behind it. */
  readonly at: (sector: number) => Buffer | undefined
  /** Undefined where the table itself is cut off. */
  readonly next: (sector: number) => number | undefined
}

function fileSectors(file: Buffer, { sectorSize }: Header): Sectors {
  const count = Math.max(0, Math.ceil(file.length / sectorSize) - 1)
  const at = (sector: number): Buffer | undefined =>
    sector < 0 || sector >= count
      ? undefined
      : file.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize)
  const tables = tableSectors(file, sectorSize, at)
  const perTable = sectorSize / 4
  const next = (sector: number): number | undefined => {
    const table = at(tables[Math.floor(sector / perTable)] ?? -1)
    return table === undefined ? undefined : int32(table, 4 * (sector % perTable))
  }
  return { size: sectorSize, count, at, next }
}

/** Where the parts of the sector table are: the first in the header, further ones in sectors chained by their end. */
function tableSectors(
  file: Buffer,
  sectorSize: number,
  at: (sector: number) => Buffer | undefined,
): readonly number[] {
  const tables: number[] = []
  for (let index = 0; index < TABLES_IN_HEADER; index += 1) {
    tables.push(file.readInt32LE(TABLES_OFFSET + 4 * index))
  }
  const seen = new Set<number>()
  let more = file.readInt32LE(MORE_TABLES_START_OFFSET)
  while (!seen.has(more)) {
    seen.add(more)
    const sector = at(more)
    if (sector === undefined || sector.length < sectorSize) break
    for (let place = 0; place < sectorSize - 4; place += 4) tables.push(sector.readInt32LE(place))
    more = sector.readInt32LE(sectorSize - 4)
  }
  return tables
}

function int32(bytes: Buffer, at: number): number | undefined {
  return at >= 0 && at + 4 <= bytes.length ? bytes.readInt32LE(at) : undefined
}

/** A chain of unknown length, up to its end or to the end of the file. */
function readToEnd(sectors: Sectors, start: number): Result<Buffer, ReadError> {
  const parts: Buffer[] = []
  let sector: number | undefined = start
  while (sector !== undefined && sector !== END_OF_CHAIN) {
    const part = sectors.at(sector)
    if (part === undefined) break
    if (parts.length === sectors.count) return BROKEN
    parts.push(part)
    sector = sectors.next(sector)
  }
  return success(Buffer.concat(parts))
}

/** Exactly as many sectors as the size asks for: a chain that jumps to a wrong sector hardly has the right length. */
function readChain(sectors: Sectors, start: number, size: number): Result<Buffer, ReadError> {
  const needed = Math.ceil(size / sectors.size)
  const parts: Buffer[] = []
  let sector: number | undefined = start
  while (parts.length < needed) {
    if (sector === undefined) return success(Buffer.concat(parts))
    if (sector < 0 || parts.length === sectors.count) return BROKEN
    const part = sectors.at(sector)
    // What follows a missing sector would move up into its place.
    if (part === undefined) return success(Buffer.concat(parts))
    parts.push(part)
    sector = sectors.next(sector)
  }
  if (needed > 0 && sector !== undefined && sector !== END_OF_CHAIN) return BROKEN
  return success(Buffer.concat(parts).subarray(0, size))
}

function miniSectors(
  sectors: Sectors,
  { miniTableStart }: Header,
  root: Entry,
): Result<Sectors, ReadError> {
  const table = readToEnd(sectors, miniTableStart)
  if (!table.ok) return table
  const content = readChain(sectors, root.start, root.size)
  if (!content.ok) return content
  const count = Math.ceil(content.value.length / MINI_SECTOR_SIZE)
  return success({
    size: MINI_SECTOR_SIZE,
    count,
    at: (sector) =>
      sector < 0 || sector >= count
        ? undefined
        : content.value.subarray(sector * MINI_SECTOR_SIZE, (sector + 1) * MINI_SECTOR_SIZE),
    next: (sector) => int32(table.value, 4 * sector),
  })
}

/** A directory entry ([MS-CFB] 2.6.1). */
interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  /** In bytes. */
  readonly size: number
}

const ENTRY_SIZE = 128
const TYPE_STREAM = 2
const LONGEST_NAME = 64

function entriesIn(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
    const nameBytes = Math.min(directory.readUInt16LE(at + 64), LONGEST_NAME)
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
      type: directory.readUInt8(at + 66),
      left: directory.readInt32LE(at + 68),
      right: directory.readInt32LE(at + 72),
      child: directory.readInt32LE(at + 76),
      start: directory.readInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

/** All entries of one storage: embedded objects hold streams of the same names deeper down. */
function siblingsFrom(entries: readonly Entry[], first: number): readonly Entry[] {
  const seen = new Set<number>()
  const siblings: Entry[] = []
  const waiting = [first]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (entry === undefined || seen.has(index)) continue
    seen.add(index)
    siblings.push(entry)
    waiting.push(entry.left, entry.right)
  }
  return siblings
}
