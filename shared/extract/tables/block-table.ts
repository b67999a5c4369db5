import { toCellId } from '../../form/cell-id.ts'
import type { BlockTable, CellId, EditionId, FormBlock, FormColumn } from '../../form/edition.ts'
import type { Deviation, ReadingDoubt, UnplacedCells } from '../../report/report.ts'
import {
  type BlockItem,
  type BlockRow,
  blockItemsOf,
  matchBlockRows,
  matchColumns,
  toBlockRow,
} from './block-rows.ts'
import { labelDeviation } from './deviations.ts'
import {
  type LabelTarget,
  labelScore,
  mentionsLabel,
  PROBABLE_LABEL,
  SURE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import {
  isEmpty,
  isUnbroken,
  isValue,
  type Row,
  type RowCell,
  rowEnd,
  sharesColumn,
  usualRowEnds,
} from './row.ts'
import type { PlacedCell, TableAlignment } from './table-alignment.ts'

/** Which rows of the document are which lines of an edition's table 2: enough to tell how well the edition fits. */
export interface BlockRecognition {
  readonly rows: readonly Row[]
  readonly table: BlockTable
  readonly blockRows: readonly BlockRow[]
  readonly partners: readonly (number | null)[]
  readonly score: number
}

/** Recognises the rows of a document as lines of table 2. */
export function recogniseBlocks(rows: readonly Row[], table: BlockTable): BlockRecognition {
  const blockRows = rows.map(toBlockRow)
  const rowHeading = toLabelTarget(table.rowHeading)
  return { rows, table, blockRows, ...matchBlockRows(blockRows, blockItemsOf(table), rowHeading) }
}

/**
 * Lays recognised rows onto table 2 of the edition they were recognised by. With `onlySure`, only cells whose row and
 * column labels are surely those of this edition are placed: for a table that follows another edition than the report.
 */
export function alignBlocks(
  recognition: BlockRecognition,
  edition: EditionId,
  onlySure: boolean,
): TableAlignment {
  const { rows, table, blockRows, partners } = recognition
  const items = blockItemsOf(table)
  const rowHeading = toLabelTarget(table.rowHeading)
  const rowEnds = usualRowEnds(rows)
  const strays = strayRows(blockRows, partners, items)
  const matched = blockRows.map((row, i) => ({
    row,
    item: items[partners[i] ?? -1] ?? strays.get(row),
  }))
  const cells = new Map<CellId, PlacedCell>()
  const unplaced: UnplacedCells[] = []
  const deviations: Deviation[] = []
  for (const block of table.blocks) {
    const headingRow = matched.find(
      ({ item }) => item?.kind === 'heading' && item.block === block,
    )?.row
    const columns = readColumns(headingRow, block, rowHeading, onlySure)
    if (!onlySure) deviations.push(...columnDeviations(columns, block, table))
    for (const { row, item } of matched) {
      if (item?.kind !== 'row' || item.block !== block) continue
      const rowScore =
        row.labelCell === undefined ? 0 : labelScore(row.labelCell.label, item.target)
      if (onlySure && rowScore < SURE_LABEL) continue
      placeRow(row, item, columns, table, rowEnds, cells, unplaced)
      if (!onlySure) deviations.push(...rowDeviation(row, item, table, strays.has(row)))
    }
  }
  if (!onlySure) deviations.push(...extraRows(matched))
  return { edition, cells, unplaced, deviations }
}

/** Rows that are surely lines of the table, but stand out of the form's order. */
function strayRows(
  rows: readonly BlockRow[],
  partners: readonly (number | null)[],
  items: readonly BlockItem[],
): ReadonlyMap<BlockRow, BlockItem> {
  const taken = new Set(partners.flatMap((partner) => items[partner ?? -1] ?? []))
  const strays = new Map<BlockRow, BlockItem>()
  for (const [i, row] of rows.entries()) {
    const label = row.labelCell?.label
    if ((partners[i] ?? null) !== null || label === undefined || row.values.length === 0) continue
    const item = items.find(
      (each) =>
        each.kind === 'row' && !taken.has(each) && labelScore(label, each.target) >= SURE_LABEL,
    )
    if (item === undefined) continue
    taken.add(item)
    strays.set(row, item)
  }
  return strays
}

/** The columns of one block as the document has them, in the form's order. */
interface BlockColumns {
  readonly headingRow: BlockRow | undefined
  readonly columns: readonly BlockColumn[]
  /** How many columns the form has here. */
  readonly formColumns: number
  /** Headings that are none of the form's. */
  readonly strange: readonly RowCell[]
}

interface BlockColumn {
  readonly column: FormColumn
  /** Undefined where the document has no heading for it. */
  readonly heading: RowCell | undefined
  readonly doubt: ReadingDoubt | null
}

function readColumns(
  headingRow: BlockRow | undefined,
  block: FormBlock,
  rowHeading: ReturnType<typeof toLabelTarget>,
  onlySure: boolean,
): BlockColumns {
  if (headingRow === undefined) {
    const doubt = block.columns.length === 1 ? null : 'column-label'
    const columns = onlySure
      ? []
      : block.columns.map((column) => ({ column, heading: undefined, doubt }) as const)
    return { headingRow, columns, formColumns: block.columns.length, strange: [] }
  }
  const isNamed =
    headingRow.labelCell !== undefined &&
    labelScore(headingRow.labelCell.label, rowHeading) >= PROBABLE_LABEL
  const all = isNamed ? headingRow.values : headingRow.row.cells
  const headings = all.filter((cell) => !isEmpty(cell))
  const targets = block.columns.map((column) => toLabelTarget(column.label, column.variants))
  const { partners } = matchColumns(headings, targets)
  const recognised = block.columns.map((_, j) => headings[partners.indexOf(j)])
  // As many heading cells as the form has columns: one that is blank or unreadable is known by its place.
  const byPlace = all.length === block.columns.length
  const columns = block.columns.map((column, j): BlockColumn => {
    const open = all[j]
    const own = recognised[j]
    const heading =
      own ?? (byPlace && open !== undefined && !recognised.includes(open) ? open : undefined)
    const target = targets[j]
    const score =
      heading === undefined || target === undefined ? 0 : labelScore(heading.label, target)
    const isKept = heading !== undefined && (!onlySure || score >= SURE_LABEL)
    return {
      column,
      heading: isKept ? heading : undefined,
      doubt: own === undefined ? 'column-label' : null,
    }
  })
  const used = new Set(columns.map((column) => column.heading))
  return {
    headingRow,
    columns,
    formColumns: block.columns.length,
    strange: headings.filter((heading) => !used.has(heading)),
  }
}

function placeRow(
  row: BlockRow,
  item: Extract<BlockItem, { kind: 'row' }>,
  block: BlockColumns,
  table: BlockTable,
  rowEnds: ReadonlyMap<number, number>,
  cells: Map<CellId, PlacedCell>,
  unplaced: UnplacedCells[],
): void {
  const present = columnsInRow(row, block)
  const values = row.row.isGrid
    ? valuesInGrid(row, present, block, rowEnds)
    : valuesInText(row, present, block, table)
  const undecided: CellId[] = []
  for (const [i, { column, doubt }] of present.entries()) {
    const id = toCellId(table.id, item.row.id, column.id)
    const value = values[i]
    if (value === 'undecided' || value === undefined) undecided.push(id)
    else cells.set(id, { cell: value, doubt })
  }
  if (undecided.length === 0) return
  unplaced.push({
    cells: undecided,
    values: row.values.map((cell) => cell.text.trim()),
    reason: 'row-length',
    at: row.values.flatMap((cell) => cell.at),
  })
}

const lineLabelsOf = (table: BlockTable): readonly LabelTarget[] =>
  blockItemsOf(table).flatMap((item) => (item.kind === 'heading' ? [] : [item.target]))

type Value = RowCell | 'undecided'

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
): readonly Value[] {
  const { values } = row
  // A row that has lost or gained a cell has moved the others; so has a heading row.
  const isWhole = rowEnd(row.row) === rowEnds.get(row.row.fragment)
  const isComplete = columns.length === block.formColumns
  if (values.length === columns.length && (isComplete || isWhole)) return values
  if (values.length < columns.length || !isWhole || !isComplete) {
    return columns.map(() => 'undecided')
  }
  // Spare cells, as in all rows: each value stands under its heading.
  return columns.map(({ heading }): Value => {
    const under = heading === undefined ? [] : values.filter((cell) => sharesColumn(cell, heading))
    const filled = under.filter((cell) => !isEmpty(cell))
    return filled.length > 1 ? 'undecided' : (filled[0] ?? under[0] ?? 'undecided')
  })
}

