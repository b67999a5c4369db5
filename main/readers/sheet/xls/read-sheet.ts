import type { CellDoubt } from '../../../../shared/document/source-document.ts'
import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import { type ColumnRange, columnsIn } from '../columns-in.ts'
import type { Shown } from '../general-format.ts'
import { showNumber, showText } from '../number-format.ts'
import { type CellRange, SHEET_LIMITS, type Sheet, type SheetCell } from '../workbook.ts'
import { cellsOfRecord, MOST_COLUMNS, type StoredCell } from './cell-records.ts'
import { misplacedRows } from './misplaced-rows.ts'
import type { XlsGlobals } from './read-globals.ts'
import { type BiffRecord, RECORD, readSubstream } from './records.ts'
import { TextReader } from './text-reader.ts'

/** The sheet whose substream begins at `start`; undefined where it holds no cells but a chart or macros. */
export function readSheet(
  stream: Buffer,
  start: number,
  globals: XlsGlobals,
  isHidden: boolean,
): Result<Sheet | undefined, ReadError> {
  const opened = readSubstream(stream, start)
  if (!opened.ok) return opened
  if (opened.value.kind !== WORKSHEET) return success(undefined)
  const { records } = opened.value
  if (!records.every(hasItsSize)) return BROKEN
  const stored = storedCells(records)
  if (!stored.ok) return stored
  const doubtful = misplacedRows(stored.value, records)
  if (doubtful === undefined) return BROKEN
  const hidesZeros = records.some(
    (record) =>
      record.type === RECORD.window && ((dataOf(record)[0] ?? SHOWS_ZEROS) & SHOWS_ZEROS) === 0,
  )
  const cells: SheetCell[] = []
  for (const cell of stored.value) {
    const shown = shownValue(cell, globals, hidesZeros)
    if (shown === undefined) return BROKEN
    cells.push(toCell(cell, shown, globals, doubtful.has(cell.row)))
  }
  const lost = holes(cells, SHEET_LIMITS.cells - cells.length)
  if (lost === undefined) return TOO_LARGE
  const merges = readMerges(records)
  if (merges === undefined) return BROKEN
  if (merges.length > SHEET_LIMITS.merges) return TOO_LARGE
  const hiddenRows = new Set(records.flatMap(hiddenRow))
  const hiddenColumns = columnsIn(records.flatMap(hiddenColumnsOf))
  return success({
    isHidden,
    cells: [...cells, ...lost],
    merges,
    hiddenRows,
    hiddenColumns,
  })
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const TOO_LARGE = failure<ReadError>({ code: 'too-large', limit: 'table' })
const WORKSHEET = 0x0010
const SHOWS_ZEROS = 0x10

const dataOf = ({ parts }: BiffRecord): Buffer => parts[0] ?? Buffer.alloc(0)

/** A record of rows or columns whose size is wrong has swallowed what stood behind it. */
function hasItsSize(record: BiffRecord): boolean {
  const { length } = dataOf(record)
  if (record.type === RECORD.row) return length === ROW_SIZE
  return record.type !== RECORD.columnInfo || COLUMN_SIZES.has(length)
}

/** In bytes. */
const ROW_SIZE = 16
const COLUMN_SIZES: ReadonlySet<number> = new Set([10, 11, 12])

function storedCells(records: readonly BiffRecord[]): Result<readonly StoredCell[], ReadError> {
  const cells: StoredCell[] = []
  for (const record of records) {
    if (record.type === RECORD.formulaText) {
      const waiting = cells.pop()
      const text = new TextReader(record.parts).text()
      if (waiting?.value.kind !== 'text-follows' || text === undefined) return BROKEN
      cells.push({ ...waiting, value: { kind: 'text', text } })
      continue
    }
    const own = cellsOfRecord(record)
    if (own === 'broken') return BROKEN
    for (const cell of own ?? []) cells.push(cell)
    if (cells.length > SHEET_LIMITS.cells) return TOO_LARGE
  }
  return success(cells)
}

function toCell(
  { row, column, style }: StoredCell,
  { text, isExact }: Shown,
  { styles }: XlsGlobals,
  isDoubtful: boolean,
): SheetCell {
  const isMarked = styles[style]?.isMarked === true && text.trim() !== ''
  const isUnsure = !isExact || isMarked
  const doubt: CellDoubt | undefined = isDoubtful
    ? 'crosses-border'
    : isUnsure
      ? 'hidden-text'
      : undefined
  return { row, column, text, doubt, isFramed: styles[style]?.isFramed ?? false }
}

/**
 * Places between two cells with lines around them where nothing is stored. Office programs store every cell that has
 * lines, blank or not, so a record was lost there. Undefined where there are more than `most`.
 */
function holes(cells: readonly SheetCell[], most: number): readonly SheetCell[] | undefined {
  const found: SheetCell[] = []
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1]
    if (next === undefined || next.row !== cell.row || !next.isFramed || !cell.isFramed) continue
    for (let column = cell.column + 1; column < next.column; column += 1) {
      if (found.length >= most) return undefined
      found.push({ row: cell.row, column, text: '', doubt: 'crosses-border', isFramed: false })
    }
  }
  return found
}

