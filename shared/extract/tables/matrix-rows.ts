import type { FormRow, MatrixTable } from '../../form/edition.ts'
import { toLabelKey } from '../../text/label.ts'
import { align } from './align.ts'
import {
  bestScore,
  isClearlyAnother,
  type LabelTarget,
  labelScore,
  PROBABLE_LABEL,
  SURE_LABEL,
  scoresOf,
  toLabelTarget,
} from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell } from './row.ts'

/** A row of the document with its label told apart from its values. */
export interface LabelledRow {
  readonly row: Row
  readonly isHeader: boolean
  /** The cell that names the row; undefined where no cell does. */
  readonly labelCell: RowCell | undefined
  /** Wordings the label may have: alone, with its number from the cell before, with a torn half from another row. */
  readonly wordings: readonly string[]
  /** Merged heading the row stands under, as far as it was recognised. */
  readonly group: LabelTarget | null
  /** Cells after the label, blank ones included. */
  readonly values: readonly RowCell[]
}

/** Which row of the form a row of the document is. */
export interface RowMatch {
  readonly formRow: number
  /** Score of the best wording. */
  readonly score: number
  /** The wording that was recognised. */
  readonly wording: string
  /** How it was placed: by its label in the form's order, by its label elsewhere, or by the rows around it. */
  readonly by: 'label' | 'label-elsewhere' | 'neighbours'
}

/** How the rows of the document were laid onto the rows of the form. */
export interface RowMatches {
  /** `null` for rows that are none of the form's. */
  readonly matches: readonly (RowMatch | null)[]
  /** How well the rows are explained. Rows of the form that are not there do not count: editions differ in length. */
  readonly score: number
  /** For each row how much more alike its label is to the chosen row than to the next best explanation. */
  readonly leads: () => readonly number[]
}

/** The targets that rows of this table are recognised by. Computed once for each table of an edition. */
export interface RowTargets {
  readonly rows: readonly LabelTarget[]
  /** For each row the innermost merged heading it stands under; null where there is none. */
  readonly groups: readonly (LabelTarget | null)[]
  readonly distinctGroups: readonly LabelTarget[]
  /** All merged headings to the left of rows, the outer ones too. */
  readonly rowHeadings: readonly LabelTarget[]
  readonly columns: readonly LabelTarget[]
  /** Words of the heading rows that name no column. */
  readonly headings: readonly LabelTarget[]
}

/** Prepares the labels of the table. */
export function rowTargetsOf(table: MatrixTable): RowTargets {
  const known = cache.get(table)
  if (known !== undefined) return known
  const byLabel = new Map<string, LabelTarget>()
  const targetOf = (label: string): LabelTarget => {
    const target = byLabel.get(label) ?? toLabelTarget(label)
    byLabel.set(label, target)
    return target
  }
  const innermost = (row: FormRow) => {
    const label = row.under?.at(-1)
    return label === undefined || (row.under?.length ?? 0) < 2 ? null : targetOf(label)
  }
  const groups = table.rows.map(innermost)
  const columnGroups = table.columns.flatMap((column) => column.group ?? [])
  const targets: RowTargets = {
    rows: table.rows.map((row) => toLabelTarget(row.label, row.variants)),
    groups,
    distinctGroups: [...new Set(groups.filter((group) => group !== null))],
    rowHeadings: [...new Set(table.rows.flatMap((row) => row.under ?? []))].map(targetOf),
    columns: table.columns.map((column) => toLabelTarget(column.label, column.variants)),
    headings: [...new Set([table.columnsHeading, table.note, ...columnGroups])].map((l) =>
      toLabelTarget(l),
    ),
  }
  cache.set(table, targets)
  return targets
}

const cache = new WeakMap<MatrixTable, RowTargets>()

