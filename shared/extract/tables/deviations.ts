import type { CellDoubt, Place } from '../../document/source-document.ts'
import type { CellId } from '../../form/edition.ts'
import type { Deviation } from '../../report/report.ts'
import { repairRadicals } from '../../text/display.ts'
import { toLabelKey } from '../../text/label.ts'
import {
  bestScore,
  isOfficialLabel,
  type LabelTarget,
  labelScore,
  PROBABLE_LABEL,
  SURE_LABEL,
} from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell } from './row.ts'

/** A label, and where it stands. */
interface LabelPlace {
  readonly at: readonly Place[]
  readonly doubt: CellDoubt | null
}

/** A finding that a label differs, unless one of its readings is the official one. The first reading is shown. */
export function labelDeviation(
  { at, doubt }: LabelPlace,
  readings: readonly string[],
  target: LabelTarget,
  cells: readonly CellId[],
): readonly Deviation[] {
  if (readings.some((reading) => isOfficialLabel(reading, target))) return []
  // Where no border says what belongs to a cell, a line too many or too few is the reader's doing as likely.
  if (doubt !== null && isPartOf((readings[0] ?? '').replace(/[\d０-９]/gu, ''), target)) return []
  const found = repairRadicals((readings[0] ?? '').trim())
  return found === '' ? [] : [{ kind: 'label-differs', official: target.label, found, cells, at }]
}

/**
 * Merged headings beside the rows that differ from the official wording. Only a whole heading is compared:
 * a part of one is what a page end or a flattening leaves of it.
 */
export function leftoverHeadings(
  rows: readonly Row[],
  headings: readonly LabelTarget[],
  rowLabels: readonly LabelTarget[],
): readonly Deviation[] {
  const texts = rows.flatMap((row) => row.cells.filter((cell) => !isEmpty(cell) && !isValue(cell)))
  return headings.flatMap((heading): readonly Deviation[] => {
    if (texts.some((cell) => isOfficialLabel(cell.text, heading))) return []
    const [best] = texts
      .filter((cell) => !isRowLabel(cell, rowLabels) && !isPartOf(cell.text, heading))
      .map((cell) => ({ cell, score: labelScore(cell.text, heading) }))
      // A cell that is more like another heading is that heading.
      .filter(
        ({ cell, score }) => score >= PROBABLE_LABEL && score >= bestScore(cell.text, headings),
      )
      .toSorted((a, b) => b.score - a.score)
    return best === undefined
      ? []
      : labelDeviation(best.cell, [best.cell.text, best.cell.label], heading, [])
  })
}

const isRowLabel = (cell: RowCell, rowLabels: readonly LabelTarget[]): boolean =>
  rowLabels.some((target) => labelScore(cell.label, target) >= SURE_LABEL)

/** A part of the heading, or the whole of it with something beside it. */
const isPartOf = (text: string, heading: LabelTarget): boolean => {
  const { words } = toLabelKey(text)
  return heading.key.words.includes(words) || words.includes(heading.key.words)
}
