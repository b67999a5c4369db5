import { isValueLike } from '../../../shared/text/number.ts'
import { cutsOf } from './fused-rows.ts'
import type { PageTable } from './page-table.ts'
import type { TextLine } from './text-lines.ts'

/** Share of a table's rows of values that must be bounded by lines for the lines to be its borders. */
const MOST = 0.5
/** Fewer rows without borders, with fewer values side by side, are a border left out here and there. */
const FEWEST_ROWS = 2
const FEWEST_VALUES = 4

/** Whether lines are drawn in a table, but not between most of its rows of values, or not between their columns. */
export function isPartlyRuled(table: PageTable): boolean {
  let bounded = 0
  let unbounded = 0
  let most = 0
  for (let row = 0; row < table.rowCount; row += 1) {
    const cells = table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1)
    const wide = cells.flatMap(({ lines }) => lines.filter((line) => valuesBeside(line) > 0))
    const fused = cutsOf(table, row).length + 1
    most = Math.max(most, ...wide.map((line) => valuesBeside(line) + 1))
    if (wide.length > 0) unbounded += wide.length
    else if (fused > 1) unbounded += fused
    else if (cells.some(({ text }) => text !== '' && isValueLike(text))) bounded += 1
  }
  const isEnough = unbounded >= FEWEST_ROWS || most >= FEWEST_VALUES
  return isEnough && unbounded > MOST * (bounded + unbounded)
}

/** How many values of a line stand beside something else in the same cell. */
const valuesBeside = ({ segments }: TextLine) =>
  segments.slice(1).filter(({ text }) => isValueLike(text)).length