/** Tells label and values of each row apart. */
export function labelRows(rows: readonly Row[], targets: RowTargets): readonly LabelledRow[] {
  const labelled: LabelledRow[] = []
  let carried: LabelTarget | null = null
  for (const row of rows) {
    const isHeader = isHeaderRow(row, targets)
    const index = isHeader ? -1 : labelIndexOf(row, targets)
    const values = isHeader ? [] : row.cells.slice(index + 1)
    // Where only the merged heading is left beside the values, the row's own label was lost.
    const isLost = isHeadingOver(row.cells[index], values, targets)
    const labelCell = isLost ? undefined : row.cells[index]
    const before = [...row.above, ...row.cells.slice(0, Math.max(index, 0) + (isLost ? 1 : 0))]
    const group = groupOf(before, targets)
    // Flattened text has no merged cells: a heading, even on a line of its own, holds until the next one.
    const alone =
      labelCell !== undefined && values.every(isEmpty) ? groupOf([labelCell], targets) : null
    carried = row.isGrid ? group : (group ?? alone ?? carried)
    labelled.push({
      row,
      isHeader,
      labelCell,
      wordings: isLost ? [] : wordingsOf(row, index, labelled.at(-1)),
      group: row.isGrid ? group : carried,
      values,
    })
  }
  return labelled
}

const isHeadingOver = (
  cell: RowCell | undefined,
  values: readonly RowCell[],
  targets: RowTargets,
): boolean =>
  cell !== undefined &&
  values.some((value) => !isEmpty(value)) &&
  bestScore(cell.label, targets.rowHeadings) >= SURE_LABEL &&
  bestScore(cell.label, targets.rows) < PROBABLE_LABEL

/** A heading row names applicants, or the headings above them, and no row of the form. */
function isHeaderRow(row: Row, targets: RowTargets): boolean {
  const filled = row.cells.filter((cell) => !isEmpty(cell) && !isValue(cell))
  const columns = filled.filter(
    (cell) => bestScore(cell.label, targets.columns) >= SURE_LABEL,
  ).length
  const headings = filled.filter(
    (cell) => bestScore(cell.label, targets.headings) >= PROBABLE_LABEL,
  ).length
  if (columns >= 2) return true
  // 总计 names a row as well as a column: alone it decides nothing.
  const namesRow = (cell: RowCell) =>
    bestScore(cell.label, targets.rows) >= SURE_LABEL &&
    bestScore(cell.label, targets.columns) < SURE_LABEL
  return headings > 0 && !filled.some(namesRow)
}

/** Index of the cell that names the row: the rightmost that looks like a label of the form; -1 where none does. */
function labelIndexOf(row: Row, targets: RowTargets): number {
  const isText = (cell: RowCell) => !isEmpty(cell) && !isValue(cell)
  const byForm = row.cells.findLastIndex(
    (cell) =>
      isText(cell) &&
      (bestScore(cell.label, targets.rows) >= PROBABLE_LABEL ||
        bestScore(cell.label, targets.distinctGroups) >= SURE_LABEL),
  )
  if (byForm >= 0) return byForm
  return row.cells.findLastIndex(
    (cell) => isText(cell) && toLabelKey(cell.text).words.length >= SHORTEST_LABEL,
  )
}

/** A shorter unknown word may as well be what somebody wrote into a number cell. */
const SHORTEST_LABEL = 3

function groupOf(cells: readonly RowCell[], targets: RowTargets): LabelTarget | null {
  for (const cell of cells.toReversed()) {
    const group = targets.distinctGroups.find(
      (target) => labelScore(cell.label, target) >= SURE_LABEL,
    )
    if (group !== undefined) return group
  }
  return null
}

function wordingsOf(row: Row, index: number, previous: LabelledRow | undefined): readonly string[] {
  const own = row.cells[index]
  if (own === undefined) return []
  const before = row.cells[index - 1]
  const wordings = [own.label]
  // `一、` in a cell of its own before the words.
  if (before !== undefined && toLabelKey(before.label).words.length <= 1)
    wordings.push(before.label + own.label)
  // A label torn by a page end: its head stands alone in the row before.
  const head = previous?.labelCell
  if (head !== undefined && previous?.values.every(isEmpty)) wordings.push(head.label + own.label)
  return wordings
}

