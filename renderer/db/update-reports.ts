import { checkReading } from '../../shared/desk/check-reading.ts'
import { type Result, success } from '../../shared/result.ts'
import { loadCurrent } from './current-report.ts'
import { noteChange } from './journal.ts'
import { summaryOf } from './report-row.ts'
import { listReports } from './reports.ts'
import type { ReportId, ReportRow } from './rows.ts'
import { type Store, transact } from './store.ts'
import type { StoreError } from './store-error.ts'

/** The reports whose findings are from another version of the program, or that cannot be found by pinyin yet. */
export async function outdatedReports(store: Store): Promise<readonly ReportId[]> {
  const rows = await listReports(store)
  return rows.filter((row) => isOutdated(row, store.ports.programVersion)).map(({ id }) => id)
}

/** Runs today's rules over a report as it was read; decisions stay. False where it was up to date or is gone. */
export async function updateReport(
  store: Store,
  id: ReportId,
): Promise<Result<boolean, StoreError>> {
  const { database, ports } = store
  const { toSearchText } = await import('../../shared/desk/search-text.ts')
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
    async () => {
      const current = await loadCurrent(store, id)
      if (current === null || !isOutdated(current.row, ports.programVersion)) return success(false)
      const { row, decisions, texts } = current
      const reading = await database.readings.get(row.currentVersion)
      if (reading === undefined) return success(false)
      const check = checkReading(reading.report, texts)
      await database.checks.put({ versionId: row.currentVersion, ...check })
      revision = await noteChange(store, row, 'rechecked', {
        ...summaryOf(check, decisions, row, ports.programVersion),
        search: toSearchText(row),
      })
      return success(true)
    },
  )
  if (result.ok && revision !== null) store.marker.remember(revision, 0)
  return result
}

const isOutdated = (row: ReportRow, programVersion: string): boolean =>
  row.programVersion !== programVersion || row.search.readings === ''
