import type { CalendarDate } from '../../shared/report/report.ts'

/** The day on the wall calendar. */
export const todayOf = (now: Date): CalendarDate => ({
  year: now.getFullYear(),
  month: now.getMonth() + 1,
  day: now.getDate(),
})
