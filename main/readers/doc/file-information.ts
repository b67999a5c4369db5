import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

/** The beginning of a Word document ([MS-DOC] 2.5.1, the FIB): how long its stories are and where its tables lie. */
export interface FileInformation {
  readonly tableStream: '0Table' | '1Table'
  readonly stories: Stories
  /** Where a structure lies in the table stream; empty ones have length 0. */
  readonly place: (structure: Structure) => StreamPlace
}

/** Lengths of the stories in characters; they follow one another in this order. */
export interface Stories {
  readonly main: number
  /** Footnotes, headers, comments and endnotes together: nothing of them is read. */
  readonly notes: number
  readonly textBoxes: number
  readonly headerTextBoxes: number
}

/** In bytes. */
export interface StreamPlace {
  readonly offset: number
  readonly length: number
}

/** Positions of the structures in the list of places ([MS-DOC] 2.5.6). */
const STRUCTURES = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fontNames: 15,
  pieces: 33,
  shapeAnchors: 40,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const

export type Structure = keyof typeof STRUCTURES

/** Reads the FIB at the beginning of the WordDocument stream. */
export function readFileInformation(word: Buffer): Result<FileInformation, ReadError> {
  if (word.length < PLACES_OFFSET) return BROKEN
  const version = word.readUInt16LE(VERSION_OFFSET)
  if (version > 0 && version < WORD_97) {
    return failure({ code: 'unsupported-type', extension: 'doc' })
  }
  if (word.readUInt16LE(0) !== SIGNATURE) return BROKEN
  const flags = word.readUInt16LE(FLAGS_OFFSET)
  if ((flags & IS_ENCRYPTED) !== 0) return failure({ code: 'encrypted' })
  // Every version writes the fixed parts at the same length; another one would move all that follows.
  const hasKnownLayout =
    word.readUInt16LE(SHORTS_COUNT_OFFSET) === SHORTS &&
    word.readUInt16LE(LONGS_COUNT_OFFSET) === LONGS
  if (!hasKnownLayout) return BROKEN
  const stories = readStories(word)
  if (stories === undefined) return BROKEN
  const places = Math.min(
    word.readUInt16LE(PLACES_COUNT_OFFSET),
    Math.floor((word.length - PLACES_OFFSET) / PLACE_SIZE),
  )
  return success({
    tableStream: (flags & USES_TABLE_1) === 0 ? '0Table' : '1Table',
    stories,
    place: (structure) => {
      const index = STRUCTURES[structure]
      const at = PLACES_OFFSET + index * PLACE_SIZE
      if (index >= places) return { offset: 0, length: 0 }
      return { offset: word.readUInt32LE(at), length: word.readUInt32LE(at + 4) }
    },
  })
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

const SIGNATURE = 0xa5ec
/** Word 6 and 95 write versions up to 105 and have another layout; one edition of Word 97 wrote one less than 193. */
const WORD_97 = 192

const VERSION_OFFSET = 2
const FLAGS_OFFSET = 10
const IS_ENCRYPTED = 0x0100
const USES_TABLE_1 = 0x0200

const SHORTS_COUNT_OFFSET = 32
const SHORTS = 14
const LONGS_COUNT_OFFSET = 62
const LONGS = 22
const STORIES_OFFSET = 76
const PLACES_COUNT_OFFSET = 152
const PLACES_OFFSET = 154
const PLACE_SIZE = 8

function readStories(word: Buffer): Stories | undefined {
  const lengths = Array.from({ length: 8 }, (_, index) =>
    word.readInt32LE(STORIES_OFFSET + 4 * index),
  )
  if (lengths.some((length) => length < 0)) return undefined
  const [main = 0, footnotes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0] = lengths
  const notes = footnotes + headers + macros + comments + endnotes
  const [textBoxes = 0, headerTextBoxes = 0] = lengths.slice(6)
  return { main, notes, textBoxes, headerTextBoxes }
}
