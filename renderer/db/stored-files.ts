import { wanted } from './fake-ports.ts'
import { listReports } from './reports.ts'
import { readReview } from './review.ts'
import type { ReportRow } from './rows.ts'
import type { Store } from './store.ts'
import { type ReadingInput, type StoredReading, storeReading } from './store-reading.ts'

/** For tests: stores a file; throws where it is refused. */
export const put = (store: Store, input: ReadingInput): Promise<StoredReading> =>
  wanted(storeReading(store, input))

/** For tests: the report of a store that holds one. */
export async function onlyReport(store: Store): Promise<ReportRow> {
  const [row, ...others] = await listReports(store)
  if (row === undefined || others.length > 0) throw new Error(`${others.length + 1} reports`)
  return row
}

/** For tests: the key of the only report's finding of that rule. */
export async function findingKey(store: Store, rule: string): Promise<string> {
  const review = await readReview(store, (await onlyReport(store)).id)
  const found =
    review === 'absent' ? undefined : review.findings.find(({ finding }) => finding.rule === rule)
  if (found === undefined) throw new Error(`no ${rule}`)
  return found.key
}
