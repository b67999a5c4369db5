import type {
  Block,
  CellDoubt,
  Paragraph,
  Place,
  TableCell,
} from '../../../shared/document/source-document.ts'
import { hasPrivateSigns, isTurned } from '../odd-text.ts'
import { type PlacedCell, placeCells } from './place-cells.ts'
import {
  paragraphText,
  type SettledBlock,
  type SettledCell,
  type SettledParagraph,
  type SettledTable,
} from './settled.ts'

/**
 * Told of every element that was given an id, so that the view can carry the same ids. Ids count from 0 in
 * the order of the blocks: `p12` is the 13th paragraph, `t3-r2-c1` the cell in row 2 and column 1 of table 3.
 */
export interface IdRecorder {
  readonly paragraph: (paragraph: SettledParagraph, id: string) => void
  readonly cell: (cell: SettledCell, id: string) => void
}

/** Paragraphs and tables of a settled document, in reading order. Blank paragraphs outside tables are left out. */
export function readBlocks(settled: readonly SettledBlock[], recorder?: IdRecorder): Block[] {
  const reading: Reading = { blocks: [], paragraphs: 0, tables: 0, recorder }
  for (const block of settled) readBlock(block, reading)
  return reading.blocks
}

interface Reading {
  readonly blocks: Block[]
  paragraphs: number
  tables: number
  readonly recorder: IdRecorder | undefined
}

function readBlock(block: SettledBlock, reading: Reading): void {
  if (block.kind === 'paragraph') readParagraph(block, reading)
  else readTable(block, reading)
}

function readParagraph(paragraph: SettledParagraph, reading: Reading): void {
  const text = paragraphText(paragraph)
  const { numbering, level } = paragraph
  if (text.trim() === '' && numbering === '') return
  const id = `p${reading.paragraphs}`
  reading.paragraphs += 1
  reading.recorder?.paragraph(paragraph, id)
  const block: Paragraph = { kind: 'paragraph', text, numbering, level, at: [elementPlace(id)] }
  reading.blocks.push(block)
}

/**
 * A layout table only arranges the page: what it holds is read as if it stood there without the table. Any other
 * table is read as one, and tables inside its cells come right after it.
 */
function readTable(table: SettledTable, reading: Reading): void {
  const placed = placeCells(table)
  if (placed.cells.length === 0) return
  const nested = placed.cells.flatMap(({ cell }) => tablesIn(cell))
  if (isLayout(table, nested)) {
    for (const { cell } of placed.cells) {
      for (const block of cell.blocks) readBlock(block, reading)
    }
    return
  }
  const number = reading.tables
  reading.tables += 1
  reading.blocks.push({
    kind: 'table',
    geometry: 'grid',
    rowCount: placed.rowCount,
    columnCount: placed.columnCount,
    cells: placed.cells.map((cell) => readCell(cell, number, reading.recorder)),
  })
  for (const inner of nested) readTable(inner, reading)
}

/** One cell a row holds no figures of the form, and a few cells around bigger tables are a frame. */
function isLayout(table: SettledTable, nested: readonly SettledTable[]): boolean {
  if (table.rows.every((row) => row.cells.length <= 1)) return true
  return sum(nested.map(countAllCells)) > sum(table.rows.map((row) => row.cells.length))
}

function countAllCells(table: SettledTable): number {
  const cells = table.rows.flatMap((row) => row.cells)
  return cells.length + sum(cells.flatMap(tablesIn).map(countAllCells))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function tablesIn(cell: SettledCell): readonly SettledTable[] {
  return cell.blocks.filter((block) => block.kind === 'table')
}

function readCell(placed: PlacedCell, table: number, recorder: IdRecorder | undefined): TableCell {
  const { cell, row, column, rowSpan, columnSpan } = placed
  const id = `t${table}-r${row}-c${column}`
  recorder?.cell(cell, id)
  const shown = numberedText(cell)
  const doubt = placed.doubt ?? nestedDoubt(cell) ?? shownDoubt(cell, shown)
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    ...shown,
    at: [elementPlace(id)],
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** What stands in a table inside the cell is not in the cell's text, though a person sees it there. */
function nestedDoubt(cell: SettledCell): CellDoubt | undefined {
  return tablesIn(cell).length > 0 ? 'crosses-border' : undefined
}

/**
 * An automatic number with nothing or a number behind it may be what a person reads there as a number; a picture in
 * an otherwise blank cell may show one; an override turns 21 into 12, and what a sign of a font shows nobody knows here.
 */
function shownDoubt(
  cell: SettledCell,
  { text, numbering }: Pick<TableCell, 'text' | 'numbering'>,
): CellDoubt | undefined {
  const isNumbered = numbering !== '' && /^[\s\d０-９.,，]*$/u.test(text)
  const isPictured = text.trim() === '' && cell.blocks.some(holdsPicture)
  const isOdd = isTurned(text) || hasPrivateSigns(text)
  return isNumbered || isPictured || isOdd ? 'hidden-text' : undefined
}

const holdsPicture = (block: SettledBlock): boolean =>
  block.kind === 'paragraph' && block.runs.some(({ pictures }) => pictures.length > 0)

/**
 * The number before the cell's text is that of its first paragraph that shows anything; further numbers stand
 * before their own lines.
 */
function numberedText(cell: SettledCell): Pick<TableCell, 'text' | 'numbering'> {
  const paragraphs = cell.blocks.filter((block) => block.kind === 'paragraph')
  const first = paragraphs.find((one) => one.numbering !== '' || paragraphText(one).trim() !== '')
  const lines = paragraphs.map((one) =>
    one === first ? paragraphText(one) : one.numbering + paragraphText(one),
  )
  return { text: lines.join('\n'), numbering: first?.numbering ?? '' }
}

function elementPlace(id: string): Place {
  return { kind: 'element', id }
}
