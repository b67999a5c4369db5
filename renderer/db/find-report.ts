import { isKnownIdentity } from '../../shared/desk/report-identity.ts'
import { couldBeVersions } from '../../shared/desk/same-report.ts'
import type { ReportRow, VersionRow } from './rows.ts'
import type { Store } from './store.ts'
import type { Prepared } from './write-version.ts'

/** The version that has the same bytes; the current one of its report first. Inside a transaction. */
export async function findDuplicate(
  { database }: Store,
  { sha256, input }: Prepared,
): Promise<{ readonly version: VersionRow } | null> {
  const versions = await database.versions.where('sha256').equals(sha256).toArray()
  const rows = await database.reports.bulkGet(versions.map(({ reportId }) => reportId))
  const current = new Set(rows.flatMap((row) => row?.currentVersion ?? []))
  // A file that was saved as it once had been is a step back of its own report, not a file that is known.
  const own =
    input.savedFrom === undefined
      ? versions
      : versions.filter(({ id, reportId }) => reportId === input.savedFrom && current.has(id))
  const version = own.find(({ id }) => current.has(id)) ?? own[0]
  return version === undefined ? null : { version }
}

/** The report that the file is the next version of; null where it is a report of its own. Inside a transaction. */
export async function findTarget(store: Store, prepared: Prepared): Promise<ReportRow | null> {
  const { reports, versions } = store.database
  const { key, input } = prepared
  if (input.savedFrom !== undefined) {
    const row = await reports.get(input.savedFrom)
    if (row !== undefined && row.deletedAt === null) return row
  }
  if (isKnownIdentity(key))
    return likeliest(store, prepared, await reports.where('key').equals(key).toArray())
  // A report that does not say whose it is can still be known by where it lies.
  if (input.path === null) return null
  const there = await versions.where('path').equals(input.path).toArray()
  const rows = await reports.bulkGet(there.map(({ reportId }) => reportId))
  const ids = new Set(there.map(({ id }) => id))
  return rows.find((row) => row?.deletedAt === null && ids.has(row.currentVersion)) ?? null
}

/** A report of the same unit and year that the file is no version of. Inside a transaction. */
export async function findNamesake(
  { database }: Store,
  { key }: Prepared,
): Promise<ReportRow['id'] | null> {
  const rows = isKnownIdentity(key) ? await database.reports.where('key').equals(key).toArray() : []
  return rows[0]?.id ?? null
}

/**
 * Two townships may share a name. The file's place decides, where it is that of a current version; else the report
 * must have numbers in common, and of several such the one in the same folder or the one that changed last is meant.
 */
async function likeliest(
  { database }: Store,
  { input }: Prepared,
  rows: readonly ReportRow[],
): Promise<ReportRow | null> {
  const ids = rows.map(({ currentVersion }) => currentVersion)
  const versions = new Map(
    (await database.versions.bulkGet(ids)).flatMap((one) =>
      one === undefined ? [] : [[one.id, one]],
    ),
  )
  const there = rows.find(
    ({ currentVersion }) =>
      input.path !== null && versions.get(currentVersion)?.path === input.path,
  )
  if (there !== undefined) return there
  const readings = await database.readings.bulkGet(ids)
  const alike = rows.filter(({ currentVersion }) => {
    const reading = readings.find((one) => one?.versionId === currentVersion)
    return reading !== undefined && couldBeVersions(reading.report, input.outcome.report)
  })
  const isNear = (row: ReportRow): boolean =>
    versions.get(row.currentVersion)?.folder === input.folder
  const [best] = alike.toSorted(
    (one, other) => Number(isNear(other)) - Number(isNear(one)) || other.revision - one.revision,
  )
  return best ?? null
}
