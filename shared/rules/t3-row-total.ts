import { cellsInOrder } from '../form/cell-order.ts'
import { columnName, rowName } from '../form/cell-words.ts'
import type { Edition } from '../form/edition.ts'
import {
  addendWords,
  type FailedEquation,
  failuresOf,
  failureToFinding,
  statedWords,
} from './equation.ts'
import type { ReportRule } from './rule.ts'

/** Table 3, each row: 总计 = the sum of the applicant columns. */
export const t3RowTotal: ReportRule = {
  meta: {
    id: 't3-row-total',
    severity: 'error',
    basis: (form) => `${form.source}，表三`,
    about: '表三每一行：总计等于自然人和法人或其他组织各列之和。',
  },

  check: (report, form) =>
    failuresOf('t3-row-total', report, form).map((failure) =>
      failureToFinding(failure, sentenceFor(failure, form)),
    ),
}

function sentenceFor(failure: FailedEquation, form: Edition): string {
  const [total] = cellsInOrder(form, failure.equation.right)
  if (total === undefined) return ''
  const addends = addendWords(failure.equation.left, failure, form, columnName)
  const stated = statedWords(columnName(total), failure)
  return `表三「${rowName(total)}」行：${addends}，${stated}，请核对这一行`
}
