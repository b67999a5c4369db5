import type { Period } from '../report/report.ts'
import { dateWords } from '../report/report-year.ts'
import { ARTICLE_49 } from './basis.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The reporting period is not 1 January to 31 December of one year. */
export const periodDays: ReportRule = {
  meta: {
    id: 'period-days',
    severity: 'warning',
    basis: () => ARTICLE_49,
    about: '统计期限不是当年1月1日至12月31日。',
  },

  check: ({ title, period }) => {
    if (period === null) return []
    // With a year in the title, a period over two years is a contradiction, which year-mismatch reports.
    const isYearSettled =
      period.start.year === period.end.year || (title !== null && title.year !== null)
    if (isYearSettled && hasFirstAndLastDay(period)) return []
    const { start, end } = period
    return [
      {
        message: `统计期限是 ${dateWords(start)}至${dateWords(end)}，年度报告应当统计当年1月1日至12月31日，请核对。`,
        cells: [],
        at: period.at,
        section: BEFORE_FIRST_SECTION,
      },
    ]
  },
}

const hasFirstAndLastDay = ({ start, end }: Period): boolean =>
  start.month === 1 && start.day === 1 && end.month === 12 && end.day === 31
