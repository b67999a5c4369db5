import { toCellId } from '../../form/cell-id.ts'
import type { CellId, EditionId, MatrixTable } from '../../form/edition.ts'
import type { Deviation, UnplacedCells } from '../../report/report.ts'
import { labelDeviation, leftoverHeadings } from './deviations.ts'
import { partFused, unplacedReason } from './fused-cells.ts'
import { bestScore, SURE_LABEL } from './label-match.ts'
import { type Headings, readHeadings } from './matrix-columns.ts'
import { columnEvidence, rowEvidence } from './matrix-evidence.ts'
import {
  type LabelledRow,
  labelRows,
  matchRows,
  type RowMatch,
  type RowTargets,
  rowTargetsOf,
} from './matrix-rows.ts'
import { layoutOf, placeValues, type RowValues } from './place-values.ts'
import { rememberByRows } from './remember.ts'
import { isEmpty, isValue, type Row, type RowCell } from './row.ts'
import type { PlacedCell, TableAlignment } from './table-alignment.ts'
import { joinTornRows } from './torn-rows.ts'

/** Which rows of the document are which rows of an edition's table 3: enough to tell how well the edition fits. */
export interface MatrixRecognition {
  readonly rows: readonly Row[]
  readonly table: MatrixTable
  readonly labelled: readonly LabelledRow[]
  readonly matches: readonly (RowMatch | null)[]
  readonly score: number
  /** For each row how much more alike its label is to the chosen row than to the next best explanation. */
  readonly leads: () => readonly number[]
}

/** Recognises the rows of a document as rows of table 3. */
export const recogniseMatrix = rememberByRows((rows, table: MatrixTable): MatrixRecognition => {
  const targets = rowTargetsOf(table)
  const whole = joinTornRows(rows, targets.rows).map((row) => partFused(row, targets.rows))
  const labelled = labelRows(whole, targets)
  return { rows, table, labelled, ...matchRows(labelled, targets) }
})

/** Lays recognised rows onto table 3 of the edition they were recognised by. */
export function alignMatrix(recognition: MatrixRecognition, edition: EditionId): TableAlignment {
  const { rows, table, labelled, matches } = recognition
  const targets = rowTargetsOf(table)
  const headings = readHeadings(labelled, targets)
  const layout = layoutOf(
    labelled.filter((_, i) => matches[i] !== null),
    targets,
  )
  const matched = labelled.flatMap((row, i): MatchedRow[] => {
    const match = matches[i] ?? null
    if (match === null) return []
    const own = headingsFor(row, headings)
    return [{ row, index: i, match, headings: own, values: placeValues(row, own, layout) }]
  })
  const cells = new Map<CellId, PlacedCell>()
  const unplaced: UnplacedCells[] = []
  const isIrregular = matched.some(
    ({ row, values }) => !row.row.isGrid && values.undecided.length > 0,
  )
  const leads = recognition.leads()
  for (const entry of matched) {
    const lead = leads[entry.index] ?? 0
    const next = matches[entry.index + 1] === null ? labelled[entry.index + 1] : undefined
    const isTorn = next?.labelCell === undefined && (next?.values ?? []).some(hasValue)
    placeRow(entry, { table, targets, isIrregular, isTorn, lead }, cells)
    const undecided = undecidedCells(entry, table)
    if (undecided !== null) unplaced.push(undecided)
  }
  const deviations = [
    ...matched.flatMap((entry) => rowDeviations(entry, labelled, matches, table, targets)),
    ...extraRows(labelled, matches),
    ...headingDeviations(headings, table, targets),
    ...leftoverHeadings(
      rows,
      [...targets.distinctGroups, ...targets.headings.slice(0, 1)],
      targets.rows,
    ),
  ]
  return { edition, cells, unplaced, deviations }
}

interface MatchedRow {
  readonly row: LabelledRow
  readonly index: number
  readonly match: RowMatch
  readonly headings: Headings | undefined
  readonly values: RowValues
}

/** The headings of the row's own piece of the table; a piece without any goes on under those of another. */
const headingsFor = (row: LabelledRow, headings: readonly Headings[]): Headings | undefined => {
  const own = headings.find((heading) => heading.fragment === row.row.fragment)
  if (own !== undefined) return own
  const fullest = fullestOf(headings)
  return fullest === undefined ? undefined : { ...fullest, isPlaced: false }
}

/** The piece in which the most columns have a heading; the first of several. */
const fullestOf = (headings: readonly Headings[]): Headings | undefined => {
  const known = ({ columns }: Headings) => columns.filter((c) => c.formColumn !== null).length
  return headings.toSorted((a, b) => known(b) - known(a))[0]
}

const hasValue = (cell: RowCell): boolean => !isEmpty(cell) && isValue(cell)

