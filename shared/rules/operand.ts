import { findCell } from '../form/cell-id.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { faultOf } from '../report/cell-state.ts'
import type { Report } from '../report/report.ts'

/** What a cell brings into a relation. */
export type Operand =
  | { readonly kind: 'count'; readonly value: bigint }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unusable'; readonly why: UnusableReason }

/** Why a cell takes its relations out of the check; it has a finding of its own. */
export type UnusableReason =
  | 'missing'
  /** It stands in the document, but its place could not be decided. */
  | 'unplaced'
  /** Text, a negative count or a fraction. */
  | 'not-a-number'

/** What the cell brings into a relation between counts. */
export function operandOf(report: Report, form: Edition, id: CellId): Operand {
  const cell = report.cells.get(id)
  if (cell === undefined) {
    const isUnplaced = report.unplaced.some((group) => group.cells.includes(id))
    return { kind: 'unusable', why: isUnplaced ? 'unplaced' : 'missing' }
  }
  if (cell.kind === 'blank') return { kind: 'blank' }
  const measure = findCell(form, id)?.measure ?? 'count'
  if (cell.kind === 'text' || faultOf(cell, measure) !== null || !Number.isInteger(cell.value))
    return { kind: 'unusable', why: 'not-a-number' }
  // From the digits: BigInt(value) would show what a double above 2^53 really holds, not what the report printed.
  const exact = Number.isSafeInteger(cell.value) ? cell.value : String(cell.value)
  return { kind: 'count', value: BigInt(exact) }
}
