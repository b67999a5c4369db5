import { type Body, isBeside } from './bodies.ts'
import { type HeadingSpan, headingSpansOf, type RowExtent } from './heading-spans.ts'
import { labelColumnsOf } from './label-columns.ts'
import type { Piece } from './pieces.ts'
import { type LabelLine, rowLabelsOf } from './row-labels.ts'
import type { Separators } from './separators.ts'
import type { PieceLine } from './value-rows.ts'

/** The words beside a body's numbers, in their cells. */
export interface BodyLabels {
  /** Where columns of headings end, in points from the left. */
  readonly borders: readonly number[]
  readonly rows: readonly LabelledRow[]
  readonly headings: readonly HeadingSpan[]
  /** Labels of rows without numbers that stand between the others. */
  readonly loose: readonly LabelLine[]
  /** Everything that was read as a label. */
  readonly taken: ReadonlySet<Piece>
}

export interface LabelledRow extends RowExtent {
  readonly pieces: readonly Piece[]
  /** Index of the first column that the label stands in. */
  readonly column: number
  /** In ems: how far the label stands from where it should. */
  readonly deviation: number
}

/** Reads the labels of a body; `around` are the lines among which it stands, without its rows. */
export function bodyLabelsOf(
  body: Body,
  around: readonly PieceLine[],
  separators: Separators,
): BodyLabels {
  const { lines, isHeadBelow } = between(body, around)
  const beside = lines.map(({ pieces }) => pieces.filter(({ box }) => isBeside(box, body)))
  const pieces = [...body.rows.flatMap(({ labels }) => labels), ...beside.flat()]
  const beforeHead = new Set(isHeadBelow ? beside.at(-1) : [])
  const columns = labelColumnsOf(body.rows, pieces, separators)
  const { ofRow, left, alignment } = rowLabelsOf(body.rows, columns.lines, separators, beforeHead)
  const rows = body.rows.map((row, index): LabelledRow => {
    const { lines, deviation } = ofRow[index] ?? { lines: [], deviation: 0 }
    const boxes = [row.box, ...lines.map(({ box }) => box)]
    const active = columns.headings.filter(
      ({ firstRow, lastRow }) => firstRow <= index && index <= lastRow,
    )
    return {
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      pieces: lines.flatMap((line) => line.pieces),
      column: Math.max(0, ...active.map(({ column }) => column + 1)),
      deviation,
    }
  })
  const headings = columns.headings.flatMap((run) =>
    headingSpansOf(
      run,
      rows,
      { alignment, isInnermost: run.column + 1 === columns.borders.length },
      separators,
    ),
  )
  const top = rows[0]?.top ?? 0
  const bottom = rows.at(-1)?.bottom ?? 0
  const loose = left.filter(({ level }) => level > top && level < bottom)
  return {
    borders: columns.borders,
    rows,
    headings,
    loose,
    taken: new Set([
      ...rows.flatMap((row) => row.pieces),
      ...headings.flatMap((heading) => heading.pieces),
      ...loose.flatMap((line) => line.pieces),
    ]),
  }
}

/** The lines below the headings above the body, and above those of the next one. */
function between(
  body: Body,
  around: readonly PieceLine[],
): { readonly lines: readonly PieceLine[]; readonly isHeadBelow: boolean } {
  const first = body.rows[0]?.level ?? 0
  const last = body.rows.at(-1)?.level ?? 0
  const isHeading = ({ pieces }: PieceLine) => pieces.some(({ box }) => !isBeside(box, body))
  const start = around.findLastIndex((line) => line.level < first && isHeading(line))
  const end = around.findIndex((line) => line.level > last && isHeading(line))
  const head = around[end]
  return {
    lines: around.slice(start + 1, end < 0 ? around.length : end),
    isHeadBelow: head?.pieces.some(({ box }) => isBeside(box, body)) === true,
  }
}
