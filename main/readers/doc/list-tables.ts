import { withoutControls } from '../odd-text.ts'
import type { ListDefinition, ListLevel } from '../settled/list-definitions.ts'
import { NUMBER_FORMATS } from '../settled/number-codes.ts'

/**
 * The lists of automatic numbers ([MS-DOC] 2.9.131 to 2.9.153), by the reference paragraphs have to them. What cannot
 * be read of them gives no numbers.
 */
export function readLists(
  definitions: Buffer,
  overrides: Buffer,
): ReadonlyMap<string, ListDefinition> {
  return readOverrides(overrides, readDefinitions(definitions))
}

/** Levels of a list from the file's own number for it. */
type Definitions = ReadonlyMap<number, ReadonlyMap<number, ListLevel>>

const LIST_SIZE = 28
const STYLES_AT = 8
const LIST_FLAGS_AT = 26
const IS_SIMPLE = 1
const LEVELS = 9

/** The list of lists, and right behind it all their levels. */
function readDefinitions(table: Buffer): Definitions {
  const definitions = new Map<number, ReadonlyMap<number, ListLevel>>()
  if (table.length < 2) return definitions
  const count = table.readUInt16LE(0)
  const reading: Reading = { bytes: table, at: 2 + count * LIST_SIZE }
  for (let index = 0; index < count; index += 1) {
    const at = 2 + index * LIST_SIZE
    if (at + LIST_SIZE > table.length) break
    const isSimple = (table.readUInt8(at + LIST_FLAGS_AT) & IS_SIMPLE) !== 0
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(reading, table.readUInt16LE(at + STYLES_AT + 2 * level))
      if (read === undefined) return definitions
      levels.set(level, read)
    }
    definitions.set(table.readInt32LE(at), levels)
  }
  return definitions
}

/** A place in bytes that moves on while they are read. */
interface Reading {
  readonly bytes: Buffer
  at: number
}

/** Layout of a level, in bytes. Behind it come two lists of properties and the text of the number. */
const LEVEL_SIZE = 28
const FORMAT_AT = 4
const LEVEL_FLAGS_AT = 5
const CHARACTER_SIZE_AT = 24
const PARAGRAPH_SIZE_AT = 25
const RESTART_AT = 26
const IS_LEGAL = 0x04
const HAS_OWN_RESTART = 0x08

/** Undefined where the bytes end before the level does. */
function readLevel(reading: Reading, style: number): ListLevel | undefined {
  const { bytes, at } = reading
  if (at + LEVEL_SIZE > bytes.length) return undefined
  const textAt =
    at +
    LEVEL_SIZE +
    bytes.readUInt8(at + CHARACTER_SIZE_AT) +
    bytes.readUInt8(at + PARAGRAPH_SIZE_AT)
  if (textAt + 2 > bytes.length) return undefined
  const end = textAt + 2 + 2 * bytes.readUInt16LE(textAt)
  if (end > bytes.length) return undefined
  reading.at = end
  const flags = bytes.readUInt8(at + LEVEL_FLAGS_AT)
  return {
    start: bytes.readInt32LE(at),
    format: NUMBER_FORMATS.get(bytes.readUInt8(at + FORMAT_AT)) ?? 'decimal',
    pattern: patternOf(bytes.toString('utf16le', textAt + 2, end).slice(0, LONGEST_PATTERN)),
    isLegal: (flags & IS_LEGAL) !== 0,
    restartsAfter: (flags & HAS_OWN_RESTART) === 0 ? undefined : bytes.readUInt8(at + RESTART_AT),
    style: style === NO_STYLE ? undefined : String(style),
    isHidden: false,
  }
}

const NO_STYLE = 0x0fff

/** A long one would be printed before every paragraph of its list. */
const LONGEST_PATTERN = 100

/** The numbers of the levels stand in the text as the characters U+0000 to U+0008; .docx writes them `%1` to `%9`. */
function patternOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters of the file format
  const pattern = text.replace(/[\u0000-\u0008]/g, (level) => `%${level.charCodeAt(0) + 1}`)
  return withoutControls(pattern.toWellFormed())
}

const OVERRIDE_SIZE = 16
const LEVEL_COUNT_AT = 12
const OVERRIDE_LEVEL_SIZE = 8
const LEVEL_BITS = 0x0f
const HAS_START = 0x10
const HAS_LEVEL = 0x20

/** Paragraphs refer to overrides, from 1; what these change of their lists stands behind them all. */
function readOverrides(
  bytes: Buffer,
  definitions: Definitions,
): ReadonlyMap<string, ListDefinition> {
  const lists = new Map<string, ListDefinition>()
  if (bytes.length < 4) return lists
  const count = bytes.readUInt32LE(0)
  const reading: Reading = { bytes, at: 4 + count * OVERRIDE_SIZE }
  for (let index = 0; index < count; index += 1) {
    const at = 4 + index * OVERRIDE_SIZE
    if (at + OVERRIDE_SIZE > bytes.length) break
    const list = bytes.readInt32LE(at)
    const levels = new Map(definitions.get(list))
    const restarts = new Map<number, number>()
    // In front of the changes stands a number without meaning.
    reading.at += 4
    for (let change = bytes.readUInt8(at + LEVEL_COUNT_AT); change > 0; change -= 1) {
      if (!readChange(reading, levels, restarts)) break
    }
    lists.set(String(index + 1), { counters: String(list), levels, restarts })
  }
  return lists
}

/** False where the bytes end before the change does. */
function readChange(
  reading: Reading,
  levels: Map<number, ListLevel>,
  restarts: Map<number, number>,
): boolean {
  const { bytes, at } = reading
  if (at + OVERRIDE_LEVEL_SIZE > bytes.length) return false
  const start = bytes.readInt32LE(at)
  const flags = bytes.readUInt32LE(at + 4)
  const level = flags & LEVEL_BITS
  reading.at += OVERRIDE_LEVEL_SIZE
  if ((flags & HAS_LEVEL) !== 0) {
    const style = levels.get(level)?.style
    const own = readLevel(reading, style === undefined ? NO_STYLE : Number(style))
    if (own === undefined) return false
    levels.set(level, own)
    if ((flags & HAS_START) !== 0) restarts.set(level, own.start)
  } else if ((flags & HAS_START) !== 0) restarts.set(level, start)
  return true
}
