import type { CalendarDate } from '../text/chinese-date.ts'
import type { Report } from './report.ts'

/** The year the report is about: the title's, else that in which the reporting period ends; null where neither says. */
export const yearOf = (report: Report): number | null =>
  report.title?.year ?? report.period?.end.year ?? null

/** Negative where `left` is earlier, positive where it is later. */
export const compareDates = (left: CalendarDate, right: CalendarDate): number =>
  left.year - right.year || left.month - right.month || left.day - right.day

/** `2021年12月31日`. */
export const dateWords = ({ year, month, day }: CalendarDate): string =>
  `${year}年${month}月${day}日`
