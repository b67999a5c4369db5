import type { DocumentNote, SourceDocument } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { type DecodedText, decodeText } from '../charset.ts'
import type { OpenedSource, Reader } from '../reader.ts'
import { declaredCharset } from './declared-charset.ts'
import { type PageFlow, readFlow } from './flow.ts'
import { modelOf } from './flow-document.ts'
import { parseHtml } from './parse-html.ts'
import { createPlaceIds, type PlaceIds } from './place-ids.ts'
import { serialiseSafe } from './sanitise.ts'
import { applyStyleSheets } from './style-sheets.ts'
import { type Document, findElement } from './tree.ts'

/** Web pages, also those that an office program saved. The whole page is read, with what stands around the report. */
export const htmlReader: Reader = {
  type: 'html',
  open: async (bytes) => openPage(bytes),
}

/** Reads a page; `charset` is what came with it from outside, which goes before what the page says of itself. */
export function openPage(bytes: Uint8Array, charset?: string): Result<OpenedSource, ReadError> {
  const declared = charset ?? declaredCharset(bytes)
  const decoded = decodeText(bytes, declared === undefined ? {} : { declared })
  if (!decoded.ok) return decoded
  const tree = parseHtml(decoded.value.text)
  if (!tree.ok) return tree
  const styled = applyStyleSheets(tree.value)
  if (!styled.ok) return styled
  const flow = readFlow(tree.value)
  if (!flow.ok) return flow
  const places = createPlaceIds()
  const blocks = modelOf(flow.value.blocks, places.locate)
  const document: SourceDocument = {
    format: 'html',
    blocks,
    notes: notesOf(decoded.value, flow.value),
  }
  return success({
    document,
    view: async () => success({ kind: 'html', html: safePage(tree.value, places) }),
  })
}

/** The page without anything active or loaded from outside; has an element for every place of its document. */
const safePage = (tree: Document, places: PlaceIds): string =>
  serialiseSafe(findElement(tree, 'body') ?? tree, places.ids)

function notesOf(
  { label, declared }: DecodedText,
  { hidden, revisions }: PageFlow,
): readonly DocumentNote[] {
  const notes: DocumentNote[] = [{ kind: 'encoding', label, declared }]
  if (hidden > 0) notes.push({ kind: 'hidden-text', count: hidden })
  if (revisions > 0) notes.push({ kind: 'revisions', count: revisions })
  return notes
}
