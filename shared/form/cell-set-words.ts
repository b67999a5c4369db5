import type { FormCell } from './cell-id.ts'
import { cellsIn, cellsInOrder, TABLE_IDS } from './cell-order.ts'
import {
  cellWords,
  cellWordsInTable,
  columnName,
  rowName,
  rowUnit,
  TABLE_WORDS,
} from './cell-words.ts'
import type { CellId, Edition, TableId } from './edition.ts'

/**
 * Names a set of cells in few words: whole tables, rows, columns and rectangles as such, else the first few.
 * More than one cell ends in their number: `表三「自然人」整列（共 25 格）`.
 */
export function cellSetWords(form: Edition, ids: Iterable<CellId>): string {
  const cells = cellsInOrder(form, ids)
  const [only] = cells
  if (only === undefined) return ''
  if (cells.length === 1) return cellWords(only)
  const parts = TABLE_IDS.flatMap((table) => {
    const own = cells.filter((cell) => cell.table === table)
    return own.length === 0 ? [] : [tablePart(form, table, own)]
  })
  const words = parts.map((part) => part.words).join('、')
  return `${words}${parts.some((part) => part.cut) ? '等' : ''}（共 ${cells.length} 格）`
}

/** At most this many rectangles, single cells, rows or columns are named one by one. */
const NAMED = 3

interface Part {
  readonly words: string
  /** Not every cell is named. */
  readonly cut: boolean
}

interface Rectangle {
  readonly rows: readonly (readonly FormCell[])[]
  readonly columns: readonly FormCell[]
}

function tablePart(form: Edition, table: TableId, cells: readonly FormCell[]): Part {
  const all = cellsIn(form, table)
  const name = TABLE_WORDS[table]
  if (cells.length === all.length) return { words: `整张${name}`, cut: false }
  const rectangles = rectanglesOf(cells)
  if (rectangles.length <= NAMED) {
    const words = rectangles.map((rectangle) => rectangleWords(rectangle, all)).join('、')
    return { words: `${name}${words}`, cut: false }
  }
  const words = cells.slice(0, NAMED).map(cellWordsInTable).join('、')
  return { words: `${name}${words}`, cut: true }
}

/** Rows with the same columns, taken together. */
function rectanglesOf(cells: readonly FormCell[]): readonly Rectangle[] {
  const rows = [...Map.groupBy(cells, (cell) => cell.rowId).values()]
  const alike = Map.groupBy(rows, (row) => row.map((cell) => cell.columnId).join(' '))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ rows: group, columns: first }]
  })
}

function rectangleWords({ rows, columns }: Rectangle, all: readonly FormCell[]): string {
  const [cell] = columns
  if (cell === undefined) return ''
  const tableRows = [...new Set(all.map((other) => other.rowId))]
  const withColumn = new Set(
    all.filter((other) => other.columnId === cell.columnId).map((other) => other.rowId),
  )
  const rowLength = all.filter((other) => other.rowId === cell.rowId).length
  const unit = rowUnit(cell.table)
  const isWholeRow = columns.length === rowLength && rowLength > 1
  const isWholeColumn = rows.length === withColumn.size && rows.length > NAMED
  if (rows.length === 1)
    return isWholeRow
      ? `「${rowName(cell)}」整${unit}`
      : `「${rowName(cell)}」${unit}${columnWords(columns)}`
  if (isWholeColumn && columns.length === 1) return `「${columnName(cell)}」整列`
  const rowPart = isWholeColumn
    ? `全部 ${rows.length} ${unit}`
    : rowWords(
        rows.flatMap((row) => row.slice(0, 1)),
        tableRows,
      )
  return `${rowPart}的${isWholeRow ? '各列' : columnWords(columns)}`
}

function columnWords(columns: readonly FormCell[]): string {
  const places = columns.map((cell) => cell.offset)
  return listWords(columns.map(columnName), isUnbroken(places), '列')
}

function rowWords(rows: readonly FormCell[], tableRows: readonly string[]): string {
  const places = rows.map((cell) => tableRows.indexOf(cell.rowId))
  const unit = rows[0] === undefined ? '' : rowUnit(rows[0].table)
  return listWords(rows.map(rowName), isUnbroken(places), unit)
}

function listWords(names: readonly string[], unbroken: boolean, unit: string): string {
  const quoted = names.map((name) => `「${name}」`)
  if (quoted.length <= NAMED) return `${quoted.join('')}${unit}`
  if (unbroken) return `${quoted.at(0)}至${quoted.at(-1)}这 ${quoted.length} ${unit}`
  return `${quoted.slice(0, NAMED).join('')}等 ${quoted.length} ${unit}`
}

const isUnbroken = (places: readonly number[]): boolean =>
  places.every((place, index) => place === (places[0] ?? 0) + index)
