import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, centreX, centreY, contains } from './boxes.ts'
import { doubtOf, type FilledCell } from './fill-cells.ts'
import type { PageTable } from './page-table.ts'
import type { CellDraft } from './table-rows.ts'
import { linesOf, textOf } from './text-lines.ts'
import type { Extent } from './value-columns.ts'

/** What a table's cells stand between. */
export interface Setting {
  readonly page: number
  /** Where something is written that cannot be seen. */
  readonly hidden: readonly Box[]
  /** Where columns of headings end, in points from the left. */
  readonly borders: readonly number[]
  /** Where the texts of the other columns stand, labels first. */
  readonly columns: readonly Extent[]
}

/** A table of cells whose borders run through the middle of the gaps between their texts. Every cell is in doubt. */
export function placeCells(
  rows: readonly (readonly CellDraft[])[],
  { page, hidden, borders, columns }: Setting,
): PageTable {
  const boxes = rows.flat().flatMap(({ pieces }) => pieces.map(({ box }) => box))
  const around = boxAround(boxes) ?? NOTHING
  const xs = [around.left, ...borders, ...middles(columns), around.right]
  const ys = [around.top, ...middles(rows.map(heightOf)), around.bottom]
  return {
    page,
    box: around,
    xs,
    rowCount: rows.length,
    cells: rows.flatMap((row) => row.map((draft) => toCell(draft, xs, ys, hidden))),
    isRuled: false,
    isOpenAbove: false,
    isOpenBelow: false,
    isFragment: false,
  }
}

const NOTHING: Box = { left: 0, top: 0, right: 0, bottom: 0 }

/** From the head of a row's texts to their foot. */
function heightOf(drafts: readonly CellDraft[]): Extent {
  const own = drafts.filter(({ rowSpan }) => rowSpan === 1)
  const box = boxAround(own.flatMap(({ pieces }) => pieces.map((piece) => piece.box))) ?? NOTHING
  return { left: box.top, right: box.bottom }
}

const middles = (extents: readonly Extent[]): readonly number[] =>
  extents.slice(1).map(({ left }, index) => ((extents[index]?.right ?? left) + left) / 2)

function toCell(
  { row, column, rowSpan, columnSpan, pieces, doubt }: CellDraft,
  xs: readonly number[],
  ys: readonly number[],
  hidden: readonly Box[],
): FilledCell {
  const box = {
    left: xs[column] ?? 0,
    top: ys[row] ?? 0,
    right: xs[column + columnSpan] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  }
  const glyphs = pieces.flatMap((piece) => piece.glyphs)
  const lines = linesOf(glyphs)
  const isHidden = hidden.some((other) => contains(box, centreX(other), centreY(other)))
  const text = textOf(lines)
  const own = isHidden ? 'hidden-text' : (doubtOf(glyphs, lines) ?? doubt ?? 'inferred-grid')
  return { row, column, rowSpan, columnSpan, box, text, lines, doubt: own }
}
