import type { CellId } from '../../form/edition.ts'
import type { ColumnEvidence, ColumnObjection, RowEvidence } from '../../report/evidence.ts'
import type { UnplacedCells } from '../../report/report.ts'
import { align } from './align.ts'
import { holdsOtherText, isRunTogether, unplacedReason } from './fused-cells.ts'
import { type LabelTarget, labelLikeness, labelScore, PROBABLE_LABEL } from './label-match.ts'
import { isEmpty, type Row, type RowCell, rowEnd, sharesColumn } from './row.ts'
import type { PlacedCell } from './table-alignment.ts'

/** A cell of table 4 to be filled. */
export interface GroupSlot {
  readonly id: CellId
  /** Index of the form's column. */
  readonly column: number
}

/** Heading rows and the values under them. */
export interface GroupSection {
  readonly headingRows: readonly Row[]
  readonly leaves: readonly RowCell[]
  /** Rows of values; each with the text cells that stand before the values. */
  readonly valueRows: readonly Row[]
}

/** What has been placed so far. */
export interface GroupOutcome {
  readonly cells: Map<CellId, PlacedCell>
  readonly unplaced: UnplacedCells[]
  /** Leaf headings of the document and the slots they were laid onto. */
  readonly leafSlots: Map<RowCell, GroupSlot>
}

/** A run of values and the run of slots it is for. */
export interface ValueRun {
  readonly row: Row
  readonly values: readonly RowCell[]
  readonly section: GroupSection
  readonly slots: readonly GroupSlot[]
  readonly targets: readonly LabelTarget[]
  /** How the group was found, and how alike its label is. */
  readonly by: 'label' | 'neighbours' | 'only-row'
  readonly likeness: number
}

/** Lays a run of values onto a run of slots: under the headings that were recognised, or all of them in order. */
export function placeRun(run: ValueRun, outcome: GroupOutcome): void {
  const { row, values, section, slots } = run
  const headed = headedSlots(run)
  for (const { leaf, slot } of headed) outcome.leafSlots.set(leaf, slot)
  if (holdsOtherText(values, run.targets) || isRunTogether(row, values, slots.length)) {
    leaveOpen(run, outcome)
    return
  }
  const filled = values.filter((cell) => !isEmpty(cell))
  // Flattened, a row with blanks counts only where it is as wide as the headings: two values that ran together
  // would leave just such a blank behind.
  const isWide = section.headingRows.some(({ cells }) => cells.length === row.cells.length)
  const runs = row.isGrid || isWide ? [values, filled] : [filled]
  const whole = runs.find((cells) => cells.length === slots.length)
  // A row without a single value is this one only where all headings say so.
  if (filled.length === 0 && headed.length < slots.length) {
    leaveOpen(run, outcome)
    return
  }
  const isKnown = headed.length === slots.length || section.leaves.length !== slots.length
  if (whole !== undefined && isKnown) {
    placeWhole(run, whole, headed, outcome)
    return
  }
  // Where a heading is missing in the middle, the value below it may be there, and another one not.
  const isCut = headed.every(({ slot }, i) => slot === slots[i])
  if (!isCut) {
    leaveOpen(run, outcome)
    return
  }
  if (row.isGrid) {
    if (headed.length === 0 || !placeByColumns(run, headed, outcome)) leaveOpen(run, outcome)
    return
  }
  const isSolid = filled.length === values.length
  const byHeading = runs.find(
    (cells) => cells.length === headed.length && (isSolid || cells === values),
  )
  if (byHeading !== undefined && headed.length > 0) {
    for (const [i, each] of headed.entries()) place(run, each, byHeading[i], 'run', outcome)
    return
  }
  leaveOpen(run, outcome)
}

