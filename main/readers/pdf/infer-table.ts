import type { Box } from '../../../shared/document/source-document.ts'
import type { Body } from './bodies.ts'
import { type BodyLabels, bodyLabelsOf } from './body-labels.ts'
import { boxAround, widthOf } from './boxes.ts'
import { type Below, headPieces } from './head-lines.ts'
import type { PageTable } from './page-table.ts'
import type { Piece } from './pieces.ts'
import { placeCells } from './place-cells.ts'
import { median } from './positions.ts'
import type { Separators } from './separators.ts'
import { type TableHead, tableHeadOf } from './table-head.ts'
import { headRowsOf, tableRowsOf } from './table-rows.ts'
import { columnsUnder, type Extent, valueColumnsOf } from './value-columns.ts'
import type { PieceLine } from './value-rows.ts'

/** A table whose cells are known by the places of its texts alone. */
export interface InferredTable {
  readonly table: PageTable
  /** Where its numbers stand, for a part of it on the next page. */
  readonly columns: readonly Extent[]
  /** Headings without rows below them. */
  readonly openHead: readonly Piece[]
  readonly taken: ReadonlySet<Piece>
  /** Headings stand above its numbers and above its labels. */
  readonly hasHead: boolean
}

/** What else must be known to read a table from the places of its texts. */
export interface Surroundings {
  readonly page: number
  readonly separators: Separators
  /** Where something is written that cannot be seen. */
  readonly hidden: readonly Box[]
  /** What the page before ended with. */
  readonly before: TableEnd | undefined
}

/** What of a table at the end of a page bears on its part on the next page. */
export type TableEnd = Pick<InferredTable, 'columns' | 'openHead'>

/** The table of a body; undefined where its numbers stand in no columns. `around` are the lines around its rows. */
export function inferTable(
  body: Body,
  around: readonly PieceLine[],
  { page, separators, hidden, before }: Surroundings,
): InferredTable | undefined {
  const columns = valueColumnsOf(body.rows)
  const first = body.rows[0]
  if (columns === undefined || columns.length === 0 || first === undefined) return undefined
  const labels = bodyLabelsOf(body, around, separators)
  const above = around
    .filter(({ level }) => level < first.level)
    .map((line) => ({ ...line, pieces: line.pieces.filter((piece) => !labels.taken.has(piece)) }))
  const pieces = headPieces(above, belowHead(body, labels))
  const top = Math.min(labels.rows[0]?.top ?? 0, ...pieces.map(({ box }) => box.top))
  const torn = (before?.openHead ?? []).map(endingAt(top, before?.openHead ?? []))
  const head = without(
    torn,
    tableHeadOf([...torn, ...pieces], columns, separators, labelEndOf(body, labels)),
  )
  const hasLeaves = head.leaves.some(({ length }) => length > 0)
  const hasHeadings = hasLeaves || torn.length > 0
  const all = (hasHeadings ? undefined : continued(columns, before?.columns)) ?? head.columns
  const labelBox = boxAround(labels.rows.flatMap((row) => row.pieces.map(({ box }) => box)))
  const borders = labelBox === undefined ? [] : labels.borders
  const labelColumns = labelBox === undefined ? 0 : borders.length + 1
  const isUnsure = head.isUnsure || hasMarksApart(columns, body)
  const rows = tableRowsOf(body, labels, { ...head, columns: all, isUnsure }, labelColumns)
  const table = placeCells(rows, {
    page,
    hidden,
    borders,
    columns: labelBox === undefined ? all : [labelBox, ...all],
  })
  const values = body.rows.flatMap((row) => row.values)
  return {
    table,
    columns: all,
    openHead: [],
    taken: new Set([...pieces, ...labels.taken, ...values]),
    hasHead: hasLeaves && head.corner.own.length > 0,
  }
}

/** Headings from the page before, moved to right above what is left of them on this page. */
function endingAt(top: number, all: readonly Piece[]): (piece: Piece) => Piece {
  const foot = Math.max(...all.map(({ box }) => box.bottom))
  const gap = GAP * Math.max(0, ...all.map(({ size }) => size))
  const shift = top - gap - foot
  return (piece) => ({
    ...piece,
    level: piece.level + shift,
    box: { ...piece.box, top: piece.box.top + shift, bottom: piece.box.bottom + shift },
  })
}

