import type { FindingKey, KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'

/** What is looked at in a review. */
export interface ReviewSelection {
  readonly finding: FindingKey | null
  readonly cell: CellId | null
  /** The cell whose text is being typed. */
  readonly edited: CellId | null
}

export const NOTHING_SELECTED: ReviewSelection = { finding: null, cell: null, edited: null }

/** A finding is opened; where it is about one cell alone, that is the cell looked at. */
export function withFinding(findings: readonly KeyedFinding[], key: FindingKey): ReviewSelection {
  const cells = findings.find((item) => item.key === key)?.finding.cells ?? []
  const [only = null] = cells
  return { finding: key, cell: cells.length === 1 ? only : null, edited: null }
}

/** A cell is chosen; the open finding stays where the cell is one of its cells. */
export function withCell(
  selection: ReviewSelection,
  findings: readonly KeyedFinding[],
  cell: CellId,
): ReviewSelection {
  const open = findings.find(({ key }) => key === selection.finding)
  const stays = open?.finding.cells.includes(cell) === true
  return { finding: stays ? selection.finding : null, cell, edited: null }
}

/** What is left of a selection when the findings have changed. */
export const stillThere = (
  selection: ReviewSelection,
  findings: readonly KeyedFinding[],
): ReviewSelection =>
  selection.finding === null || findings.some(({ key }) => key === selection.finding)
    ? selection
    : { ...selection, finding: null }
