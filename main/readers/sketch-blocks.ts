import type { Block, SourceDocument, Table } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import type { Reader } from './reader.ts'

/** For tests: the document that a reader makes of a text stored as UTF-8, or of bytes; throws where there is none. */
export async function readWith(
  reader: Reader,
  source: string | Uint8Array,
): Promise<SourceDocument> {
  const opened = await reader.open(bytesOf(source))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.document
}

/** For tests: why a reader does not read a text; undefined where it does. */
export async function errorWith(reader: Reader, source: string): Promise<ReadError | undefined> {
  const opened = await reader.open(bytesOf(source))
  return opened.ok ? undefined : opened.error
}

/** For tests: paragraphs as number and text, tables as rows of texts; a doubtful cell ends in `?`. */
export const sketchBlocks = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? `${block.numbering}${block.text}` : rowsOf(block),
  )

const rowsOf = ({ rowCount, cells }: Table): readonly (readonly string[])[] =>
  Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, doubt }) => (doubt === undefined ? text : `${text}?`)),
  )

const bytesOf = (source: string | Uint8Array): Uint8Array =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source
