import { buildDoc, type DocParagraph, type DocParts, type DocPiece } from './doc.ts'
import { type DocCell, inTable, property, rowEnd } from './doc-rows.ts'
import { type DocStyle, OWN_STYLE } from './doc-styles.ts'
import { textOf } from './doc-text.ts'
import type { PrintedBlock } from './printed-report.ts'
import { type GridSlot, gridOf, type PrintedTable } from './printed-table.ts'

export interface DocOptions {
  /** Cells merged across: one wide cell, as Word writes them now, or cells with marks, as in old files. */
  readonly merges?: 'wide' | 'marked'
  /** Headings get their 一、 from Word's numbering instead of from the text. */
  readonly autoNumbered?: boolean
  /** Letters and digits with one byte each, in pieces of their own. */
  readonly isMixed?: boolean
  /** Saved quickly and often: pieces of some hundred characters, in another order than in the text. */
  readonly isScattered?: boolean
  /** What rows are is told in the Data stream, as for wide tables. */
  readonly hasDataRows?: boolean
  /** Borders drawn by hand: rows miss one another by some twentieths of a point. */
  readonly isDrawnByHand?: boolean
  /** The file ends with its last byte, as WPS leaves it, not at the end of a sector. */
  readonly hasShortEnd?: boolean
}

/** The report as a Word 97 file. */
export function toDoc(blocks: readonly PrintedBlock[], options: DocOptions = {}): Uint8Array {
  const bytes = buildDoc(docParts(blocks, options))
  return options.hasShortEnd === true ? withoutZeros(bytes) : bytes
}

/** The report as the paragraphs and pieces of such a file. */
export function docParts(blocks: readonly PrintedBlock[], options: DocOptions = {}): DocParts {
  const paragraphs = blocks.flatMap((block) => blockParagraphs(block, options))
  const text = paragraphs.map(textOf).join('')
  const pieces = options.isMixed === true ? piecesByWidth(text) : evenPieces(text, options)
  return {
    paragraphs,
    pieces,
    pieceOrder: options.isScattered === true ? scattered(pieces.length) : [...pieces.keys()],
    styles: STYLES,
    lists: [{ start: 1, format: CHINESE_COUNTING, text: '\0、' }],
    ...(options.hasDataRows === true ? { longestProperties: SHORTEST_ROW } : {}),
  }
}

/** As the file numbers the format of 一、二、三、. */
const CHINESE_COUNTING = 39
/** Longer than the properties of any paragraph that ends no row. In bytes. */
const SHORTEST_ROW = 30

const TITLE = 15
const HEADING = 1
const CLOSING = 16
const STYLES: ReadonlyMap<number, DocStyle> = new Map([
  [0, { name: 'Normal', builtIn: 0 }],
  [HEADING, { name: 'heading 1', builtIn: 1 }],
  [TITLE, { name: 'Report Title', builtIn: OWN_STYLE, paragraph: property(0x2403, 1) }],
  [CLOSING, { name: 'Closing', builtIn: OWN_STYLE, paragraph: property(0x2403, 2) }],
])
const BOLD = property(0x0835, 1)
const NUMBERED = Buffer.concat([property(0x260a, 0), property(0x460b, 1, 0)])

function blockParagraphs(block: PrintedBlock, options: DocOptions): readonly DocParagraph[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((text) => ({
        ...paragraph(text, TITLE),
        spans: [{ text, properties: BOLD }],
      }))
    case 'heading':
      return options.autoNumbered === true && block.numbering !== ''
        ? [{ ...paragraph(block.text, HEADING), properties: NUMBERED }]
        : [paragraph(block.numbering + block.text, HEADING)]
    case 'paragraph':
      return [paragraph(block.text, 0)]
    case 'closing':
      return block.lines.map((line) => paragraph(line, CLOSING))
    case 'table':
      return tableParagraphs(block.table, options)
  }
}

const paragraph = (text: string, style: number): DocParagraph => ({
  spans: text === '' ? [] : [{ text }],
  mark: '\r',
  style,
})

const CELL_MARK = '\u0007'

function tableParagraphs(table: PrintedTable, options: DocOptions): readonly DocParagraph[] {
  return gridOf(table).flatMap((slots, row) => {
    const shown = slots.flatMap((slot, column) =>
      slot !== null && (slot.cell.column === column || options.merges === 'marked')
        ? [{ slot, column }]
        : [],
    )
    const cells = shown.map(({ slot, column }) => cellOf(slot, column, table, row, options))
    return [
      ...shown.map(({ slot }) => cellParagraph(slot.starts ? slot.cell.text : '')),
      { spans: [], mark: CELL_MARK, properties: rowEnd(LEFT + driftOf(row, 0, options), cells) },
    ]
  })
}

const cellParagraph = (text: string): DocParagraph => ({
  spans: text === '' ? [] : [{ text }],
  mark: CELL_MARK,
  properties: inTable(),
})

/** In twentieths of a point, as Word sets a table by default: a little to the left of the text. */
const LEFT = -108
const TEXT_WIDTH = 9160

function cellOf(
  { cell }: GridSlot,
  column: number,
  table: PrintedTable,
  row: number,
  options: DocOptions,
): DocCell {
  const isMarked = options.merges === 'marked'
  const end = isMarked ? column + 1 : cell.column + cell.columnSpan
  const right = LEFT + edgeOf(table, end) + driftOf(row, end, options)
  const isFirstRow = table.rows[row]?.includes(cell) === true
  return {
    right,
    ...(isMarked && cell.columnSpan > 1 ? { across: mergeOf(cell.column === column) } : {}),
    ...(cell.rowSpan > 1 ? { down: mergeOf(isFirstRow) } : {}),
  }
}

const mergeOf = (isFirst: boolean): 'first' | 'merged' => (isFirst ? 'first' : 'merged')

/** Table 3 has two narrow columns of labels and a wide one. */
function edgeOf(table: PrintedTable, column: number): number {
  if (table.id !== 't3') return Math.round((TEXT_WIDTH * column) / table.columnCount)
  return [0, 560, 1560][column] ?? 4400 + (column - 3) * 680
}

function driftOf(row: number, edge: number, { isDrawnByHand }: DocOptions): number {
  return isDrawnByHand === true ? ((row * 7 + edge * 5) % 9) * 9 : 0
}

/** Stretches of ASCII, and what stands between them. */
function piecesByWidth(text: string): readonly DocPiece[] {
  return [...text.matchAll(/\p{ASCII}+|\P{ASCII}+/gu)].map(([stretch]) => ({
    length: stretch.length,
    isOneByte: /^\p{ASCII}/u.test(stretch),
  }))
}

const PIECE_LENGTH = 170

function evenPieces(text: string, { isScattered }: DocOptions): readonly DocPiece[] {
  if (isScattered !== true) return [{ length: text.length }]
  const count = Math.ceil(text.length / PIECE_LENGTH)
  return Array.from({ length: count }, () => ({ length: PIECE_LENGTH }))
}

/** Every third piece first, then the others from the end. */
function scattered(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  return [
    ...all.filter((index) => index % 3 === 0),
    ...all.filter((index) => index % 3 !== 0).toReversed(),
  ]
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1)
}
