import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { Body } from './bodies.ts'
import type { BodyLabels, LabelledRow } from './body-labels.ts'
import { centreX } from './boxes.ts'
import type { Piece } from './pieces.ts'
import type { TableHead } from './table-head.ts'
import { columnsUnder, type Extent } from './value-columns.ts'

/** A cell before its borders are known. */
export interface CellDraft {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly pieces: readonly Piece[]
  readonly doubt?: CellDoubt
}

/** In ems: a label that stands further than this from where it should may be that of another row. */
const MOST_DEVIATION = 0.35

/** The rows of a table: headings above, then the body with rows that have a label only. */
export function tableRowsOf(
  body: Body,
  labels: BodyLabels,
  head: TableHead,
  labelColumns: number,
): readonly (readonly CellDraft[])[] {
  const rows = headRowsOf(head, labelColumns)
  const places: number[] = []
  const loose = [...labels.loose]
  body.rows.forEach((row, index) => {
    while ((loose[0]?.level ?? Number.POSITIVE_INFINITY) < row.level) {
      const pieces = loose.shift()?.pieces ?? []
      rows.push(withLabel(rows.length, { pieces, column: 0, deviation: 0 }, labelColumns, []))
    }
    places.push(rows.length)
    const cells = valueCells(row.values, head.columns).map((cell) =>
      head.isUnsure || cell.pieces.some((piece) => body.unsure.has(piece))
        ? { ...cell, ...CROSSING }
        : cell,
    )
    rows.push(withLabel(rows.length, labels.rows[index], labelColumns, cells))
  })
  for (const { column, firstRow, lastRow, pieces } of labels.headings) {
    const row = places[firstRow] ?? 0
    const rowSpan = (places[lastRow] ?? row) - row + 1
    rows[row]?.push({ row, column, rowSpan, columnSpan: 1, pieces })
  }
  return rows
}

/** The rows of the headings: what spans columns height by height, then each column's own. */
export function headRowsOf(
  { leaves, others, corner }: TableHead,
  labelColumns: number,
): CellDraft[][] {
  const drafts = [
    ...others.map(({ piece, first, last }) => ({
      column: labelColumns + first,
      columnSpan: last - first + 1,
      piece,
    })),
    ...corner.above.map((piece) => ({ column: 0, columnSpan: labelColumns, piece })),
  ].sort((a, b) => a.piece.level - b.piece.level)
  const rows: CellDraft[][] = []
  let level = Number.NEGATIVE_INFINITY
  for (const { piece, column, columnSpan } of drafts) {
    const isTaken = rows.at(-1)?.some((cell) => cell.column === column) === true
    if (isTaken || piece.level - level > piece.size / 2) {
      rows.push([])
      level = piece.level
    }
    const row = rows.length - 1
    rows[row]?.push({ row, column, rowSpan: 1, columnSpan, pieces: [piece] })
  }
  if (corner.own.length === 0 && leaves.every(({ length }) => length === 0)) return rows
  const label: LabelledPlace = { pieces: corner.own, column: 0, deviation: 0 }
  const cells = leaves.map((pieces, column) => ({ column, columnSpan: 1, pieces }))
  return [...rows, withLabel(rows.length, label, labelColumns, cells)]
}

type LabelledPlace = Pick<LabelledRow, 'pieces' | 'column' | 'deviation'>

function withLabel(
  row: number,
  label: LabelledPlace | undefined,
  labelColumns: number,
  values: readonly ValueCell[],
): CellDraft[] {
  const column = Math.min(label?.column ?? 0, labelColumns - 1)
  const cells: readonly ValueCell[] = [
    ...(labelColumns === 0
      ? []
      : [{ column, columnSpan: labelColumns - column, pieces: label?.pieces ?? [] }]),
    ...values.map((cell) => ({ ...cell, column: labelColumns + cell.column })),
  ]
  const isUnsure = (label?.deviation ?? 0) > MOST_DEVIATION
  return cells.map((cell) => ({
    ...cell,
    row,
    rowSpan: 1,
    ...(isUnsure && { doubt: 'crosses-border' as const }),
  }))
}

type ValueCell = Omit<CellDraft, 'row' | 'rowSpan'>

/** The values of a row in their columns; a text across several columns takes them all, and is in doubt. */
function valueCells(values: readonly Piece[], columns: readonly Extent[]): readonly ValueCell[] {
  const cells: ValueCell[] = []
  let next = 0
  for (const piece of values) {
    const [under, end = under] = columnsUnder(piece.box, columns)
    const first = under ?? nearestColumn(piece, columns)
    const last = end ?? first
    const before = cells.at(-1)
    if (before !== undefined && first < next) {
      const columnSpan = Math.max(last, next - 1) - before.column + 1
      const pieces = [...before.pieces, piece]
      cells[cells.length - 1] = {
        column: before.column,
        columnSpan,
        pieces,
        ...((columnSpan > 1 || pieces.some(({ isValue }) => isValue)) && CROSSING),
      }
    } else {
      for (; next < first; next += 1) cells.push({ column: next, columnSpan: 1, pieces: [] })
      const isUnclear = under === undefined || last > first
      cells.push({
        column: first,
        columnSpan: last - first + 1,
        pieces: [piece],
        ...(isUnclear && CROSSING),
      })
    }
    next = Math.max(next, last + 1)
  }
  for (; next < columns.length; next += 1) cells.push({ column: next, columnSpan: 1, pieces: [] })
  return cells
}

const CROSSING: Pick<CellDraft, 'doubt'> = { doubt: 'crosses-border' }

function nearestColumn({ box }: Piece, columns: readonly Extent[]): number {
  const distances = columns.map(({ left, right }) => Math.abs((left + right) / 2 - centreX(box)))
  return Math.max(0, distances.indexOf(Math.min(...distances)))
}
