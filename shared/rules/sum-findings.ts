import type { FormCell } from '../form/cell-id.ts'
import { cellsInOrder } from '../form/cell-order.ts'
import type { Edition } from '../form/edition.ts'
import type { EquationKind } from '../form/equations.ts'
import type { Report } from '../report/report.ts'
import {
  addendWords,
  type EquationSums,
  type FailedEquation,
  failuresOf,
  failureToFinding,
  gapOf,
} from './equation.ts'
import type { RuleFinding } from './rule.ts'

/** How a sum of the form is named to a person. */
export interface SumWords {
  /** Where it stands: `表三「转办」行`. */
  readonly place: (total: FormCell) => string
  readonly addend: (cell: FormCell) => string
  readonly total: (cell: FormCell) => string
  /** What to look at again: `这一行`. */
  readonly review: string
}

/** A finding for each relation of that kind in which one cell is not the sum of the others. */
export const sumFindings = (
  kind: EquationKind,
  report: Report,
  form: Edition,
  words: SumWords,
): readonly RuleFinding[] =>
  failuresOf(kind, report, form).map((failure) =>
    failureToFinding(failure, sentenceFor(failure, form, words)),
  )

function sentenceFor(failure: FailedEquation, form: Edition, words: SumWords): string {
  const [total] = cellsInOrder(form, failure.equation.right)
  if (total === undefined) return ''
  const addends = addendWords(failure.equation.left, failure, form, words.addend)
  const stated = statedWords(words.total(total), failure)
  return `${words.place(total)}：${addends}，${stated}，请核对${words.review}`
}

/** `「总计」应为 3，表中为 2，差 1`. */
const statedWords = (totalLabel: string, sums: EquationSums): string =>
  `「${totalLabel}」应为 ${sums.left}，表中为 ${sums.right}，差 ${gapOf(sums)}`