function valuesInText(
  row: BlockRow,
  columns: readonly BlockColumn[],
  block: BlockColumns,
  table: BlockTable,
): readonly Value[] {
  const { values } = row
  const filled = values.filter((cell) => !isEmpty(cell))
  // Two rows that ran together: where the first ends is anyone's guess.
  if (values.some((cell) => mentionsLabel(cell.text, lineLabelsOf(table))))
    return columns.map(() => 'undecided')
  const isWhole = columns.length === block.formColumns
  if (isWhole && filled.length === columns.length && isUnbroken(filled)) return filled
  // With a blank in it, a row is sure only where it has as many cells as the heading row, each under its heading:
  // two values that ran together would leave just such a blank behind.
  const { headingRow } = block
  const isAligned = headingRow === undefined || headingRow.row.cells.length === row.row.cells.length
  if (isAligned && values.length === columns.length) return values
  const byHeading = columns.map(({ heading }) =>
    values.find((cell) => cell.column === heading?.column),
  )
  if (isAligned && filled.every((cell) => byHeading.includes(cell))) {
    return byHeading.map((cell) => cell ?? 'undecided')
  }
  return columns.map(() => 'undecided')
}

function columnDeviations(
  block: BlockColumns,
  form: FormBlock,
  table: BlockTable,
): readonly Deviation[] {
  const named = block.columns.flatMap(({ column, heading }): readonly Deviation[] => {
    if (heading === undefined) return []
    const cells = form.rows.map((row) => toCellId(table.id, row.id, column.id))
    return labelDeviation([heading.text], toLabelTarget(column.label), cells, heading.at)
  })
  const extra = block.strange.map(
    (cell): Deviation => ({ kind: 'extra-column', label: cell.text.trim(), at: cell.at }),
  )
  return [...named, ...extra]
}

function rowDeviation(
  row: BlockRow,
  item: Extract<BlockItem, { kind: 'row' }>,
  table: BlockTable,
  isStray: boolean,
): readonly Deviation[] {
  const cells = item.block.columns.map((column) => toCellId(table.id, item.row.id, column.id))
  const label = row.labelCell
  if (label !== undefined && isStray) {
    return [{ kind: 'out-of-order', label: label.text.trim(), cells, at: label.at }]
  }
  return label === undefined
    ? []
    : labelDeviation([label.text, label.label], item.target, cells, label.at)
}

function extraRows(
  matched: readonly { readonly row: BlockRow; readonly item: BlockItem | undefined }[],
): readonly Deviation[] {
  return matched.flatMap(({ row, item }): Deviation[] => {
    if (item !== undefined || row.labelCell === undefined) return []
    const values = row.values.map((cell) => cell.text.trim())
    if (!row.values.some((cell) => !isEmpty(cell) && isValue(cell))) return []
    return [
      {
        kind: 'extra-row',
        label: row.labelCell.text.trim(),
        under: '',
        values,
        at: row.labelCell.at,
      },
    ]
  })
}
