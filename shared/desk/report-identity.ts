import type { Report } from '../report/report.ts'
import { fold } from '../text/fold.ts'
import type { Progress } from './decisions.ts'

/** Who reports, and about which year; null where the document does not say. */
export interface ReportIdentity {
  readonly unit: string | null
  readonly year: number | null
}

export const identityOf = (report: Pick<Report, 'title' | 'period'>): ReportIdentity => ({
  unit: report.title?.unit ?? null,
  year: report.title?.year ?? report.period?.end.year ?? null,
})

/** The unit in the form in which units are compared, over years too; null where it is not known. */
export function unitKeyOf(unit: string | null): string | null {
  const folded = fold(unit ?? '').replace(/人民政府$/u, '')
  return folded === '' ? null : folded
}

/** Two files with the same key are versions of one report. Where unit or year is unknown, only the same bytes are. */
export function reportKeyOf({ unit, year }: ReportIdentity, sha256: string): string {
  const unitKey = unitKeyOf(unit)
  return unitKey === null || year === null ? `sha256:${sha256}` : `${unitKey}|${year}`
}

/** Whether the key says unit and year. */
export const isKnownIdentity = (key: string): boolean => !key.startsWith('sha256:')

/** How far a person is with a report. */
export type ReportState =
  /** Nobody has opened it. */
  | 'new'
  | 'in-review'
  /** Every finding that waits for a person is decided, or a person closed the report. */
  | 'done'

export const STATE_WORDS = {
  new: '未处理',
  'in-review': '处理中',
  done: '已处理',
} as const satisfies Record<ReportState, string>

/** What a person did with a report as a whole, in milliseconds since 1970. */
export interface Handling {
  readonly openedAt: number | null
  /** Closed by hand, findings open or not. */
  readonly closedAt: number | null
}

export function reportStateOf(handling: Handling, progress: Pick<Progress, 'open'>): ReportState {
  if (handling.closedAt !== null) return 'done'
  if (handling.openedAt === null) return 'new'
  return progress.open === 0 ? 'done' : 'in-review'
}
