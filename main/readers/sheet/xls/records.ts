import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'

/** A record of a BIFF8 stream ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly type: number
  /** Its content, and that of the CONTINUE records behind it. */
  readonly parts: readonly Buffer[]
}

/** The records that are read here, by their numbers ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  multipleBlank: 0x00be,
  cellFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedTexts: 0x00fc,
  sharedText: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  window: 0x023e,
  rk: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const

/** A part of the stream with a beginning and an end of its own: what concerns the whole workbook, or one sheet. */
export interface Substream {
  /** 0x0600 for BIFF8. */
  readonly version: number
  /** What it holds: 0x0010 for a sheet of cells. */
  readonly kind: number
  readonly records: readonly BiffRecord[]
}

/** Reads a substream to its end; charts inside it are left out. Broken where it has no sound end. */
export function readSubstream(stream: Buffer, start: number): Result<Substream, ReadError> {
  const first = recordAt(stream, start)
  if (first === undefined || first.type !== RECORD.begin || first.data.length < 4) return BROKEN
  const version = first.data.readUInt16LE(0)
  const kind = first.data.readUInt16LE(2)
  const records: Writable[] = []
  let depth = 1
  for (let at = first.end; ; ) {
    const record = recordAt(stream, at)
    if (record === undefined) return BROKEN
    at = record.end
    if (record.type === RECORD.begin) depth += 1
    else if (record.type === RECORD.eof) depth -= 1
    if (depth === 0) return success({ version, kind, records })
    if (depth > 1) continue
    if (record.type === RECORD.continue) records.at(-1)?.parts.push(record.data)
    else records.push({ type: record.type, parts: [record.data] })
    if (records.length > MOST_RECORDS) return failure({ code: 'too-large', limit: 'table' })
  }
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

interface Writable {
  readonly type: number
  readonly parts: Buffer[]
}

/** A report has about a thousand. */
const MOST_RECORDS = 1_000_000

const HEADER_SIZE = 4
/** In bytes; what is longer is continued in further records. */
const LONGEST_RECORD = 8_224
/** The upper bytes of all record numbers there are; a reader that lost its step sees others. */
const TYPE_GROUPS: ReadonlySet<number> = new Set([0x00, 0x01, 0x02, 0x04, 0x08, 0x10])

function recordAt(stream: Buffer, at: number) {
  if (at < 0 || at + HEADER_SIZE > stream.length) return undefined
  const type = stream.readUInt16LE(at)
  const size = stream.readUInt16LE(at + 2)
  const end = at + HEADER_SIZE + size
  if (!TYPE_GROUPS.has(type >> 8) || size > LONGEST_RECORD || end > stream.length) return undefined
  return { type, data: stream.subarray(at + HEADER_SIZE, end), end }
}
