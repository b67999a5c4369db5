import { toCellId } from '../../form/cell-id.ts'
import type { CellId, EditionId, GroupTable } from '../../form/edition.ts'
import type { Deviation, ReadingDoubt, UnplacedCells } from '../../report/report.ts'
import { align } from './align.ts'
import { labelDeviation, leftoverHeadings } from './deviations.ts'
import {
  type LabelTarget,
  labelScore,
  PROBABLE_LABEL,
  SURE_LABEL,
  toLabelTarget,
} from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell, sharesColumn } from './row.ts'
import type { PlacedCell, TableAlignment } from './table-alignment.ts'

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
  const outcome = new Outcome()
  for (const section of sections)
    placeSection(section, sections.length, slots, targets, groups, outcome)
  const leaves = sections.flatMap((section) => section.leaves)
  const deviations = [
    ...leaves.flatMap((leaf) => leafDeviation(leaf, leaves, slots, targets, outcome)),
    ...leftoverHeadings(rows, [...groups, ...outer], targets),
  ]
  return { edition, cells: outcome.cells, unplaced: outcome.unplaced, deviations }
}

interface Slot {
  readonly id: CellId
  /** Index of the form's column. */
  readonly column: number
}

/** Heading rows and the values under them. */
interface Section {
  readonly headingRows: readonly Row[]
  readonly leaves: readonly RowCell[]
  /** Rows of values; each with the text cells that stand before the values. */
  readonly valueRows: readonly Row[]
}

/** What has been placed so far. */
class Outcome {
  readonly cells = new Map<CellId, PlacedCell>()
  readonly unplaced: UnplacedCells[] = []
  /** Leaf headings of the document and the slots they were laid onto. */
  readonly leafSlots = new Map<RowCell, Slot>()

  place(slot: Slot, cell: RowCell, doubt: ReadingDoubt | null): void {
    this.cells.set(slot.id, { cell, doubt })
  }

  leaveOpen(slots: readonly Slot[], values: readonly RowCell[]): void {
    if (slots.length === 0) return
    this.unplaced.push({
      cells: slots.map((slot) => slot.id),
      values: values.map((cell) => cell.text.trim()),
      reason: 'row-length',
      at: values.flatMap((cell) => cell.at),
    })
  }
}

