import type {
  Block,
  CellDoubt,
  Paragraph,
  Table,
} from '../../../shared/document/source-document.ts'
import { placesOf, type SpannedText } from './spanned-text.ts'

/** What one way of reading finds at a line: nothing, or blocks and the line where reading goes on. */
export interface Recognised {
  readonly blocks: readonly Block[]
  /** From 0; greater than the line where reading began. */
  readonly next: number
}

/** One cell of a table flattened to lines. */
export interface LineCell extends SpannedText {
  readonly doubt?: CellDoubt
}

export type LineRow = readonly LineCell[]

/** A table of which only the order of cells in each row is known. */
export function tableOfRows(rows: readonly LineRow[]): Table {
  return {
    kind: 'table',
    geometry: 'rows',
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cells: rows.flatMap((cells, row) =>
      cells.map((cell, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text: cell.text,
        numbering: '',
        at: placesOf(cell),
        ...(cell.doubt === undefined ? {} : { doubt: cell.doubt }),
      })),
    ),
  }
}

/** Body text, where nothing else is said. */
export function paragraphOf(
  text: SpannedText,
  { level = 0, numbering = '' }: { readonly level?: number; readonly numbering?: string } = {},
): Paragraph {
  return { kind: 'paragraph', text: text.text, numbering, level, at: placesOf(text) }
}
