import type { Decision } from '../../shared/desk/decisions.ts'
import type { ListedReport } from '../../shared/desk/filters.ts'
import type { FindingKey, KeyedFinding } from '../../shared/desk/finding-key.ts'
import type { Handling } from '../../shared/desk/report-identity.ts'
import type { JournalEntry } from '../../shared/desk/undo.ts'
import type { DifferenceCounts } from '../../shared/desk/version-difference.ts'
import type { SourceFormat } from '../../shared/document/source-document.ts'
import type { CellId, EditionId } from '../../shared/form/edition.ts'
import type { PlainReport, ReportView } from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import type { Finding, Verdict } from '../../shared/report/finding.ts'

/** The rows of the newest version of the schema. Times are milliseconds since 1970, sizes bytes. */

export type ReportId = number
export type VersionId = number

/** A report in the list: everything that list, search and filters need, and nothing heavy. */
export interface ReportRow extends ListedReport, Handling {
  readonly id: ReportId
  /** `reportKeyOf`; files with the same key are versions of one report. */
  readonly key: string
  /** The unit as units are compared, to find its reports of other years; null where it is not known. */
  readonly unitKey: string | null
  readonly format: SourceFormat
  readonly currentVersion: VersionId
  /** From the version before; null while there is one version. */
  readonly difference: DifferenceCounts | null
  /** When it was deleted; it can be restored until it is purged. Never shown while set. */
  readonly deletedAt: number | null
  /** The program whose rules the findings are from; another one checks the report again. */
  readonly programVersion: string
  /** Rises with every change of any report: the number of the journal entry that wrote it. */
  readonly revision: number
}

/** One file that was read as a report. */
export interface VersionRow {
  readonly id: VersionId
  readonly reportId: ReportId
  /** From 1 in each report. */
  readonly number: number
  readonly sha256: string
  readonly fileName: string
  /** Folder it was dropped with, for display; empty where there was none. */
  readonly folder: string
  /** Absolute; null where the host knows no place on disk. */
  readonly path: string | null
  readonly size: number
  readonly addedAt: number
  /** When the program last read the bytes, and which one did. */
  readonly readAt: number
  readonly programVersion: string
  readonly edition: EditionId
  readonly difference: DifferenceCounts | null
}

/** What was read from a version, as it was read. */
export interface ReadingRow {
  readonly versionId: VersionId
  readonly report: PlainReport
}

export interface ViewRow {
  readonly versionId: VersionId
  readonly view: ReportView
}

/** What the rules said of a version's reading with its corrections. */
export interface CheckRow {
  readonly versionId: VersionId
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
}

/** The bytes of a file, once, whoever refers to them. */
export interface SourceRow {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly size: number
}

/** A cell's text set by hand. */
export interface CorrectionRow {
  readonly versionId: VersionId
  readonly cell: CellId
  readonly raw: string
  /** What the program had read; null where it had not located the cell. */
  readonly previousRaw: string | null
  readonly at: number
}

/** What was decided about a finding; no row where it is open. */
export interface DecisionRow {
  readonly reportId: ReportId
  readonly findingKey: FindingKey
  readonly decision: Decision
  /** As it stood when it was decided. */
  readonly finding: Finding
  /** The version it was decided in. */
  readonly versionId: VersionId
  readonly at: number
}

/** A file that could not be read as a report. */
export interface UnreadableRow {
  readonly id: number
  readonly name: string
  readonly folder: string
  readonly path: string | null
  /** Of the bytes kept for another try; null where there are none. */
  readonly sha256: string | null
  readonly size: number
  readonly error: ReadError
  readonly at: number
  /** How often it was tried. */
  readonly tries: number
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** One line of the journal; it is only ever added to, until its report is deleted. */
export interface JournalRow {
  /** Rises with every entry and is never used twice. */
  readonly seq: number
  readonly reportId: ReportId
  readonly at: number
  readonly entry: JournalEntry
}

/** A row as it is written; the database numbers new ones. */
export type Unnumbered<R, K extends keyof R> = Omit<R, K> & Partial<Pick<R, K>>
