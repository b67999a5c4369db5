import { toCellId } from '../../form/cell-id.ts'
import type { BlockTable, FormBlock, FormColumn } from '../../form/edition.ts'
import type { Deviation } from '../../report/report.ts'
import { type BlockRow, matchColumns } from './block-rows.ts'
import { labelDeviation } from './deviations.ts'
import {
  type LabelTarget,
  labelLikeness,
  labelScore,
  PROBABLE_LABEL,
  SURE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import { isEmpty, isValue, type RowCell } from './row.ts'

/** The columns of one block as the document has them, in the form's order. */
export interface BlockColumns {
  readonly headingRow: BlockRow | undefined
  readonly columns: readonly BlockColumn[]
  /** How many columns the form has here. */
  readonly formColumns: number
  /** Headings that are none of the form's. */
  readonly strange: readonly RowCell[]
}

export interface BlockColumn {
  readonly column: FormColumn
  /** Undefined where the document has no heading for it. */
  readonly heading: RowCell | undefined
  /** How alike the heading and the official one are, from 0 to 1. */
  readonly likeness: number
  /** The heading is not there or cannot be read, and more than one column could be meant. */
  readonly isLost: boolean
  /** Which of the heading cells it is, from 0; null where there is none. */
  readonly place: number | null
}

/** Reads the heading row of a block; with `onlySure`, headings that are not surely the form's count as absent. */
export function readColumns(
  headingRow: BlockRow | undefined,
  block: FormBlock,
  rowHeading: LabelTarget,
  onlySure: boolean,
): BlockColumns {
  const formColumns = block.columns.length
  if (headingRow === undefined) {
    const columns = block.columns.map((column) => ({
      column,
      heading: undefined,
      likeness: 0,
      isLost: formColumns > 1,
      place: null,
    }))
    return { headingRow, columns: onlySure ? [] : columns, formColumns, strange: [] }
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
  const byPlace = all.length === formColumns
  const columns = block.columns.map((column, j): BlockColumn => {
    const open = all[j]
    const own = recognised[j]
    const heading =
      own ?? (byPlace && open !== undefined && !recognised.includes(open) ? open : undefined)
    const target = targets[j]
    const isSure =
      heading !== undefined &&
      target !== undefined &&
      labelScore(heading.label, target) >= SURE_LABEL
    return {
      column,
      heading: isSure || !onlySure ? heading : undefined,
      likeness: own === undefined || target === undefined ? 0 : labelLikeness(own.label, target),
      isLost: own === undefined,
      place: own === undefined ? null : all.indexOf(own),
    }
  })
  const used = new Set(columns.map((column) => column.heading))
  return {
    headingRow,
    columns: onlySure ? columns.filter(({ heading }) => heading !== undefined) : columns,
    formColumns,
    strange: headings.filter((heading) => !used.has(heading)),
  }
}

/** What in the headings of the block differs from the form. */
export function columnDeviations(
  block: BlockColumns,
  form: FormBlock,
  table: BlockTable,
): readonly Deviation[] {
  const named = block.columns.flatMap(({ column, heading }): readonly Deviation[] => {
    if (heading === undefined) return []
    const cells = form.rows.map((row) => toCellId(table.id, row.id, column.id))
    return labelDeviation(heading, [heading.text], toLabelTarget(column.label), cells)
  })
  const extra = block.strange
    // In flattened text a number among the headings is one of the page or of the row before, and no heading.
    .filter((cell) => !isValue(cell) || block.headingRow?.row.isGrid === true)
    .map((cell): Deviation => ({ kind: 'extra-column', label: cell.text.trim(), at: cell.at }))
  return [...named, ...extra]
}
