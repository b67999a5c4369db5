import type { FindingCounts } from '../../../shared/desk/check-reading.ts'
import type { HandSet } from '../../../shared/desk/corrections.ts'
import type { Decisions } from '../../../shared/desk/decisions.ts'
import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { CellDifference, FindingsDifference } from '../../../shared/desk/version-difference.ts'
import type { Edition } from '../../../shared/form/edition.ts'
import type { ReportView } from '../../../shared/ipc/contract.ts'
import type { Verdict } from '../../../shared/report/finding.ts'
import type { Report } from '../../../shared/report/report.ts'

/** Everything the review of one version of a report shows. */
export interface ReviewReport {
  readonly id: number
  readonly unit: string | null
  readonly year: number | null
  readonly title: string | null
  readonly version: ReviewVersion
  /** All versions, the newest first. */
  readonly versions: readonly ReviewVersion[]
  /** Only the newest version is worked on; older ones are looked at. */
  readonly isCurrent: boolean
  readonly form: Edition
  /** As it was read, with what was set by hand in place. */
  readonly report: Report
  readonly handSet: HandSet
  readonly view: ReportView
  /** Problems first, without what was not checked. */
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
  readonly counts: FindingCounts
  readonly decisions: Decisions
  /** What the version before had and this one has not, and the other way round; null for the first. */
  readonly difference: ReviewDifference | null
  /** Reports of the same unit and year that are no versions of this one. */
  readonly namesakes: readonly NamesakeReport[]
  /** What would be undone and redone, in words; null where there is nothing. */
  readonly undoable: string | null
  readonly redoable: string | null
}

export interface ReviewVersion {
  readonly id: number
  /** Of its bytes. */
  readonly sha256: string
  /** From 1. */
  readonly number: number
  readonly fileName: string
  /** Folder it was dropped with; empty where there was none. */
  readonly folder: string
  /** Absolute; null where the host knows no place on disk. */
  readonly path: string | null
  /** Milliseconds since 1970. */
  readonly addedAt: number
}

/** What changed from the version before. */
export interface ReviewDifference {
  readonly before: ReviewVersion
  readonly findings: FindingsDifference
  readonly cells: readonly CellDifference[]
}

export interface NamesakeReport {
  readonly reportId: number
  readonly fileName: string
  readonly folder: string
}

/** A file as a person tells it from another of the same name. */
export const fileWords = ({
  fileName,
  folder,
}: Pick<ReviewVersion, 'fileName' | 'folder'>): string =>
  folder === '' ? fileName : `${fileName}（${folder}）`

/** What the report is called on the screen. */
export const nameOf = ({ unit, year, title, version }: ReviewReport): string =>
  unit === null ? (title ?? version.fileName) : `${unit}${year === null ? '' : ` ${year} 年度`}`
