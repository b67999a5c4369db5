import type { Reader } from '../../main/readers/reader.ts'
import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { type Result, success } from '../../shared/result.ts'

/** The document that one reader makes of these bytes. */
export async function readResult(
  reader: Reader,
  bytes: Uint8Array,
): Promise<Result<SourceDocument, ReadError>> {
  const opened = await reader.open(bytes)
  return opened.ok ? success(opened.value.document) : opened
}

/** The HTML that a screen shows of these bytes. */
export async function viewResult(
  reader: Reader,
  bytes: Uint8Array,
): Promise<Result<string, ReadError>> {
  const opened = await reader.open(bytes)
  if (!opened.ok) return opened
  const view = await opened.value.view()
  if (!view.ok) return view
  if (view.value.kind !== 'html') throw new Error(`shown as ${view.value.kind}`)
  return success(view.value.html)
}