/** In ems: between two lines of a text. */
const GAP = 0.3

/** The head without headings that stand on another page; they have only shown where columns are. */
function without(torn: readonly Piece[], head: TableHead): TableHead {
  const isHere = (piece: Piece) => !torn.includes(piece)
  return {
    ...head,
    leaves: head.leaves.map((pieces) => pieces.filter(isHere)),
    others: head.others.filter(({ piece }) => isHere(piece)),
    corner: { own: head.corner.own.filter(isHere), above: head.corner.above.filter(isHere) },
  }
}

/** Share of the usual distance between columns below which two are one, set in different ways. */
const SQUEEZED = 0.7

/** Whether marks for none stand between the columns of numbers: nobody knows to which of the two they belong. */
function hasMarksApart(columns: readonly Extent[], { rows }: Body): boolean {
  const distances = columns.slice(1).map((column, index) => {
    const before = columns[index] ?? column
    return (column.left + column.right - before.left - before.right) / 2
  })
  const least = SQUEEZED * median(distances)
  const texts = rows.flatMap(({ values }) => values)
  return columns.some((column, index) => {
    const own = texts.filter(({ box }) => box.left < column.right && column.left < box.right)
    const isSqueezed = [distances[index - 1], distances[index]].some(
      (distance) => distance !== undefined && distance < least,
    )
    return isSqueezed && !own.some(({ text }) => /[\d０-９]/u.test(text))
  })
}

const NO_LABELS = Number.NEGATIVE_INFINITY

/** A label of two lines has neither of them at the height of its numbers; then only its lines tell where it ends. */
function labelEndOf({ labelEnd }: Body, { rows }: BodyLabels): number {
  const ends = rows.flatMap(({ pieces }) => pieces.map(({ box }) => box.right))
  if (ends.length === 0) return NO_LABELS
  return Number.isFinite(labelEnd) ? labelEnd : Math.max(...ends)
}

function belowHead(body: Body, labels: BodyLabels): Below {
  const around = boxAround([
    ...body.rows.map(({ box }) => box),
    ...[...labels.taken].map(({ box }) => box),
  ])
  const gaps = labels.rows
    .slice(1)
    .map(({ top }, index) => top - (labels.rows[index]?.bottom ?? top))
  return {
    top: labels.rows[0]?.top ?? 0,
    size: body.rows[0]?.size ?? 0,
    width: around === undefined ? 0 : widthOf(around),
    rowGap: median(gaps),
  }
}

/** The columns of the page before, where those found here are some of them. */
function continued(
  columns: readonly Extent[],
  before: readonly Extent[] | undefined,
): readonly Extent[] | undefined {
  if (before === undefined) return undefined
  const partners = columns.map((column) => columnsUnder(column, before))
  const isPart = partners.every(
    ([first, last], index) =>
      first !== undefined && first === last && partners.findIndex(([f]) => f === first) === index,
  )
  if (!isPart) return undefined
  return before.map((extent, index) => {
    const own = columns[partners.findIndex(([first]) => first === index)]
    return own === undefined
      ? extent
      : { left: Math.min(own.left, extent.left), right: Math.max(own.right, extent.right) }
  })
}

/** The headings that a page ends with, while their rows stand on the next one; undefined where there are none. */
export function inferHead(
  lines: readonly PieceLine[],
  { page, separators, hidden }: Omit<Surroundings, 'before'>,
): InferredTable | undefined {
  const last = lines.at(-1)?.line
  if (last === undefined) return undefined
  const below = { top: last.box.bottom, size: last.size, width: widthOf(last.box), rowGap: 0 }
  const pieces = headPieces(lines, below)
  const head = tableHeadOf(pieces, [], separators, NO_LABELS)
  if (head.columns.length < 2) return undefined
  const rows = headRowsOf(head, 0)
  const table = placeCells(rows, { page, hidden, borders: [], columns: head.columns })
  // The first heading stands above labels, as far as a heading alone can tell.
  return {
    table,
    columns: head.columns.slice(1),
    openHead: pieces,
    taken: new Set(pieces),
    hasHead: true,
  }
}
