import { type CellLens, LENS_WORDS, lensOf } from '../../../shared/desk/cell-lens.ts'
import { cellsOfEdition } from '../../../shared/form/cell-id.ts'
import type { Edition } from '../../../shared/form/edition.ts'
import type { Report } from '../../../shared/report/report.ts'

const SHOWN: readonly CellLens[] = [
  'empty',
  'slash',
  'dash',
  'none',
  'text',
  'uncertain',
  'missing',
]

/** What the patterns of the lens mean, and how many cells have each. */
export function LensLegend({ form, report }: { readonly form: Edition; readonly report: Report }) {
  const counts = Map.groupBy(cellsOfEdition(form), ({ id }) => lensOf(report, id))
  const present = SHOWN.filter((lens) => counts.has(lens))
  if (present.length === 0) return <p className="lens-legend">没有空白，也没有写“/”“—”“无”的格</p>
  return (
    <ul className="lens-legend" aria-label="各种空格">
      {present.map((lens) => (
        <li key={lens}>
          <span className={`lens-sample lens-${lens}`} aria-hidden />
          {LENS_WORDS[lens]} <b className="figures">{counts.get(lens)?.length ?? 0}</b>
        </li>
      ))}
    </ul>
  )
}
