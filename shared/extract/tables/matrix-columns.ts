import { align } from './align.ts'
import { bestScore, type LabelTarget, labelScore, PROBABLE_LABEL } from './label-match.ts'
import type { LabelledRow, RowTargets } from './matrix-rows.ts'
import { isEmpty, type RowCell } from './row.ts'

/** A heading of the document over one column of values. */
export interface HeadingColumn {
  readonly cell: RowCell
  /** Index of the form's column; null for a column that the form does not have. */
  readonly formColumn: number | null
  readonly column: number
  readonly columnSpan: number
}

/** The columns of values as the heading rows name them, from left to right. */
export interface Headings {
  readonly fragment: number
  readonly columns: readonly HeadingColumn[]
  /** Whether the columns' places are known, so that a value can be placed by the heading above it. */
  readonly isPlaced: boolean
}

/** Reads the heading rows of each piece of the table that has any. */
export function readHeadings(
  labelled: readonly LabelledRow[],
  targets: RowTargets,
): readonly Headings[] {
  const fragments = [...new Set(labelled.map(({ row }) => row.fragment))]
  return fragments.flatMap((fragment): Headings[] => {
    const rows = withoutRepeats(
      labelled.filter(({ row, isHeader }) => isHeader && row.fragment === fragment),
    )
    const [first] = rows
    if (first === undefined) return []
    const headings = first.row.isGrid
      ? gridHeadings(rows, fragment, targets)
      : textHeadings(rows, fragment, targets)
    return headings.columns.some((column) => column.formColumn !== null) ? [headings] : []
  })
}

/** A page end right behind the headings prints them once more. */
function withoutRepeats(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const seen = new Set<string>()
  return rows.filter(({ row }) => {
    const text = row.cells.map((cell) => cell.text.trim()).join('\t')
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

/** In a grid the heading of a column is the lowest heading cell above it. */
function gridHeadings(
  rows: readonly LabelledRow[],
  fragment: number,
  targets: RowTargets,
): Headings {
  const lowest = new Map<number, RowCell>()
  for (const { row } of rows) {
    for (const cell of row.cells) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
        if (!isEmpty(cell) || !lowest.has(c)) lowest.set(c, cell)
      }
    }
  }
  const ordered = [
    ...new Set([...lowest.keys()].toSorted((a, b) => a - b).map((c) => lowest.get(c))),
  ]
  const cells = ordered.filter((cell) => cell !== undefined)
  const formColumns = matchInOrder(cells, targets)
  const named = cells.map((cell, i) => {
    const range = [...lowest].filter(([, owner]) => owner === cell).map(([column]) => column)
    const column = Math.min(...range)
    return {
      cell,
      formColumn: formColumns[i] ?? null,
      column,
      columnSpan: Math.max(...range) - column + 1,
    }
  })
  // Left of the first column of the form stand the labels.
  const start = named.findIndex((heading) => heading.formColumn !== null)
  const columns =
    start < 0 ? [] : named.slice(start).filter((h) => h.formColumn !== null || !isEmpty(h.cell))
  return { fragment, columns, isPlaced: true }
}

/**
 * In flattened text the headings stand row after row, and merged ones not above their columns: only the order of the
 * applicants under 法人或其他组织 can be seen. Places count only where they run without a gap.
 */
function textHeadings(
  rows: readonly LabelledRow[],
  fragment: number,
  targets: RowTargets,
): Headings {
  const cells = rows.flatMap(({ row }) => row.cells.filter((cell) => !isEmpty(cell)))
  const last = targets.columns.length - 1
  const ends = [0, last].map((index) => bestMatch(cells, targets.columns[index]))
  const inner = targets.columns.slice(1, last)
  const isInner = (cell: RowCell) =>
    !ends.includes(cell) && bestScore(cell.label, inner) >= PROBABLE_LABEL
  const leafRow = cells.slice(cells.findIndex(isInner), cells.findLastIndex(isInner) + 1)
  const leaves = leafRow.filter(
    (cell) => !ends.includes(cell) && bestScore(cell.label, targets.headings) < PROBABLE_LABEL,
  )
  const [first, total] = ends
  const ordered = [first, ...leaves, total].filter((cell) => cell !== undefined)
  const formColumns = matchInOrder(ordered, targets)
  const columns = ordered.map(
    (cell, i): HeadingColumn => ({
      cell,
      formColumn: formColumns[i] ?? null,
      column: cell.column,
      columnSpan: 1,
    }),
  )
  const isPlaced = columns.every(
    (column, i) => i === 0 || column.column === (columns[i - 1]?.column ?? 0) + 1,
  )
  return { fragment, columns, isPlaced }
}

function bestMatch(
  cells: readonly RowCell[],
  target: LabelTarget | undefined,
): RowCell | undefined {
  if (target === undefined) return undefined
  const scored = cells.map((cell) => ({ cell, score: labelScore(cell.label, target) }))
  return scored
    .filter(({ score }) => score >= PROBABLE_LABEL)
    .toSorted((x, y) => y.score - x.score)[0]?.cell
}

/** Lays headings onto the form's columns in order; what is left over is matched by its words alone. */
function matchInOrder(cells: readonly RowCell[], targets: RowTargets): readonly (number | null)[] {
  const scores = cells.map((cell) =>
    targets.columns.map((target) => labelScore(cell.label, target)),
  )
  const { partners } = align(cells.length, targets.columns.length, {
    pair: (i, j) => {
      const score = scores[i]?.[j] ?? 0
      return score < PROBABLE_LABEL ? null : score
    },
    skipLeft: () => 0.1,
    skipRight: () => 0.1,
  })
  const matched = [...partners]
  for (const [i, partner] of matched.entries()) {
    if (partner !== null) continue
    const free = targets.columns.findIndex(
      (_, j) => !matched.includes(j) && (scores[i]?.[j] ?? 0) >= 1,
    )
    if (free >= 0) matched[i] = free
  }
  // One strange heading where just one of the form's is missing is that one in other words.
  for (const [i, partner] of matched.entries()) {
    if (bestScore(cells[i]?.label ?? '', targets.headings) >= PROBABLE_LABEL) continue
    const [before, after] = [matched[i - 1] ?? -1, matched[i + 1] ?? targets.columns.length]
    if (
      partner === null &&
      after === before + 2 &&
      matched[i - 1] !== null &&
      matched[i + 1] !== null
    ) {
      matched[i] = before + 1
    }
  }
  return matched
}
