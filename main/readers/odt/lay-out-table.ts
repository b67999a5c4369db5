import type { CellDoubt } from '../../../shared/document/source-document.ts'
import { countOf, elementsIn, type OdfElement, type OdfNode } from './odf-tree.ts'

/** A table whose cells have their place in one grid. */
export interface LaidTable {
  readonly rowCount: number
  readonly columnCount: number
  /** By row, then by column; a merged cell once, at its top left. */
  readonly cells: readonly LaidCell[]
}

export interface LaidCell {
  /** `table:table-cell`; one that is repeated stands here each time. */
  readonly element: OdfElement
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly doubt: CellDoubt | undefined
}

/** The largest merge that is followed; Writer itself has no more columns. */
export const WIDEST_SPAN = 1000

/**
 * Gives the cells of `table:table` their rows and columns. OpenDocument wants a `table:covered-table-cell` for each
 * place that a merged cell covers; LibreOffice goes by the merges alone. Where the two give a cell different columns,
 * it is in doubt.
 */
export function layOutTable(table: OdfElement): LaidTable {
  const rows = rowsIn(table)
  const isCountable = rows.some((row) => elementsIn(row).some(isCovered))
  const state: Laying = { cells: [], owners: [], rowCount: rows.length, isCountable }
  rows.forEach((row, index) => layOutRow(row, index, state))
  const columnCount = state.cells.reduce(
    (most, { column, columnSpan }) => Math.max(most, column + columnSpan),
    0,
  )
  return { rowCount: rows.length, columnCount, cells: state.cells }
}

/** The rows in order, each as often as it is repeated, whatever groups they stand in. */
function rowsIn(table: OdfElement): readonly OdfElement[] {
  return elementsIn(table).flatMap((element) => {
    if (ROW_GROUPS.has(element.name)) return rowsIn(element)
    if (element.name !== 'table:table-row') return []
    return Array.from({ length: countOf(element, 'table:number-rows-repeated') }, () => element)
  })
}

const ROW_GROUPS: ReadonlySet<string> = new Set([
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
])

const isCovered = ({ name }: OdfElement): boolean => name === 'table:covered-table-cell'

interface Laying {
  readonly cells: LayingCell[]
  /** By column, the last cell that was put there; it may reach into the row that is read. */
  readonly owners: (LayingCell | undefined)[]
  readonly rowCount: number
  /** Covered cells are written, so that places can be counted. */
  readonly isCountable: boolean
}

interface LayingCell extends LaidCell {
  doubt: CellDoubt | undefined
}

function layOutRow(row: OdfElement, rowIndex: number, state: Laying): void {
  const isTaken = (column: number): boolean => {
    const owner = state.owners[column]
    return owner !== undefined && owner.row + owner.rowSpan > rowIndex
  }
  let counted = 0
  let next = 0
  let isUncertain = false
  for (const element of elementsIn(row)) {
    if (element.name !== 'table:table-cell' && !isCovered(element)) continue
    for (let left = countOf(element, 'table:number-columns-repeated'); left > 0; left -= 1) {
      const column = counted
      counted += 1
      if (isCovered(element) && isTaken(column)) {
        noteLostText(element, state.owners[column])
        continue
      }
      while (isTaken(next)) next += 1
      // A covered place that nothing covers throws the count and the merges apart, for this row's other cells too.
      isUncertain ||= isCovered(element) || (state.isCountable && next !== column)
      const cell = newCell(element, rowIndex, next, state.rowCount)
      cell.doubt = isUncertain ? 'crosses-border' : undefined
      next = put(cell, isTaken, state)
    }
  }
}

function newCell(
  element: OdfElement,
  row: number,
  column: number,
  rowCount: number,
): LayingCell & { columnSpan: number } {
  const rowSpan = Math.max(1, countOf(element, 'table:number-rows-spanned'))
  const columnSpan = Math.max(1, countOf(element, 'table:number-columns-spanned'))
  return {
    element,
    row,
    column,
    rowSpan: Math.min(rowSpan, rowCount - row),
    columnSpan: Math.min(columnSpan, WIDEST_SPAN),
    doubt: undefined,
  }
}

/** Gives the cell the columns that are free for it, and the first one behind them. */
function put(
  cell: LayingCell & { columnSpan: number },
  isTaken: (column: number) => boolean,
  state: Laying,
): number {
  let end = cell.column + 1
  while (end < cell.column + cell.columnSpan && !isTaken(end)) end += 1
  // It would lie over a cell merged from above.
  if (end < cell.column + cell.columnSpan) cell.doubt = 'crosses-border'
  cell.columnSpan = end - cell.column
  for (let column = cell.column; column < end; column += 1) state.owners[column] = cell
  state.cells.push(cell)
  return end
}

/** What stands in a covered place is in the file, but not on the page. */
function noteLostText(covered: OdfElement, owner: LayingCell | undefined): void {
  if (owner !== undefined && hasText(covered)) owner.doubt ??= 'hidden-text'
}

/** Whether anything but white space stands inside. */
export function hasText(element: OdfElement): boolean {
  return element.content.some((node: OdfNode) =>
    typeof node === 'string' ? node.trim() !== '' : hasText(node),
  )
}
