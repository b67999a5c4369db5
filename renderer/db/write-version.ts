import {
  type CheckedReading,
  checkCorrected,
  checkReading,
} from '../../shared/desk/check-reading.ts'
import { carryCorrections, type HandTexts } from '../../shared/desk/corrections.ts'
import {
  type CarriedDecision,
  carryDecisions,
  type Decisions,
} from '../../shared/desk/decisions.ts'
import { identityOf, type ReportIdentity, reportKeyOf } from '../../shared/desk/report-identity.ts'
import type { SearchText } from '../../shared/desk/report-search.ts'
import type { Change } from '../../shared/desk/undo.ts'
import {
  compareFindings,
  countDifference,
  type DifferenceCounts,
} from '../../shared/desk/version-difference.ts'
import type { PlainReport } from '../../shared/ipc/contract.ts'
import { afterChanges, textChanges, writeDecisions } from './change-rows.ts'
import { decisionRowsOf, textsOf, toDecisions } from './current-report.ts'
import { appendEntry } from './journal.ts'
import { describeReport, type ReportDescription, summaryOf } from './report-row.ts'
import type { ReportId, ReportRow, VersionId, VersionRow } from './rows.ts'
import type { Store } from './store.ts'
import type { AddedReport, NextVersion, ReadingInput, StoredReading } from './store-reading.ts'

/** All that can be reckoned before the transaction, which must not wait for anything but the database. */
export interface Prepared {
  readonly input: ReadingInput
  readonly sha256: string
  readonly identity: ReportIdentity
  readonly key: string
  readonly search: SearchText
}

export async function prepare({ ports }: Store, input: ReadingInput): Promise<Prepared> {
  const { report } = input.outcome
  const sha256 = await ports.sha256(input.bytes)
  // Loaded with the first import: its dictionary is large, and a start without imports does without.
  const { toSearchText } = await import('../../shared/desk/search-text.ts')
  const identity = identityOf(report)
  const { fileName } = input
  return {
    input,
    sha256,
    identity,
    key: reportKeyOf(identity, sha256),
    search: toSearchText({ unit: identity.unit, title: report.title?.text ?? null, fileName }),
  }
}

interface Written<S extends StoredReading> {
  readonly stored: S
  readonly revision: number
}

/** A report of its own. Inside a transaction over all tables, as the others. */
export async function addReport(
  store: Store,
  prepared: Prepared,
  namesake: ReportId | null,
): Promise<Written<AddedReport>> {
  const { database, ports } = store
  const check = checkReading(prepared.input.outcome.report)
  const handling = { openedAt: null, closedAt: null }
  const row: Omit<ReportRow, 'id'> = {
    ...describe(prepared, prepared.identity),
    ...handling,
    ...summaryOf(check, new Map(), handling, ports.programVersion),
    versions: 1,
    difference: null,
    deletedAt: null,
    addedAt: ports.now(),
    changedAt: ports.now(),
    // Both are known only when report and version have their numbers.
    currentVersion: 0,
    revision: 0,
  }
  const reportId = await database.reports.add(row)
  const versionId = await writeVersion(store, prepared, reportId, 1, null)
  await writeReading(store, prepared, versionId, check)
  const revision = await appendEntry(store, reportId, { kind: 'version', versionId, changes: [] })
  await database.reports.put({ ...row, id: reportId, currentVersion: versionId, revision })
  return { stored: { kind: 'added', reportId, versionId, namesake }, revision }
}

/** The next version of a report, with what stays of decisions and corrections. */
export async function addVersion(
  store: Store,
  row: ReportRow,
  prepared: Prepared,
): Promise<Written<NextVersion>> {
  const { report } = prepared.input.outcome
  const previous = await loadPrevious(store, row.currentVersion)
  const decisions = toDecisions(await decisionRowsOf(store, row.id))
  const { check, texts, difference, carried } = carryOver(previous, report, decisions)
  const changes = carried.map(toChange)
  const number = previous.version.number + 1
  const counts = countDifference(difference)
  const versionId = await writeVersion(store, prepared, row.id, number, counts)
  await writeReading(store, prepared, versionId, check)
  const revision = await appendEntry(store, row.id, {
    kind: 'version',
    versionId,
    changes: [...changes, ...textChanges(texts)],
  })
  await writeDecisions(store, row.id, versionId, changes)
  await writeTexts(store, versionId, texts, report)
  await store.database.reports.put({
    ...nextRow(store, row, prepared, check, afterChanges(decisions, changes)),
    currentVersion: versionId,
    versions: row.versions + 1,
    difference: counts,
    revision,
  })
  const { fileName, folder } = previous.version
  return {
    revision,
    stored: {
      kind: 'next-version',
      reportId: row.id,
      versionId,
      number,
      previous: { fileName, folder, number: previous.version.number },
      difference,
      fixed: carried.filter((one) => one.after !== null).length,
      reopened: carried.filter((one) => one.after === null).length,
      carriedCells: [...texts.keys()],
    },
  }
}

