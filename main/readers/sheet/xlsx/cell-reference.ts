import { type CellRange, SHEET_LIMITS } from '../workbook.ts'

/** Most rows of a sheet. */
const MOST_ROWS = 1_048_576

/** `B3` → row 2, column 1; undefined where it is no cell of a sheet. */
export function cellOf(
  reference: string,
): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(reference)
  if (match === null) return undefined
  const [, letters = '', digits = ''] = match
  const column = columnOf(letters.toUpperCase())
  const row = Number(digits) - 1
  return row < MOST_ROWS && column < SHEET_LIMITS.columns ? { row, column } : undefined
}

/** `B3:D4`, or a single cell; undefined where it is no range from its top left to its bottom right. */
export function rangeOf(reference: string): CellRange | undefined {
  const [first, last, ...others] = reference.split(':').map(cellOf)
  const end = last ?? first
  if (first === undefined || end === undefined || others.length > 0) return undefined
  if (end.row < first.row || end.column < first.column) return undefined
  return {
    firstRow: first.row,
    lastRow: end.row,
    firstColumn: first.column,
    lastColumn: end.column,
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
