import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, centreY, widthOf } from './boxes.ts'
import type { FilledCell } from './fill-cells.ts'
import type { PageTable } from './page-table.ts'
import { intervalOf } from './positions.ts'
import type { Segment, TextLine } from './text-lines.ts'

/** Lines with as many stretches as the columns, before they are taken for a table without ruling lines. */
const FEWEST_ROWS = 3
/** Two columns are found in many texts that are no tables; between drawn lines they are enough. */
const FEWEST_COLUMNS = 3
/** Share of the lines of several stretches that must agree on the columns. */
const AGREEMENT = 0.7
/** In ems: a line of a label this near to the middle of its row stands beside it, not in a row of its own. */
const BESIDE = 1.05

/**
 * A table from the positions of its texts; undefined where they do not clearly stand in columns.
 * `bands` are the heights of lines that bound rows, in points. Every cell of it is in doubt.
 */
export function inferTable(
  page: number,
  lines: readonly TextLine[],
  bands: readonly number[] = [],
): PageTable | undefined {
  const columns = columnsOf(lines, bands.length > 0 ? 2 : FEWEST_COLUMNS)
  const around = boxAround(lines.map(({ box }) => box))
  if (columns === undefined || around === undefined) return undefined
  const xs = bordersBetween(
    columns,
    (box) => box.left,
    (box) => box.right,
    around.left,
    around.right,
  )
  const rows = rowsOf(lines, columns.length, bands)
  const extents = rows.map((row) => boxAround(row.map(({ box }) => box)) ?? around)
  const ys = bordersBetween(
    extents,
    (box) => box.top,
    (box) => box.bottom,
    around.top,
    around.bottom,
  )
  const cells = rows.flatMap((row, index) => cellsOf(row, index, columns, xs, ys))
  return {
    page,
    box: around,
    xs,
    rowCount: rows.length,
    cells,
    isRuled: false,
    isOpenAbove: false,
    isOpenBelow: false,
    isFragment: false,
  }
}

/** Where the columns' texts stand, if most lines of several stretches agree on it. */
function columnsOf(lines: readonly TextLine[], fewest: number): readonly Box[] | undefined {
  const wide = lines.filter(({ segments }) => segments.length >= fewest)
  const counts = new Map<number, number>()
  for (const { segments } of wide)
    counts.set(segments.length, (counts.get(segments.length) ?? 0) + 1)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (usual === undefined) return undefined
  const [count, agreeing] = usual
  if (agreeing < FEWEST_ROWS || agreeing < AGREEMENT * wide.length) return undefined
  const models = wide.filter(({ segments }) => segments.length === count)
  const columns = Array.from({ length: count }, (_, index) =>
    boxAround(models.flatMap(({ segments }) => segments[index]?.box ?? [])),
  ).filter((box) => box !== undefined)
  const areApart = columns.slice(1).every((box, index) => box.left > (columns[index]?.right ?? 0))
  return areApart && columns.length === count ? columns : undefined
}

/** The outer ends, and the middles of the gaps between neighbours. */
function bordersBetween(
  boxes: readonly Box[],
  start: (box: Box) => number,
  end: (box: Box) => number,
  first: number,
  last: number,
): readonly number[] {
  const between = boxes.slice(1).map((box, index) => {
    const before = boxes[index]
    return before === undefined ? start(box) : (end(before) + start(box)) / 2
  })
  return [first, ...between, last]
}

type Row = readonly TextLine[]

function rowsOf(
  lines: readonly TextLine[],
  columns: number,
  bands: readonly number[],
): readonly Row[] {
  const groups =
    bands.length === 0
      ? [lines]
      : bands
          .slice(1)
          .map((_, band) => lines.filter(({ box }) => intervalOf(bands, centreY(box)) === band))
  return groups
    .filter(({ length }) => length > 0)
    .flatMap((group) => rowsInBand(group, columns, bands.length > 0))
}

