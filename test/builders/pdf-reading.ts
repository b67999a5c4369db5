import { pdfReader } from '../../main/readers/pdf/pdf-reader.ts'
import type { SourceDocument, Table, TableCell } from '../../shared/document/source-document.ts'
import { buildPdf, type PdfMark } from './pdf.ts'
import { readResult } from './read-result.ts'

/** The document that a file is read as; fails the test where it cannot be read. */
export async function readPdfFile(bytes: Uint8Array): Promise<SourceDocument> {
  const read = await readResult(pdfReader, bytes)
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value
}

/** The document of one A4 page. */
export const readMarks = (marks: readonly PdfMark[]): Promise<SourceDocument> =>
  readPdfFile(buildPdf([{ marks }]))

/** The code of the error with which a file is refused, or `read`. */
export async function refusal(bytes: Uint8Array): Promise<string> {
  const read = await readResult(pdfReader, bytes)
  return read.ok ? 'read' : read.error.code
}

export const tablesOf = ({ blocks }: SourceDocument): readonly Table[] =>
  blocks.filter((block) => block.kind === 'table')

export const paragraphsOf = ({ blocks }: SourceDocument): readonly string[] =>
  blocks.filter((block) => block.kind === 'paragraph').map(({ text }) => text)

/**
 * The table's rows, as they can be written in a test: cells parted by bars, line breaks as `/`, a merged cell with
 * its rows and columns (`甲 2x1`), a doubted one with a question mark.
 */
export function drawn({ cells, rowCount }: Table): readonly string[] {
  return Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(drawnCell)
      .join(' | '),
  )
}

function drawnCell({ text, rowSpan, columnSpan, doubt }: TableCell): string {
  const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : ''
  return `${text.replaceAll('\n', '/')}${span}${doubt === undefined ? '' : '?'}`
}
