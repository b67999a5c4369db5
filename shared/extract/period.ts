import type { Period } from '../report/report.ts'
import { toDate, YEAR_PATTERN } from '../text/chinese-date.ts'
import { fold } from '../text/fold.ts'
import type { Line } from './lines.ts'

const DAY = '(\\d{1,2})月(\\d{1,2})日'
const SPAN = new RegExp(
  `(?<!\\d)(${YEAR_PATTERN})年${DAY}起?(?:至|到|-{1,2}|~)(?:(${YEAR_PATTERN})年)?${DAY}`,
  'u',
)
/** Words that stand before a statistics period, and not before other spans of days. */
const ABOUT = /统计|期限|时限|数据/u

/** The statistics period the report states; null where it states none, or one with digits lost. */
export function findPeriod(lines: readonly Line[]): Period | null {
  for (const line of lines) {
    // Folding prose is dear; without a month and a day, be they radicals, there is no period.
    if (!/[月⽉][\s\S]*[日⽇]/u.test(line.text)) continue
    const text = fold(line.text)
    if (!ABOUT.test(text)) continue
    const match = SPAN.exec(text)
    if (match === null) continue
    const [raw, year = '', month = '', day = '', endYear = year, endMonth = '', endDay = ''] = match
    const start = toDate(year, month, day)
    const end = toDate(endYear, endMonth, endDay)
    if (start !== null && end !== null) return { start, end, raw, at: line.at }
  }
  return null
}
