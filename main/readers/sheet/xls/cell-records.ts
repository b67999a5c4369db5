import { type BiffRecord, RECORD } from './records.ts'
import { TextReader } from './text-reader.ts'

/** A cell as its record stores it. */
export interface StoredCell {
  readonly row: number
  readonly column: number
  /** Number of its format among the workbook's. */
  readonly style: number
  readonly value: StoredValue
}

export type StoredValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  /** A text of the workbook by its number. */
  | { readonly kind: 'shared'; readonly index: number }
  | { readonly kind: 'text'; readonly text: string }
  /** TRUE, or the name of an error. */
  | { readonly kind: 'word'; readonly text: string }
  /** A formula's text, which the record behind it holds. */
  | { readonly kind: 'text-follows' }
  /** A formula that is reckoned anew whenever the file is opened. */
  | { readonly kind: 'unknown' }

/** Of a sheet in this format. */
export const MOST_COLUMNS = 256

/**
 * The cells of a record; undefined where it is none of a cell, `broken` where its size is not that of its kind or a
 * cell stands outside of the sheet.
 */
export function cellsOfRecord(record: BiffRecord): readonly StoredCell[] | 'broken' | undefined {
  const cells = readCells(record)
  const areInside =
    !Array.isArray(cells) || cells.every(({ column }: StoredCell) => column < MOST_COLUMNS)
  return areInside ? cells : 'broken'
}

function readCells(record: BiffRecord): readonly StoredCell[] | 'broken' | undefined {
  const data = record.parts[0] ?? Buffer.alloc(0)
  switch (record.type) {
    case RECORD.blank:
      return single(data, 6, () => ({ kind: 'blank' }))
    case RECORD.number:
      return single(data, 14, () => ({ kind: 'number', value: data.readDoubleLE(6) }))
    case RECORD.rk:
      return single(data, 10, () => ({ kind: 'number', value: rkNumber(data.readInt32LE(6)) }))
    case RECORD.sharedText:
      return single(data, 10, () => ({ kind: 'shared', index: data.readUInt32LE(6) }))
    case RECORD.boolOrError:
      return single(data, 8, () => wordOf(data.readUInt8(6), data.readUInt8(7) !== 0))
    case RECORD.label:
      return labelCell(record, data)
    case RECORD.formula:
      return data.length < FORMULA_SIZE
        ? 'broken'
        : [{ ...placeOf(data), value: formulaValue(data) }]
    case RECORD.multipleRk:
      return several(data, 6, (at) => ({
        kind: 'number',
        value: rkNumber(data.readInt32LE(at + 2)),
      }))
    case RECORD.multipleBlank:
      return several(data, 2, () => ({ kind: 'blank' }))
    default:
      return undefined
  }
}

const FORMULA_SIZE = 22

function placeOf(data: Buffer) {
  return {
    row: data.readUInt16LE(0),
    column: data.readUInt16LE(2),
    style: data.readUInt16LE(4),
  }
}

const single = (
  data: Buffer,
  size: number,
  value: () => StoredValue,
): readonly StoredCell[] | 'broken' =>
  data.length === size ? [{ ...placeOf(data), value: value() }] : 'broken'

/** Cells side by side: row, first column, each with its format, last column. */
function several(
  data: Buffer,
  size: number,
  value: (at: number) => StoredValue,
): readonly StoredCell[] | 'broken' {
  const count = (data.length - 6) / size
  if (!Number.isInteger(count) || count < 1) return 'broken'
  const row = data.readUInt16LE(0)
  const first = data.readUInt16LE(2)
  if (data.readUInt16LE(data.length - 2) !== first + count - 1) return 'broken'
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + index * size
    return { row, column: first + index, style: data.readUInt16LE(at), value: value(at) }
  })
}

function labelCell(record: BiffRecord, data: Buffer): readonly StoredCell[] | 'broken' {
  const text = data.length < 6 ? undefined : new TextReader(record.parts, 6).text()
  return text === undefined ? 'broken' : [{ ...placeOf(data), value: { kind: 'text', text } }]
}

/** A number in 30 bits: whole or the head of a double, perhaps in hundredths ([MS-XLS] 2.5.217). */
function rkNumber(rk: number): number {
  const bytes = Buffer.alloc(8)
  bytes.writeInt32LE(rk & ~3, 4)
  const value = (rk & 2) === 0 ? bytes.readDoubleLE(0) : rk >> 2
  return (rk & 1) === 0 ? value : value / 100
}

/** The result as it was when the file was saved ([MS-XLS] 2.5.133). */
function formulaValue(data: Buffer): StoredValue {
  if ((data.readUInt16LE(14) & RECKONED_ANEW) !== 0) return { kind: 'unknown' }
  if (data.readUInt16LE(12) !== 0xffff) return { kind: 'number', value: data.readDoubleLE(6) }
  switch (data.readUInt8(6)) {
    case 0:
      return { kind: 'text-follows' }
    case 1:
      return wordOf(data.readUInt8(8), false)
    case 2:
      return wordOf(data.readUInt8(8), true)
    case 3:
      return { kind: 'text', text: '' }
    default:
      return { kind: 'unknown' }
  }
}

/** Always, or at the next opening. */
const RECKONED_ANEW = 0x03

const wordOf = (code: number, isError: boolean): StoredValue => ({
  kind: 'word',
  text: isError ? (ERRORS.get(code) ?? '#N/A') : code === 0 ? 'FALSE' : 'TRUE',
})

/** [MS-XLS] 2.5.10. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])
