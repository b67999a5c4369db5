/** A cell as its tags describe it. */
export interface SpanningCell {
  /** At least 1. */
  readonly columnSpan: number
  /** 0: down to the end of its row group. */
  readonly rowSpan: number
}

export interface GridCell<C> {
  readonly cell: C
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Its tags claim a slot that another cell holds too. */
  overlaps: boolean
}

export interface Grid<C> {
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly GridCell<C>[]
}

/** More columns than this in one cell are a slip of the pen; the HTML standard allows 1,000. */
const MAX_COLUMN_SPAN = 100

/**
 * Where each cell of a table stands, by the HTML standard's algorithm ("forming a table"): a cell takes the first free
 * column of its row; row spans end with their row group. Where two cells claim one slot, the upper one keeps it.
 * `groups` are the `thead`, `tbody` and `tfoot` in the order in which they are shown.
 */
export function gridOf<C extends SpanningCell>(
  groups: readonly (readonly (readonly C[])[])[],
): Grid<C> {
  const cells: GridCell<C>[] = []
  /** For each column the cell that last took it. */
  const holders: (GridCell<C> | undefined)[] = []
  let row = 0
  for (const group of groups) {
    const end = row + group.length
    for (const drafts of group) {
      placeRow(drafts, { row, end, holders, cells })
      row++
    }
  }
  return { rowCount: row, columnCount: holders.length, cells }
}

interface Placing<C> {
  readonly row: number
  /** First row behind the row group. */
  readonly end: number
  readonly holders: (GridCell<C> | undefined)[]
  readonly cells: GridCell<C>[]
}

function placeRow<C extends SpanningCell>(
  drafts: readonly C[],
  { row, end, holders, cells }: Placing<C>,
): void {
  const holderAt = (column: number) => {
    const holder = holders[column]
    return holder !== undefined && holder.row + holder.rowSpan > row ? holder : undefined
  }
  let column = 0
  for (const cell of drafts) {
    while (holderAt(column) !== undefined) column++
    const wanted = Math.min(cell.columnSpan, MAX_COLUMN_SPAN)
    let columnSpan = 1
    while (columnSpan < wanted && holderAt(column + columnSpan) === undefined) columnSpan++
    const placed: GridCell<C> = {
      cell,
      row,
      column,
      rowSpan: Math.min(cell.rowSpan === 0 ? end - row : cell.rowSpan, end - row),
      columnSpan,
      overlaps: columnSpan < wanted,
    }
    for (let k = columnSpan; k < wanted; k++) {
      const holder = holderAt(column + k)
      if (holder !== undefined) holder.overlaps = true
    }
    cells.push(placed)
    for (let k = 0; k < columnSpan; k++) holders[column + k] = placed
    column += wanted
  }
}

/** An attribute `colspan`: 1 where it is missing or not a number. */
export const columnSpanOf = (value: string | undefined): number => Math.max(1, spanOf(value) ?? 1)

/** An attribute `rowspan`: 1 where it is missing or not a number, 0 for "to the end". */
export const rowSpanOf = (value: string | undefined): number =>
  Math.min(spanOf(value) ?? 1, MAX_ROW_SPAN)

/** By the HTML standard. */
const MAX_ROW_SPAN = 65_534

function spanOf(value: string | undefined): number | undefined {
  const digits = /^[\s+]*(\d{1,9})/.exec(value ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}
