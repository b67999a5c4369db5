import { toCellId } from '../../form/cell-id.ts'
import type { BlockTable, CellId, EditionId } from '../../form/edition.ts'
import type { RowEvidence } from '../../report/evidence.ts'
import type { Deviation, UnplacedCells } from '../../report/report.ts'
import { columnDeviations, readColumns } from './block-columns.ts'
import {
  type BlockItem,
  type BlockRow,
  type BlockRowMatches,
  blockItemsOf,
  matchBlockRows,
  toBlockRow,
} from './block-rows.ts'
import { placeBlockRow } from './block-values.ts'
import { labelDeviation } from './deviations.ts'
import { holdsNumbers, partFused } from './fused-cells.ts'
import {
  type LabelTarget,
  labelLikeness,
  labelScore,
  SURE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import { rememberByRows } from './remember.ts'
import { isEmpty, isValue, type Row, usualRowEnds } from './row.ts'
import type { PlacedCell, TableAlignment } from './table-alignment.ts'

/** Which rows of the document are which lines of an edition's table 2: enough to tell how well the edition fits. */
export interface BlockRecognition extends BlockRowMatches {
  readonly rows: readonly Row[]
  readonly table: BlockTable
  readonly blockRows: readonly BlockRow[]
}

/** Recognises the rows of a document as lines of table 2. */
export const recogniseBlocks = rememberByRows((rows, table: BlockTable): BlockRecognition => {
  const items = blockItemsOf(table)
  const labels = items.flatMap((item) => (item.kind === 'row' ? [item.target] : []))
  const blockRows = rows.map((row) => toBlockRow(partFused(row, labels)))
  const rowHeading = toLabelTarget(table.rowHeading)
  return { rows, table, blockRows, ...matchBlockRows(blockRows, items, rowHeading) }
})

type RowItem = Extract<BlockItem, { kind: 'row' }>

interface MatchedRow {
  readonly row: BlockRow
  readonly item: BlockItem | undefined
  readonly by: RowEvidence['by']
  readonly lead: number
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
  const { rows, table } = recognition
  const rowHeading = toLabelTarget(table.rowHeading)
  const rowEnds = usualRowEnds(rows)
  const matched = matchedRows(recognition)
  const cells = new Map<CellId, PlacedCell>()
  const unplaced: UnplacedCells[] = []
  const deviations: Deviation[] = []
  for (const block of table.blocks) {
    const ofBlock = matched.filter(({ item }) => item?.block === block)
    const headingRow = ofBlock.find(({ item }) => item?.kind === 'heading')?.row
    const columns = readColumns(headingRow, block, rowHeading, onlySure)
    if (!onlySure) deviations.push(...columnDeviations(columns, block, table))
    const isHeaded = ofBlock.some(({ item }) => item?.kind !== 'row')
    for (const entry of ofBlock) {
      const { row, item } = entry
      if (item?.kind !== 'row') continue
      const isSure =
        row.labelCell !== undefined && labelScore(row.labelCell.label, item.target) >= SURE_LABEL
      if (onlySure && !isSure) continue
      const found = rowEvidence(entry, item, isHeaded)
      placeBlockRow({ row, item, found, columns, table, rowEnds }, cells, unplaced)
      if (!onlySure) deviations.push(...rowDeviation(entry, item, table))
    }
  }
  if (!onlySure) deviations.push(...extraRows(matched, rowHeading))
  return { edition, cells, unplaced, deviations }
}

function matchedRows(recognition: BlockRecognition): readonly MatchedRow[] {
  const { table, blockRows, partners } = recognition
  const items = blockItemsOf(table)
  const leads = recognition.leads()
  const strays = strayRows(blockRows, partners, items)
  const unnamed = unnamedRows(blockRows, partners, items)
  return blockRows.map((row, i): MatchedRow => {
    const own = items[partners[i] ?? -1]
    if (own !== undefined) return { row, item: own, by: 'label', lead: leads[i] ?? 0 }
    const stray = strays.get(row)
    if (stray !== undefined) return { row, item: stray, by: 'label-elsewhere', lead: 1 }
    return { row, item: unnamed.get(row), by: 'neighbours', lead: 1 }
  })
}

function rowEvidence({ row, by, lead }: MatchedRow, item: RowItem, isHeaded: boolean): RowEvidence {
  return {
    by,
    likeness: row.labelCell === undefined ? 0 : labelLikeness(row.labelCell.label, item.target),
    numbering: 'unseen',
    heading: isHeaded ? 'agrees' : 'unseen',
    lead: holdsNumbers(row.labelCell?.text ?? '') ? 0 : Math.min(1, lead),
  }
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

/** Rows of values that lost their label, between two lines that were recognised, where just so many rows are open. */
function unnamedRows(
  rows: readonly BlockRow[],
  partners: readonly (number | null)[],
  items: readonly BlockItem[],
): ReadonlyMap<BlockRow, BlockItem> {
  const unnamed = new Map<BlockRow, BlockItem>()
  for (let i = 0; i < rows.length; i++) {
    if ((partners[i] ?? null) !== null) continue
    let end = i
    while (end < rows.length && (partners[end] ?? null) === null) end++
    const before = i === 0 ? -1 : (partners[i - 1] ?? -1)
    const after = end === rows.length ? items.length : (partners[end] ?? items.length)
    const open = rows.slice(i, end).filter(isUnnamed)
    const free = items.slice(before + 1, after).filter(({ kind }) => kind === 'row')
    if (open.length === free.length) {
      for (const [k, row] of open.entries()) {
        const item = free[k]
        if (item !== undefined) unnamed.set(row, item)
      }
    }
    i = end
  }
  return unnamed
}

const isUnnamed = ({ row, labelCell }: BlockRow): boolean =>
  labelCell === undefined && row.cells.some((cell) => !isEmpty(cell) && isValue(cell))

function rowDeviation(
  { row, by }: MatchedRow,
  item: RowItem,
  table: BlockTable,
): readonly Deviation[] {
  const cells = item.block.columns.map((column) => toCellId(table.id, item.row.id, column.id))
  const label = row.labelCell
  if (label === undefined) return []
  return by === 'label-elsewhere'
    ? [{ kind: 'out-of-order', label: label.text.trim(), cells, at: label.at }]
    : labelDeviation(label, [label.text, label.label], item.target, cells)
}

function extraRows(matched: readonly MatchedRow[], rowHeading: LabelTarget): readonly Deviation[] {
  return matched.flatMap(({ row, item }): Deviation[] => {
    if (item !== undefined || row.labelCell === undefined) return []
    // A row of headings that lost some, with a page number behind them.
    if (labelScore(row.labelCell.label, rowHeading) >= SURE_LABEL) return []
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
