import type { CellDoubt } from '../../../shared/document/source-document.ts'
import { type SettledCell, type SettledRow, type SettledTable, showsText } from './settled.ts'

/** A table whose cells have their place in one grid. */
export interface PlacedTable {
  readonly rowCount: number
  readonly columnCount: number
  /** By row, then by column; a merged cell once, at its top left. */
  readonly cells: readonly PlacedCell[]
}

export interface PlacedCell {
  readonly cell: SettledCell
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly doubt: CellDoubt | undefined
}

/** Gives every cell its rows and columns: columns from the rows' own spans, rows from the vertical merges. */
export function placeCells(table: SettledTable): PlacedTable {
  const rowWidth = usualRowWidth(table)
  const edges = columnEdges(table, rowWidth)
  const placed: PlacingCell[] = []
  /** The cell that reaches down to the row before, by its first column. */
  let above = new Map<number, PlacingCell>()
  let columnCount = 0
  table.rows.forEach((row, rowIndex) => {
    const here = new Map<number, PlacingCell>()
    for (const slot of placeRow(row, rowWidth, edges)) {
      const upper = above.get(slot.column)
      const isContinued = slot.cell.merge === 'continue'
      if (isContinued && upper?.cell.merge !== 'none' && upper?.columnSpan === slot.columnSpan) {
        extendDown(upper, slot)
        here.set(slot.column, upper)
      } else {
        const cell = startCell(slot, rowIndex, upper)
        placed.push(cell)
        here.set(slot.column, cell)
      }
      columnCount = Math.max(columnCount, slot.column + slot.columnSpan)
    }
    columnCount = Math.max(columnCount, rowWidthOf(row))
    above = here
  })
  return { rowCount: table.rows.length, columnCount, cells: placed }
}

interface Slot {
  readonly cell: SettledCell
  readonly column: number
  readonly columnSpan: number
  readonly isGuessed: boolean
}

interface PlacingCell extends PlacedCell {
  rowSpan: number
  doubt: CellDoubt | undefined
}

function startCell(slot: Slot, row: number, upper: PlacingCell | undefined): PlacingCell {
  const { cell, column, columnSpan, isGuessed } = slot
  // It says that it belongs to the merge above, which is wider or narrower: nobody knows what was meant.
  const isTorn = cell.merge === 'continue' && upper !== undefined && upper.cell.merge !== 'none'
  const doubt = cell.doubt ?? (isGuessed || isTorn ? 'crosses-border' : undefined)
  return { cell, row, column, rowSpan: 1, columnSpan, doubt }
}

/** Word shows only the first cell's text of a vertical merge. */
function extendDown(upper: PlacingCell, slot: Slot): void {
  upper.rowSpan += 1
  upper.doubt ??= showsText(slot.cell.blocks) ? 'hidden-text' : undefined
  upper.doubt ??= slot.isGuessed ? 'crosses-border' : undefined
}

function rowWidthOf(row: SettledRow): number {
  return row.cells.reduce((sum, cell) => sum + cell.span, row.before + row.after)
}

/**
 * How many grid columns a row of this table has. The rows decide, those with many cells before titles of one,
 * because programs leave a stale `w:tblGrid` behind; it only decides between widths of equal weight.
 */
function usualRowWidth(table: SettledTable): number {
  const weights = new Map<number, number>()
  for (const row of table.rows) {
    const width = rowWidthOf(row)
    weights.set(width, (weights.get(width) ?? 0) + row.cells.length)
  }
  const announced = table.gridWidths.length
  let usual = 0
  for (const [width, weight] of weights) {
    const best = weights.get(usual) ?? 0
    const winsDraw = usual !== announced && (width === announced || width > usual)
    if (weight > best || (weight === best && winsDraw)) usual = width
  }
  return usual
}

/** Positions of the column borders in twentieths of a point; undefined where the table does not tell them. */
function columnEdges(table: SettledTable, rowWidth: number): readonly number[] | undefined {
  const { gridWidths } = table
  if (gridWidths.length === rowWidth && gridWidths.every((width) => width > 0)) {
    return runningSums(gridWidths)
  }
  for (const row of table.rows) {
    const widths = row.cells.flatMap(({ width, span }) =>
      width !== undefined && width > 0 && span === 1 ? [width] : [],
    )
    if (widths.length === rowWidth && row.cells.length === rowWidth) return runningSums(widths)
  }
  return undefined
}

function runningSums(widths: readonly number[]): readonly number[] {
  const sums = [0]
  for (const width of widths) sums.push((sums.at(-1) ?? 0) + width)
  return sums
}

/** The row's cells with their columns: by spans where the row is as wide as the others, else by measured widths. */
function placeRow(
  row: SettledRow,
  rowWidth: number,
  edges: readonly number[] | undefined,
): readonly Slot[] {
  const isRegular = rowWidthOf(row) === rowWidth
  const measured = isRegular || edges === undefined ? undefined : placeByWidths(row, edges)
  if (measured !== undefined) return measured
  let column = row.before
  return row.cells.map((cell) => {
    const slot = { cell, column, columnSpan: cell.span, isGuessed: !isRegular }
    column += cell.span
    return slot
  })
}

/** About two millimetres in twentieths of a point: hand-drawn borders miss one another by less. */
const EDGE_TOLERANCE = 113

/** Undefined where a width is missing or a border of the row meets none of the table's. */
function placeByWidths(row: SettledRow, edges: readonly number[]): readonly Slot[] | undefined {
  const start = row.before === 0 ? 0 : (row.widthBefore ?? edges[row.before])
  if (start === undefined) return undefined
  let position = start
  let column = edgeAt(edges, position)
  const slots: Slot[] = []
  for (const cell of row.cells) {
    if (column === undefined || cell.width === undefined) return undefined
    position += cell.width
    const next = edgeAt(edges, position)
    if (next === undefined || next <= column) return undefined
    slots.push({ cell, column, columnSpan: next - column, isGuessed: false })
    column = next
  }
  return slots
}

/** The one border near a position; undefined where there is none, or two that cannot be told apart. */
function edgeAt(edges: readonly number[], position: number): number | undefined {
  const near = edges.flatMap((edge, index) =>
    Math.abs(edge - position) <= EDGE_TOLERANCE ? [index] : [],
  )
  return near.length === 1 ? near[0] : undefined
}
