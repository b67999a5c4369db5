import { type CorrectedReading, checkCorrected } from '../../shared/desk/check-reading.ts'
import type { HandTexts } from '../../shared/desk/corrections.ts'
import { isSameDecision } from '../../shared/desk/decisions.ts'
import type { Change, Command, JournalEntry } from '../../shared/desk/undo.ts'
import { compareFindings, type FindingsDifference } from '../../shared/desk/version-difference.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { afterChanges, writeDecisions } from './change-rows.ts'
import { type CurrentReport, loadCurrent } from './current-report.ts'
import { appendEntry } from './journal.ts'
import { summaryOf } from './report-row.ts'
import type { ReportId } from './rows.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'

/** What a command did. */
export interface Done {
  /** null: there was nothing to do. */
  readonly command: Command | null
  /** What became of the findings; null where no cell was set. */
  readonly difference: FindingsDifference | null
}

/** What to write, decided inside the transaction from what stands there; null: nothing. */
export interface Plan {
  readonly command: Command
  /** The entry for the journal. */
  readonly entry: JournalEntry
}

export type Planner = (current: CurrentReport) => Promise<Result<Plan | null, StoreError>>

/**
 * Runs one command on a report: journal first, then the rows, then what the list shows of it; all of it or nothing.
 * Corrections run all rules again.
 */
export const runCommand = async (
  store: Store,
  reportId: ReportId,
  plan: Planner,
): Promise<Result<Done, StoreError>> => {
  const { database } = store
  let revision: number | null = null
  const result = await transact(
    store,
    [
      database.reports,
      database.readings,
      database.checks,
      database.corrections,
      database.decisions,
      database.journal,
    ],
    async (): Promise<Result<Done, StoreError>> => {
      const current = await loadCurrent(store, reportId)
      if (current === null) return failure({ code: 'gone' })
      const planned = await plan(current)
      if (!planned.ok) return planned
      if (planned.value === null) return success({ command: null, difference: null })
      revision = await appendEntry(store, reportId, planned.value.entry)
      return success(await write(store, current, planned.value.command, revision))
    },
  )
  if (result.ok && revision !== null) store.marker.remember(revision, 0)
  return result
}

async function write(
  store: Store,
  current: CurrentReport,
  command: Command,
  revision: number,
): Promise<Done> {
  const { database, ports } = store
  await writeDecisions(store, current.row.id, current.row.currentVersion, command.changes)
  const texts = await writeCorrections(store, current, command.changes)
  const corrected = texts === null ? null : await recheck(store, current, texts)
  const check = corrected?.check ?? current.check
  const decisions = afterChanges(current.decisions, command.changes)
  const handling = {
    openedAt: current.row.openedAt ?? ports.now(),
    closedAt: current.row.closedAt,
  }
  await database.reports.put({
    ...current.row,
    ...handling,
    ...summaryOf(check, decisions, handling, ports.programVersion),
    changedAt: ports.now(),
    revision,
  })
  const difference =
    corrected === null
      ? null
      : compareFindings(current.check.findings, {
          findings: corrected.check.findings,
          report: corrected.report,
        })
  return { command, difference }
}

/** Gives the texts that stand then; null where no cell was touched. */
async function writeCorrections(
  { database, ports }: Store,
  { row, texts }: CurrentReport,
  changes: readonly Change[],
): Promise<HandTexts | null> {
  const corrections = changes.filter((change) => change.kind === 'correction')
  if (corrections.length === 0) return null
  const reading = await database.readings.get(row.currentVersion)
  const read = new Map(reading?.report.cells)
  const after = new Map(texts)
  for (const { cell, after: raw } of corrections) {
    if (raw === null) {
      after.delete(cell)
      await database.corrections.delete([row.currentVersion, cell])
      continue
    }
    after.set(cell, raw)
    await database.corrections.put({
      versionId: row.currentVersion,
      cell,
      raw,
      previousRaw: read.get(cell)?.raw ?? null,
      at: ports.now(),
    })
  }
  return after
}

async function recheck(
  { database }: Store,
  { row }: CurrentReport,
  texts: HandTexts,
): Promise<CorrectedReading> {
  const versionId = row.currentVersion
  const reading = await database.readings.get(versionId)
  // They are written and deleted together.
  if (reading === undefined) throw new Error(`version ${versionId} is torn`)
  const corrected = checkCorrected(reading.report, texts)
  await database.checks.put({ versionId, ...corrected.check })
  return corrected
}

/** Whether the change would leave everything as it is. */
export const isIdle = (change: Change): boolean =>
  change.kind === 'decision'
    ? isSameDecision(change.before, change.after)
    : change.before === change.after

/** The plan for what a person does; nothing where every change is idle. */
export function planOf(changes: readonly Change[]): Plan | null {
  const effective = changes.filter((change) => !isIdle(change))
  if (effective.length === 0) return null
  const command = { changes: effective }
  return { command, entry: { kind: 'command', command } }
}
