import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type MergeIndex, mergeIndex } from './merge-index.ts'
import { type CellRange, SHEET_LIMITS, type Sheet, type SheetCell } from './workbook.ts'

/** A cell as the sheet shows it: merged cells are one, and what is hidden takes no place. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly doubt: CellDoubt | undefined
  readonly isFramed: boolean
}

export interface VisibleSheet {
  /** By row, then by column. */
  readonly areas: readonly Area[]
  /** Cells with text in hidden rows and columns. */
  readonly hiddenTexts: number
}

/** What a person sees of a sheet, up to a few rows and columns behind the last text. */
export function visibleAreas(sheet: Sheet): Result<VisibleSheet, ReadError> {
  const cells = sheet.cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  const merges = mergeIndex(sheet.merges)
  if (!merges.ok) return merges
  const joined = joinMerged(cells, merges.value)
  const rows = shownPositions(sheet.hiddenRows)
  const columns = shownPositions(sheet.hiddenColumns)
  const areas: Area[] = []
  let hiddenTexts = 0
  for (const { cell, range } of joined) {
    const [row, rowEnd] = rows(range.firstRow, range.lastRow)
    const [column, columnEnd] = columns(range.firstColumn, range.lastColumn)
    if (rowEnd > row && columnEnd > column) {
      const { text, doubt, isFramed } = cell
      const spans = { rowSpan: rowEnd - row, columnSpan: columnEnd - column }
      areas.push({ row, column, ...spans, text, doubt, isFramed })
    } else if (!isBlank(cell.text)) hiddenTexts += 1
  }
  const clipped = clip(areas)
  return clipped.ok ? success({ areas: clipped.value, hiddenTexts }) : clipped
}

/** Whether something stands in the area, or may stand there. */
export const isFilled = ({ text, doubt }: Pick<Area, 'text' | 'doubt'>): boolean =>
  !isBlank(text) || doubt !== undefined

/** Whether a text shows nothing. */
export const isBlank = (shown: string): boolean => shown.trim() === ''

interface Joined {
  readonly cell: Pick<SheetCell, 'text' | 'doubt' | 'isFramed'>
  readonly range: CellRange
}

/** Each merge once, with the text of its first cell; a text in one of its other cells is there, but not shown. */
function joinMerged(cells: readonly SheetCell[], merges: MergeIndex): readonly Joined[] {
  const joined: Joined[] = []
  const byMerge = new Map<CellRange, Writable>()
  for (const cell of cells) {
    const range = merges.at(cell.row, cell.column)
    if (range === undefined) {
      joined.push({ cell, range: rangeOf(cell) })
      continue
    }
    const isFirst = cell.row === range.firstRow && cell.column === range.firstColumn
    const known = byMerge.get(range)
    if (known === undefined) {
      const shown: Writable = isFirst
        ? { text: cell.text, doubt: cell.doubt, isFramed: cell.isFramed }
        : // Its first cell is always stored with the others; here it was lost.
          { text: '', doubt: 'hidden-text', isFramed: cell.isFramed }
      byMerge.set(range, shown)
      joined.push({ cell: shown, range })
    } else {
      known.isFramed ||= cell.isFramed
      known.doubt ??= lostDoubt(cell)
    }
  }
  return joined
}

interface Writable {
  readonly text: string
  doubt: CellDoubt | undefined
  isFramed: boolean
}

const lostDoubt = (cell: SheetCell): CellDoubt | undefined =>
  isBlank(cell.text) ? undefined : 'hidden-text'

const rangeOf = ({ row, column }: SheetCell): CellRange => ({
  firstRow: row,
  lastRow: row,
  firstColumn: column,
  lastColumn: column,
})

/** Where what stands from `first` to `last` begins and ends once the hidden positions are gone. */
function shownPositions(
  hidden: ReadonlySet<number>,
): (first: number, last: number) => readonly [start: number, end: number] {
  const sorted = [...hidden].toSorted((a, b) => a - b)
  /** How many hidden positions stand before this one. */
  const hiddenBefore = (position: number): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    return low
  }
  return (first, last) => [first - hiddenBefore(first), last + 1 - hiddenBefore(last + 1)]
}

/** Blank cells are kept so far behind the last text: lines are often drawn around more than is filled in. */
const MARGIN = 30

/** Leaves out what lies far behind the last text, so that formatting down to the last row costs nothing. */
function clip(areas: readonly Area[]): Result<readonly Area[], ReadError> {
  const filled = areas.filter(isFilled)
  const last = (end: (area: Area) => number): number =>
    filled.reduce((most, area) => Math.max(most, end(area)), 0)
  const lastRow = last(({ row }) => row + 1)
  const lastColumn = last(({ column }) => column + 1)
  if (lastRow > SHEET_LIMITS.rows) return failure({ code: 'too-large', limit: 'table' })
  const clipped = areas
    .filter(({ row, column }) => row < lastRow + MARGIN && column < lastColumn + MARGIN)
    .map((area) => ({
      ...area,
      rowSpan: Math.min(area.rowSpan, lastRow + MARGIN - area.row),
      columnSpan: Math.min(area.columnSpan, lastColumn + MARGIN - area.column),
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  const slots = clipped.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)
  if (slots > SHEET_LIMITS.slots) return failure({ code: 'too-large', limit: 'table' })
  return success(clipped)
}