/** What the cell shows; undefined where it refers to a format or a text that is not there. */
function shownValue(
  { style, value }: StoredCell,
  { styles, texts, startsIn1904 }: XlsGlobals,
  hidesZeros: boolean,
): Shown | undefined {
  const format = styles[style]?.format
  if (format === undefined) return undefined
  switch (value.kind) {
    case 'blank':
      return { text: '', isExact: true }
    case 'number':
      return hidesZeros && value.value === 0
        ? { text: '', isExact: false }
        : showNumber(value.value, format, startsIn1904)
    case 'shared': {
      const stored = texts[value.index]
      if (stored === undefined) return undefined
      const shown = showText(stored.text, format)
      return stored.isMarked ? { ...shown, isExact: false } : shown
    }
    case 'text':
      return showText(value.text.replace(/\r\n?/g, '\n'), format)
    case 'word':
      return { text: value.text, isExact: true }
    case 'text-follows':
    case 'unknown':
      return { text: '', isExact: false }
  }
}

/** Undefined where a list of merges is not as long as its count says, or one of them is no range of a sheet. */
function readMerges(records: readonly BiffRecord[]): readonly CellRange[] | undefined {
  const merges: CellRange[] = []
  for (const record of records) {
    if (record.type !== RECORD.mergedCells) continue
    const data = dataOf(record)
    const count = data.length < 2 ? -1 : data.readUInt16LE(0)
    if (data.length !== 2 + count * RANGE_SIZE) return undefined
    for (let at = 2; at < data.length; at += RANGE_SIZE) {
      const merge = {
        firstRow: data.readUInt16LE(at),
        lastRow: data.readUInt16LE(at + 2),
        firstColumn: data.readUInt16LE(at + 4),
        lastColumn: data.readUInt16LE(at + 6),
      }
      if (merge.lastRow < merge.firstRow || merge.lastColumn < merge.firstColumn) return undefined
      if (merge.lastColumn >= MOST_COLUMNS) return undefined
      merges.push(merge)
    }
  }
  return merges
}

const RANGE_SIZE = 8

function hiddenRow(record: BiffRecord): readonly number[] {
  const data = dataOf(record)
  if (record.type !== RECORD.row) return []
  return (data.readUInt16LE(12) & HIDDEN_ROW) === 0 ? [] : [data.readUInt16LE(0)]
}

const HIDDEN_ROW = 0x20

function hiddenColumnsOf(record: BiffRecord): readonly ColumnRange[] {
  const data = dataOf(record)
  if (record.type !== RECORD.columnInfo) return []
  const isHidden = (data.readUInt16LE(8) & HIDDEN_COLUMN) !== 0 || data.readUInt16LE(4) === 0
  const last = Math.min(data.readUInt16LE(2), MOST_COLUMNS - 1)
  return isHidden ? [{ first: data.readUInt16LE(0), last }] : []
}

const HIDDEN_COLUMN = 0x01
