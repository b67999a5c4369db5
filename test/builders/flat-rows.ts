import type { CellId, TableId } from '../../shared/form/edition.ts'
import type { PrintedTable } from './printed-table.ts'
import { type GridSlot, gridOf } from './printed-table.ts'
import type { TextOptions } from './write-text.ts'

/** A table as rows of texts, as a converter of that layout sees it. */
export interface FlatTable {
  readonly id: TableId
  readonly columnCount: number
  readonly rows: readonly FlatRow[]
}

export type FlatRow = readonly FlatCell[]

export interface FlatCell {
  readonly text: string
  /** The form's number cell that this is; null for a label and for what a merged cell leaves behind. */
  readonly cell: CellId | null
  /** A slot of the grid that no cell starts in. */
  readonly isPadding: boolean
}

/** The rows in the way of the layout: merged cells leave blanks, paddings or nothing. */
export function flattened(table: PrintedTable, { layout, ragged }: TextOptions): FlatTable {
  const rows = rowsOf(table, layout)
  return {
    id: table.id,
    columnCount: table.columnCount,
    rows: ragged === true ? rows.map((row, index) => shiftedLeft(row, index)) : rows,
  }
}

function rowsOf(table: PrintedTable, layout: TextOptions['layout']): readonly FlatRow[] {
  switch (layout) {
    // A cell merged downward is an empty cell in each further row; one merged to the right stands once.
    case 'cell-lines':
      return gridOf(table).map((slots) => slots.filter(isLeftEdge).map(ownCell))
    case 'markdown':
    case 'tab-grid':
      return gridOf(table).map((slots) => slots.map(ownCell))
    case 'pipe-lines':
    case 'padded':
    case 'spaced':
    case 'bare-lines':
      return table.rows.map((cells) => [
        ...cells.map(({ text, cell }) => ({ text, cell, isPadding: false })),
        ...Array.from({ length: table.columnCount - cells.length }, () => PADDING),
      ])
  }
}

const PADDING: FlatCell = { text: '', cell: null, isPadding: true }

/** The slot is the leftmost of its cell in this row. */
const isLeftEdge = (slot: GridSlot | null, column: number): boolean =>
  slot !== null && slot.cell.column === column

const ownCell = (slot: GridSlot | null): FlatCell =>
  slot?.starts === true
    ? { text: slot.cell.text, cell: slot.cell.cell, isPadding: false }
    : { text: '', cell: null, isPadding: false }

/** Blanks before the numbers go to the end of the row: all of them in every third row, one in every second other. */
function shiftedLeft(row: FlatRow, index: number): FlatRow {
  const start = row.findIndex(({ cell }) => cell !== null)
  if (start < 0) return row
  const blanks = row.slice(0, start).filter(({ text }) => text === '').length
  const moved = index % 3 === 0 ? blanks : Math.min(blanks, index % 2)
  const head = [...row.slice(0, start)]
  for (let left = moved; left > 0; left--) {
    head.splice(
      head.findLastIndex(({ text }) => text === ''),
      1,
    )
  }
  return [...head, ...row.slice(start), ...Array.from({ length: moved }, () => BLANK)]
}

const BLANK: FlatCell = { text: '', cell: null, isPadding: false }
