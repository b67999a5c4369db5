import { formFor } from '../../shared/desk/check-reading.ts'
import { readHandText } from '../../shared/desk/corrections.ts'
import type { Change } from '../../shared/desk/undo.ts'
import { findCell } from '../../shared/form/cell-id.ts'
import type { CellId, Measure } from '../../shared/form/edition.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { type Done, planOf, runCommand } from './commands.ts'
import type { CorrectionRow, ReportId, VersionId } from './rows.ts'
import type { Store } from './store.ts'
import type { StoreError } from './store-error.ts'

/** What stands in a cell by a person's eyes, passed by `readHandText`; null: as the program read it. */
export interface CorrectionRequest {
  readonly cell: CellId
  readonly raw: string | null
}

/**
 * Sets cells of a report's current version by hand and runs all rules again, in one undo step. `gone` where the form
 * has no such cell: then nothing is set.
 */
export const correct = (
  store: Store,
  reportId: ReportId,
  requests: readonly CorrectionRequest[],
): Promise<Result<Done, StoreError>> =>
  runCommand(store, reportId, async ({ row, texts }) => {
    const form = formFor(row)
    const changes: Change[] = []
    for (const { cell, raw } of requests) {
      const measure = findCell(form, cell)?.measure
      if (measure === undefined) return failure({ code: 'gone' })
      const before = texts.get(cell) ?? null
      changes.push({
        kind: 'correction',
        cell,
        before,
        after: raw === null ? null : passed(raw, measure),
      })
    }
    return success(planOf(changes))
  })

/** Set by hand, a text is beyond doubt: one that is not must never come so far. */
function passed(raw: string, measure: Measure): string {
  const text = readHandText(raw, measure)
  if (!text.ok) throw new Error(`not passed by readHandText: ${text.error.code}`)
  return text.value
}

/** The cells set by hand in a version, for live queries. */
export const listCorrections = (
  { database }: Store,
  versionId: VersionId,
): PromiseLike<readonly CorrectionRow[]> =>
  database.corrections.where('versionId').equals(versionId).toArray()
