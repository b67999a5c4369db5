import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { indexOfStretch, readPositionedList } from './positioned-list.ts'
import { type Format, type Property, readProperties, UNKNOWN_FORMAT } from './properties.ts'

/** A stretch of the WordDocument stream, in bytes, with the formatting of its text. */
export interface FormatRun {
  readonly start: number
  readonly end: number
  readonly format: Format
  /** Whether the file has a formatting for it at all. Text that was moved away from its paragraph's end may have none. */
  readonly isListed: boolean
}

/** The formatting of the text at a place of the WordDocument stream. */
export type FormatAt = (offset: number) => FormatRun

/** Where further properties may lie: those that do not fit a page stand in the Data stream. */
export interface FormatSource {
  readonly word: Buffer
  readonly data: Buffer
}

/**
 * Paragraph formatting ([MS-DOC] 2.8.6 and 2.9.175): one run for each paragraph. Broken where a page lies outside
 * the stream.
 */
export function readParagraphFormats(
  list: Buffer,
  source: FormatSource,
): Result<FormatAt, ReadError> {
  const data: DataLists = { bytes: source.data, left: MOST_DATA_PROPERTIES }
  return readPages(list, source.word, {
    entrySize: 13,
    formatAt: (page, at) => paragraphFormat(page, at, data),
  })
}

/** Character formatting ([MS-DOC] 2.8.5 and 2.9.33): one run for each stretch of equal text. */
export function readCharacterFormats(
  list: Buffer,
  source: FormatSource,
): Result<FormatAt, ReadError> {
  return readPages(list, source.word, { entrySize: 1, formatAt: characterFormat })
}

interface PageLayout {
  /** In bytes; the first one is half the place of the format in its page. */
  readonly entrySize: number
  /** Reads the format at a place of its page. */
  readonly formatAt: (page: Buffer, at: number) => Format
}

const PAGE_SIZE = 512
const PAGE_NUMBER_BITS = 0x3f_ffff
const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const PLAIN: Format = { properties: [], style: 0, isKnown: true }

function readPages(list: Buffer, word: Buffer, layout: PageLayout): Result<FormatAt, ReadError> {
  const listed = readPositionedList(list, 4)
  if (!listed.ok) return listed
  const { positions, data } = listed.value
  const numbers = data.map((entry) => entry.readUInt32LE(0) & PAGE_NUMBER_BITS)
  if (numbers.some((number) => (number + 1) * PAGE_SIZE > word.length)) return BROKEN
  const read = new Map<number, readonly FormatRun[]>()
  return success((offset) => {
    const index = indexOfStretch(positions, offset)
    const start = positions[index] ?? 0
    const end = positions[index + 1] ?? word.length
    const unknown = { start, end, format: UNKNOWN_FORMAT }
    const number = numbers[index]
    if (number === undefined) return { ...unknown, isListed: false }
    const page = word.subarray(number * PAGE_SIZE, (number + 1) * PAGE_SIZE)
    const runs = read.get(index) ?? readPage(page, layout, { start, end }) ?? []
    read.set(index, runs)
    const found = runs.find((run) => run.start <= offset && offset < run.end)
    return found ?? { ...unknown, isListed: true }
  })
}

/**
 * The places of the runs from the front of the page, one entry for each behind them, the formats from its end.
 * Undefined where the page is not the one that was announced.
 */
function readPage(
  page: Buffer,
  { entrySize, formatAt }: PageLayout,
  bounds: Pick<FormatRun, 'start' | 'end'>,
): readonly FormatRun[] | undefined {
  const count = page.readUInt8(PAGE_SIZE - 1)
  const entries = 4 * (count + 1)
  if (entries + count * entrySize > PAGE_SIZE - 1) return undefined
  const places = Array.from({ length: count + 1 }, (_, index) => page.readUInt32LE(4 * index))
  if (places[0] !== bounds.start || places[count] !== bounds.end) return undefined
  const runs: FormatRun[] = []
  for (let index = 0; index < count; index += 1) {
    const start = places[index] ?? 0
    const end = places[index + 1] ?? 0
    if (end < start) return undefined
    const at = 2 * page.readUInt8(entries + index * entrySize)
    runs.push({ start, end, format: at === 0 ? PLAIN : formatAt(page, at), isListed: true })
  }
  return runs
}

function characterFormat(page: Buffer, at: number): Format {
  const length = page.readUInt8(at)
  const end = at + 1 + length
  if (end > PAGE_SIZE - 1) return UNKNOWN_FORMAT
  return { ...readProperties(page.subarray(at + 1, end)), style: 0 }
}

/** Counted in words, less the byte that counts; a zero says that the count follows and stands for whole words. */
function paragraphFormat(page: Buffer, at: number, data: DataLists): Format {
  const words = page.readUInt8(at)
  const start = words === 0 ? at + 2 : at + 1
  const length = words === 0 ? 2 * (page[at + 1] ?? 0) : 2 * words - 1
  if (length < STYLE_SIZE || start + length > PAGE_SIZE - 1) return UNKNOWN_FORMAT
  const style = page.readUInt16LE(start)
  const own = readProperties(page.subarray(start + STYLE_SIZE, start + length))
  const properties = withDataProperties(own.properties, data)
  return properties === undefined
    ? { properties: own.properties, style, isKnown: false }
    : { properties, style, isKnown: own.isKnown }
}

const STYLE_SIZE = 2

/** The Data stream. */
interface DataLists {
  readonly bytes: Buffer
  /** How many properties may still be read from it: all paragraphs may refer to the same long list. */
  left: number
}

/** Some thirty for each row of the largest tables that are read. */
const MOST_DATA_PROPERTIES = 1_000_000

/** Each holds the place of a list in the Data stream, which stands for it: sprmPHugePapx, old and new, sprmPTableProps. */
const DATA_REFERENCES: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b])

/** Undefined where a list in the Data stream is missing or cannot be read. */
function withDataProperties(
  properties: readonly Property[],
  data: DataLists,
): readonly Property[] | undefined {
  if (!properties.some(({ code }) => DATA_REFERENCES.has(code))) return properties
  const whole: Property[] = []
  for (const property of properties) {
    const list = DATA_REFERENCES.has(property.code)
      ? dataProperties(property.operand.readUInt32LE(0), data)
      : [property]
    if (list === undefined) return undefined
    whole.push(...list)
  }
  return whole
}

function dataProperties(at: number, data: DataLists): readonly Property[] | undefined {
  const { bytes, left } = data
  if (at + 2 > bytes.length || left <= 0) return undefined
  const end = at + 2 + bytes.readUInt16LE(at)
  const list = readProperties(bytes.subarray(at + 2, end))
  data.left -= list.properties.length
  return end <= bytes.length && list.isKnown ? list.properties : undefined
}
