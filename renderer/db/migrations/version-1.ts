import type { CellId } from '../../../shared/form/edition.ts'
import type { PlainReport, ReportView } from '../../../shared/ipc/contract.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import type { Finding, Verdict } from '../../../shared/report/finding.ts'

/** Version 1 of the schema as it was: never edited. A version holds all of its file in one row. */
export const VERSION_1_STORES = {
  reports: '++id, key, year, changedAt',
  versions: '++id, reportId, sha256',
  sources: 'sha256',
  corrections: '[versionId+cell], versionId',
  decisions: '[reportId+findingKey], reportId',
  unreadable: '++id, sha256',
  settings: 'key',
  journal: '++seq',
} as const

export interface ReportRow1 {
  readonly id: number
  readonly key: string
  readonly unit: string | null
  readonly year: number | null
  readonly title: string | null
  readonly search: string
  readonly currentVersion: number
  readonly verdict: Verdict
  readonly errors: number
  readonly warnings: number
  readonly edition: string
  readonly state: 'new' | 'in-review' | 'done'
  readonly addedAt: number
  readonly changedAt: number
}

export interface VersionRow1 {
  readonly id: number
  readonly reportId: number
  readonly number: number
  readonly sha256: string
  readonly fileName: string
  readonly folder: string
  readonly path: string | null
  readonly addedAt: number
  readonly readAt: number
  readonly edition: string
  readonly report: PlainReport
  readonly view: ReportView
  readonly findings: readonly Finding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
  readonly rulesVersion: string
}

export interface SourceRow1 {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly size: number
}

export interface CorrectionRow1 {
  readonly versionId: number
  readonly cell: CellId
  readonly raw: string
  readonly previousRaw: string | null
  readonly at: number
}

export interface DecisionRow1 {
  readonly reportId: number
  readonly findingKey: string
  readonly kind: 'confirmed' | 'set-aside' | 'fixed'
  readonly reason: string
  readonly at: number
  readonly versionId: number
}

/** The bytes were kept in the row. */
export interface UnreadableRow1 {
  readonly id: number
  readonly name: string
  readonly folder: string
  readonly sha256: string | null
  readonly code: ReadError['code']
  readonly error: ReadError
  readonly bytes: Uint8Array | null
  readonly at: number
}
