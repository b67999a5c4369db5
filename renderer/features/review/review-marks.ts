import type { Place } from '../../../shared/document/source-document.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import type { Finding } from '../../../shared/report/finding.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { CellPlace, SourceMark } from './source/source-marks.ts'

type Located = Pick<Report, 'cells' | 'unplaced'>

/** Where a cell stands in the source; for one whose place could not be decided, the values that it is among. */
export function placesOf(report: Located, id: CellId): readonly Place[] {
  const cell = report.cells.get(id)
  if (cell !== undefined) return cell.at
  return report.unplaced.find(({ cells }) => cells.includes(id))?.at ?? []
}

/** What is marked in the source: the selected cell, and all that the open finding is about. */
export function marksOf(
  report: Located,
  finding: Finding | null,
  cell: CellId | null,
): readonly SourceMark[] {
  const selected = cell === null ? [] : placesOf(report, cell)
  const related =
    finding === null ? [] : [...finding.cells.flatMap((id) => placesOf(report, id)), ...finding.at]
  const marks = [
    ...selected.map((place): SourceMark => ({ kind: 'selected', place })),
    ...related.map((place): SourceMark => ({ kind: 'related', place })),
  ]
  const seen = new Set<string>()
  // A place is marked once, by the more important of its marks.
  return marks.filter(({ place }) => {
    const key = JSON.stringify(place)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Every place of every cell, to find the cell that was clicked in the source. */
export const cellPlacesOf = ({ cells }: Located): readonly CellPlace[] =>
  [...cells].flatMap(([id, { at }]) => at.map((place) => ({ id, place })))
