import { holdsNumbers, holdsOtherText, isRunTogether } from './fused-cells.ts'
import type { LabelTarget } from './label-match.ts'
import type { Headings } from './matrix-columns.ts'
import type { LabelledRow, RowTargets } from './matrix-rows.ts'
import {
  isEmpty,
  isUnbroken,
  type Row,
  type RowCell,
  rowEnd,
  sharesColumn,
  usualRowEnds,
} from './row.ts'

/** The value cells of a row laid onto the form's columns. */
export interface RowValues {
  /** Pairs of form column and cell. Empty where no place could be decided. */
  readonly placed: readonly PlacedValue[]
  /** Whether the order of the cells placed them, or the headings above. */
  readonly by: 'run' | 'heading'
  /** Form columns whose value stands in the row, but not surely in which cell. */
  readonly undecided: readonly number[]
}

export interface PlacedValue {
  readonly formColumn: number
  readonly cell: RowCell
  /** The headings leave open whether this is the column. */
  readonly isDoubtful: boolean
}

/** What the table as a whole says about where values stand in its rows. */
export interface Layout {
  readonly formColumns: number
  readonly rowLabels: readonly LabelTarget[]
  /**
   * The number of cells that follow the label in every row of flattened text; null where the rows differ. Only then
   * is a cell known by its place in the row, blank or not: with spare cells about, a lost one goes unseen.
   */
  readonly steadyLength: number | null
  /** For each piece of the table the column at which most of its rows end. */
  readonly rowEnds: ReadonlyMap<number, number>
  /** For each piece of the table how many cells for values most of its rows have. */
  readonly usualLengths: ReadonlyMap<number, number>
  /** For each piece of flattened text the columns in which its full rows of values begin, a row each. */
  readonly fullStarts: ReadonlyMap<number, readonly number[]>
}

/** Learns the layout from the rows that were recognised. */
export const layoutOf = (rows: readonly LabelledRow[], targets: RowTargets): Layout => ({
  formColumns: targets.columns.length,
  rowLabels: targets.rows,
  steadyLength: steadyLengthOf(rows),
  rowEnds: usualRowEnds(rows.map(({ row }) => row)),
  usualLengths: usualLengthsOf(rows),
  fullStarts: fullStartsOf(rows, targets.columns.length),
})

function usualLengthsOf(rows: readonly LabelledRow[]): ReadonlyMap<number, number> {
  const byFragment = Map.groupBy(rows, ({ row }) => row.fragment)
  return new Map(
    [...byFragment].map(([fragment, own]) => {
      const counts = Map.groupBy(own, ({ values }) => values.length)
      const [usual] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
      return [fragment, usual?.[0] ?? 0]
    }),
  )
}

function fullStartsOf(
  rows: readonly LabelledRow[],
  count: number,
): ReadonlyMap<number, readonly number[]> {
  const starts = new Map<number, readonly number[]>()
  for (const { row, values } of rows) {
    const filled = filledOf(values)
    if (filled.length !== count || !isUnbroken(filled)) continue
    starts.set(row.fragment, [...(starts.get(row.fragment) ?? []), filled[0]?.column ?? 0])
  }
  return starts
}

function steadyLengthOf(rows: readonly LabelledRow[]): number | null {
  const lengths = rows.map(({ values }) => values.length).filter((length) => length > 0)
  const [only] = lengths
  const isSteady = lengths.length >= ENOUGH_ROWS && new Set(lengths).size === 1
  return isSteady && only !== undefined ? only : null
}

/** So many rows show what the others are like; a single one may be what is left of a longer one. */
const ENOUGH_ROWS = 3

