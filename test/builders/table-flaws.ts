import type { CellId } from '../../shared/form/edition.ts'
import { toLabelKey } from '../../shared/text/label.ts'
import type { Noise } from './printed-noise.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

/**
 * What offices and converters do to whole rows and columns of table 3. The row or column is named by its id.
 * `row-unnamed`: its label is gone. `row-misnamed`: half of its label is that of the row below. `row-missing`: it is not
 * there. `row-twice`: it stands there twice, with other numbers the second time. `rows-swapped`: it changed places
 * with the row below. `heading-lost`, `heading-strange`: its heading is empty, or says something else. `column-missing`,
 * `columns-swapped`: as with rows.
 */
export type TableFlaw =
  | 'row-unnamed'
  | 'row-misnamed'
  | 'row-missing'
  | 'row-twice'
  | 'rows-swapped'
  | 'heading-lost'
  | 'heading-strange'
  | 'column-missing'
  | 'columns-swapped'

export const TABLE_FLAWS: readonly TableFlaw[] = [
  'row-unnamed',
  'row-misnamed',
  'row-missing',
  'row-twice',
  'rows-swapped',
  'heading-lost',
  'heading-strange',
  'column-missing',
  'columns-swapped',
]

/** The report with the flaw in table 3, at the row or column that the index names (taken modulo). */
export const withTableFlaw =
  (flaw: TableFlaw, index: number): Noise =>
  (blocks) =>
    blocks.map((block) =>
      block.kind === 'table' && block.table.id === 't3'
        ? { ...block, table: flawed(block.table, flaw, index) }
        : block,
    )

/** The cells that such a report no longer shows. */
export function lostBy(flaw: TableFlaw, index: number, ids: readonly CellId[]): readonly CellId[] {
  const rows = [...new Set(ids.filter((id) => id.startsWith('t3.')).map(rowOf))]
  if (flaw === 'row-missing') {
    const gone = rows[index % rows.length]
    return ids.filter((id) => id.startsWith('t3.') && rowOf(id) === gone)
  }
  if (flaw === 'column-missing') {
    const gone = COLUMNS[index % COLUMNS.length]
    return ids.filter((id) => id.startsWith('t3.') && columnOf(id) === gone)
  }
  return []
}

const rowOf = (id: CellId): string => id.slice(0, id.lastIndexOf('.'))
const columnOf = (id: CellId): string => id.slice(id.lastIndexOf('.') + 1)

/** Columns of table 3 that can be taken out or exchanged; the total is the last. */
const COLUMNS = ['natural', 'company', 'research', 'charity', 'legal', 'other', 'total']

/** Neighbours among the columns under 法人或其他组织. */
const INNER_PAIRS = 4

function flawed(table: PrintedTable, flaw: TableFlaw, index: number): PrintedTable {
  const numbered = table.rows.flatMap((row, i) =>
    row.some(({ cell }) => cell !== null) ? [i] : [],
  )
  const at = numbered[index % numbered.length] ?? 0
  const first = table.columnCount - COLUMNS.length
  const column = first + (index % COLUMNS.length)
  // Only columns with headings of one height can change places.
  const inner = first + 1 + (index % INNER_PAIRS)
  switch (flaw) {
    case 'row-unnamed':
      return withRow(table, at, (row) => renamed(row, () => ''))
    case 'row-misnamed':
      return withRow(table, at, (row) => renamed(row, (own) => mixed(own, labelOf(table, at + 1))))
    case 'row-missing':
      return withoutRow(table, at)
    case 'row-twice':
      return withCopy(table, at)
    case 'rows-swapped':
      return withNumbersAndLabelSwapped(table, at, Math.min(at + 1, table.rows.length - 1))
    case 'heading-lost':
      return withHeading(table, column, '')
    case 'heading-strange':
      return withHeading(table, column, '相关情况')
    case 'column-missing':
      return withoutColumn(table, column)
    case 'columns-swapped':
      return withColumnsSwapped(table, inner, inner + 1)
  }
}

const withRow = (
  table: PrintedTable,
  at: number,
  change: (row: readonly PrintedCell[]) => readonly PrintedCell[],
): PrintedTable => ({
  ...table,
  rows: table.rows.map((row, index) => (index === at ? change(row) : row)),
})

/** The last label of a row names it; those before it are merged headings. */
const nameOf = (row: readonly PrintedCell[]): PrintedCell | undefined =>
  row.findLast(({ cell }) => cell === null)

const labelOf = (table: PrintedTable, at: number): string =>
  nameOf(table.rows[at] ?? [])?.text ?? ''

