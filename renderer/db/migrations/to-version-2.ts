import type { Transaction } from 'dexie'
import { applyCorrections, type HandTexts } from '../../../shared/desk/corrections.ts'
import type { Decision, Decisions } from '../../../shared/desk/decisions.ts'
import { keyFindings } from '../../../shared/desk/finding-key.ts'
import { unitKeyOf } from '../../../shared/desk/report-identity.ts'
import type { Change } from '../../../shared/desk/undo.ts'
import { fromPlainReport } from '../../../shared/ipc/plain-report.ts'
import type { Finding } from '../../../shared/report/finding.ts'
import { fold } from '../../../shared/text/fold.ts'
import { summaryOf } from '../report-row.ts'
import type {
  CheckRow,
  DecisionRow,
  JournalRow,
  ReadingRow,
  ReportRow,
  SourceRow,
  Unnumbered,
  UnreadableRow,
  VersionRow,
  ViewRow,
} from '../rows.ts'
import type {
  CorrectionRow1,
  DecisionRow1,
  ReportRow1,
  SourceRow1,
  UnreadableRow1,
  VersionRow1,
} from './version-1.ts'

// The rows of version 2 are those of rows.ts. When a version 3 changes them, they move to version-2.ts as they are.

/**
 * Moves readings, views and findings out of the versions, and rebuilds the list. Everything is marked as found by an
 * earlier program, so that it is checked again and found by pinyin after the start; nothing a person did is lost but
 * the steps that could be undone.
 */
export async function toVersion2(transaction: Transaction): Promise<void> {
  const reports = await transaction.table<ReportRow1, number>('reports').toArray()
  await transaction.table('journal').clear()
  for (const report of reports) await moveReport(transaction, report)
  await moveUnreadable(transaction)
}

async function moveReport(transaction: Transaction, report: ReportRow1): Promise<void> {
  const versions = transaction.table<VersionRow1, number>('versions')
  const ids = await versions.where('reportId').equals(report.id).primaryKeys()
  const keyed = new Map<string, Finding>()
  let current: Moved | null = null
  // One at a time: a version holds its whole document.
  for (const id of ids) {
    const version = await versions.get(id)
    if (version === undefined) continue
    const corrections = await transaction
      .table<CorrectionRow1>('corrections')
      .where('versionId')
      .equals(id)
      .toArray()
    const texts: HandTexts = new Map(corrections.map(({ cell, raw }) => [cell, raw]))
    const check = await moveVersion(transaction, version, texts)
    for (const { key, finding } of check.findings) keyed.set(key, finding)
    if (id === report.currentVersion) current = { version, check, texts }
  }
  // A report without its version cannot be shown; version 1 never wrote one.
  if (current === null) return
  const decisions = await moveDecisions(transaction, report.id, keyed)
  await writeReport(transaction, report, current, decisions, ids.length)
}

interface Moved {
  readonly version: VersionRow1
  readonly check: CheckRow
  readonly texts: HandTexts
}

async function moveVersion(
  transaction: Transaction,
  old: VersionRow1,
  texts: HandTexts,
): Promise<CheckRow> {
  const { report, view, findings, notChecked, verdict, rulesVersion, ...rest } = old
  const source = await transaction.table<SourceRow1, string>('sources').get(old.sha256)
  const check: CheckRow = {
    versionId: old.id,
    findings: keyFindings(findings, fromPlainReport(applyCorrections(report, texts))),
    notChecked,
    verdict,
  }
  const version: VersionRow = {
    ...rest,
    size: source?.size ?? 0,
    programVersion: rulesVersion,
    difference: null,
  }
  await transaction.table<ReadingRow>('readings').put({ versionId: old.id, report })
  await transaction.table<ViewRow>('views').put({ versionId: old.id, view })
  await transaction.table<CheckRow>('checks').put(check)
  await transaction.table<VersionRow>('versions').put(version)
  return check
}

