import type { TableCell } from '../../../shared/document/source-document.ts'
import { isValueLike } from '../../../shared/text/number.ts'

/**
 * Joins cells side by side that show the same words: a merged cell that a conversion took apart, its text in each slot.
 * Below such a heading cells that all show the same, in just its columns, were one cell too.
 */
export function joinRepeated(cells: readonly TableCell[]): readonly TableCell[] {
  const joined: TableCell[] = []
  /** What the row above joined, by its first column. */
  let above: ReadonlyMap<number, number> = new Map()
  for (const row of Map.groupBy(cells, (cell) => cell.row).values()) {
    const here = new Map<number, number>()
    for (let index = 0; index < row.length; ) {
      const first = row[index]
      if (first === undefined) break
      const count = runLength(row, index)
      const isOne = count > 1 && (isLabel(first.text) || above.get(first.column) === count)
      if (isOne) here.set(first.column, count)
      joined.push(...(isOne ? [{ ...first, columnSpan: count }] : [first]))
      index += isOne ? count : 1
    }
    above = here
  }
  return joined
}

/** How many single cells from there on show the same. */
function runLength(row: readonly TableCell[], start: number): number {
  const first = row[start]
  if (first === undefined || !isSingle(first)) return 1
  let end = start + 1
  for (; end < row.length; end++) {
    const cell = row[end]
    const isNext = cell?.column === first.column + end - start && cell.text === first.text
    if (cell === undefined || !isNext || !isSingle(cell)) break
  }
  return end - start
}

const isSingle = ({ rowSpan, columnSpan, doubt }: TableCell): boolean =>
  rowSpan === 1 && columnSpan === 1 && doubt === undefined

/** Two cells side by side never have the same name; `无`, `不适用` and the like stand for numbers, and may. */
const isLabel = (text: string): boolean =>
  text.trim().length >= SHORTEST_LABEL && /\p{Script=Han}{2}/u.test(text) && !isValueLike(text)

/** In characters. */
const SHORTEST_LABEL = 4
