import { docReader } from '../../main/readers/doc/doc-reader.ts'
import type { SourceDocument } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { buildDoc, type DocParagraph, type DocParts, type DocSpan } from './doc.ts'
import { type DocCell, inTable, rowEnd } from './doc-rows.ts'
import { draw, tablesOf } from './docx-reading.ts'
import { readResult } from './read-result.ts'

/** Reads a .doc made of these parts; a failure to read it fails the test. */
export async function readDoc(parts: DocParts): Promise<SourceDocument> {
  const read = await readResult(docReader, buildDoc(parts))
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value
}

/** The drawings of the tables that these paragraphs are read as. */
export async function drawDoc(...paragraphs: readonly DocParagraph[]): Promise<readonly unknown[]> {
  return tablesOf(await readDoc({ paragraphs })).map(draw)
}

/** The error that reading these bytes ends in. */
export async function docErrorOf(bytes: Uint8Array): Promise<ReadError | 'was read'> {
  const read = await readResult(docReader, bytes)
  return read.ok ? 'was read' : read.error
}

/** A paragraph outside tables. */
export const docLine = (
  content: string | readonly DocSpan[],
  properties?: Uint8Array,
): DocParagraph => ({
  spans: spansOf(content),
  mark: '\r',
  ...(properties === undefined ? {} : { properties }),
})

/** The paragraph that ends a cell. */
export const docCell = (content: string | readonly DocSpan[], depth = 1): DocParagraph => ({
  spans: spansOf(content),
  mark: '\u0007',
  properties: inTable(depth),
})

const spansOf = (content: string | readonly DocSpan[]): readonly DocSpan[] =>
  typeof content === 'string' ? (content === '' ? [] : [{ text: content }]) : content

/** A row of cells with these texts; their right edges in twentieths of a point, or more about each. */
export const docRow = (
  texts: readonly (string | readonly DocSpan[])[],
  cells: readonly (number | DocCell)[] = texts.map((_, index) => 1000 * (index + 1)),
  left = 0,
): readonly DocParagraph[] => [
  ...texts.map((text) => docCell(text)),
  docRowEnd(
    cells.map((cell) => (typeof cell === 'number' ? { right: cell } : cell)),
    left,
  ),
]

/** The paragraph that ends a row. */
export const docRowEnd = (cells: readonly DocCell[], left = 0): DocParagraph => ({
  spans: [],
  mark: '\u0007',
  properties: rowEnd(left, cells),
})
