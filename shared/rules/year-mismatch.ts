import type { Report } from '../report/report.ts'
import { compareDates, dateWords } from '../report/report-year.ts'
import type { CalendarDate } from '../text/chinese-date.ts'
import { ARTICLE_49 } from './basis.ts'
import type { ReportRule, RuleFinding } from './rule.ts'
import { AFTER_LAST_SECTION, BEFORE_FIRST_SECTION } from './section-place.ts'

/** Title, reporting period and date disagree about the year. One contradiction is one finding. */
export const yearMismatch: ReportRule = {
  meta: {
    id: 'year-mismatch',
    severity: 'error',
    basis: () => ARTICLE_49,
    about: '标题、统计期限、落款日期说的年份互相矛盾（日期早于期末，或者晚于期末一年以上）。',
  },

  check: (report) => titleAgainstPeriod(report) ?? dateAgainstPeriod(report) ?? [],
}

function titleAgainstPeriod({ title, period, signature }: Report): readonly RuleFinding[] | null {
  if (title === null || title.year === null || period === null) return null
  const { start, end } = period
  if (start.year === title.year && end.year === title.year) return null
  const date = signature?.date ?? null
  const dateHint = date === null ? '' : `，落款日期是 ${dateWords(date)}`
  return [
    {
      message: `标题写的是 ${title.year} 年，统计期限却是 ${dateWords(start)}至${dateWords(end)}${dateHint}，年份互相矛盾，请核对。`,
      cells: [],
      at: [...title.at, ...period.at],
      section: BEFORE_FIRST_SECTION,
    },
  ]
}

function dateAgainstPeriod({ title, period, signature }: Report): readonly RuleFinding[] | null {
  const date = signature?.date ?? null
  const end = period?.end ?? endOfYear(title?.year ?? null)
  if (signature === null || date === null || end === null) return null
  const about = `${period === null ? '年度' : '统计期限'}的最后一天 ${dateWords(end)}`
  const fault = dateFault(date, end, about)
  if (fault === null) return null
  return [
    {
      message: `落款日期 ${dateWords(date)}${fault}，请核对日期和年份。`,
      cells: [],
      at: signature.at,
      section: AFTER_LAST_SECTION,
    },
  ]
}

function dateFault(date: CalendarDate, end: CalendarDate, about: string): string | null {
  if (compareDates(date, end) < 0) return `早于${about}`
  const yearLater = { ...end, year: end.year + 1 }
  return compareDates(date, yearLater) > 0 ? `比${about}晚了一年以上` : null
}

const endOfYear = (year: number | null): CalendarDate | null =>
  year === null ? null : { year, month: 12, day: 31 }
