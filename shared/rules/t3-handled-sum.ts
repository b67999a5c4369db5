import { cellsInOrder } from '../form/cell-order.ts'
import { columnName, shortRowName } from '../form/cell-words.ts'
import type { Edition } from '../form/edition.ts'
import {
  addendWords,
  type FailedEquation,
  failuresOf,
  failureToFinding,
  statedWords,
} from './equation.ts'
import type { ReportRule } from './rule.ts'

/** Table 3, each column: （七）总计 = the sum of the rows under （一） to （六）. */
export const t3HandledSum: ReportRule = {
  meta: {
    id: 't3-handled-sum',
    severity: 'error',
    basis: (form) => `${form.source}，表三`,
    about: '表三每一列：（七）总计等于（一）至（六）项下各行之和。',
  },

  check: (report, form) =>
    failuresOf('t3-handled-sum', report, form).map((failure) =>
      failureToFinding(failure, sentenceFor(failure, form)),
    ),
}

function sentenceFor(failure: FailedEquation, form: Edition): string {
  const [total] = cellsInOrder(form, failure.equation.right)
  if (total === undefined) return ''
  const addends = addendWords(failure.equation.left, failure, form, shortRowName)
  const stated = statedWords(total.rowLabel, failure)
  return `表三「${columnName(total)}」列：${addends}，${stated}，请核对这一列`
}
