import type {
  Block,
  Paragraph,
  SourceDocument,
  SourceFormat,
  Table,
  TableCell,
} from '../../shared/document/source-document.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

/** A line of text as a reader delivers it. */
export const paragraph = (text: string, numbering = '', level = 0): Paragraph => ({
  kind: 'paragraph',
  text,
  numbering,
  level,
  at: [],
})

/** A true table: every cell in its row and column, merged cells once. */
export function gridTable(printed: Pick<PrintedTable, 'rows' | 'columnCount'>): Table {
  return {
    kind: 'table',
    geometry: 'grid',
    rowCount: printed.rows.length,
    columnCount: printed.columnCount,
    cells: printed.rows.flatMap((cells, row) =>
      cells.map(({ column, rowSpan, columnSpan, text }) =>
        cellAt(row, column, text, { rowSpan, columnSpan }),
      ),
    ),
  }
}

/** Flattened text: only the order of the cells in each row is known. */
export const rowsTable = (rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  geometry: 'rows',
  rowCount: rows.length,
  columnCount: Math.max(...rows.map((row) => row.length)),
  cells: rows.flatMap((cells, row) => cells.map((text, column) => cellAt(row, column, text))),
})

/** A document of these blocks. */
export const sourceDocument = (
  blocks: readonly Block[],
  format: SourceFormat = 'docx',
): SourceDocument => ({
  format,
  blocks,
  notes: [],
})

/** The same printed table with each row replaced by what `change` makes of it. */
export const withRows = (
  printed: PrintedTable,
  change: (row: readonly PrintedCell[], index: number) => readonly (readonly PrintedCell[])[],
): PrintedTable => ({ ...printed, rows: printed.rows.flatMap(change) })

function cellAt(
  row: number,
  column: number,
  text: string,
  spans: { readonly rowSpan: number; readonly columnSpan: number } = { rowSpan: 1, columnSpan: 1 },
): TableCell {
  return {
    row,
    column,
    ...spans,
    text,
    numbering: '',
    at: [{ kind: 'element', id: `r${row}c${column}` }],
  }
}
