import { columnName, rowName } from '../form/cell-words.ts'
import type { ReportRule } from './rule.ts'
import { sumFindings } from './sum-findings.ts'

/** Table 3, each row: 总计 = the sum of the applicant columns. */
export const t3RowTotal: ReportRule = {
  meta: {
    id: 't3-row-total',
    severity: 'error',
    basis: (form) => `${form.source}，表三`,
    about: '表三每一行：总计等于自然人和法人或其他组织各列之和。',
  },

  check: (report, form) =>
    sumFindings('t3-row-total', report, form, {
      place: (total) => `表三「${rowName(total)}」行`,
      addend: columnName,
      total: columnName,
      review: '这一行',
    }),
}