/** What the rules say of the new version, and what goes over to it from the one before. */
function carryOver(previous: Previous, report: PlainReport, decisions: Decisions) {
  const texts = carryCorrections(previous.texts, previous.report, report)
  const { check, report: corrected } = checkCorrected(report, texts)
  // Both sides by today's rules: else a new rule would look like a new mistake.
  const before = checkReading(previous.report, previous.texts)
  const after = { findings: check.findings, report: corrected }
  const difference = compareFindings(before.findings, after)
  return {
    check,
    texts,
    difference,
    carried: carryDecisions(decisions, difference, check.findings),
  }
}

/** What the list shows of the new version. A title that no longer says unit or year does not unmake them. */
function nextRow(
  { ports }: Store,
  row: ReportRow,
  prepared: Prepared,
  check: CheckedReading,
  decisions: Decisions,
): ReportRow {
  const { unit, year } = prepared.identity
  const { open } = summaryOf(check, decisions, row, ports.programVersion)
  const handling = { openedAt: row.openedAt, closedAt: open > 0 ? null : row.closedAt }
  return {
    ...row,
    ...describe(prepared, { unit: unit ?? row.unit, year: year ?? row.year }),
    ...handling,
    ...summaryOf(check, decisions, handling, ports.programVersion),
    changedAt: ports.now(),
  }
}

/** The same bytes, read by a newer program. Decisions stay; corrections where the cell still reads the same. */
export async function readAgain(
  store: Store,
  row: ReportRow,
  version: VersionRow,
  prepared: Prepared,
): Promise<number> {
  const { database, ports } = store
  const { report } = prepared.input.outcome
  const previous = await loadPrevious(store, version.id)
  const texts = carryCorrections(previous.texts, previous.report, report)
  const check = checkReading(report, texts)
  await database.versions.put({
    ...version,
    readAt: ports.now(),
    edition: report.edition,
    programVersion: ports.programVersion,
  })
  await writeReading(store, prepared, version.id, check)
  const revision = await appendEntry(store, row.id, {
    kind: 'version',
    versionId: version.id,
    changes: textChanges(texts),
  })
  await database.corrections.where('versionId').equals(version.id).delete()
  await writeTexts(store, version.id, texts, report)
  const decisions = toDecisions(await decisionRowsOf(store, row.id))
  await database.reports.put({
    ...row,
    ...describe(prepared, prepared.identity),
    ...summaryOf(check, decisions, row, ports.programVersion),
    changedAt: ports.now(),
    revision,
  })
  return revision
}

const describe = (
  { input, sha256, search }: Prepared,
  identity: ReportIdentity,
): ReportDescription =>
  describeReport(input.outcome.report, { fileName: input.fileName, sha256, search, identity })

const writeVersion = (
  { database, ports }: Store,
  { input, sha256 }: Prepared,
  reportId: ReportId,
  number: number,
  difference: DifferenceCounts | null,
): PromiseLike<VersionId> =>
  database.versions.add({
    reportId,
    number,
    sha256,
    fileName: input.fileName,
    folder: input.folder,
    path: input.path,
    size: input.bytes.byteLength,
    addedAt: ports.now(),
    readAt: ports.now(),
    programVersion: ports.programVersion,
    edition: input.outcome.report.edition,
    difference,
  })

async function writeReading(
  { database }: Store,
  { input, sha256 }: Prepared,
  versionId: VersionId,
  check: CheckedReading,
): Promise<void> {
  const { report, view } = input.outcome
  await database.readings.put({ versionId, report })
  await database.views.put({ versionId, view })
  await database.checks.put({ versionId, ...check })
  await database.sources.put({ sha256, bytes: input.bytes, size: input.bytes.byteLength })
}

interface Previous {
  readonly version: VersionRow
  readonly report: PlainReport
  readonly texts: HandTexts
}

async function loadPrevious(store: Store, versionId: VersionId): Promise<Previous> {
  const { database } = store
  const version = await database.versions.get(versionId)
  const reading = await database.readings.get(versionId)
  // They are written and deleted together.
  if (version === undefined || reading === undefined)
    throw new Error(`version ${versionId} is torn`)
  return { version, report: reading.report, texts: await textsOf(store, versionId) }
}

const toChange = ({ key, finding, before, after }: CarriedDecision): Change => ({
  kind: 'decision',
  key,
  finding,
  before,
  after,
})

async function writeTexts(
  { database, ports }: Store,
  versionId: VersionId,
  texts: HandTexts,
  report: PlainReport,
): Promise<void> {
  const read = new Map(report.cells)
  await database.corrections.bulkPut(
    [...texts].map(([cell, raw]) => ({
      versionId,
      cell,
      raw,
      previousRaw: read.get(cell)?.raw ?? null,
      at: ports.now(),
    })),
  )
}
