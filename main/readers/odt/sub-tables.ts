import { columnEdges } from './column-edges.ts'
import { type LaidCell, type LaidTable, layOutTable } from './lay-out-table.ts'
import type { OdfStyles } from './odf-styles.ts'
import { elementsIn, type OdfElement } from './odf-tree.ts'

/**
 * Older files write a cell that was split as a table inside it (`table:is-sub-table`), which shows as rows and columns
 * of the table around it. Gives such a table as one grid, its columns found by their measures; undefined where the
 * table has no sub-tables, or where their places cannot be told.
 */
export function layOutWithSubTables(table: OdfElement, styles: OdfStyles): LaidTable | undefined {
  const laid = layOutTable(table)
  if (!laid.cells.some(({ element }) => subTableOf(element) !== undefined)) return undefined
  const measured = measure(laid, table, WHOLE, styles)
  return measured === undefined ? undefined : toGrid(measured)
}

/** A stretch of the table's width, which goes from 0 to 1. */
interface Stretch {
  readonly left: number
  readonly right: number
}

const WHOLE: Stretch = { left: 0, right: 1 }

interface Measured {
  readonly rowCount: number
  readonly pieces: readonly Piece[]
}

interface Piece extends Stretch {
  readonly element: OdfElement
  readonly row: number
  readonly rowSpan: number
  readonly doubt: LaidCell['doubt']
}

/** The one table in a cell that is a part of the table around the cell. */
function subTableOf(cell: OdfElement): OdfElement | undefined {
  const [only, ...others] = elementsIn(cell)
  const isSubTable =
    others.length === 0 &&
    only?.name === 'table:table' &&
    only.attributes['table:is-sub-table'] === 'true'
  return isSubTable ? only : undefined
}

function measure(
  laid: LaidTable,
  table: OdfElement,
  stretch: Stretch,
  styles: OdfStyles,
): Measured | undefined {
  const edges = columnEdges(table, laid.columnCount, styles)
  if (edges === undefined) return undefined
  const at = (column: number): number =>
    stretch.left + (edges[column] ?? 1) * (stretch.right - stretch.left)
  const heights = Array.from({ length: laid.rowCount }, () => 1)
  const inner = new Map<LaidCell, Measured>()
  for (const cell of laid.cells) {
    const subTable = subTableOf(cell.element)
    if (subTable === undefined) continue
    const own = { left: at(cell.column), right: at(cell.column + cell.columnSpan) }
    const measured = measure(layOutTable(subTable), subTable, own, styles)
    // A split cell that is also merged downward: its rows and those of the table cannot be told apart.
    if (measured === undefined || cell.rowSpan > 1) return undefined
    inner.set(cell, measured)
    heights[cell.row] = Math.max(heights[cell.row] ?? 1, measured.rowCount)
  }
  const starts = runningSums(heights)
  const startOf = (row: number): number => starts[row] ?? 0
  const pieces = laid.cells.flatMap((cell): readonly Piece[] => {
    const row = startOf(cell.row)
    const rowSpan = startOf(cell.row + cell.rowSpan) - row
    const measured = inner.get(cell)
    if (measured !== undefined) return stretched(measured, row, rowSpan)
    const { element, doubt } = cell
    const own = { left: at(cell.column), right: at(cell.column + cell.columnSpan) }
    return [{ ...own, element, row, rowSpan, doubt }]
  })
  return { rowCount: startOf(laid.rowCount), pieces }
}

function runningSums(numbers: readonly number[]): readonly number[] {
  const sums = [0]
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number)
  return sums
}

/** The pieces of a sub-table in the rows of the table around it; one with fewer rows than its neighbours is in doubt. */
function stretched(measured: Measured, row: number, rowCount: number): readonly Piece[] {
  const missing = rowCount - measured.rowCount
  return measured.pieces.map((piece) => {
    const isLast = piece.row + piece.rowSpan === measured.rowCount
    return {
      ...piece,
      row: row + piece.row,
      rowSpan: piece.rowSpan + (isLast ? missing : 0),
      doubt: piece.doubt ?? (missing > 0 ? 'crosses-border' : undefined),
    }
  })
}

/** Of the table's width; borders that are meant to meet miss one another by less, columns are wider. */
const EDGE_TOLERANCE = 0.004

function toGrid({ rowCount, pieces }: Measured): LaidTable {
  const borders: number[] = []
  for (const edge of pieces.flatMap(({ left, right }) => [left, right]).toSorted(ascending)) {
    if (edge - (borders.at(-1) ?? Number.NEGATIVE_INFINITY) > EDGE_TOLERANCE) borders.push(edge)
  }
  const columnAt = (edge: number): number => borders.findLastIndex((border) => border <= edge)
  const cells = pieces.map(({ left, right, ...piece }): LaidCell => {
    const column = columnAt(left)
    return { ...piece, column, columnSpan: Math.max(1, columnAt(right) - column) }
  })
  return { rowCount, columnCount: borders.length - 1, cells }
}

const ascending = (one: number, other: number): number => one - other
