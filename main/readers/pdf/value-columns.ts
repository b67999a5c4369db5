import { boxAround } from './boxes.ts'
import type { Piece } from './pieces.ts'
import type { ValueRow } from './value-rows.ts'

/** Where the texts of a column stand, in points from the left. */
export interface Extent {
  readonly left: number
  readonly right: number
}

/**
 * The columns that the numbers of rows stand in. Texts of one column share some of its width, however they are
 * aligned, and never reach into the next; so many rows together show where each column must be.
 */
export function valueColumnsOf(rows: readonly ValueRow[]): readonly Extent[] | undefined {
  const all = clustersOf(rows)
  if (!hasConflict(all, rows)) return all
  // A number in a merged cell stands across two columns; the rows with the most numbers have none of these.
  const most = Math.max(...rows.map(({ values }) => values.length))
  const fullest = rows.filter(({ values }) => values.length === most)
  const columns = clustersOf(fullest)
  return hasConflict(columns, fullest) ? undefined : columns
}

const clustersOf = (rows: readonly ValueRow[]): readonly Extent[] =>
  joinOverlapping(rows.flatMap(({ values }) => values.filter(({ isValue }) => isValue)))

/** Extents that share some width become one. */
function joinOverlapping(pieces: readonly Pick<Piece, 'box'>[]): readonly Extent[] {
  const joined: Extent[] = []
  for (const { box } of [...pieces].sort((a, b) => a.box.left - b.box.left)) {
    const last = joined.at(-1)
    if (last !== undefined && box.left < last.right)
      joined[joined.length - 1] = { left: last.left, right: Math.max(last.right, box.right) }
    else joined.push({ left: box.left, right: box.right })
  }
  return joined
}

/** Two numbers side by side in one column; under one another they may be one, broken over lines. */
const hasConflict = (columns: readonly Extent[], rows: readonly ValueRow[]): boolean =>
  rows.some(({ values }) => {
    const numbers = values.filter(({ isValue }) => isValue)
    const places = numbers.map((piece) => ({ piece, column: columnsUnder(piece.box, columns)[0] }))
    return places.some(({ piece, column }, index) =>
      places
        .slice(0, index)
        .some((other) => other.column === column && isLevel(other.piece, piece)),
    )
  })

const isLevel = (a: Piece, b: Piece) => Math.abs(a.level - b.level) < Math.max(a.size, b.size) / 2

/** The first and the last column that a text shares some width with; undefined where it stands in none. */
export function columnsUnder(
  box: Extent,
  columns: readonly Extent[],
): readonly [first: number | undefined, last: number | undefined] {
  const shares = ({ left, right }: Extent) => left < box.right && box.left < right
  const first = columns.findIndex(shares)
  return first < 0 ? [undefined, undefined] : [first, columns.findLastIndex(shares)]
}

export const extentOf = (pieces: readonly Piece[]): Extent =>
  boxAround(pieces.map(({ box }) => box)) ?? { left: 0, right: 0 }