function rowsInBand(lines: readonly TextLine[], columns: number, isBand: boolean): readonly Row[] {
  const isRow = ({ segments }: TextLine) => segments.length * 2 > columns && segments.length > 1
  const anchors = lines.filter(isRow)
  // Between two ruling lines with one line of values, the other lines are the rest of wrapped texts.
  if (isBand && anchors.length <= 1) return [lines]
  const rows = new Map<TextLine, TextLine[]>()
  for (const line of lines) {
    const row = isRow(line) ? line : (anchors.find((anchor) => isBeside(line, anchor)) ?? line)
    const members = rows.get(row)
    if (members === undefined) rows.set(row, [line])
    else members.push(line)
  }
  return [...rows.values()]
}

function isBeside(line: TextLine, row: TextLine): boolean {
  const [segment] = line.segments
  const [label] = row.segments
  if (segment === undefined || label === undefined || line.segments.length > 1) return false
  const distance = Math.abs(centreY(line.box) - centreY(row.box))
  const sharesColumn = segment.box.left < label.box.right && segment.box.right > label.box.left
  return distance < BESIDE * Math.max(line.size, row.size) && sharesColumn
}

interface Draft {
  column: number
  end: number
  readonly parts: { readonly text: string; readonly line: TextLine }[]
  isFused: boolean
}

function cellsOf(
  row: Row,
  index: number,
  columns: readonly Box[],
  xs: readonly number[],
  ys: readonly number[],
): readonly FilledCell[] {
  const drafts: Draft[] = []
  for (const line of row) {
    for (const segment of line.segments) addSegment(drafts, segment, line, columns, xs)
  }
  for (let column = 0; column < columns.length; column += 1) {
    if (!drafts.some((draft) => draft.column <= column && column <= draft.end))
      drafts.push({ column, end: column, parts: [], isFused: false })
  }
  return drafts
    .sort((a, b) => a.column - b.column)
    .map(({ column, end, parts, isFused }) => ({
      row: index,
      column,
      rowSpan: 1,
      columnSpan: end - column + 1,
      box: {
        left: xs[column] ?? 0,
        top: ys[index] ?? 0,
        right: xs[end + 1] ?? 0,
        bottom: ys[index + 1] ?? 0,
      },
      text: parts.map(({ text }) => text).join('\n'),
      lines: parts.map(({ line }) => line),
      doubt: isFused ? ('crosses-border' as const) : ('inferred-grid' as const),
    }))
}

function addSegment(
  drafts: Draft[],
  segment: Segment,
  line: TextLine,
  columns: readonly Box[],
  xs: readonly number[],
): void {
  const [column, end] = columnsUnder(segment.box, columns, xs)
  const met = drafts.find((draft) => draft.column <= end && column <= draft.end)
  if (met === undefined) {
    drafts.push({ column, end, parts: [{ text: segment.text, line }], isFused: false })
    return
  }
  met.isFused ||= met.parts.some((part) => part.line === line)
  met.parts.push({ text: segment.text, line })
  // Where a merge swallows a third cell, its text comes along and the whole is in doubt.
  const others = drafts.filter(
    (draft) =>
      draft !== met &&
      draft.column <= Math.max(end, met.end) &&
      Math.min(column, met.column) <= draft.end,
  )
  met.column = Math.min(column, met.column, ...others.map((draft) => draft.column))
  met.end = Math.max(end, met.end, ...others.map((draft) => draft.end))
  for (const other of others) {
    met.parts.push(...other.parts)
    met.isFused = true
    drafts.splice(drafts.indexOf(other), 1)
  }
}

/** The columns whose texts a stretch stands over or under; else the one it falls into. */
function columnsUnder(
  box: Box,
  columns: readonly Box[],
  xs: readonly number[],
): readonly [number, number] {
  const under = columns.flatMap((column, index) => {
    const shared = Math.min(box.right, column.right) - Math.max(box.left, column.left)
    return shared > 0.2 * Math.min(widthOf(column), widthOf(box)) ? [index] : []
  })
  const [first] = under
  if (first !== undefined) return [first, under.at(-1) ?? first]
  const nearest = Math.max(0, intervalOf(xs, (box.left + box.right) / 2))
  return [nearest, nearest]
}
