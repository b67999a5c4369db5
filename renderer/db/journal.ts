import type { JournalEntry, NoteKind } from '../../shared/desk/undo.ts'
import type { JournalRow, ReportId, ReportRow } from './rows.ts'
import type { Store } from './store.ts'

/** Writes an entry ahead of the change it tells of, in the same transaction. Gives its number, the new revision. */
export const appendEntry = (
  { database, ports }: Store,
  reportId: ReportId,
  entry: JournalEntry,
): PromiseLike<number> => database.journal.add({ reportId, at: ports.now(), entry })

/** The entries of a report, oldest first. */
export const entriesOf = async (
  { database }: Store,
  reportId: ReportId,
): Promise<readonly JournalEntry[]> => {
  const rows: readonly JournalRow[] = await database.journal
    .where('reportId')
    .equals(reportId)
    .sortBy('seq')
  return rows.map(({ entry }) => entry)
}

/** Changes the row of a report and notes that it did. Inside a transaction over reports and journal. */
export async function noteChange(
  store: Store,
  row: ReportRow,
  what: NoteKind,
  changes: Partial<ReportRow>,
): Promise<number> {
  const revision = await appendEntry(store, row.id, { kind: 'note', what })
  await store.database.reports.put({ ...row, ...changes, revision })
  return revision
}
