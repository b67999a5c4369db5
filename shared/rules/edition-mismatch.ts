import type { Edition } from '../form/edition.ts'
import { editionInForce } from '../form/editions.ts'
import { yearOf } from '../report/report-year.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The form used is not the one in force for the report's year. */
export const editionMismatch: ReportRule = {
  meta: {
    id: 'edition-mismatch',
    severity: 'error',
    basis: (form) => form.source,
    about: '所用的表格不是报告年度应当使用的那一版官方格式。',
  },

  check: (report, form) => {
    const year = yearOf(report)
    // Table 4 is the same on every form, so it tells nothing about the edition.
    const isTold = [report.tables.t2, report.tables.t3].some((table) => table.status === 'read')
    if (year === null || !isTold) return []
    const inForce = editionInForce(year)
    if (inForce === undefined || inForce.id === form.id) return []
    return [
      {
        message: `${year} 年度的报告应当使用${inForce.source}规定的格式，表格却是${form.source}规定的格式（适用于 ${yearsWords(form)}的报告），请换用正确的格式重新填写。`,
        cells: [],
        expected: inForce.id,
        actual: form.id,
        basis: inForce.source,
        section: BEFORE_FIRST_SECTION,
      },
    ]
  },
}

function yearsWords({ reportYears: { from, to } }: Edition): string {
  if (to === null) return `${from} 年度及以后`
  return from === to ? `${from} 年度` : `${from} 至 ${to} 年度`
}
