import { columnName, shortRowName } from '../form/cell-words.ts'
import type { ReportRule } from './rule.ts'
import { sumFindings } from './sum-findings.ts'

/** Table 3, each column: （七）总计 = the sum of the rows under （一） to （六）. */
export const t3HandledSum: ReportRule = {
  meta: {
    id: 't3-handled-sum',
    severity: 'error',
    basis: (form) => `${form.source}，表三`,
    about: '表三每一列：（七）总计等于（一）至（六）项下各行之和。',
  },

  check: (report, form) =>
    sumFindings('t3-handled-sum', report, form, {
      place: (total) => `表三「${columnName(total)}」列`,
      addend: shortRowName,
      total: ({ rowLabel }) => rowLabel,
      review: '这一列',
    }),
}
