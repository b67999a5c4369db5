import type { Box } from '../../../shared/document/source-document.ts'
import { clusterPositions, nearestIndex } from './positions.ts'
import { type Ruling, SAME_LINE } from './rulings.ts'

/** A table's cells as its ruling lines bound them, in points of its page. */
export interface Grid {
  /** Where columns begin and end; one more than there are columns. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** By row, then by column. */
  readonly cells: readonly GridCell[]
  /** No line closes the table towards the page's end or from its beginning: it was torn there. */
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
  /** A border of it is drawn in part only, or was taken from where its neighbours end. */
  readonly isGuessed: boolean
  /** A side on the table's edge has no line: where nothing is written, it is no cell. */
  readonly isOpen: boolean
}

/** A drawing can have more crossings than any table; it is not worth the time. */
const MOST_CELLS = 100_000
/** Share of a cell's side that a line must cover to bound it. */
const ENOUGH = 0.5
/** Between these shares it is unclear whether a line was meant to bound the cell. */
const UNCLEAR_FROM = 0.2
const UNCLEAR_TO = 0.8

/** The grid of a group of lines; undefined where they bound none. A frame is a grid of one cell. */
export function gridOf(group: readonly Ruling[]): Grid | undefined {
  const level = group.filter(({ axis }) => axis === 'horizontal')
  const upright = group.filter(({ axis }) => axis === 'vertical')
  const xs = positionsOf(upright, level)
  const ys = positionsOf(level, upright)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || rows * columns > MOST_CELLS) return undefined
  const sides: Sides = { xs, ys, left: coverage(upright, xs, ys), top: coverage(level, ys, xs) }
  const cells = piecesOf(sides).map((piece) => toCell(sides, piece))
  if (!cells.some(({ isOpen }) => !isOpen)) return undefined
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  const isOpenAt = (row: number) =>
    xs.slice(1).every((_, column) => share(sides.top, row, column) < ENOUGH)
  return { xs, ys, cells, isOpenAbove: isOpenAt(0), isOpenBelow: isOpenAt(rows) }
}

/**
 * Where lines run, and where the lines across them end in common beyond the last one: tables are often drawn
 * without their outer borders.
 */
function positionsOf(lines: readonly Ruling[], across: readonly Ruling[]): readonly number[] {
  const drawn = clusterPositions(
    lines.map(({ at }) => at),
    SAME_LINE,
  )
  const first = drawn[0] ?? Number.POSITIVE_INFINITY
  const last = drawn.at(-1) ?? Number.NEGATIVE_INFINITY
  const start = commonEnd(
    across.map(({ from }) => from),
    Math.min,
  )
  const end = commonEnd(
    across.map(({ to }) => to),
    Math.max,
  )
  return [
    ...(start !== undefined && start < first - 2 * SAME_LINE ? [start] : []),
    ...drawn,
    ...(end !== undefined && end > last + 2 * SAME_LINE ? [end] : []),
  ]
}

/** The outermost place where at least two lines end. */
function commonEnd(
  ends: readonly number[],
  outermost: (...values: number[]) => number,
): number | undefined {
  const shared = ends.filter((end, index) =>
    ends.some((other, at) => at !== index && Math.abs(other - end) <= SAME_LINE),
  )
  return shared.length === 0 ? undefined : outermost(...shared)
}

interface Sides {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Share of the side at `xs[line]` covered beside row `interval`. */
  readonly left: readonly Float64Array[]
  /** Share of the side at `ys[line]` covered above column `interval`. */
  readonly top: readonly Float64Array[]
}

/** For each position and each interval along it, the share that lines cover. */
function coverage(
  lines: readonly Ruling[],
  positions: readonly number[],
  along: readonly number[],
): readonly Float64Array[] {
  const covered = positions.map(() => new Float64Array(along.length - 1))
  for (const line of lines) {
    const shares = covered[nearestIndex(positions, line.at, 2 * SAME_LINE)]
    if (shares === undefined) continue
    for (let interval = 0; interval < shares.length; interval += 1) {
      const start = along[interval] ?? 0
      const end = along[interval + 1] ?? 0
      // Lines may stop short of a crossing by the thickness of the line they meet.
      const part = Math.min(line.to + SAME_LINE, end) - Math.max(line.from - SAME_LINE, start)
      const slack = line.from > start || line.to < end ? SAME_LINE : 0
      const length = Math.max(end - start - slack, 1)
      shares[interval] = Math.max(shares[interval] ?? 0, Math.min(1, (part - slack) / length))
    }
  }
  return covered
}