/** Lays the values of a row onto the form's columns: by the run of the row first, by the headings' places second. */
export function placeValues(
  labelled: LabelledRow,
  headings: Headings | undefined,
  layout: Layout,
): RowValues {
  const orders = ordersOf(headings, labelled.row, layout)
  const [likeliest = []] = orders
  const open = {
    placed: [],
    by: 'run',
    undecided: likeliest.filter((column) => column !== null),
  } as const
  const { row, values } = labelled
  if (holdsOtherText(values, layout.rowLabels) || isRunTogether(row, values, layout.formColumns))
    return open
  const run = orders
    .map((order) => ({ order, cells: runOf(labelled, order.length, layout) }))
    .find(({ cells }) => cells !== null)
  if (run?.cells) {
    const inTurn = inOrder(run.cells, run.order)
    return isOfficial(run.order) ? inTurn : doubtful(inTurn, run.order)
  }
  const byPlace =
    headings === undefined ? null : placeByHeadings(labelled, headings, orders, layout)
  if (byPlace !== null) return isOfficial(likeliest) ? byPlace : doubtful(byPlace, likeliest)
  return open
}

/** Whether the columns stand in the form's order, foreign ones aside. */
const isOfficial = (order: readonly (number | null)[]): boolean => {
  const known = order.filter((column) => column !== null)
  return known.every((column, i) => i === 0 || column > (known[i - 1] ?? -1))
}

/**
 * Columns that changed places, and a heading row that lost a cell, look alike: what the headings say and what the
 * form's order says differ, so a person must look.
 */
const doubtful = (values: RowValues, order: readonly (number | null)[]): RowValues => {
  const official = values.placed.map(({ formColumn }) => formColumn).toSorted((a, b) => a - b)
  return {
    ...values,
    placed: values.placed.map((value, i) => ({
      ...value,
      // With foreign columns among them nothing is known for sure.
      isDoubtful: value.isDoubtful || order.includes(null) || value.formColumn !== official[i],
    })),
  }
}

/** All columns of the form have a heading, each once. */
const isComplete = (headings: Headings, formColumns: number): boolean =>
  new Set(headings.columns.flatMap(({ formColumn }) => formColumn ?? [])).size === formColumns

/**
 * The orders the columns may have, the likelier first; null entries are columns foreign to the form. Headings count
 * where all are known. With some lost, a full run of values is in the form's order, and a shorter one is in the order
 * of the headings that are there.
 */
function ordersOf(
  headings: Headings | undefined,
  { isGrid, fragment }: Row,
  { formColumns, usualLengths }: Layout,
): readonly (readonly (number | null)[])[] {
  const official = Array.from({ length: formColumns }, (_, column) => column)
  if (headings === undefined) return [official]
  const named = headings.columns.map(({ formColumn }) => formColumn)
  if (isComplete(headings, formColumns)) {
    // A foreign column may be blank, and flattening may have lost its cells.
    return isGrid || named.length === formColumns ? [named] : [named, official]
  }
  const isOrdered = named.every(
    (column, i) => column !== null && (i === 0 || column > (named[i - 1] ?? -1)),
  )
  // In a narrower table all rows are narrower; a single one has lost cells, and which ones is open.
  const isNarrow = !isGrid || usualLengths.get(fragment) === named.length
  return isOrdered && isNarrow && named.length >= FEWEST_HEADINGS ? [official, named] : [official]
}

/** With fewer headings left, the headings are broken rather than the table narrower. */
const FEWEST_HEADINGS = 5

/** The cells of the row, if it has just so many. */
function runOf(
  { row, labelCell, values }: LabelledRow,
  count: number,
  layout: Layout,
): readonly RowCell[] | null {
  if (row.isGrid) {
    // Where the table has foreign columns, the others of its rows have as many cells.
    const isUsual = count === layout.formColumns || layout.usualLengths.get(row.fragment) === count
    return values.length === count && isUsual ? values : null
  }
  // Two rows that ran together: where the first ends is anyone's guess.
  if (labelCell !== undefined && holdsNumbers(labelCell.text)) return null
  if (values.length === count && layout.steadyLength === count) return values
  const filled = filledOf(values)
  // Fewer than the form's columns prove nothing by their number alone: the others may be blank.
  return count === layout.formColumns && filled.length === count && isUnbroken(filled)
    ? filled
    : null
}

const filledOf = (cells: readonly RowCell[]): readonly RowCell[] =>
  cells.filter((cell) => !isEmpty(cell))

