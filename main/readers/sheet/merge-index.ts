import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { CellRange } from './workbook.ts'

/** Finds the merge that a cell belongs to. */
export interface MergeIndex {
  readonly at: (row: number, column: number) => CellRange | undefined
}

/**
 * An index over the merges of a sheet. Where two of them overlap the file is damaged: office programs refuse or repair
 * such a sheet, and nobody can say which of the two holds.
 */
export function mergeIndex(merges: readonly CellRange[]): Result<MergeIndex, ReadError> {
  const beginning = Map.groupBy(merges, ({ firstRow }) => firstRow)
  const bands: Band[] = []
  for (const row of [...beginning.keys()].toSorted((a, b) => a - b)) {
    const above = bands.at(-1)?.merges.filter(({ lastRow }) => lastRow >= row) ?? []
    const reaching = [...above, ...(beginning.get(row) ?? [])].toSorted(
      (a, b) => a.firstColumn - b.firstColumn,
    )
    const overlaps = reaching.some(
      ({ firstColumn }, index) => (reaching[index - 1]?.lastColumn ?? -1) >= firstColumn,
    )
    if (overlaps) return failure({ code: 'damaged', reason: 'broken' })
    bands.push({ row, merges: reaching })
  }
  return success({ at: (row, column) => mergeAt(bands, row, column) })
}

/** The rows from one in which a merge begins to the next such row. */
interface Band {
  readonly row: number
  /** Those that reach its first row, by their columns. */
  readonly merges: readonly CellRange[]
}

function mergeAt(bands: readonly Band[], row: number, column: number): CellRange | undefined {
  const band = lastUpTo(bands, row, (one) => one.row)
  const merge = lastUpTo(band?.merges ?? [], column, (one) => one.firstColumn)
  return merge !== undefined && merge.lastColumn >= column && merge.lastRow >= row
    ? merge
    : undefined
}

/** The last of the sorted items whose position is at most this one. */
function lastUpTo<T>(
  items: readonly T[],
  position: number,
  positionOf: (item: T) => number,
): T | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && positionOf(item) <= position) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}
