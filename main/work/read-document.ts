import type { SourceDocument } from '../../shared/document/source-document.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import type { ReadOutcome, ReportView } from '../../shared/ipc/contract.ts'
import { toPlainReport } from '../../shared/ipc/plain-report.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { type Result, success } from '../../shared/result.ts'
import { readSource } from '../readers/index.ts'
import type { SourceView } from '../readers/reader.ts'

/** One document for the desk to read. */
export interface ReadTask {
  readonly name: string
  readonly bytes: Uint8Array
}

export type ReadAnswer = Result<ReadOutcome, ReadError>

/** Reads a document as the desk needs it: the report, and the source as a screen shows it. */
export async function readDocument({ name, bytes }: ReadTask): Promise<ReadAnswer> {
  const document = await readSource(bytes, name)
  if (!document.ok) return document
  const report = extractReport(document.value)
  if (!report.ok) return report
  const view = await viewOf(document.value.format, bytes)
  if (!view.ok) return view
  return success({ report: toPlainReport(report.value), view: view.value })
}

/** The view to which the places of a document of that format refer. */
async function viewOf(
  format: SourceDocument['format'],
  bytes: Uint8Array,
): Promise<Result<ReportView, ReadError>> {
  switch (format) {
    case 'pdf':
      return success({ kind: 'pdf' })
    case 'docx':
      return asHtml(await (await import('../readers/docx/view.ts')).viewDocx(bytes))
    case 'html':
      return asHtml((await import('../readers/html/html-reader.ts')).viewHtml(bytes))
    case 'text': {
      const decoded = (await import('../readers/text/lines.ts')).decodeLines(bytes)
      return decoded.ok ? success({ kind: 'lines', lines: decoded.value.lines }) : decoded
    }
  }
}

const asHtml = (view: Result<SourceView, ReadError>): Result<ReportView, ReadError> =>
  view.ok ? success({ kind: 'html', html: view.value.html }) : view
