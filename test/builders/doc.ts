import { utils, write } from 'cfb'
import { CHARACTER_ENTRY, formatPages, PARAGRAPH_ENTRY, uint16, uint32 } from './doc-pages.ts'
import { type DocList, type DocStyle, fontTable, listTables, styleSheet } from './doc-styles.ts'
import {
  characterRuns,
  paragraphRuns,
  pieceTable,
  placePieces,
  TEXT_START,
  textBytes,
  textOf,
} from './doc-text.ts'

/** The pieces of a Word 97 file made for a test, as near to its bytes as its peculiarities need. */
export interface DocParts {
  readonly paragraphs: readonly DocParagraph[]
  /** What stands behind the main story. */
  readonly stories?: Readonly<Partial<Record<DocStory, readonly DocParagraph[]>>>
  /** How the text is cut; one piece of UTF-16 where not given. The last takes what is left. */
  readonly pieces?: readonly DocPiece[]
  /** The pieces, by their number, in the order of the stream. */
  readonly pieceOrder?: readonly number[]
  readonly styles?: ReadonlyMap<number, DocStyle>
  readonly lists?: readonly DocList[]
  readonly fonts?: readonly string[]
  /** Further structures of the table stream, by their number in the FIB. */
  readonly structures?: ReadonlyMap<number, Uint8Array>
  /** Paragraph properties longer than this stand in the Data stream. In bytes. */
  readonly longestProperties?: number
}

export type DocStory = 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textBoxes'

export interface DocParagraph {
  readonly spans: readonly DocSpan[]
  /** `\r`, or U+0007 at the end of a cell and a row. */
  readonly mark: string
  readonly style?: number
  readonly properties?: Uint8Array
  /** Of its mark as a character. */
  readonly markProperties?: Uint8Array
}

export interface DocSpan {
  readonly text: string
  readonly properties?: Uint8Array
}

export interface DocPiece {
  /** In characters. */
  readonly length: number
  readonly isOneByte?: boolean
  /** Properties that the piece brings to its text. */
  readonly changes?: Uint8Array
}

/** A .doc as Word 97 could have written it. */
export function buildDoc(parts: DocParts): Uint8Array {
  const { word, table, data } = wordStreams(parts)
  return compoundFile([
    ['WordDocument', word],
    ['1Table', table],
    ...(data.length === 0 ? [] : [['Data', data] as const]),
  ])
}

/** Streams in an OLE container. */
export function compoundFile(streams: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const file = utils.cfb_new()
  for (const [name, content] of streams) utils.cfb_add(file, `/${name}`, content)
  // Which cfb marks its work with.
  utils.cfb_del(file, '/\u0001Sh33tJ5')
  const bytes: unknown = write(file, { type: 'buffer' })
  if (!Buffer.isBuffer(bytes)) throw new Error('no buffer')
  return bytes
}

/** Positions of the structures among the places in the FIB. */
const STYLES = 1
const SECTIONS = 6
const CHARACTER_PAGES = 12
const PARAGRAPH_PAGES = 13
const FONTS = 15
const PIECES = 33
const LISTS = 73
const LIST_OVERRIDES = 74

const PAGE_SIZE = 512
const ORDINARY: ReadonlyMap<number, DocStyle> = new Map([[0, { name: 'Normal', builtIn: 0 }]])
/** One section of the page's usual size, which is told nowhere. */
const ONE_SECTION = Buffer.concat([uint16(0), uint32(0xffffffff), uint16(0), uint32(0xffffffff)])