interface Placing {
  readonly table: MatrixTable
  readonly targets: RowTargets
  /** Flattened text that lost cells in some row. */
  readonly isIrregular: boolean
  /** A row of values without a label, which could not be placed, stands right below. */
  readonly isTorn: boolean
  readonly lead: number
}

function placeRow(
  { row, match, values, headings }: MatchedRow,
  { table, targets, isIrregular, isTorn, lead }: Placing,
  cells: Map<CellId, PlacedCell>,
): void {
  const formRow = table.rows[match.formRow]
  if (formRow === undefined) return
  // In flattened text that lost cells elsewhere, a row with blanks may have lost some too; and what is blank in a row may
  // stand in a row without a name right below it.
  const isSuspect =
    (isTorn || (isIrregular && !row.row.isGrid)) && values.placed.some(({ cell }) => isEmpty(cell))
  const foundRow = rowEvidence(row, match, targets, lead)
  for (const placed of values.placed) {
    const column = table.columns[placed.formColumn]
    if (column === undefined) continue
    cells.set(toCellId(table.id, formRow.id, column.id), {
      cell: placed.cell,
      row: foundRow,
      column: columnEvidence(placed, { row, values, headings, targets, isSuspect }),
    })
  }
}

function undecidedCells(
  { row, match, values }: MatchedRow,
  table: MatrixTable,
): UnplacedCells | null {
  const formRow = table.rows[match.formRow]
  if (formRow === undefined || values.undecided.length === 0) return null
  return {
    cells: values.undecided
      .toSorted((a, b) => a - b)
      .flatMap((column) => table.columns[column] ?? [])
      .map((column) => toCellId(table.id, formRow.id, column.id)),
    values: row.values.map((cell) => cell.text.trim()),
    reason: unplacedReason(row.values),
    at: row.values.flatMap((cell) => cell.at),
  }
}

function rowDeviations(
  { row, index, match }: MatchedRow,
  labelled: readonly LabelledRow[],
  matches: readonly (RowMatch | null)[],
  table: MatrixTable,
  targets: RowTargets,
): readonly Deviation[] {
  const formRow = table.rows[match.formRow]
  const target = targets.rows[match.formRow]
  if (formRow === undefined || target === undefined) return []
  const cells = table.columns.map((column) => toCellId(table.id, formRow.id, column.id))
  const at = row.labelCell?.at ?? row.values.flatMap((cell) => cell.at)
  if (match.by === 'label-elsewhere') {
    return [{ kind: 'out-of-order', label: row.labelCell?.text.trim() ?? formRow.label, cells, at }]
  }
  if (match.by === 'neighbours') return []
  const tail = matches[index + 1] === null ? labelled[index + 1] : undefined
  const torn =
    tail?.labelCell !== undefined && tail.values.every(isEmpty) ? tail.labelCell.text : ''
  const own = row.labelCell?.text ?? ''
  const place = { at, doubt: row.labelCell?.doubt ?? null }
  return labelDeviation(place, [match.wording, own, `${match.wording}${torn}`], target, cells)
}

/** Rows with values whose labels are none of the form's. */
function extraRows(
  labelled: readonly LabelledRow[],
  matches: readonly (RowMatch | null)[],
): readonly Deviation[] {
  return labelled.flatMap((row, i): Deviation[] => {
    if (matches[i] !== null || row.isHeader || row.labelCell === undefined) return []
    const values = row.values.map((cell) => cell.text.trim())
    if (!row.values.some((cell) => !isEmpty(cell) && isValue(cell))) return []
    return [
      {
        kind: 'extra-row',
        label: row.labelCell.text.trim(),
        under: row.group?.label ?? '',
        values,
        at: row.labelCell.at,
      },
    ]
  })
}

function headingDeviations(
  headings: readonly Headings[],
  table: MatrixTable,
  targets: RowTargets,
): readonly Deviation[] {
  const first = fullestOf(headings)
  if (first === undefined) return []
  return first.columns.flatMap((heading, i): readonly Deviation[] => {
    const { cell, formColumn } = heading
    if (formColumn === null) {
      // Where a heading row was lost, a merged heading comes to stand over the values: no column of its own.
      const isFormWord =
        bestScore(cell.label, [...targets.headings, ...targets.columns]) >= SURE_LABEL
      return isFormWord ? [] : [{ kind: 'extra-column', label: cell.text.trim(), at: cell.at }]
    }
    const column = table.columns[formColumn]
    const target = targets.columns[formColumn]
    if (column === undefined || target === undefined) return []
    const cells = table.rows.map((row) => toCellId(table.id, row.id, column.id))
    const earlier = first.columns.slice(0, i).some((other) => (other.formColumn ?? -1) > formColumn)
    if (earlier) return [{ kind: 'out-of-order', label: cell.text.trim(), cells, at: cell.at }]
    return labelDeviation(cell, [cell.label, cell.text], target, cells)
  })
}
