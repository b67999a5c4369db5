import { checkReading } from '../../shared/desk/check-reading.ts'
import { type Decisions, isSameDecision } from '../../shared/desk/decisions.ts'
import type { FindingKey } from '../../shared/desk/finding-key.ts'
import { identityOf } from '../../shared/desk/report-identity.ts'
import type { SearchText } from '../../shared/desk/report-search.ts'
import { type Change, replay } from '../../shared/desk/undo.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { type DecisionChange, textChanges, writeDecisions } from './change-rows.ts'
import { decisionRowsOf, textsOf, toDecisions } from './current-report.ts'
import { appendEntry, entriesOf } from './journal.ts'
import { describeReport, summaryOf } from './report-row.ts'
import type { DecisionRow, ReportId, ReportRow, VersionId, VersionRow } from './rows.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'

type ToSearchText = typeof import('../../shared/desk/search-text.ts')['toSearchText']

/**
 * Makes the current version of a report a report of its own, where two offices of the same name were taken for one.
 * The older report is again as it was before that version came. `gone` where it is not the current one, or the only.
 */
export async function separateVersion(
  store: Store,
  versionId: VersionId,
): Promise<Result<{ readonly reportId: ReportId }, StoreError>> {
  const { dexie } = store.database
  const { toSearchText } = await import('../../shared/desk/search-text.ts')
  let revision = 0
  const result = await transact(store, dexie.tables, async () => {
    const pair = await loadPair(store, versionId)
    if (pair === null) return failure({ code: 'gone' as const })
    const own = await takeOwnDecisions(store, pair)
    await restoreOlder(store, pair, toSearchText)
    const separated = await addSeparated(store, pair, own, toSearchText)
    revision = separated.revision
    return success({ reportId: separated.reportId })
  })
  if (result.ok) store.marker.remember(revision, 1)
  return result
}

interface Pair {
  readonly row: ReportRow
  readonly previous: VersionRow
  readonly version: VersionRow
}

async function loadPair({ database }: Store, versionId: VersionId): Promise<Pair | null> {
  const version = await database.versions.get(versionId)
  const row = version === undefined ? undefined : await database.reports.get(version.reportId)
  if (version === undefined || row === undefined || row.deletedAt !== null) return null
  const versions = await database.versions.where('reportId').equals(row.id).sortBy('number')
  const previous = versions.findLast(({ number }) => number < version.number)
  return row.currentVersion !== versionId || previous === undefined
    ? null
    : { row, previous, version }
}

/** What a person decided in the separated version; what carried over was about the other report. */
const takeOwnDecisions = async (
  store: Store,
  { row, version }: Pair,
): Promise<readonly DecisionRow[]> =>
  (await decisionRowsOf(store, row.id)).filter(
    ({ versionId, decision }) => versionId === version.id && decision.kind !== 'fixed',
  )

async function restoreOlder(
  store: Store,
  { row, previous, version }: Pair,
  toSearchText: ToSearchText,
): Promise<void> {
  const { database, ports } = store
  const entries = await entriesOf(store, row.id)
  const start = entries.findIndex(
    (entry) => entry.kind === 'version' && entry.versionId === version.id,
  )
  const { decisions } = replay(entries.slice(0, Math.max(0, start)))
  const changes = await changesTo(store, row.id, decisions)
  await writeDecisions(store, row.id, previous.id, changes)
  const { report, description, texts } = await describeVersion(store, previous, toSearchText)
  const check = checkReading(report, texts)
  await database.checks.put({ versionId: previous.id, ...check })
  const revision = await appendEntry(store, row.id, {
    kind: 'version',
    versionId: previous.id,
    changes: [...changes, ...textChanges(texts)],
  })
  await database.reports.put({
    ...row,
    ...description,
    ...summaryOf(check, decisions, row, ports.programVersion),
    currentVersion: previous.id,
    versions: row.versions - 1,
    difference: previous.difference,
    changedAt: ports.now(),
    revision,
  })
}

async function addSeparated(
  store: Store,
  { version }: Pair,
  own: readonly DecisionRow[],
  toSearchText: ToSearchText,
): Promise<{ readonly reportId: ReportId; readonly revision: number }> {
  const { database, ports } = store
  const { report, description, texts } = await describeVersion(store, version, toSearchText)
  const check = checkReading(report, texts)
  const handling = { openedAt: null, closedAt: null }
  const row: Omit<ReportRow, 'id'> = {
    ...description,
    ...handling,
    ...summaryOf(check, toDecisions(own), handling, ports.programVersion),
    versions: 1,
    difference: null,
    deletedAt: null,
    addedAt: version.addedAt,
    changedAt: ports.now(),
    currentVersion: version.id,
    revision: 0,
  }
  const reportId = await database.reports.add(row)
  await database.versions.put({ ...version, reportId, number: 1, difference: null })
  await database.checks.put({ versionId: version.id, ...check })
  await database.decisions.bulkPut(own.map((decision) => ({ ...decision, reportId })))
  const revision = await appendEntry(store, reportId, {
    kind: 'version',
    versionId: version.id,
    changes: [
      ...own.map(
        ({ findingKey, finding, decision }): Change => ({
          kind: 'decision',
          key: findingKey,
          finding,
          before: null,
          after: decision,
        }),
      ),
      ...textChanges(texts),
    ],
  })
  await database.reports.put({ ...row, id: reportId, revision })
  return { reportId, revision }
}

/** What leads from the decisions that stand to those wanted. */
async function changesTo(
  store: Store,
  reportId: ReportId,
  wanted: Decisions,
): Promise<readonly DecisionChange[]> {
  const rows = await decisionRowsOf(store, reportId)
  const findings = new Map(rows.map(({ findingKey, finding }) => [findingKey, finding]))
  for (const entry of await entriesOf(store, reportId)) {
    const changes =
      entry.kind === 'command'
        ? entry.command.changes
        : entry.kind === 'version'
          ? entry.changes
          : []
    for (const change of changes)
      if (change.kind === 'decision') findings.set(change.key, change.finding)
  }
  const standing = toDecisions(rows)
  const keys = new Set<FindingKey>([...standing.keys(), ...wanted.keys()])
  return [...keys].flatMap((key) => {
    const [before, after] = [standing.get(key) ?? null, wanted.get(key) ?? null]
    const finding = findings.get(key)
    return finding === undefined || isSameDecision(before, after)
      ? []
      : [{ kind: 'decision' as const, key, finding, before, after }]
  })
}

async function describeVersion(store: Store, version: VersionRow, toSearchText: ToSearchText) {
  const reading = await store.database.readings.get(version.id)
  if (reading === undefined) throw new Error(`version ${version.id} is torn`)
  const { report } = reading
  const identity = identityOf(report)
  const { fileName, sha256 } = version
  const title = report.title?.text ?? null
  const search: SearchText = toSearchText({ unit: identity.unit, title, fileName })
  return {
    report,
    description: describeReport(report, { fileName, sha256, search, identity }),
    texts: await textsOf(store, version.id),
  }
}
