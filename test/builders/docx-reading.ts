import { docxReader } from '../../main/readers/docx/docx-reader.ts'
import type { Block, SourceDocument, Table } from '../../shared/document/source-document.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { buildDocx, type DocxParts } from './docx.ts'
import { readResult } from './read-result.ts'

/** Reads a .docx made of these parts; a failure to read it fails the test. */
export async function readDocument(parts: DocxParts): Promise<SourceDocument> {
  const read = await readResult(docxReader, buildDocx(parts))
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value
}

/** The error that reading these bytes ends in. */
export async function errorOf(bytes: Uint8Array): Promise<ReadError | 'was read'> {
  const read = await readResult(docxReader, bytes)
  return read.ok ? 'was read' : read.error
}

/** Texts of the paragraphs outside tables, automatic numbers before them. */
export function paragraphsOf(document: SourceDocument): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.numbering + block.text] : [],
  )
}

export function tablesOf(document: SourceDocument): readonly Table[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

/** The blocks in order: a paragraph's text, and for a table its drawing. */
export function outline(document: SourceDocument): readonly (string | readonly string[])[] {
  return document.blocks.map((block: Block) => (block.kind === 'table' ? draw(block) : block.text))
}

/**
 * One line for each row, columns between `|`: a cell's text at its place (`?` behind it where it is in doubt),
 * `<` where a cell reaches to the right, `^` where it reaches down, `×` where there is no cell.
 */
export function draw(table: Table): readonly string[] {
  const rows = Array.from({ length: table.rowCount }, () =>
    Array.from({ length: table.columnCount }, () => '×'),
  )
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = rows[row]
        if (line?.[column] !== '×') throw new Error(`two cells at ${row}/${column}`)
        line[column] = row > cell.row ? '^' : column > cell.column ? '<' : drawnText(cell)
      }
    }
  }
  return rows.map((row) => row.join('|'))
}

function drawnText(cell: Table['cells'][number]): string {
  return cell.numbering + cell.text + (cell.doubt === undefined ? '' : '?')
}
