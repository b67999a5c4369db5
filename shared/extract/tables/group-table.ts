import { toCellId } from '../../form/cell-id.ts'
import type { EditionId, GroupTable } from '../../form/edition.ts'
import type { Deviation } from '../../report/report.ts'
import { labelDeviation, leftoverHeadings } from './deviations.ts'
import { type GroupOutcome, type GroupSection, type GroupSlot, placeRun } from './group-values.ts'
import {
  bestScore,
  type LabelTarget,
  labelLikeness,
  labelScore,
  PROBABLE_LABEL,
  SURE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell, sharesColumn } from './row.ts'
import type { TableAlignment } from './table-alignment.ts'

/**
 * Lays the rows of a document onto table 4. The form prints one row of numbers with the groups side by side;
 * offices also stack the groups, or give each a row of its own: all three are sequences of headings over
 * sequences of values, group by group.
 */
export function alignGroups(
  rows: readonly Row[],
  table: GroupTable,
  edition: EditionId,
): TableAlignment {
  const targets = table.columns.map((column) => toLabelTarget(column.label, column.variants))
  // Stacked, a group is often named together with the heading it stands under.
  const groups = table.groups.map((group) =>
    toLabelTarget(group.label, [
      ...(group.variants ?? []),
      ...(group.under ?? []).map((heading) => heading + group.label),
    ]),
  )
  const outer = [...new Set(table.groups.flatMap((group) => group.under ?? []))].map((l) =>
    toLabelTarget(l),
  )
  const sections = cutIntoSections(rows, targets)
  const slots = table.groups.flatMap((group) =>
    table.columns.map((column, i) => ({ id: toCellId(table.id, group.id, column.id), column: i })),
  )
  const outcome: GroupOutcome = { cells: new Map(), unplaced: [], leafSlots: new Map() }
  for (const section of sections)
    placeSection(section, sections.length, slots, targets, groups, outcome)
  const leaves = sections.flatMap((section) => section.leaves)
  const deviations = [
    ...leaves.flatMap((leaf) => leafDeviation(leaf, leaves, slots, targets, outcome)),
    ...leftoverHeadings(rows, [...groups, ...outer], targets),
  ]
  return { edition, cells: outcome.cells, unplaced: outcome.unplaced, deviations }
}

/** A section is a run of heading rows and the run of value rows after it. */
function cutIntoSections(
  rows: readonly Row[],
  targets: readonly LabelTarget[],
): readonly GroupSection[] {
  const sections: { headingRows: Row[]; valueRows: Row[] }[] = []
  for (const row of rows) {
    const isValues = isValueRow(row)
    if (isValues && sections.length === 0) sections.push({ headingRows: [], valueRows: [] })
    const last = sections.at(-1)
    if (isValues) last?.valueRows.push(row)
    else if (last === undefined || last.valueRows.length > 0)
      sections.push({ headingRows: [row], valueRows: [] })
    else last.headingRows.push(row)
  }
  return sections.map(({ headingRows, valueRows }) => ({
    headingRows,
    valueRows: valueRows.some((row) => row.cells.some((cell) => !isEmpty(cell) && isValue(cell)))
      ? valueRows.filter((row) => row.cells.some((cell) => !isEmpty(cell)))
      : valueRows.slice(0, 1),
    leaves: leavesOf(headingRows, targets),
  }))
}

/** At least as many values as text cells; a row of blanks only is a value row where it can hold a group. */
function isValueRow(row: Row): boolean {
  const filled = row.cells.filter((cell) => !isEmpty(cell))
  const values = filled.filter(isValue).length
  if (values > 0) return values >= filled.length - values
  return filled.length === 0 && row.cells.length >= SMALLEST_GROUP
}

const SMALLEST_GROUP = 5

/** The headings of single columns, from left to right in a grid, in reading order where columns do not tell. */
function leavesOf(rows: readonly Row[], targets: readonly LabelTarget[]): readonly RowCell[] {
  const leaves = rows.flatMap((row) =>
    row.cells.filter(
      (cell) =>
        !isEmpty(cell) &&
        targets.some((target) => labelScore(cell.label, target) >= PROBABLE_LABEL),
    ),
  )
  const ordered = leaves.toSorted((a, b) => a.column - b.column)
  // One below the other in the same column: the merged cells above them were lost, and the columns with them.
  const isStacked = ordered.some((leaf, i) => sharesColumn(leaf, ordered[i + 1] ?? NOWHERE))
  return rows.every((row) => row.isGrid) && !isStacked ? ordered : leaves
}

const NOWHERE = { column: -1, columnSpan: 0 }

