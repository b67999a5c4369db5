import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { readPositionedList } from './positioned-list.ts'
import { type Property, readProperties } from './properties.ts'

/**
 * A stretch of the text that lies together in the WordDocument stream. A document saved quickly has many, in any
 * order: text that was typed later stands behind the rest.
 */
export interface Piece {
  /** Positions in the text of all stories, in characters. */
  readonly start: number
  readonly end: number
  /** Of its first byte in the WordDocument stream. */
  readonly offset: number
  /** Bytes for each character: 1 in the Windows code page 1252, 2 in UTF-16. */
  readonly width: 1 | 2
  /** Formatting changed after the text was written; it goes before what the text brings along. */
  readonly changes: readonly Property[]
  readonly areChangesKnown: boolean
  /**
   * Its bytes are also those of another piece. Word does so now and then where text was copied; more often one of the
   * two is not where it was.
   */
  readonly isShared: boolean
}

/** More than any report, whatever the file's own numbers say. In characters. */
const LONGEST_TEXT = 2_000_000

/** Reads the pieces ([MS-DOC] 2.9.38, the Clx), and checks that all of them lie in the stream. */
export function readPieceTable(clx: Buffer, word: Buffer): Result<readonly Piece[], ReadError> {
  const lists: Buffer[] = []
  let at = 0
  while (clx[at] === LIST_MARK) {
    if (at + 3 > clx.length) return BROKEN
    const length = clx.readUInt16LE(at + 1)
    lists.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (clx[at] !== PIECES_MARK || at + 5 > clx.length) return BROKEN
  const start = at + 5
  const end = start + clx.readUInt32LE(at + 1)
  if (end > clx.length) return BROKEN
  const found = readPositionedList(clx.subarray(start, end), PIECE_SIZE)
  if (!found.ok) return found
  const { positions, data } = found.value
  if (positions[0] !== 0) return BROKEN
  if ((positions.at(-1) ?? 0) > LONGEST_TEXT) {
    return failure({ code: 'too-large', limit: 'unpacked' })
  }
  const pieces = data.map((descriptor, index) =>
    pieceOf(descriptor, positions[index] ?? 0, positions[index + 1] ?? 0, lists),
  )
  if (pieces.some((piece) => endOf(piece) > word.length)) return BROKEN
  const shared = sharedPieces(pieces, word)
  return success(pieces.map((piece) => ({ ...piece, isShared: shared.has(piece) })))
}

/** Behind its last byte in the stream. */
function endOf({ start, end, offset, width }: StoredPiece): number {
  return offset + (end - start) * width
}

type StoredPiece = Omit<Piece, 'isShared'>

/** Looks at the pieces in the order of the stream, and at the one that reached furthest. */
function sharedPieces(pieces: readonly StoredPiece[], word: Buffer): ReadonlySet<StoredPiece> {
  const stored = pieces
    .filter((piece) => piece.end > piece.start && !isParagraphEnd(piece, word))
    .sort((a, b) => a.offset - b.offset)
  const shared = new Set<StoredPiece>()
  let furthest: StoredPiece | undefined
  for (const piece of stored) {
    if (furthest !== undefined && piece.offset < endOf(furthest)) {
      shared.add(piece)
      shared.add(furthest)
    }
    if (furthest === undefined || endOf(piece) > endOf(furthest)) furthest = piece
  }
  return shared
}

/** Word keeps many ends of paragraphs in one place. */
function isParagraphEnd({ start, end, offset, width }: StoredPiece, word: Buffer): boolean {
  const isOneCharacter = end - start === 1
  return isOneCharacter && word.readUIntLE(offset, width) === PARAGRAPH_END
}

const PARAGRAPH_END = 0x0d

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

/** What stands before a list of properties, and before the pieces. */
const LIST_MARK = 1
const PIECES_MARK = 2
/** Size of a piece's descriptor ([MS-DOC] 2.9.177), and what stands where in it. */
const PIECE_SIZE = 8
const OFFSET_AT = 2
const CHANGES_AT = 6
const IS_ONE_BYTE = 0x4000_0000
const OFFSET_BITS = 0x3fff_ffff

function pieceOf(
  descriptor: Buffer,
  start: number,
  end: number,
  lists: readonly Buffer[],
): StoredPiece {
  const packed = descriptor.readUInt32LE(OFFSET_AT)
  const isOneByte = (packed & IS_ONE_BYTE) !== 0
  // The place of one-byte text is written as if it had two.
  const offset = isOneByte ? (packed & OFFSET_BITS) >>> 1 : packed & OFFSET_BITS
  const { properties, isKnown } = changesOf(descriptor.readUInt16LE(CHANGES_AT), lists)
  return {
    start,
    end,
    offset,
    width: isOneByte ? 1 : 2,
    changes: properties,
    areChangesKnown: isKnown,
  }
}

/** They are applied to each stretch of the piece anew. In bytes. */
const LONGEST_CHANGES = 500

/** Either the number of a list, or one short property in 15 bits ([MS-DOC] 2.9.212 and 2.9.213). */
function changesOf(changes: number, lists: readonly Buffer[]): ReturnType<typeof readProperties> {
  if (changes === 0) return { properties: [], isKnown: true }
  if ((changes & 1) === 1) {
    const list = lists[changes >> 1]
    if (list === undefined || list.length > LONGEST_CHANGES)
      return { properties: [], isKnown: false }
    return readProperties(list)
  }
  const code = SHORT_CODES.get((changes >> 1) & 0x7f)
  // Others concern the look alone: alignment, spacing, colours.
  if (code === undefined) return { properties: [], isKnown: true }
  return { properties: [{ code, operand: Buffer.of(changes >> 8) }], isKnown: true }
}

/** The short properties that this program reads at all. */
const SHORT_CODES: ReadonlyMap<number, number> = new Map([
  [0x0c, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x47, 0x0806],
  [0x53, 0x2a33],
  [0x55, 0x0835],
  [0x56, 0x0836],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x5e, 0x2a3e],
  [0x68, 0x2a48],
  [0x73, 0x2a53],
  [0x75, 0x0855],
  [0x78, 0x2640],
])
