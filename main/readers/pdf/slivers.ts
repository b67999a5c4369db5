import type { PageTable } from './page-table.ts'

/** In points: lower than any line of text. */
const LOWEST_ROW = 7

/**
 * A part of a table without the blank strips that a page's end cuts off a row: the padding of a torn row, too low
 * to be a row of its own. `edge` says which end of the part lies at the end of a page.
 */
export function withoutSliver(table: PageTable, edge: 'top' | 'bottom'): PageTable {
  const row = edge === 'top' ? 0 : table.rowCount - 1
  const inRow = table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
  const own = inRow.filter(({ rowSpan }) => rowSpan === 1)
  const isSliver =
    own.length > 0 &&
    own.every(({ text, box }) => text === '' && box.bottom - box.top < LOWEST_ROW) &&
    table.rowCount > 1
  if (!isSliver) return table
  return {
    ...table,
    rowCount: table.rowCount - 1,
    cells: table.cells
      .filter((cell) => !own.includes(cell))
      .map((cell) => ({
        ...cell,
        row: edge === 'top' && cell.row > row ? cell.row - 1 : cell.row,
        rowSpan: inRow.includes(cell) ? cell.rowSpan - 1 : cell.rowSpan,
      })),
  }
}
