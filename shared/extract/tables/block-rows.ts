import type { BlockTable, FormBlock, FormRow } from '../../form/edition.ts'
import { align } from './align.ts'
import {
  isClearlyAnother,
  type LabelTarget,
  labelScore,
  PROBABLE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell } from './row.ts'

/** One printed line of table 2. */
export type BlockItem =
  | { readonly kind: 'article'; readonly block: FormBlock; readonly target: LabelTarget }
  | {
      readonly kind: 'heading'
      readonly block: FormBlock
      readonly columns: readonly LabelTarget[]
    }
  | {
      readonly kind: 'row'
      readonly block: FormBlock
      readonly row: FormRow
      readonly target: LabelTarget
    }

/** The printed lines of the table in order, prepared for comparison. */
export function blockItemsOf(table: BlockTable): readonly BlockItem[] {
  const known = cache.get(table)
  if (known !== undefined) return known
  const items = table.blocks.flatMap((block): BlockItem[] => [
    { kind: 'article', block, target: toLabelTarget(block.article) },
    {
      kind: 'heading',
      block,
      columns: block.columns.map((c) => toLabelTarget(c.label, c.variants)),
    },
    ...block.rows.map(
      (row): BlockItem => ({
        kind: 'row',
        block,
        row,
        target: toLabelTarget(row.label, row.variants),
      }),
    ),
  ])
  cache.set(table, items)
  return items
}

const cache = new WeakMap<BlockTable, readonly BlockItem[]>()

/** A row of the document told apart: the cell that names it and what follows. */
export interface BlockRow {
  readonly row: Row
  readonly labelCell: RowCell | undefined
  readonly values: readonly RowCell[]
}

/** The first text of a row names it; the cells after it are its values or column headings. */
export function toBlockRow(row: Row): BlockRow {
  const index = row.cells.findIndex((cell) => !isEmpty(cell) && !isValue(cell))
  if (index >= 0) return { row, labelCell: row.cells[index], values: row.cells.slice(index + 1) }
  // Without a label, the blank cell at its head is where the label was.
  const start = row.cells.findIndex((cell) => !isEmpty(cell))
  return { row, labelCell: undefined, values: start < 0 ? row.cells : row.cells.slice(start) }
}

/** How the rows of the document were laid onto the printed lines. */
export interface BlockRowMatches {
  readonly partners: readonly (number | null)[]
  /** How well the rows are explained. Lines of the form that are not there do not count: editions differ in length. */
  readonly score: number
  /** For each row how much more alike its label is to the chosen line than to the next best explanation. */
  readonly leads: () => readonly number[]
}

/** Lays the rows of the document onto the printed lines. */
export function matchBlockRows(
  rows: readonly BlockRow[],
  items: readonly BlockItem[],
  rowHeading: LabelTarget,
): BlockRowMatches {
  const scores = rows.map((row) => items.map((item) => itemScore(row, item, rowHeading)))
  const { leads, ...alignment } = align(rows.length, items.length, {
    pair: (i, j) => {
      const score = scores[i]?.[j] ?? 0
      return score < PROBABLE_LABEL ? null : (score - BASE_SCORE) * LIKENESS_GAIN
    },
    skipLeft: (i) => (rows[i]?.values.some((cell) => !isEmpty(cell)) ? 0.3 : 0.05),
    skipRight: () => ABSENT_LINE,
  })
  const absent = items.length - alignment.partners.filter((each) => each !== null).length
  return {
    partners: alignment.partners,
    score: alignment.score + absent * ABSENT_LINE,
    leads: () => leads().map((lead) => lead / LIKENESS_GAIN),
  }
}

/** What a line of the form that the document does not have costs. */
const ABSENT_LINE = 0.2

const BASE_SCORE = 0.4
/** What a pairing gains for each step of likeness. */
const LIKENESS_GAIN = 2

function itemScore(row: BlockRow, item: BlockItem, rowHeading: LabelTarget): number {
  const label = row.labelCell?.label
  if (label === undefined) return 0
  switch (item.kind) {
    case 'article':
      return articleScore(label, item.target)
    case 'heading':
      return headingScore(row, item, rowHeading)
    case 'row':
      return labelScore(label, item.target)
  }
}

// The articles differ in one character only: a slip in it must not make one of the other.
const articleScore = (label: string, target: LabelTarget): number => {
  const score = labelScore(label, target)
  return score >= 1 ? score : score >= ALIKE_ARTICLE ? PROBABLE_LABEL : 0
}

const ALIKE_ARTICLE = 0.8

function headingScore(
  row: BlockRow,
  item: Extract<BlockItem, { kind: 'heading' }>,
  rowHeading: LabelTarget,
): number {
  const isNamed =
    row.labelCell !== undefined && labelScore(row.labelCell.label, rowHeading) >= PROBABLE_LABEL
  // A row with numbers in it is no heading row, and most rows are such.
  if (!isNamed && row.values.some((cell) => !isEmpty(cell) && isValue(cell))) return 0
  const headings = (isNamed ? row.values : row.row.cells).filter(
    (cell) => !isEmpty(cell) && !isValue(cell),
  )
  const { score } = matchColumns(headings, item.columns)
  const share = score / Math.max(item.columns.length, headings.length, 1)
  return isNamed ? HEADING_NAME + share * HEADING_COLUMNS : share
}

/** A heading row is known by `信息内容`, and told from the other blocks' by its columns. */
const HEADING_NAME = 0.55
const HEADING_COLUMNS = 0.55

/** Lays column headings onto the form's columns in order; `score` is the sum of the likenesses. */
export function matchColumns(
  headings: readonly RowCell[],
  columns: readonly LabelTarget[],
): { readonly partners: readonly (number | null)[]; readonly score: number } {
  const scores = headings.map(({ label }) => columns.map((column) => labelScore(label, column)))
  const best = scores.map((each) => Math.max(0, ...each))
  return align(headings.length, columns.length, {
    pair: (i, j) => {
      const score = scores[i]?.[j] ?? 0
      return score < POSSIBLE_COLUMN || isClearlyAnother(score, best[i] ?? 0) ? null : score
    },
    skipLeft: () => 0,
    skipRight: () => 0,
  })
}

/** A heading cut short, such as 本年新, is still told apart by its order. */
const POSSIBLE_COLUMN = 0.5