/** Lays the rows of the document onto the rows of the form. */
export function matchRows(labelled: readonly LabelledRow[], targets: RowTargets): RowMatches {
  const scored = labelled.map((row) => scoreRow(row, targets))
  const best = scored.map((scores) => Math.max(0, ...scores.map(({ score }) => score)))
  const alignment = align(labelled.length, targets.rows.length, {
    pair: (i, j) => {
      const score = scored[i]?.[j]?.score ?? 0
      return score < PROBABLE_LABEL || isClearlyAnother(score, best[i] ?? 0)
        ? null
        : (score - BASE_SCORE) * LIKENESS_GAIN + (hasValues(labelled[i]) ? 0.2 : -0.4)
    },
    skipLeft: (i) => (hasValues(labelled[i]) ? 0.4 : 0.02),
    skipRight: () => ABSENT_ROW,
  })
  const matches: (RowMatch | null)[] = alignment.partners.map((partner, i) => {
    const scores = partner === null ? undefined : scored[i]?.[partner]
    return partner === null || scores === undefined
      ? null
      : { formRow: partner, ...scores, by: 'label' }
  })
  matchElsewhere(labelled, scored, matches)
  matchByNeighbours(labelled, matches, targets.rows.length)
  const leads = () => alignment.leads().map((lead) => lead / LIKENESS_GAIN)
  const absent = targets.rows.length - alignment.partners.filter((each) => each !== null).length
  return { matches, score: alignment.score + absent * ABSENT_ROW, leads }
}

/** What a row of the form that the document does not have costs. */
const ABSENT_ROW = 0.3

/** What a pairing gains for each step of likeness. */
const LIKENESS_GAIN = 2

/** Half of the likeness range: below it a pairing would cost more than it gains. */
const BASE_SCORE = 0.45

const hasValues = (row: LabelledRow | undefined): boolean =>
  row?.values.some((cell) => !isEmpty(cell) && isValue(cell)) ?? false

interface Scored {
  readonly score: number
  readonly wording: string
}

function scoreRow(row: LabelledRow, targets: RowTargets): readonly Scored[] {
  if (row.isHeader) return []
  const wordings = row.wordings.map((wording) => ({
    wording,
    scores: scoresOf(wording, targets.rows).each,
  }))
  return targets.rows.map((_, index) => {
    let best: Scored = { score: 0, wording: '' }
    for (const { wording, scores } of wordings) {
      const score = scores[index] ?? 0
      if (score > best.score) best = { score, wording }
    }
    const group = targets.groups[index] ?? null
    if (best.score === 0 || row.group === null) return best
    return { ...best, score: best.score + (row.group === group ? AGREEING_GROUP : -OTHER_GROUP) }
  })
}

const AGREEING_GROUP = 0.1
const OTHER_GROUP = 0.15

/** A row that is surely one of the form's, but stands out of the form's order. */
function matchElsewhere(
  labelled: readonly LabelledRow[],
  scored: readonly (readonly Scored[])[],
  matches: (RowMatch | null)[],
): void {
  const taken = new Set(matches.flatMap((match) => match?.formRow ?? []))
  for (const [i, row] of labelled.entries()) {
    if (matches[i] !== null || row.isHeader || row.values.length === 0) continue
    const free = (scored[i] ?? [])
      .map((entry, formRow) => ({ ...entry, formRow }))
      .filter(({ score, formRow }) => score >= SURE_LABEL && !taken.has(formRow))
      .toSorted((a, b) => b.score - a.score)
    const [best] = free
    if (best === undefined) continue
    matches[i] = { ...best, by: 'label-elsewhere' }
    taken.add(best.formRow)
  }
}

/** Rows whose labels were not recognised, between two that were, when the form has just as many rows there. */
function matchByNeighbours(
  labelled: readonly LabelledRow[],
  matches: (RowMatch | null)[],
  formRows: number,
): void {
  let i = 0
  while (i < matches.length) {
    if (matches[i] !== null) {
      i++
      continue
    }
    let end = i
    while (end < matches.length && matches[end] === null) end++
    const before = i === 0 ? -1 : (matches[i - 1]?.formRow ?? -1)
    const after = end === matches.length ? formRows : (matches[end]?.formRow ?? -1)
    const open = Array.from({ length: end - i }, (_, k) => i + k).filter((index) =>
      isUnnamed(labelled[index]),
    )
    if (open.length > 0 && open.length === after - before - 1) {
      for (const [k, index] of open.entries()) {
        matches[index] = { formRow: before + 1 + k, score: 0, wording: '', by: 'neighbours' }
      }
    }
    i = end
  }
}

/** Only a row with values and no readable label is placed by its neighbours; a strange label is a strange row. */
const isUnnamed = (row: LabelledRow | undefined): boolean =>
  row !== undefined && !row.isHeader && row.labelCell === undefined && hasValues(row)
