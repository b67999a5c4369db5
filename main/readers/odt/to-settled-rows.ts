import type { SettledCell, SettledRow } from '../settled/settled.ts'

/** A settled cell with its place in the table. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: SettledCell['blocks']
  readonly doubt: SettledCell['doubt']
}

/** The table row by row, as Word writes one: a cell that is merged downward goes on in each row that it reaches. */
export function toSettledRows(
  rowCount: number,
  columnCount: number,
  cells: readonly GridCell[],
): readonly SettledRow[] {
  const rows = Array.from({ length: rowCount }, (): GridCell[] => [])
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows[row]?.push(cell)
  }
  return rows.map((row, index) => settledRow(row, index, columnCount))
}

function settledRow(row: readonly GridCell[], rowIndex: number, columnCount: number): SettledRow {
  const cells: SettledCell[] = []
  let column = 0
  for (const cell of row.toSorted((one, other) => one.column - other.column)) {
    if (cell.column > column) cells.push(filler(cell.column - column))
    cells.push(settledCell(cell, rowIndex))
    column = cell.column + cell.columnSpan
  }
  return { before: 0, after: columnCount - column, widthBefore: undefined, cells }
}

function settledCell(cell: GridCell, row: number): SettledCell {
  const { columnSpan: span, rowSpan } = cell
  if (row > cell.row) return { ...EMPTY, span, merge: 'continue' }
  const merge = rowSpan > 1 ? 'restart' : 'none'
  return { ...EMPTY, span, merge, blocks: cell.blocks, doubt: cell.doubt }
}

const EMPTY: SettledCell = {
  span: 1,
  width: undefined,
  merge: 'none',
  blocks: [],
  doubt: undefined,
}

/** No cell stands here, which no program writes. */
const filler = (span: number): SettledCell => ({ ...EMPTY, span, doubt: 'crosses-border' })
