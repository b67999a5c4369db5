/** Formatting of a stretch of the WordDocument stream, for [MS-DOC] 2.9.175 and 2.9.33. */
export interface PageRun {
  /** Offset behind its last byte. */
  readonly end: number
  /** What a page holds for it; empty for plain text. */
  readonly format: Uint8Array
}

export interface FormatPages {
  /** Each of 512 bytes. */
  readonly pages: readonly Uint8Array[]
  /** Offset of the first byte each page speaks of, and behind the last byte of all. */
  readonly bounds: readonly number[]
}

const PAGE_SIZE = 512
/** The place of the format, and for paragraphs twelve bytes on their height. */
export const CHARACTER_ENTRY = 1
export const PARAGRAPH_ENTRY = 13

/** Fills as few pages as the runs need, in their order. */
export function formatPages(
  start: number,
  runs: readonly PageRun[],
  entrySize: number,
): FormatPages {
  const pages: Uint8Array[] = []
  const bounds = [start]
  let waiting: PageRun[] = []
  const flush = (): void => {
    pages.push(formatPage(bounds.at(-1) ?? start, waiting, entrySize))
    bounds.push(waiting.at(-1)?.end ?? start)
    waiting = []
  }
  for (const run of runs) {
    if (waiting.length > 0 && sizeOf([...waiting, run], entrySize) > PAGE_SIZE) flush()
    waiting.push(run)
  }
  flush()
  return { pages, bounds }
}

const even = (length: number): number => length + (length % 2)

const sizeOf = (runs: readonly PageRun[], entrySize: number): number =>
  runs.reduce((sum, { format }) => sum + 4 + entrySize + even(format.length), 4 + 2)

/** Offsets from the front, an entry for each run behind them, formats from the end, and the number of runs at last. */
function formatPage(start: number, runs: readonly PageRun[], entrySize: number): Uint8Array {
  const page = Buffer.alloc(PAGE_SIZE)
  page.writeUInt32LE(start, 0)
  let free = PAGE_SIZE - 2
  runs.forEach(({ end, format }, index) => {
    page.writeUInt32LE(end, 4 * (index + 1))
    if (format.length === 0) return
    free -= even(format.length)
    page.set(format, free)
    page.writeUInt8(free / 2, 4 * (runs.length + 1) + index * entrySize)
  })
  page.writeUInt8(runs.length, PAGE_SIZE - 1)
  return page
}

/** A character's format as a page holds it; none for no properties. */
export const characterFormat = (properties: Uint8Array): Uint8Array =>
  properties.length === 0
    ? new Uint8Array()
    : Buffer.concat([Buffer.of(properties.length), properties])

/** A paragraph's format as a page holds it: counted in words, in one of two ways. */
export function paragraphFormat(style: number, properties: Uint8Array): Uint8Array {
  const content = Buffer.concat([uint16(style), properties])
  const { length } = content
  const head = length % 2 === 0 ? Buffer.of(0, length / 2) : Buffer.of((length + 1) / 2)
  return Buffer.concat([head, content])
}

export function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value & 0xffff, 2 * index)
  })
  return bytes
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value >>> 0, 4 * index)
  })
  return bytes
}
