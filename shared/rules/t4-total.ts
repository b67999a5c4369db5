import { columnName, rowName } from '../form/cell-words.ts'
import type { ReportRule } from './rule.ts'
import { sumFindings } from './sum-findings.ts'

/** Table 4, each of its groups: 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结. */
export const t4Total: ReportRule = {
  meta: {
    id: 't4-total',
    severity: 'error',
    basis: (form) => `${form.source}，表四`,
    about: '表四每一组：总计等于结果维持、结果纠正、其他结果、尚未审结之和。',
  },

  check: (report, form) =>
    sumFindings('t4-total', report, form, {
      place: (total) => `表四「${rowName(total)}」组`,
      addend: columnName,
      total: columnName,
      review: '这一组',
    }),
}