/** By the places of the headings: in a grid where all are known, in flattened text also where a column is not there. */
function placeByHeadings(
  labelled: LabelledRow,
  headings: Headings,
  orders: readonly (readonly (number | null)[])[],
  layout: Layout,
): RowValues | null {
  if (!labelled.row.isGrid) {
    // As many cells as the form has columns, but fewer headings: some were lost, and the others stand elsewhere.
    const { values } = labelled
    const isAtOdds =
      values.length === layout.formColumns && filledOf(values).length !== headings.columns.length
    if (isAtOdds && !isComplete(headings, layout.formColumns)) return null
    const order = orders.find(({ length }) => length === headings.columns.length)
    return order === undefined ? null : placeUnderHeadings(labelled, headings, order, layout)
  }
  return isComplete(headings, layout.formColumns) ? placeInGrid(labelled, headings, layout) : null
}

/** In a grid each value stands under its heading; null where the row has lost or gained a cell. */
function placeInGrid(
  { row, values }: LabelledRow,
  headings: Headings,
  layout: Layout,
): RowValues | null {
  const { columns } = headings
  const end = Math.max(...columns.map(({ column, columnSpan }) => column + columnSpan), 0)
  const own = rowEnd(row)
  // A row that is shorter or longer than its fellows has lost or gained a cell, and the others moved.
  if (!headings.isPlaced || own < end || own !== layout.rowEnds.get(row.fragment)) return null
  // A number under no heading: the row has gained a cell, and the others moved.
  const isUnder = (cell: RowCell) => columns.some((heading) => sharesColumn(cell, heading))
  if (!filledOf(values).every(isUnder)) return null
  const isWide = (cell: RowCell) =>
    columns.filter((heading) => sharesColumn(cell, heading)).length > 1
  if (values.some(isWide)) return null
  const placed: PlacedValue[] = []
  for (const heading of columns) {
    if (heading.formColumn === null) continue
    const under = values.filter((cell) => sharesColumn(cell, heading))
    const filled = filledOf(under)
    const [cell] = filled.length === 1 ? filled : under
    // A heading without a value of its own stands over the labels, or over two columns: the headings have moved.
    if (cell === undefined || filled.length > 1) return null
    const isDoubtful = columns.some((other) => other !== heading && sharesColumn(cell, other))
    placed.push({ formColumn: heading.formColumn, cell, isDoubtful })
  }
  return { placed, by: 'heading', undecided: [] }
}

/** In flattened text only where the headings run without a gap and the row ends with the last of them. */
function placeUnderHeadings(
  { row, labelCell, values }: LabelledRow,
  headings: Headings,
  order: readonly (number | null)[],
  layout: Layout,
): RowValues | null {
  const [first] = headings.columns
  if (labelCell !== undefined && holdsNumbers(labelCell.text)) return null
  if (!headings.isPlaced || first === undefined) return null
  const end = first.column + order.length
  const run = row.cells.filter(({ column }) => column >= first.column && column < end)
  const isWhole = run.length === order.length && run.every((cell) => values.includes(cell))
  if (!isWhole || !filledOf(values).every((cell) => run.includes(cell))) return null
  // What is behind the last heading must be spare in all rows alike.
  if (rowEnd(row) !== end && rowEnd(row) !== layout.rowEnds.get(row.fragment)) return null
  return isAnchored(run, first.column, layout.fullStarts.get(row.fragment) ?? [])
    ? { ...inOrder(run, order), by: 'heading' }
    : null
}

/**
 * Whether the blanks of a row are where they seem to be. Converters also let the values begin in whatever column is
 * free behind the label, and fill the row up at its end: then values stand to the left of their headings.
 */
function isAnchored(
  run: readonly RowCell[],
  start: number,
  fullStarts: readonly number[],
): boolean {
  if (fullStarts.some((column) => column !== start)) return false
  if (fullStarts.length >= ENOUGH_ROWS) return true
  const last = run.at(-1)
  return run.every(isEmpty) || (last !== undefined && !isEmpty(last))
}

const inOrder = (cells: readonly RowCell[], order: readonly (number | null)[]): RowValues => ({
  placed: cells.flatMap((cell, i) => {
    const formColumn = order[i] ?? null
    return formColumn === null ? [] : [{ formColumn, cell, isDoubtful: false }]
  }),
  by: 'run',
  undecided: [],
})
