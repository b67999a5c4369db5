import { extractReport } from '../../shared/extract/extract-report.ts'
import type { ReadOutcome } from '../../shared/ipc/contract.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { type Result, success } from '../../shared/result.ts'
import { openSource } from '../readers/index.ts'

/** One document for the desk to read. */
export interface ReadTask {
  readonly name: string
  readonly bytes: Uint8Array
}

export type ReadAnswer = Result<ReadOutcome, ReadError>

/** Reads a document as the desk needs it: the report, and the source as a screen shows it. */
export async function readDocument({ name, bytes }: ReadTask): Promise<ReadAnswer> {
  const opened = await openSource(bytes, name)
  if (!opened.ok) return opened
  const report = extractReport(opened.value.document)
  if (!report.ok) return report
  const view = await opened.value.view()
  if (!view.ok) return view
  return success({ report: toPlainReport(report.value), view: view.value })
}
