import { toCellId } from '../../shared/form/cell-id.ts'
import type {
  BlockTable,
  CellId,
  FormRow,
  GroupTable,
  MatrixTable,
  TableId,
} from '../../shared/form/edition.ts'

/** A table as the form prints it, with its merged cells. */
export interface PrintedTable {
  readonly id: TableId
  readonly columnCount: number
  /** Rows that hold only labels, from the top; they may be repeated on a new page. */
  readonly headRows: number
  /** A merged cell stands once, at its top left. */
  readonly rows: readonly (readonly PrintedCell[])[]
}

export interface PrintedCell {
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  /** The form's number cell that this is; null for a label. */
  readonly cell: CellId | null
}

/** What each number cell shows. */
export type ShownText = (id: CellId) => string

/** Table 2: each block has its article, a heading row and its rows; the last column takes the rest of the width. */
export function printedBlocks(table: BlockTable, shown: ShownText): PrintedTable {
  const columnCount = 1 + Math.max(...table.blocks.map(({ columns }) => columns.length))
  const widen = (cells: readonly PrintedCell[]): readonly PrintedCell[] =>
    cells.map((cell, index) =>
      index === cells.length - 1 ? { ...cell, columnSpan: columnCount - cell.column } : cell,
    )
  return {
    id: table.id,
    columnCount,
    headRows: 0,
    rows: table.blocks.flatMap(({ article, columns, rows }) => [
      widen([label(0, article)]),
      widen([
        label(0, table.rowHeading),
        ...columns.map((column, index) => label(1 + index, column.label)),
      ]),
      ...rows.map((row) =>
        widen([
          label(0, row.label),
          ...columns.map((column, index) =>
            number(1 + index, toCellId(table.id, row.id, column.id), shown),
          ),
        ]),
      ),
    ]),
  }
}

/** Columns of labels to the left of table 3's numbers. */
const LABEL_COLUMNS = 3

/** Table 3: a heading of three rows, and up to three columns of labels merged downward. */
export function printedMatrix(table: MatrixTable, shown: ShownText): PrintedTable {
  const numbers = (row: FormRow): readonly PrintedCell[] =>
    table.columns.map((column, index) =>
      number(LABEL_COLUMNS + index, toCellId(table.id, row.id, column.id), shown),
    )
  return {
    id: table.id,
    columnCount: LABEL_COLUMNS + table.columns.length,
    headRows: 3,
    rows: [
      ...matrixHead(table),
      ...table.rows.map((row, index) => [...rowLabels(table.rows, index), ...numbers(row)]),
    ],
  }
}

function matrixHead(table: MatrixTable): readonly (readonly PrintedCell[])[] {
  const at = (index: number): number => LABEL_COLUMNS + index
  const second: PrintedCell[] = []
  const third: PrintedCell[] = []
  table.columns.forEach((column, index) => {
    if (column.group === undefined) {
      second.push({ ...label(at(index), column.label), rowSpan: 2 })
      return
    }
    third.push(label(at(index), column.label))
    if (table.columns[index - 1]?.group !== column.group) {
      const width = table.columns.filter(({ group }) => group === column.group).length
      second.push({ ...label(at(index), column.group), columnSpan: width })
    }
  })
  return [
    [
      { ...label(0, table.note), rowSpan: 3, columnSpan: LABEL_COLUMNS },
      { ...label(LABEL_COLUMNS, table.columnsHeading), columnSpan: table.columns.length },
    ],
    second,
    third,
  ]
}

/** The labels that start in this row; those merged from above are not repeated. */
function rowLabels(rows: readonly FormRow[], index: number): readonly PrintedCell[] {
  const row = rows[index]
  if (row === undefined) return []
  const under = row.under ?? []
  const starting = under.flatMap((heading, level): readonly PrintedCell[] => {
    const above = rows[index - 1]?.under?.[level]
    if (above === heading) return []
    return [{ ...label(level, heading), rowSpan: runLength(rows, index, level) }]
  })
  const own = { ...label(under.length, row.label), columnSpan: LABEL_COLUMNS - under.length }
  return [...starting, own]
}

function runLength(rows: readonly FormRow[], from: number, level: number): number {
  const heading = rows[from]?.under?.[level]
  let length = 1
  while (rows[from + length]?.under?.[level] === heading && from + length < rows.length) length++
  return length
}

/** Table 4: three heading rows and one row of numbers. */
export function printedGroups(table: GroupTable, shown: ShownText): PrintedTable {
  const width = table.columns.length
  const top: PrintedCell[] = []
  const second: PrintedCell[] = []
  const third: PrintedCell[] = []
  const numbers: PrintedCell[] = []
  table.groups.forEach((group, index) => {
    const at = index * width
    const heading = group.under?.[0]
    const results = table.columns.map((column, offset) => label(at + offset, column.label))
    if (heading === undefined) {
      top.push({ ...label(at, group.label), columnSpan: width })
      second.push(...results.map((cell) => ({ ...cell, rowSpan: 2 })))
    } else {
      if (table.groups[index - 1]?.under?.[0] !== heading) {
        const groups = table.groups.filter(({ under }) => under?.[0] === heading).length
        top.push({ ...label(at, heading), columnSpan: width * groups })
      }
      second.push({ ...label(at, group.label), columnSpan: width })
      third.push(...results)
    }
    table.columns.forEach((column, offset) => {
      numbers.push(number(at + offset, toCellId(table.id, group.id, column.id), shown))
    })
  })
  return {
    id: table.id,
    columnCount: width * table.groups.length,
    headRows: 3,
    rows: [top, second, third, numbers],
  }
}

const label = (column: number, text: string): PrintedCell => ({
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  cell: null,
})

const number = (column: number, id: CellId, shown: ShownText): PrintedCell => ({
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: shown(id),
  cell: id,
})

/** The full grid of a row: what stands at each column, and whether it starts there. */
export interface GridSlot {
  readonly cell: PrintedCell
  readonly starts: boolean
}

/** The table as a full grid: `grid[row][column]`, a merged cell in each slot that it covers. */
export function gridOf(table: PrintedTable): readonly (readonly (GridSlot | null)[])[] {
  const grid: (GridSlot | null)[][] = table.rows.map(() =>
    Array.from({ length: table.columnCount }, () => null),
  )
  table.rows.forEach((cells, row) => {
    for (const cell of cells) {
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let right = 0; right < cell.columnSpan; right++) {
          const line = grid[row + down]
          if (line !== undefined)
            line[cell.column + right] = { cell, starts: down === 0 && right === 0 }
        }
      }
    }
  })
  return grid
}