const renamed = (
  row: readonly PrintedCell[],
  rename: (label: string) => string,
): readonly PrintedCell[] => {
  const name = nameOf(row)
  return row.map((cell) => (cell === name ? { ...cell, text: rename(cell.text) } : cell))
}

/** The first half of one label and the second half of the other, without numbers in front. */
const mixed = (own: string, other: string): string => {
  const [a, b] = [toLabelKey(own).words, toLabelKey(other).words]
  return a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2))
}

/** Without the row; cells merged over it are a row shorter, and those that began in it begin in the next. */
function withoutRow(table: PrintedTable, at: number): PrintedTable {
  const gone = table.rows[at] ?? []
  const handedOn = gone
    .filter(({ rowSpan }) => rowSpan > 1)
    .map((cell) => ({ ...cell, rowSpan: cell.rowSpan - 1 }))
  const rows = table.rows.map((row, index) =>
    row.map((cell) =>
      index < at && index + cell.rowSpan > at ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell,
    ),
  )
  const next = [...handedOn, ...(rows[at + 1] ?? [])].toSorted((a, b) => a.column - b.column)
  return { ...table, rows: [...rows.slice(0, at), next, ...rows.slice(at + 2)] }
}

/** The row once more below itself, its numbers one higher. */
function withCopy(table: PrintedTable, at: number): PrintedTable {
  const row = table.rows[at] ?? []
  const copy = row
    .filter(({ rowSpan }) => rowSpan === 1)
    .map((cell) =>
      cell.cell === null ? cell : { ...cell, text: String(Number(cell.text) + 1), cell: null },
    )
  const rows = table.rows.map((cells, index) =>
    cells.map((cell) =>
      cell.rowSpan > 1 && index <= at && index + cell.rowSpan > at
        ? { ...cell, rowSpan: cell.rowSpan + 1 }
        : cell,
    ),
  )
  return { ...table, rows: rows.toSpliced(at + 1, 0, copy) }
}

/** Labels and numbers of two rows exchanged; merged headings stay where they are. */
function withNumbersAndLabelSwapped(table: PrintedTable, a: number, b: number): PrintedTable {
  const [first = [], second = []] = [table.rows[a], table.rows[b]]
  const merged = (row: readonly PrintedCell[]) => row.filter(({ rowSpan }) => rowSpan > 1)
  const own = (row: readonly PrintedCell[]) => row.filter(({ rowSpan }) => rowSpan === 1)
  const put = (row: readonly PrintedCell[], other: readonly PrintedCell[]) => {
    const taken = merged(row)
    const start = Math.max(0, ...taken.map(({ column }) => column + 1))
    return [...taken, ...own(other).map((cell) => fitted(cell, start))]
  }
  const rows = [...table.rows]
  if (own(first)[0]?.column === own(second)[0]?.column) {
    rows[a] = put(first, second)
    rows[b] = put(second, first)
  }
  return { ...table, rows }
}

const fitted = (cell: PrintedCell, start: number): PrintedCell =>
  cell.cell === null && cell.column < start
    ? { ...cell, column: start, columnSpan: cell.columnSpan - (start - cell.column) }
    : cell

const withHeading = (table: PrintedTable, column: number, text: string): PrintedTable => ({
  ...table,
  rows: table.rows.map((row, index) =>
    index < table.headRows
      ? row.map((cell) =>
          cell.column === column && cell.columnSpan === 1 ? { ...cell, text } : cell,
        )
      : row,
  ),
})

const withoutColumn = (table: PrintedTable, gone: number): PrintedTable => ({
  ...table,
  columnCount: table.columnCount - 1,
  rows: table.rows.map((row) =>
    row.flatMap((cell): readonly PrintedCell[] => {
      if (cell.column === gone && cell.columnSpan === 1) return []
      if (cell.column > gone) return [{ ...cell, column: cell.column - 1 }]
      return cell.column + cell.columnSpan > gone
        ? [{ ...cell, columnSpan: cell.columnSpan - 1 }]
        : [cell]
    }),
  ),
})

/** Two columns exchanged, headings and numbers; the headings keep their height. */
function withColumnsSwapped(table: PrintedTable, a: number, b: number): PrintedTable {
  const other = (column: number): number => (column === a ? b : column === b ? a : column)
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      row
        .map((cell) =>
          cell.columnSpan === 1 && (index >= table.headRows || cell.rowSpan === 1)
            ? { ...cell, column: other(cell.column) }
            : cell,
        )
        .toSorted((x, y) => x.column - y.column),
    ),
  }
}
