import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround } from './boxes.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { median } from './positions.ts'
import type { TextLine } from './text-lines.ts'

/** A line of text taken apart. */
export interface PieceLine {
  readonly line: TextLine
  readonly pieces: readonly Piece[]
  /** Height of its middle. */
  readonly level: number
}

/** Numbers that stand apart from one another or from the words before them: a row of some table. */
export interface ValueRow {
  /** One, or several where numbers are broken over lines. */
  readonly lines: readonly TextLine[]
  readonly level: number
  readonly size: number
  readonly box: Box
  /** Words before the first number. */
  readonly labels: readonly Piece[]
  /** The first number and what follows, words included. */
  readonly values: readonly Piece[]
}

/** In ems: the least distance of two rows; what is nearer is one row with numbers broken over lines. */
const NEAREST_ROW = 1.05
/** In ems: a number that stands alone on its line belongs to a row near it. */
const NEAR = 8

export const toPieceLine = (line: TextLine): PieceLine => {
  const pieces = piecesOf(line)
  return { line, pieces, level: median(pieces.map(({ level }) => level)) }
}

/** For each line the row that it is, and nothing for lines without numbers; the lines are in order from the top. */
export function valueRowsOf(lines: readonly PieceLine[]): readonly (ValueRow | undefined)[] {
  const rows = lines.map(toValueRow)
  if (!rows.some((row) => row !== undefined)) return rows
  const more = lines.map((line, index) => rows[index] ?? toLoneValue(line, rows))
  // The tail of a number that stands alone is under that number only.
  return lines.map((line, index) => more[index] ?? toLoneValue(line, more))
}

/** Fewer numbers side by side, with spaces between them as between words, are part of a sentence. */
const FEWEST_VALUES = 3
/** Share of a line's texts that are numbers from which on it is no sentence. */
const MOSTLY = 0.6

/** At least two stretches far apart, of which one is a number, or numbers almost only. */
function toValueRow({ line, pieces, level }: PieceLine): ValueRow | undefined {
  if (line.direction !== 'right' || pieces.length < 2) return undefined
  const first = pieces.findIndex(({ isValue }) => isValue)
  const count = pieces.filter(({ isValue }) => isValue).length
  const areMany = count >= FEWEST_VALUES && count >= MOSTLY * pieces.length
  if (first < 0 || !(areMany || hasValueApart(line, pieces))) return undefined
  return toRow([line], level, pieces.slice(0, first), pieces.slice(first))
}

/** Whether one of several stretches of a line, without wide gaps inside, is a number. */
const hasValueApart = ({ segments }: TextLine, pieces: readonly Piece[]): boolean =>
  segments.length > 1 &&
  segments.some(({ box }) =>
    pieces.some(
      (piece) =>
        piece.isValue && piece.box.left <= box.left + 0.1 && piece.box.right >= box.right - 0.1,
    ),
  )

/** A number alone on its line, beside a label of two lines, under or over numbers of other rows. */
function toLoneValue(
  { line, pieces, level }: PieceLine,
  rows: readonly (ValueRow | undefined)[],
): ValueRow | undefined {
  const [only, ...others] = pieces
  if (only === undefined || others.length > 0 || !only.isValue) return undefined
  if (line.direction !== 'right') return undefined
  const isUnder = rows.some(
    (row) =>
      row !== undefined &&
      Math.abs(row.level - level) < NEAR * only.size &&
      row.values.some(({ box }) => box.left < only.box.right && only.box.left < box.right),
  )
  return isUnder ? toRow([line], level, [], [only]) : undefined
}

const toRow = (
  lines: readonly TextLine[],
  level: number,
  labels: readonly Piece[],
  values: readonly Piece[],
): ValueRow => ({
  lines,
  level,
  size: Math.max(...lines.map(({ size }) => size)),
  box: boxAround(lines.map(({ box }) => box)) ?? { left: 0, top: 0, right: 0, bottom: 0 },
  labels,
  values,
})

/** Both lines as one row where they are too near to be two; undefined otherwise. */
export function asOneRow(above: ValueRow, below: ValueRow): ValueRow | undefined {
  const last = above.lines.at(-1)
  const distance = below.level - (last === undefined ? above.level : middleOf(last))
  if (distance >= NEAREST_ROW * Math.max(above.size, below.size)) return undefined
  const fuller = below.values.length > above.values.length ? below : above
  const values = [...above.values, ...below.values].sort((a, b) => a.box.left - b.box.left)
  return toRow(
    [...above.lines, ...below.lines],
    fuller.level,
    [...above.labels, ...below.labels],
    values,
  )
}

const middleOf = ({ box }: TextLine) => (box.top + box.bottom) / 2
