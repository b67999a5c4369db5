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

/** Table 4, each of its groups: 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结. */
export const t4Total: ReportRule = {
  meta: {
    id: 't4-total',
    severity: 'error',
    basis: (form) => `${form.source}，表四`,
    about: '表四每一组：总计等于结果维持、结果纠正、其他结果、尚未审结之和。',
  },

  check: (report, form) =>
    failuresOf('t4-total', report, form).map((failure) =>
      failureToFinding(failure, sentenceFor(failure, form)),
    ),
}

function sentenceFor(failure: FailedEquation, form: Edition): string {
  const [total] = cellsInOrder(form, failure.equation.right)
  if (total === undefined) return ''
  const addends = addendWords(failure.equation.left, failure, form, columnName)
  const stated = statedWords(columnName(total), failure)
  return `表四「${rowName(total)}」组：${addends}，${stated}，请核对这一组`
}
