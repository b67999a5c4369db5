import { toCellId } from '../../form/cell-id.ts'
import type { BlockTable, CellId } from '../../form/edition.ts'
import type { ColumnEvidence, RowEvidence } from '../../report/evidence.ts'
import type { UnplacedCells } from '../../report/report.ts'
import type { BlockColumn, BlockColumns } from './block-columns.ts'
import { type BlockItem, type BlockRow, blockItemsOf } from './block-rows.ts'
import { holdsNumbers, holdsOtherText, isRunTogether, unplacedReason } from './fused-cells.ts'
import type { LabelTarget } from './label-match.ts'
import { isEmpty, isUnbroken, type RowCell, rowEnd, sharesColumn } from './row.ts'
import type { PlacedCell } from './table-alignment.ts'

/** A row of the document that is a row of a block, with what is known about the table around it. */
export interface BlockPlacing {
  readonly row: BlockRow
  readonly item: Extract<BlockItem, { kind: 'row' }>
  readonly found: RowEvidence
  readonly columns: BlockColumns
  readonly table: BlockTable
  /** For each piece of the table the column at which most of its rows end. */
  readonly rowEnds: ReadonlyMap<number, number>
}

/** Lays the values of the row onto the columns of its block. */
export function placeBlockRow(
  placing: BlockPlacing,
  cells: Map<CellId, PlacedCell>,
  unplaced: UnplacedCells[],
): void {
  const { row, item, columns: block, table, found } = placing
  const present = columnsInRow(row, block)
  const isOpen =
    holdsOtherText(row.values, lineLabelsOf(table)) ||
    isRunTogether(row.row, row.values, present.length)
  const { values, by } = isOpen
    ? undecidedFor(present)
    : row.row.isGrid
      ? valuesInGrid(row, present, block, placing.rowEnds)
      : valuesInText(row, present, block)
  const undecided: CellId[] = []
  for (const [i, column] of present.entries()) {
    const id = toCellId(table.id, item.row.id, column.column.id)
    const cell = values[i]
    if (cell === 'undecided' || cell === undefined) undecided.push(id)
    else cells.set(id, { cell, row: found, column: evidenceOf(column, i, row, block, by) })
  }
  if (undecided.length === 0) return
  unplaced.push({
    cells: undecided,
    values: row.values.map((cell) => cell.text.trim()),
    reason: unplacedReason(row.values),
    at: row.values.flatMap((cell) => cell.at),
  })
}

const evidenceOf = (
  { likeness, isLost, place }: BlockColumn,
  index: number,
  { values }: BlockRow,
  { formColumns }: BlockColumns,
  by: ColumnEvidence['by'],
): ColumnEvidence => {
  // Counted off, the value must be the one under the heading.
  const isElsewhere = by === 'run' && place !== null && place !== index
  return {
    by,
    likeness,
    values: values.length,
    columns: formColumns,
    against: isLost ? 'heading-lost' : isElsewhere ? 'heading-order' : null,
  }
}

type Value = RowCell | 'undecided'

interface RowValues {
  readonly values: readonly Value[]
  readonly by: ColumnEvidence['by']
}

/**
 * The columns that the row's values are for: those with a heading. Where headings were lost but the row has a value for
 * every column of the form, it has them all; the run of the row counts, not the heading.
 */
function columnsInRow(row: BlockRow, block: BlockColumns): readonly BlockColumn[] {
  const headed = block.columns.filter(({ heading }) => heading !== undefined)
  const hasAll =
    block.columns.length === block.formColumns && row.values.length === block.formColumns
  return block.headingRow === undefined || hasAll ? block.columns : headed
}

function valuesInGrid(
  row: BlockRow,
  columns: readonly BlockColumn[],
  block: BlockColumns,
  rowEnds: ReadonlyMap<number, number>,
): RowValues {
  const { values } = row
  // A row that has lost or gained a cell has moved the others; so has a heading row.
  const isWhole = rowEnd(row.row) === rowEnds.get(row.row.fragment)
  const isComplete = columns.length === block.formColumns
  if (values.length === columns.length && (isComplete || isWhole)) return { values, by: 'run' }
  if (values.length < columns.length || !isWhole || !isComplete) return undecidedFor(columns)
  // A number under no heading: the row has gained a cell, and the others moved.
  const headings = columns.flatMap(({ heading }) => heading ?? [])
  const isUnder = (cell: RowCell) => headings.some((heading) => sharesColumn(cell, heading))
  if (!values.every((cell) => isEmpty(cell) || isUnder(cell))) return undecidedFor(columns)
  // Spare cells, as in all rows: each value stands under its heading.
  return {
    by: 'heading',
    values: columns.map(({ heading }): Value => {
      const under =
        heading === undefined ? [] : values.filter((cell) => sharesColumn(cell, heading))
      const filled = under.filter((cell) => !isEmpty(cell))
      return filled.length > 1 ? 'undecided' : (filled[0] ?? under[0] ?? 'undecided')
    }),
  }
}

function valuesInText(
  row: BlockRow,
  columns: readonly BlockColumn[],
  block: BlockColumns,
): RowValues {
  const { values } = row
  const filled = values.filter((cell) => !isEmpty(cell))
  // Two rows that ran together: where the first ends is anyone's guess.
  if (row.labelCell !== undefined && holdsNumbers(row.labelCell.text)) return undecidedFor(columns)
  const isWhole = columns.length === block.formColumns
  if (isWhole && filled.length === columns.length && isUnbroken(filled))
    return { values: filled, by: 'run' }
  // With a blank in it, a row is sure only where it has as many cells as the heading row, each under its heading:
  // two values that ran together would leave just such a blank behind.
  const { headingRow } = block
  const isAligned = headingRow === undefined || headingRow.row.cells.length === row.row.cells.length
  if (isAligned && values.length === columns.length) return { values, by: 'run' }
  const byHeading = columns.map(({ heading }) =>
    values.find((cell) => cell.column === heading?.column),
  )
  if (isAligned && filled.every((cell) => byHeading.includes(cell))) {
    return { values: byHeading.map((cell) => cell ?? 'undecided'), by: 'heading' }
  }
  return undecidedFor(columns)
}

const undecidedFor = (columns: readonly BlockColumn[]): RowValues => ({
  values: columns.map(() => 'undecided'),
  by: 'run',
})

const lineLabelsOf = (table: BlockTable): readonly LabelTarget[] =>
  blockItemsOf(table).flatMap((item) => (item.kind === 'heading' ? [] : [item.target]))
