import { cellsIn } from '../form/cell-order.ts'
import type { CellId, Edition, Measure, TableId } from '../form/edition.ts'
import type { Cell, Report } from './report.ts'

/** Why what stands in a cell is not the kind of number that the form wants there. */
export type CellFault = 'words' | 'inexact' | 'negative' | 'fraction'

/** What is wrong with the content of a cell of that measure; null for a proper number and for a blank. */
export function faultOf(cell: Cell, measure: Measure): CellFault | null {
  if (cell.kind === 'blank') return null
  if (cell.kind === 'text') return cell.reason
  if (cell.value < 0 && measure !== 'change') return 'negative'
  const mustBeWhole = measure === 'count' || measure === 'change'
  return mustBeWhole && !Number.isInteger(cell.value) ? 'fraction' : null
}

/** The cells that stand in the document, but nobody knows which is which. */
export const unplacedIds = (report: Report): ReadonlySet<CellId> =>
  new Set(report.unplaced.flatMap((group) => group.cells))

/** Whether a person must look at the reading before anything is built on it. */
export function isUncertain(report: Report, id: CellId): boolean {
  const cell = report.cells.get(id)
  return cell === undefined ? unplacedIds(report).has(id) : cell.doubt !== null
}

/** Whether the table follows another edition than the report's, so that its cells cannot be compared with the form. */
export const followsOtherEdition = (report: Report, table: TableId): boolean =>
  report.tables[table].deviations.some((deviation) => deviation.kind === 'other-edition')

/** Whether the table is there and no cell of it holds anything, however many of its cells were located. */
export function isWhollyBlank(report: Report, form: Edition, table: TableId): boolean {
  if (report.tables[table].status === 'missing') return false
  const expected = cellsIn(form, table)
  const located = expected.flatMap(({ id }) => report.cells.get(id) ?? [])
  // A few blank cells of a table that is mostly lost say nothing about the rest.
  if (located.length * 2 <= expected.length) return false
  const ids = new Set(expected.map(({ id }) => id))
  const strays = report.unplaced.filter((group) => group.cells.some((id) => ids.has(id)))
  return (
    located.every((cell) => cell.kind === 'blank') &&
    strays.every((group) => group.values.every((value) => value.trim() === ''))
  )
}