/** As many values as slots: their order alone says which is which. */
function placeWhole(
  run: ValueRun,
  values: readonly RowCell[],
  headed: readonly HeadedSlot[],
  outcome: GroupOutcome,
): void {
  const against = headed.length === 0 && !isWholeForm(run.slots) ? 'heading-lost' : null
  for (const [i, slot] of run.slots.entries()) {
    const cell = values[i]
    const heading = headed.find((each) => each.slot === slot)
    if (cell === undefined) continue
    put(
      slot,
      {
        cell,
        row: rowOf(run, 1),
        column: columnOf(run, 'run', heading?.likeness ?? 0, against),
      },
      outcome,
    )
  }
}

/** All fifteen numbers in one row. */
const isWholeForm = (slots: readonly GroupSlot[]): boolean => slots.length > 2 * SMALLEST_GROUP

const SMALLEST_GROUP = 5

function place(
  run: ValueRun,
  { slot, likeness, lead }: HeadedSlot,
  cell: RowCell | undefined,
  by: ColumnEvidence['by'],
  outcome: GroupOutcome,
): void {
  if (cell === undefined) return
  put(slot, { cell, row: rowOf(run, lead), column: columnOf(run, by, likeness, null) }, outcome)
}

/** Of two rows that would fill the same cell, nobody knows which is meant. */
function put({ id }: GroupSlot, placed: PlacedCell, { cells }: GroupOutcome): void {
  const first = cells.get(id)
  cells.set(id, first === undefined ? placed : { ...first, row: { ...first.row, lead: 0 } })
}

const rowOf = ({ by, likeness }: ValueRun, lead: number): RowEvidence => ({
  by,
  likeness,
  numbering: 'unseen',
  heading: 'unseen',
  lead: Math.min(1, lead),
})

const columnOf = (
  { values, slots }: ValueRun,
  by: ColumnEvidence['by'],
  likeness: number,
  against: ColumnObjection | null,
): ColumnEvidence => ({ by, likeness, values: values.length, columns: slots.length, against })

function leaveOpen({ slots, values }: ValueRun, outcome: GroupOutcome): void {
  if (slots.length === 0) return
  outcome.unplaced.push({
    cells: slots.map((slot) => slot.id),
    values: values.map((cell) => cell.text.trim()),
    reason: unplacedReason(values),
    at: values.flatMap((cell) => cell.at),
  })
}

interface HeadedSlot {
  readonly leaf: RowCell
  readonly slot: GroupSlot
  readonly likeness: number
  /** How much worse it would be to lay the heading onto another slot. */
  readonly lead: number
}

/** Lays the leaf headings onto the slots in order; a heading that was lost leaves its slot open. */
function headedSlots({ section, slots, targets }: ValueRun): readonly HeadedSlot[] {
  const { leaves } = section
  const alignment = align(leaves.length, slots.length, {
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
  const leads = alignment.leads()
  return leaves.flatMap((leaf, i) => {
    const slot = slots[alignment.partners[i] ?? -1]
    const target = targets[slot?.column ?? -1]
    if (slot === undefined || target === undefined) return []
    return [{ leaf, slot, likeness: labelLikeness(leaf.label, target), lead: leads[i] ?? 0 }]
  })
}

/** In a grid each value stands under its heading; false where it does not come out even. */
function placeByColumns(
  run: ValueRun,
  headed: readonly HeadedSlot[],
  outcome: GroupOutcome,
): boolean {
  const pairs = headed.map((heading) => ({
    heading,
    under: run.values.filter((cell) => sharesColumn(cell, heading.leaf)),
  }))
  const isEven = pairs.every(({ under }) => under.length === 1)
  const used = new Set(pairs.flatMap(({ under }) => under))
  // A value under no heading, or a row wider than the headings: the row has gained a cell, and the others moved.
  const width = Math.max(0, ...run.section.headingRows.map(rowEnd))
  const isSpilt =
    run.values.some((cell) => !used.has(cell) && !isEmpty(cell)) || rowEnd(run.row) > width
  if (!isEven || used.size !== headed.length || isSpilt) return false
  for (const { heading, under } of pairs) place(run, heading, under[0], 'heading', outcome)
  return true
}