function placeSection(
  section: GroupSection,
  sectionCount: number,
  slots: readonly GroupSlot[],
  targets: readonly LabelTarget[],
  groups: readonly LabelTarget[],
  outcome: GroupOutcome,
): void {
  const size = targets.length
  const isWide = section.leaves.length > size
  for (const [i, row] of section.valueRows.entries()) {
    const values = valuesOf(row, section, [...groups, ...targets])
    if (holdsHeadings(row, groups, targets)) continue
    const run = { row, values, section, targets }
    const named = groupOfRow(row, section, sectionCount > 1 && !isWide, groups)
    if (named === null && (isWide || filledOrAll(values) > size)) {
      placeRun({ ...run, slots, by: 'only-row', likeness: 0 }, outcome)
      continue
    }
    const byPlace = section.valueRows.length === groups.length ? i : null
    const group = named?.group ?? byPlace
    if (group === null) continue
    const own = slots.slice(group * size, (group + 1) * size)
    const by = named === null ? 'neighbours' : 'label'
    placeRun({ ...run, slots: own, by, likeness: named?.likeness ?? 0 }, outcome)
  }
}

/** The cells of a row that stand for numbers, whatever a person wrote into them; labels before them left out. */
function valuesOf(
  row: Row,
  section: GroupSection,
  labels: readonly LabelTarget[],
): readonly RowCell[] {
  const [leaf] = section.leaves
  const first = row.cells.findIndex((cell) => !isEmpty(cell) && isValue(cell))
  return row.cells.filter((cell, i) => {
    if (isValue(cell) || (first >= 0 && i > first)) return true
    if (labels.some((label) => labelScore(cell.label, label) >= PROBABLE_LABEL)) return false
    // Words at the head of a row name it, unless they stand under the first heading.
    return i > 0 || (row.isGrid && leaf !== undefined && sharesColumn(cell, leaf))
  })
}

/** Headings of columns beside values, or of groups behind them: pieces of several rows that ran together. */
function holdsHeadings(
  row: Row,
  groups: readonly LabelTarget[],
  columns: readonly LabelTarget[],
): boolean {
  const first = row.cells.findIndex((cell) => !isEmpty(cell) && isValue(cell))
  const isOneOf = (cell: RowCell, targets: readonly LabelTarget[]) =>
    cell.shows === 'words' && bestScore(cell.label, targets) >= SURE_LABEL
  return (
    row.cells.some((cell) => isOneOf(cell, columns)) ||
    (first >= 0 && row.cells.slice(first).some((cell) => isOneOf(cell, groups)))
  )
}

const filledOrAll = (values: readonly RowCell[]): number =>
  values.filter((cell) => !isEmpty(cell)).length || values.length

/** The group that a row of values is for, by a label in the row, or by one above a stacked block. */
function groupOfRow(
  row: Row,
  section: GroupSection,
  isStacked: boolean,
  groups: readonly LabelTarget[],
): NamedGroup | null {
  // A name stands right before the values of its row; what is behind them is another row's.
  const first = row.cells.findIndex((cell) => !isEmpty(cell) && isValue(cell))
  const head = first < 0 ? row.cells : row.cells.slice(0, first)
  const texts = [...row.above, ...head].filter((cell) => !isEmpty(cell) && !isValue(cell)).slice(-1)
  const above = isStacked ? section.headingRows.flatMap((heading) => heading.cells) : []
  return namedGroups(texts, groups)[0] ?? onlyOf(namedGroups(above, groups))
}

interface NamedGroup {
  readonly group: number
  readonly likeness: number
}

const namedGroups = (
  cells: readonly RowCell[],
  groups: readonly LabelTarget[],
): readonly NamedGroup[] =>
  cells.flatMap((cell) => {
    const group = groups.findIndex((each) => labelScore(cell.label, each) >= SURE_LABEL)
    const target = groups[group]
    return target === undefined ? [] : [{ group, likeness: labelLikeness(cell.label, target) }]
  })

/** Above a row that is one group's, another group's name has no business. */
const onlyOf = (named: readonly NamedGroup[]): NamedGroup | null =>
  new Set(named.map(({ group }) => group)).size === 1 ? (named.at(-1) ?? null) : null

function leafDeviation(
  leaf: RowCell,
  leaves: readonly RowCell[],
  slots: readonly GroupSlot[],
  targets: readonly LabelTarget[],
  outcome: GroupOutcome,
): readonly Deviation[] {
  const slot = outcome.leafSlots.get(leaf)
  const target = targets[slot?.column ?? -1]
  if (slot === undefined || target === undefined) return []
  // One heading over stacked rows names a cell in each; the first stands for all.
  const isShared = leaves.length < slots.length
  return labelDeviation(leaf, [leaf.text, leaf.label], target, isShared ? [] : [slot.id])
}
