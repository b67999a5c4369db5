import { type FormCell, findCell } from '../form/cell-id.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { type Equation, type EquationKind, equationsOf } from '../form/equations.ts'
import type { Report } from '../report/report.ts'
import { type Operand, operandOf, type UnusableReason } from './operand.ts'
import type { RuleFinding } from './rule.ts'

/** What a relation of the form says of a report. "Cannot tell" is an answer of its own, never a pass. */
export type Outcome =
  | { readonly kind: 'holds' }
  | (EquationSums & { readonly kind: 'fails' })
  /** The result cell is blank: `left` is what the other cells add up to. */
  | (EquationSums & { readonly kind: 'open'; readonly why: 'blank-result' })
  | { readonly kind: 'open'; readonly why: UnusableReason }

export interface EquationSums {
  readonly left: bigint
  readonly right: bigint
  /** What each cell of the relation counts; a blank counts as zero. */
  readonly counts: ReadonlyMap<CellId, bigint>
  /** How many blank cells were counted as zero. */
  readonly blanks: number
}

/** A relation that does not hold. */
export interface FailedEquation extends EquationSums {
  readonly equation: Equation
}

/** Reckons one relation, exactly. The rules and the account of what was not checked ask for the same ones. */
export function evaluate(equation: Equation, report: Report, form: Edition): Outcome {
  const known = outcomes.get(report) ?? new Map<Equation, Outcome>()
  outcomes.set(report, known)
  const outcome = known.get(equation) ?? reckon(equation, report, form)
  known.set(equation, outcome)
  return outcome
}

// A report is never changed, so what was reckoned of it stays true as long as it lives.
const outcomes = new WeakMap<Report, Map<Equation, Outcome>>()

function reckon(equation: Equation, report: Report, form: Edition): Outcome {
  const operands = new Map<CellId, Operand>(
    [...equation.left, ...equation.right].map((id) => [id, operandOf(report, form, id)]),
  )
  const why = worstOf([...operands.values()])
  if (why !== null) return { kind: 'open', why }
  const counts = new Map([...operands].map(([id, operand]) => [id, countOf(operand)]))
  const sum = (ids: readonly CellId[]): bigint =>
    ids.reduce((total, id) => total + (counts.get(id) ?? 0n), 0n)
  const left = sum(equation.left)
  const right = sum(equation.right)
  const blankIds = [...operands].filter(([, { kind }]) => kind === 'blank').map(([id]) => id)
  const sums = { left, right, counts, blanks: blankIds.length }
  if (blankIds.some((id) => equation.results.includes(id) || hidesCount(id, report, form)))
    return { kind: 'open', why: 'blank-result', ...sums }
  return left === right ? { kind: 'holds' } : { kind: 'fails', ...sums }
}

/**
 * Whether a blank row total stands beside numbers of its own row: then it is surely not zero, and a sum that counts
 * it as zero would accuse a total that may be right.
 */
const hidesCount = (id: CellId, report: Report, form: Edition): boolean =>
  equationsOf(form).some(
    ({ kind, left, results }) =>
      kind === 't3-row-total' &&
      results.includes(id) &&
      left.some((part) => countOf(operandOf(report, form, part)) > 0n),
  )

/** The relations of that kind that do not hold, in the order of the form. */
export const failuresOf = (
  kind: EquationKind,
  report: Report,
  form: Edition,
): readonly FailedEquation[] =>
  equationsOf(form)
    .filter((equation) => equation.kind === kind)
    .flatMap((equation): FailedEquation[] => {
      const outcome = evaluate(equation, report, form)
      return outcome.kind === 'fails' ? [{ ...outcome, equation }] : []
    })

/** A finding about a failed relation; `sentence` names the table and what was added up. */
export function failureToFinding(failure: FailedEquation, sentence: string): RuleFinding {
  const { equation, left, right, blanks } = failure
  return {
    message: `${sentence}${blanks > 0 ? '（空白格按 0 计）' : ''}。`,
    cells: [...equation.left, ...equation.right],
    expected: `${left}`,
    actual: `${right}`,
  }
}

/** How far the two sides are apart. */
export const gapOf = ({ left, right }: EquationSums): bigint =>
  left > right ? left - right : right - left

/** The addends that are not zero, with their names: `予以公开 2 + 部分公开 1`; `各项都是 0` where none is. */
export function addendWords(
  ids: readonly CellId[],
  { counts }: EquationSums,
  form: Edition,
  nameOf: (cell: FormCell) => string,
): string {
  const words = ids.flatMap((id) => {
    const count = counts.get(id) ?? 0n
    const cell = findCell(form, id)
    return count === 0n || cell === undefined ? [] : [`${nameOf(cell)} ${count}`]
  })
  return words.length === 0 ? '各项都是 0' : words.join(' + ')
}

const countOf = (operand: Operand): bigint => (operand.kind === 'count' ? operand.value : 0n)

/** The reason to give where a relation has several: the one that must be put right first. */
function worstOf(operands: readonly Operand[]): UnusableReason | null {
  const reasons = new Set(
    operands.flatMap((operand) => (operand.kind === 'unusable' ? [operand.why] : [])),
  )
  return (['missing', 'unplaced', 'not-a-number'] as const).find((why) => reasons.has(why)) ?? null
}
