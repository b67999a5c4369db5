import type { CalendarDate } from '../../shared/text/chinese-date.ts'

/** The day on the wall calendar. */
export const todayOf = (now: Date): CalendarDate => ({
  year: now.getFullYear(),
  month: now.getMonth() + 1,
  day: now.getDate(),
})