async function moveDecisions(
  transaction: Transaction,
  reportId: number,
  findings: ReadonlyMap<string, Finding>,
): Promise<readonly DecisionRow[]> {
  const old = await transaction
    .table<DecisionRow1>('decisions')
    .where('reportId')
    .equals(reportId)
    .toArray()
  const rows = old.map(
    ({ kind, reason, ...rest }): DecisionRow => ({
      ...rest,
      decision: toDecision(kind, reason),
      finding: findings.get(rest.findingKey) ?? UNKNOWN_FINDING,
    }),
  )
  await transaction.table<DecisionRow>('decisions').bulkPut(rows)
  return rows
}

const toDecision = (kind: DecisionRow1['kind'], reason: string): Decision =>
  kind === 'set-aside' ? { kind, reason } : { kind }

/** Version 1 kept no copy of a finding that was gone. */
const UNKNOWN_FINDING: Finding = {
  rule: '',
  severity: 'info',
  message: '（早先的问题，原文没有保留）',
  cells: [],
  basis: '',
  at: [],
}

async function writeReport(
  transaction: Transaction,
  old: ReportRow1,
  { version, check, texts }: Moved,
  rows: readonly DecisionRow[],
  versions: number,
): Promise<void> {
  const decisions: Decisions = new Map(rows.map((row) => [row.findingKey, row.decision]))
  const openedAt = old.state === 'new' ? null : old.changedAt
  const { open } = summaryOf(check, decisions, { openedAt, closedAt: null }, '')
  const handling = { openedAt, closedAt: old.state === 'done' && open > 0 ? old.changedAt : null }
  const entry: Unnumbered<JournalRow, 'seq'> = {
    reportId: old.id,
    at: old.changedAt,
    entry: { kind: 'version', versionId: version.id, changes: changesOf(rows, texts) },
  }
  const revision = await transaction
    .table<JournalRow, number, Unnumbered<JournalRow, 'seq'>>('journal')
    .add(entry)
  const row: ReportRow = {
    id: old.id,
    key: old.key,
    unitKey: unitKeyOf(old.unit),
    unit: old.unit,
    year: old.year,
    title: old.title,
    fileName: version.fileName,
    edition: version.edition,
    format: version.report.format,
    search: {
      readings: '',
      characters: [old.unit, old.title, version.fileName]
        .map((text) => fold(text ?? '').toLowerCase())
        .join(' '),
    },
    ...handling,
    // Of no program: checked again after the start.
    ...summaryOf(check, decisions, handling, ''),
    versions,
    currentVersion: version.id,
    difference: null,
    deletedAt: null,
    addedAt: old.addedAt,
    changedAt: old.changedAt,
    revision,
  }
  await transaction.table<ReportRow>('reports').put(row)
}

/** The journal of version 1 is gone; what stands is its first entry now. */
const changesOf = (rows: readonly DecisionRow[], texts: HandTexts): readonly Change[] => [
  ...rows.map(
    ({ findingKey, finding, decision }): Change => ({
      kind: 'decision',
      key: findingKey,
      finding,
      before: null,
      after: decision,
    }),
  ),
  ...[...texts].map(
    ([cell, raw]): Change => ({ kind: 'correction', cell, before: null, after: raw }),
  ),
]

/** Bytes kept for another try go where all bytes are. */
async function moveUnreadable(transaction: Transaction): Promise<void> {
  const old = await transaction.table<UnreadableRow1>('unreadable').toArray()
  for (const { bytes, code: _code, ...rest } of old) {
    const size = bytes?.byteLength ?? 0
    const kept = bytes === null ? null : rest.sha256
    const row: UnreadableRow = { ...rest, sha256: kept, path: null, size, tries: 1 }
    await transaction.table<UnreadableRow>('unreadable').put(row)
    if (bytes !== null && kept !== null)
      await transaction.table<SourceRow>('sources').put({ sha256: kept, bytes, size })
  }
}