/** The streams of the file, for tests that change bytes in them. */
export function wordStreams(parts: DocParts): Record<'word' | 'table' | 'data', Buffer> {
  const stories = storiesOf(parts)
  const paragraphs = stories.flat()
  const pieces = placePieces(paragraphs.map(textOf).join(''), parts)
  const text = textBytes(pieces)
  const data: Buffer[] = []
  const characters = formatPages(TEXT_START, characterRuns(paragraphs, pieces), CHARACTER_ENTRY)
  const longest = parts.longestProperties ?? LONGEST_PROPERTIES
  const runs = paragraphRuns(paragraphs, pieces, longest, data)
  const marks = formatPages(TEXT_START, runs, PARAGRAPH_ENTRY)
  const firstPage = Math.ceil((TEXT_START + text.length) / PAGE_SIZE)
  const pages = [...characters.pages, ...marks.pages]
  const lists = listTables(parts.lists ?? [])
  const table = tableStream([
    [STYLES, styleSheet(parts.styles ?? ORDINARY)],
    [SECTIONS, Buffer.concat([uint32(0, lengthOf(stories[0] ?? [])), ONE_SECTION])],
    [CHARACTER_PAGES, pageList(characters.bounds, firstPage)],
    [PARAGRAPH_PAGES, pageList(marks.bounds, firstPage + characters.pages.length)],
    [FONTS, fontTable(parts.fonts ?? ['宋体'])],
    [PIECES, pieceTable(pieces)],
    [LISTS, lists.definitions, lists.levels],
    [LIST_OVERRIDES, lists.overrides],
    ...(parts.structures ?? []),
  ])
  const fib = fileInformation(stories.map(lengthOf), table.places)
  const word = Buffer.alloc((firstPage + pages.length) * PAGE_SIZE)
  word.set(fib)
  word.writeUInt32LE(TEXT_START, 24)
  word.writeUInt32LE(TEXT_START + text.length, 28)
  word.set(text, TEXT_START)
  pages.forEach((page, index) => {
    word.set(page, (firstPage + index) * PAGE_SIZE)
  })
  return { word, table: table.bytes, data: Buffer.concat(data) }
}

/** What fits a page beside the rest. In bytes. */
const LONGEST_PROPERTIES = 480

const STORIES = ['footnotes', 'headers', 'comments', 'endnotes', 'textBoxes'] as const

/** The main story first; behind others stands one more paragraph, which belongs to none. */
function storiesOf(parts: DocParts): readonly (readonly DocParagraph[])[] {
  const others = STORIES.map((story) => parts.stories?.[story] ?? [])
  const isAlone = others.every((story) => story.length === 0)
  return [parts.paragraphs, ...others, isAlone ? [] : [{ spans: [], mark: '\r' }]]
}

const lengthOf = (paragraphs: readonly DocParagraph[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + textOf(paragraph).length, 0)

/** Bounds of the pages, and their numbers ([MS-DOC] 2.8.6). */
const pageList = (bounds: readonly number[], firstPage: number): Buffer =>
  Buffer.concat([
    uint32(...bounds),
    uint32(...Array.from({ length: bounds.length - 1 }, (_, index) => firstPage + index)),
  ])

type Structure = readonly [number: number, announced: Uint8Array, further?: Uint8Array]
type Place = readonly [number: number, offset: number, length: number]

function tableStream(structures: readonly Structure[]): {
  readonly bytes: Buffer
  readonly places: readonly Place[]
} {
  const places: Place[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  for (const [number, announced, further = new Uint8Array()] of structures) {
    places.push([number, offset, announced.length])
    parts.push(announced, further)
    offset += announced.length + further.length
  }
  return { bytes: Buffer.concat(parts), places }
}

const WORD_97 = 0xc1
/** The tables stand in 1Table, and characters may have two bytes. */
const FLAGS = 0x1200
const CHINESE = 0x0804
const STRUCTURES = 93
/** Comments come behind macros, which nobody has any more. */
const STORY_PLACES = [76, 80, 84, 92, 96, 100]

function fileInformation(stories: readonly number[], places: readonly Place[]): Buffer {
  const fib = Buffer.alloc(TEXT_START)
  fib.set(uint16(0xa5ec, WORD_97, 0, CHINESE, 0, FLAGS, 0xbf))
  fib.writeUInt16LE(14, 32)
  fib.writeUInt16LE(22, 62)
  STORY_PLACES.forEach((at, index) => {
    fib.writeUInt32LE(stories[index] ?? 0, at)
  })
  fib.writeUInt16LE(STRUCTURES, 152)
  for (const [number, offset, length] of places) {
    fib.set(uint32(offset, length), 154 + 8 * number)
  }
  return fib
}
