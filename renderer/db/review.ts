import { checkCorrected } from '../../shared/desk/check-reading.ts'
import { applyCorrections, type HandSet, handSetOf } from '../../shared/desk/corrections.ts'
import type { Decisions } from '../../shared/desk/decisions.ts'
import type { KeyedFinding } from '../../shared/desk/finding-key.ts'
import { isKnownIdentity } from '../../shared/desk/report-identity.ts'
import {
  type CellDifference,
  compareCells,
  compareFindings,
  type FindingsDifference,
  type FoundInReport,
} from '../../shared/desk/version-difference.ts'
import type { PlainReport, ReportView } from '../../shared/ipc/contract.ts'
import { fromPlainReport } from '../../shared/ipc/plain-report.ts'
import type { Verdict } from '../../shared/report/finding.ts'
import type { Report } from '../../shared/report/report.ts'
import { decisionRowsOf, textsOf, toDecisions } from './current-report.ts'
import { listReports } from './reports.ts'
import type { ReportId, ReportRow, VersionId, VersionRow } from './rows.ts'
import type { Store } from './store.ts'

/** All that the review of one version needs but the view and the bytes, which never change. */
export interface Review {
  readonly row: ReportRow
  readonly version: VersionRow
  readonly isCurrent: boolean
  /** As the program read it. */
  readonly reading: PlainReport
  /** With what was set by hand: what the rules saw. */
  readonly report: Report
  readonly handSet: HandSet
  readonly findings: readonly KeyedFinding[]
  readonly notChecked: readonly string[]
  readonly verdict: Verdict
  readonly decisions: Decisions
}

/** A version of a report, the current one where none is named; for live queries. */
export const readReview = (
  store: Store,
  reportId: ReportId,
  versionId?: VersionId,
): PromiseLike<Review | 'absent'> => {
  const { database } = store
  return database.dexie.transaction(
    'r',
    [
      database.reports,
      database.versions,
      database.readings,
      database.checks,
      database.corrections,
      database.decisions,
    ],
    async (): Promise<Review | 'absent'> => {
      const row = await database.reports.get(reportId)
      if (row === undefined || row.deletedAt !== null) return 'absent'
      const id = versionId ?? row.currentVersion
      const [version, reading, check] = await Promise.all([
        database.versions.get(id),
        database.readings.get(id),
        database.checks.get(id),
      ])
      if (version?.reportId !== reportId || reading === undefined || check === undefined)
        return 'absent'
      const texts = await textsOf(store, id)
      return {
        row,
        version,
        isCurrent: id === row.currentVersion,
        reading: reading.report,
        report: fromPlainReport(applyCorrections(reading.report, texts)),
        handSet: handSetOf(reading.report, texts),
        findings: check.findings,
        notChecked: check.notChecked,
        verdict: check.verdict,
        decisions: toDecisions(await decisionRowsOf(store, reportId)),
      }
    },
  )
}

/** Another report of the same unit and year, which is no version of this one. */
export interface Namesake {
  readonly reportId: ReportId
  /** The file of its current version. */
  readonly fileName: string
  readonly folder: string
}

/** The other reports that carry the same unit and year: their numbers had hardly anything in common. */
export async function listNamesakes(
  { database }: Store,
  { id, key }: Pick<ReportRow, 'id' | 'key'>,
): Promise<readonly Namesake[]> {
  if (!isKnownIdentity(key)) return []
  const rows = await database.reports.where('key').equals(key).toArray()
  const others = rows.filter((row) => row.id !== id && row.deletedAt === null)
  const versions = await database.versions.bulkGet(others.map((row) => row.currentVersion))
  return versions.flatMap((version) =>
    version === undefined
      ? []
      : [{ reportId: version.reportId, fileName: version.fileName, folder: version.folder }],
  )
}

/** What the source looks like. */
export const readView = async (
  { database }: Store,
  versionId: VersionId,
): Promise<ReportView | 'absent'> => (await database.views.get(versionId))?.view ?? 'absent'

/** The versions of a report, the oldest first; for live queries. */
export const listVersions = (
  { database }: Store,
  reportId: ReportId,
): PromiseLike<readonly VersionRow[]> =>
  database.versions.where('reportId').equals(reportId).sortBy('number')

/** The current versions that lie on the disk, for watching: path and report. */
export async function listPaths(
  store: Store,
): Promise<readonly { readonly path: string; readonly reportId: ReportId }[]> {
  const rows = await listReports(store)
  const ids = rows.map(({ currentVersion }) => currentVersion)
  const versions = await store.database.versions.bulkGet(ids)
  return versions.flatMap((version) =>
    version === undefined || version.path === null
      ? []
      : [{ path: version.path, reportId: version.reportId }],
  )
}

/** What changed from the version before. */
export interface VersionDifference {
  readonly before: VersionRow
  readonly after: VersionRow
  readonly findings: FindingsDifference
  readonly cells: readonly CellDifference[]
}

/** Compares a version with the one before, both by today's rules and with what was set by hand; `absent`: the first. */
export async function readVersionDifference(
  store: Store,
  versionId: VersionId,
): Promise<VersionDifference | 'absent'> {
  const { database } = store
  const after = await database.versions.get(versionId)
  if (after === undefined) return 'absent'
  const versions = await listVersions(store, after.reportId)
  const before = versions.findLast(({ number }) => number < after.number)
  if (before === undefined) return 'absent'
  const [old, current] = await Promise.all([sideOf(store, before.id), sideOf(store, after.id)])
  if (old === null || current === null) return 'absent'
  return {
    before,
    after,
    findings: compareFindings(old.findings, current),
    cells: compareCells(old.report, current.report),
  }
}

async function sideOf(store: Store, versionId: VersionId): Promise<FoundInReport | null> {
  const reading = await store.database.readings.get(versionId)
  if (reading === undefined) return null
  const { check, report } = checkCorrected(reading.report, await textsOf(store, versionId))
  return { findings: check.findings, report }
}
