/** One change to a formatting, as Word lists them ([MS-DOC] 2.2.5, a Prl). */
export interface Property {
  /** The whole code of the sprm, as in the specification (`0x2416`). */
  readonly code: number
  /** Without the byte or bytes that tell its own length. */
  readonly operand: Buffer
}

/** What a stretch of text or a paragraph is formatted with, beside its style. */
export interface Format {
  readonly properties: readonly Property[]
  /** Index of the paragraph style; 0 is the ordinary one. */
  readonly style: number
  /** Whether the file's own list could be read to its end. What is unknown may hide or move the text. */
  readonly isKnown: boolean
}

/** For text whose formatting is missing or cannot be read. */
export const UNKNOWN_FORMAT: Format = { properties: [], style: 0, isKnown: false }

/** Reads a list of properties (a grpprl) in its order. */
export function readProperties(list: Buffer): Pick<Format, 'properties' | 'isKnown'> {
  const properties: Property[] = []
  let at = 0
  while (at + CODE_SIZE < list.length) {
    const code = list.readUInt16LE(at)
    const size = operandSize(code, list, at + CODE_SIZE)
    if (size === undefined) return { properties, isKnown: false }
    const start = at + CODE_SIZE + size.prefix
    const end = start + size.content
    if (end > list.length) return { properties, isKnown: false }
    properties.push({ code, operand: list.subarray(start, end) })
    at = end
  }
  // Lists are filled up to an even length.
  return { properties, isKnown: list.length - at <= 1 }
}

/** The last property of that code: later ones go before earlier ones. */
export function lastOf(properties: readonly Property[], code: number): Property | undefined {
  return properties.findLast((property) => property.code === code)
}

/** The first byte of the last property of that code; undefined where there is none. */
export function byteOf(properties: readonly Property[], code: number): number | undefined {
  const operand = lastOf(properties, code)?.operand
  return operand?.[0]
}

const CODE_SIZE = 2

interface OperandSize {
  /** Bytes that only tell the length. */
  readonly prefix: number
  readonly content: number
}

/** By the upper three bits of the code; 6 stands for a length that is written in front. */
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3]
const VARIABLE = 6

const DEFINE_TABLE = 0xd608
const OLD_DEFINE_TABLE = 0xd606
const CHANGE_TABS = 0xc615

function operandSize(code: number, list: Buffer, at: number): OperandSize | undefined {
  const kind = code >> 13
  if (kind !== VARIABLE) return { prefix: 0, content: SIZES[kind] ?? 0 }
  if (code === DEFINE_TABLE || code === OLD_DEFINE_TABLE) {
    // The length of a table's definition takes two bytes and counts one of them.
    if (at + 2 > list.length) return undefined
    const length = list.readUInt16LE(at)
    return length === 0 ? undefined : { prefix: 2, content: length - 1 }
  }
  const length = list[at]
  if (length === undefined) return undefined
  if (code === CHANGE_TABS && length === LONG_TABS) return longTabs(list, at + 1)
  return { prefix: 1, content: length }
}

/** Tab stops too many for one byte of length tell their own number: 4 bytes for one deleted, 3 for one added. */
const LONG_TABS = 255

function longTabs(list: Buffer, at: number): OperandSize | undefined {
  const deleted = list[at]
  if (deleted === undefined) return undefined
  const added = list[at + 1 + 4 * deleted]
  return added === undefined ? undefined : { prefix: 1, content: 2 + 4 * deleted + 3 * added }
}
