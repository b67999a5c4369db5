import { tableOfCell } from '../form/cell-id.ts'
import { placeInOrder } from '../form/cell-order.ts'
import type { Edition } from '../form/edition.ts'
import type { Finding } from '../report/finding.ts'

/** A finding with what decides where it is read. */
export interface PlacedFinding {
  readonly finding: Finding
  /** The section it is read in, before the section's cells; null where it stands at its first cell. */
  readonly section: number | null
  /** The place of its rule in the list of rules. */
  readonly order: number
}

/**
 * The findings in the order in which the report is read: section by section; in a section first what is said of
 * its heading and table, then the cells as printed; about one place in the order of the rules.
 */
export function toReadingOrder(
  placed: readonly PlacedFinding[],
  form: Edition,
): readonly Finding[] {
  return placed
    .map((one) => ({ finding: one.finding, key: keyOf(one, form) }))
    .sort((left, right) => compareKeys(left.key, right.key))
    .map(({ finding }) => finding)
}

/** Section, then place of the first cell, then rule; -1 comes before every cell. */
type Key = readonly [section: number, cell: number, order: number]

function keyOf({ finding, section, order }: PlacedFinding, form: Edition): Key {
  const [first] = finding.cells
  if (section !== null || first === undefined) return [section ?? 0, -1, order]
  return [form.tables[tableOfCell(first)].section, placeInOrder(form, first), order]
}

const compareKeys = (left: Key, right: Key): number =>
  left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