const share = (covered: readonly Float64Array[], line: number, interval: number) =>
  covered[line]?.[interval] ?? 0

interface Piece {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly isTorn: boolean
}

/** Neighbouring fields without a line between them are one cell. */
function piecesOf(sides: Sides): readonly Piece[] {
  const rows = sides.ys.length - 1
  const columns = sides.xs.length - 1
  const owner = new Int32Array(rows * columns).fill(-1)
  const pieces: Piece[] = []
  for (let start = 0; start < owner.length; start += 1) {
    if (owner[start] !== -1) continue
    const fields = flood(sides, owner, start, rows, columns)
    pieces.push(...rectanglesOf(fields, columns))
  }
  return pieces
}

function flood(
  sides: Sides,
  owner: Int32Array,
  start: number,
  rows: number,
  columns: number,
): readonly number[] {
  const fields = [start]
  owner[start] = start
  for (const field of fields) {
    const row = Math.floor(field / columns)
    const column = field % columns
    const open = [
      column > 0 && share(sides.left, column, row) < ENOUGH ? field - 1 : -1,
      column + 1 < columns && share(sides.left, column + 1, row) < ENOUGH ? field + 1 : -1,
      row > 0 && share(sides.top, row, column) < ENOUGH ? field - columns : -1,
      row + 1 < rows && share(sides.top, row + 1, column) < ENOUGH ? field + columns : -1,
    ]
    for (const next of open) {
      if (next < 0 || owner[next] !== -1) continue
      owner[next] = start
      fields.push(next)
    }
  }
  return fields
}

/** A cell is a rectangle; fields that hang together otherwise are cut row by row, and what comes of it is a guess. */
function rectanglesOf(fields: readonly number[], columns: number): readonly Piece[] {
  const rowOf = (field: number) => Math.floor(field / columns)
  const sorted = [...fields].sort((a, b) => a - b)
  const top = rowOf(sorted[0] ?? 0)
  const bottom = rowOf(sorted.at(-1) ?? 0)
  let left = columns
  let right = 0
  for (const field of fields) {
    left = Math.min(left, field % columns)
    right = Math.max(right, field % columns)
  }
  const rowSpan = bottom - top + 1
  const columnSpan = right - left + 1
  if (fields.length === rowSpan * columnSpan)
    return [{ row: top, column: left, rowSpan, columnSpan, isTorn: false }]
  const pieces: Piece[] = []
  for (const field of sorted) {
    const last = pieces.at(-1)
    const row = rowOf(field)
    const column = field % columns
    if (last !== undefined && last.row === row && last.column + last.columnSpan === column)
      pieces[pieces.length - 1] = { ...last, columnSpan: last.columnSpan + 1 }
    else pieces.push({ row, column, rowSpan: 1, columnSpan: 1, isTorn: true })
  }
  return pieces
}

function toCell(sides: Sides, piece: Piece): GridCell {
  const { row, column, rowSpan, columnSpan } = piece
  const { xs, ys } = sides
  const shares = {
    left: sideShares(sides.left, column, row, rowSpan),
    right: sideShares(sides.left, column + columnSpan, row, rowSpan),
    top: sideShares(sides.top, row, column, columnSpan),
    bottom: sideShares(sides.top, row + rowSpan, column, columnSpan),
  }
  const isBound = (values: readonly number[]) => values.every((value) => value >= ENOUGH)
  const isClosedAcross = isBound(shares.left) && isBound(shares.right)
  const isClosedAlong = isBound(shares.top) && isBound(shares.bottom)
  const isUnclear = Object.values(shares)
    .flat()
    .some((value) => value > UNCLEAR_FROM && value < UNCLEAR_TO)
  const isOpen = !isClosedAcross && !isClosedAlong
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    box: {
      left: xs[column] ?? 0,
      top: ys[row] ?? 0,
      right: xs[column + columnSpan] ?? 0,
      bottom: ys[row + rowSpan] ?? 0,
    },
    isGuessed: piece.isTorn || isUnclear || isOpen,
    isOpen,
  }
}

function sideShares(
  covered: readonly Float64Array[],
  line: number,
  from: number,
  count: number,
): readonly number[] {
  return Array.from({ length: count }, (_, index) => share(covered, line, from + index))
}
