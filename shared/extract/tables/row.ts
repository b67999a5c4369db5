import type { CellDoubt, Place, Table, TableCell } from '../../document/source-document.ts'
import { isFigures, isValueLike } from '../../text/number.ts'

/** One row of a table as the alignment sees it. */
export interface Row {
  /** Cells that begin in this row, from left to right. */
  readonly cells: readonly RowCell[]
  /** Cells of rows above that reach into this row, from left to right. Always empty for flattened text. */
  readonly above: readonly RowCell[]
  /** Whether columns are those of the document; if not, only the order of the cells is known. */
  readonly isGrid: boolean
  /** Rows with the same number come from the same piece of the document's table. */
  readonly fragment: number
}

export interface RowCell {
  readonly text: string
  /** The text with its automatic numbering in front: what a label is recognised by. */
  readonly label: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly at: readonly Place[]
  readonly doubt: CellDoubt | null
  /** Told once for each cell: it is asked many times. */
  readonly shows: Shown
}

/** Nothing at all, what could stand in a number cell, or words. */
type Shown = 'nothing' | 'value' | 'words'

/** What a cell of this text shows. A mark for none, such as `/`, is a value: somebody put it there. */
export function shownBy(text: string): Shown {
  if (text.trim() === '') return 'nothing'
  return isValueLike(text) || isFigures(text) || UNREADABLE.test(text) ? 'value' : 'words'
}

/** Signs of which a PDF does not say what they mean: where there is nothing else, they are a number as a rule. */
const UNREADABLE = /^[\ufffd\p{Co}\s]+$/u

/** The rows of a table block. `fragment` numbers the block among those of the same form table. */
export function tableToRows(table: Table, fragment: number): readonly Row[] {
  const byRow: RowCell[][] = Array.from({ length: table.rowCount }, () => [])
  const reaching: RowCell[][] = Array.from({ length: table.rowCount }, () => [])
  for (const cell of table.cells) {
    const rowCell = toRowCell(cell)
    byRow[cell.row]?.push(rowCell)
    const last = Math.min(cell.row + cell.rowSpan, table.rowCount)
    for (let row = cell.row + 1; row < last; row++) reaching[row]?.push(rowCell)
  }
  const byColumn = (a: RowCell, b: RowCell) => a.column - b.column
  return byRow.map((cells, index) => ({
    cells: cells.toSorted(byColumn),
    above: (reaching[index] ?? []).toSorted(byColumn),
    isGrid: table.geometry === 'grid',
    fragment,
  }))
}

const toRowCell = (cell: TableCell): RowCell => ({
  text: cell.text,
  label: `${cell.numbering}${cell.text}`,
  column: cell.column,
  columnSpan: cell.columnSpan,
  rowSpan: cell.rowSpan,
  at: cell.at,
  doubt: cell.doubt ?? null,
  shows: shownBy(cell.text),
})

/** Whether the cell shows nothing at all. */
export const isEmpty = (cell: RowCell): boolean => cell.shows === 'nothing'

/** Whether the cell could be a number cell: a number, a mark for none, or nothing. */
export const isValue = (cell: RowCell): boolean => cell.shows !== 'words'

/** Whether two cells stand, at least in part, in the same columns. */
export const sharesColumn = (
  a: { readonly column: number; readonly columnSpan: number },
  b: { readonly column: number; readonly columnSpan: number },
): boolean => a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan

/** Whether the cells follow each other without a gap. */
export const isUnbroken = (cells: readonly RowCell[]): boolean =>
  cells.every((cell, i) => i === 0 || cell.column === (cells[i - 1]?.column ?? 0) + 1)

/** The column after the last one that the row reaches, cells of rows above included. */
export const rowEnd = (row: Row): number =>
  // Not spread into one call: flattened text can put a hundred thousand numbers behind one label.
  [...row.above, ...row.cells].reduce(
    (end, cell) => Math.max(end, cell.column + cell.columnSpan),
    0,
  )

/** For each piece of a table the column after which most of its rows end. */
export function usualRowEnds(rows: readonly Row[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const ends = counts.get(row.fragment) ?? new Map<number, number>()
    const end = rowEnd(row)
    ends.set(end, (ends.get(end) ?? 0) + 1)
    counts.set(row.fragment, ends)
  }
  const usual = (ends: ReadonlyMap<number, number>) =>
    [...ends].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
  return new Map([...counts].map(([fragment, ends]) => [fragment, usual(ends)]))
}