/** A section is a run of heading rows and the run of value rows after it. */
function cutIntoSections(
  rows: readonly Row[],
  targets: readonly LabelTarget[],
): readonly Section[] {
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

/** The headings of single columns, from left to right in a grid, in reading order in flattened text. */
function leavesOf(rows: readonly Row[], targets: readonly LabelTarget[]): readonly RowCell[] {
  const leaves = rows.flatMap((row) =>
    row.cells.filter(
      (cell) =>
        !isEmpty(cell) &&
        targets.some((target) => labelScore(cell.label, target) >= PROBABLE_LABEL),
    ),
  )
  const isGrid = rows.every((row) => row.isGrid)
  return isGrid ? leaves.toSorted((a, b) => a.column - b.column) : leaves
}

function placeSection(
  section: Section,
  sectionCount: number,
  slots: readonly Slot[],
  targets: readonly LabelTarget[],
  groups: readonly LabelTarget[],
  outcome: Outcome,
): void {
  const size = targets.length
  const isWide = section.leaves.length > size
  for (const [i, row] of section.valueRows.entries()) {
    const values = valuesOf(row, section, [...groups, ...targets])
    const named = groupOfRow(row, section, sectionCount > 1 && !isWide, groups)
    if (named === null && (isWide || filledOrAll(values) > size)) {
      placeRun(values, row, section, slots, targets, outcome)
      continue
    }
    const group = named ?? (section.valueRows.length === groups.length ? i : null)
    if (group === null) continue
    const own = slots.slice(group * size, (group + 1) * size)
    placeRun(values, row, section, own, targets, outcome)
  }
}

/** The cells of a row that stand for numbers, whatever a person wrote into them; labels before them left out. */
function valuesOf(row: Row, section: Section, labels: readonly LabelTarget[]): readonly RowCell[] {
  const [leaf] = section.leaves
  return row.cells.filter((cell, i) => {
    if (isValue(cell)) return true
    if (labels.some((label) => labelScore(cell.label, label) >= PROBABLE_LABEL)) return false
    // Words at the head of a row name it, unless they stand under the first heading.
    return i > 0 || (row.isGrid && leaf !== undefined && sharesColumn(cell, leaf))
  })
}

const filledOrAll = (values: readonly RowCell[]): number =>
  values.filter((cell) => !isEmpty(cell)).length || values.length

/** The group that a row of values is for, by a label in the row, or by one above a stacked block. */
function groupOfRow(
  row: Row,
  section: Section,
  isStacked: boolean,
  groups: readonly LabelTarget[],
): number | null {
  const texts = [...row.above, ...row.cells].filter((cell) => !isEmpty(cell) && !isValue(cell))
  const above = isStacked ? section.headingRows.flatMap((heading) => heading.cells) : []
  for (const cell of [...texts, ...above.toReversed()]) {
    const index = groups.findIndex((group) => labelScore(cell.label, group) >= SURE_LABEL)
    if (index >= 0) return index
  }
  return null
}

/** Lays a run of values onto a run of slots: under the headings that were recognised, or all of them in order. */
function placeRun(
  values: readonly RowCell[],
  row: Row,
  section: Section,
  slots: readonly Slot[],
  targets: readonly LabelTarget[],
  outcome: Outcome,
): void {
  const headed = headedSlots(section.leaves, slots, targets)
  for (const { leaf, slot } of headed) outcome.leafSlots.set(leaf, slot)
  const filled = values.filter((cell) => !isEmpty(cell))
  // Flattened, a row with blanks counts only where it is as wide as the headings: two values that ran together
  // would leave just such a blank behind.
  const isWide = section.headingRows.some(({ cells }) => cells.length === row.cells.length)
  const runs = row.isGrid || isWide ? [values, filled] : [filled]
  const whole = runs.find((run) => run.length === slots.length)
  const isSolid = filled.length === values.length
  const byHeading = runs.find((run) => run.length === headed.length && (isSolid || run === values))
  if (
    whole !== undefined &&
    (headed.length === slots.length || section.leaves.length !== slots.length)
  ) {
    for (const [i, slot] of slots.entries()) {
      const cell = whole[i]
      if (cell !== undefined)
        outcome.place(
          slot,
          cell,
          headed.length === 0 && !isWholeForm(slots) ? 'column-label' : null,
        )
    }
    return
  }
  if (row.isGrid && headed.length > 0 && placeByColumns(values, headed, outcome)) return
  if (byHeading !== undefined && headed.length > 0) {
    for (const [i, { slot }] of headed.entries()) {
      const cell = byHeading[i]
      if (cell !== undefined) outcome.place(slot, cell, null)
    }
    return
  }
  outcome.leaveOpen(slots, values)
}

/** All fifteen numbers in one row: their order alone says which is which. */
const isWholeForm = (slots: readonly Slot[]): boolean => slots.length > 2 * SMALLEST_GROUP

interface HeadedSlot {
  readonly leaf: RowCell
  readonly slot: Slot
}

/** Lays the leaf headings onto the slots in order; a heading that was lost leaves its slot open. */
function headedSlots(
  leaves: readonly RowCell[],
  slots: readonly Slot[],
  targets: readonly LabelTarget[],
): readonly HeadedSlot[] {
  const { partners } = align(leaves.length, slots.length, {
    pair: (i, j) => {
      const leaf = leaves[i]
      const target = targets[slots[j]?.column ?? -1]
      if (leaf === undefined || target === undefined) return null
      const score = labelScore(leaf.label, target)
      return score < PROBABLE_LABEL ? null : score
    },
    skipLeft: () => 0.5,
    skipRight: () => 0.5,
  })
  return leaves.flatMap((leaf, i) => {
    const slot = slots[partners[i] ?? -1]
    return slot === undefined ? [] : [{ leaf, slot }]
  })
}

/** In a grid each value stands under its heading; false where it does not come out even. */
function placeByColumns(
  values: readonly RowCell[],
  headed: readonly HeadedSlot[],
  outcome: Outcome,
): boolean {
  const pairs = headed.map(({ leaf, slot }) => ({
    slot,
    under: values.filter((cell) => sharesColumn(cell, leaf)),
  }))
  const isEven = pairs.every(({ under }) => under.length === 1)
  const used = new Set(pairs.flatMap(({ under }) => under))
  // A value under no heading: the row has gained a cell, and the others moved.
  const isSpilt = values.some((cell) => !used.has(cell) && !isEmpty(cell))
  if (!isEven || used.size !== headed.length || isSpilt) return false
  for (const { slot, under } of pairs) for (const cell of under) outcome.place(slot, cell, null)
  return true
}

function leafDeviation(
  leaf: RowCell,
  leaves: readonly RowCell[],
  slots: readonly Slot[],
  targets: readonly LabelTarget[],
  outcome: Outcome,
): readonly Deviation[] {
  const slot = outcome.leafSlots.get(leaf)
  const target = targets[slot?.column ?? -1]
  if (slot === undefined || target === undefined) return []
  // One heading over stacked rows names a cell in each; the first stands for all.
  const isShared = leaves.length < slots.length
  return labelDeviation([leaf.text, leaf.label], target, isShared ? [] : [slot.id], leaf.at)
}
