import { fold } from './fold.ts'
import { toOrdinal } from './label.ts'

/** `month` and `day` from 1. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DIGITS = '〇一二三四五六七八九'

/** A year in Arabic or Chinese digits, in a folded text; null where it is none of this century. */
export function readYear(text: string): number | null {
  const digits = text
    .replace(/[零○OoＯ]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (c) => String(DIGITS.indexOf(c)))
  return /^20\d{2}$/.test(digits) ? Number(digits) : null
}

/** What a year looks like in a folded text. */
export const YEAR_PATTERN = '(?:20\\d{2}|[二2][〇零○Oo0][〇零○Oo一二三四五六七八九]{2})'

const DATE = new RegExp(
  `^\\(?(${YEAR_PATTERN})(?:年|[-./])([\\d一二三四五六七八九十]{1,3})(?:月|[-./])([\\d一二三四五六七八九十]{1,3})日?\\)?$`,
  'u',
)

/** A text that is a date and nothing else: `2022年1月25日`, `二〇二二年一月二十五日`, `2022-01-25`. */
export function readDate(text: string): CalendarDate | null {
  const match = DATE.exec(fold(text))
  return match === null ? null : toDate(match[1] ?? '', match[2] ?? '', match[3] ?? '')
}

/** A date of its parts; null where they name no day. */
export function toDate(year: string, month: string, day: string): CalendarDate | null {
  const date = { year: readYear(year), month: toOrdinal(month), day: toOrdinal(day) }
  if (date.year === null || date.month === null || date.day === null) return null
  const isDay = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
  return isDay ? { year: date.year, month: date.month, day: date.day } : null
}
