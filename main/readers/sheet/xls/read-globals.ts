import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import { formatCode } from '../builtin-formats.ts'
import { isFrame, SHEET_LIMITS } from '../workbook.ts'
import { type BiffRecord, RECORD, readSubstream } from './records.ts'
import { TextReader } from './text-reader.ts'
import { readFonts, type XlsFonts } from './xls-fonts.ts'

/** What concerns the whole workbook. */
export interface XlsGlobals {
  readonly sheets: readonly ListedSheet[]
  readonly texts: readonly XlsText[]
  readonly styles: readonly XlsStyle[]
  readonly startsIn1904: boolean
}

export interface ListedSheet {
  /** Where its substream begins, in bytes. */
  readonly start: number
  readonly isHidden: boolean
}

export interface XlsStyle {
  /** Code of the number format. */
  readonly format: string
  readonly isFramed: boolean
  /** What stands in the cell is struck out, raised, repeated over its width, or white on white. */
  readonly isMarked: boolean
}

export interface XlsText {
  readonly text: string
  /** A part of it is struck out, raised or lowered: it stands beside a number without being a part of it. */
  readonly isMarked: boolean
}

/** Reads the first substream; encrypted where the workbook has a password, unsupported where it is older than BIFF8. */
export function readGlobals(stream: Buffer): Result<XlsGlobals, ReadError> {
  const opened = readSubstream(stream, 0)
  if (!opened.ok) return opened
  const { version, kind, records } = opened.value
  if (version !== BIFF8) return failure({ code: 'unsupported-type', extension: 'xls' })
  if (kind !== GLOBALS) return BROKEN
  const all = (type: number): readonly BiffRecord[] => records.filter((one) => one.type === type)
  if (all(RECORD.filePass).length > 0) return failure({ code: 'encrypted' })
  const sheets = all(RECORD.boundSheet).map(listedSheet)
  const fonts = readFonts(all(RECORD.font))
  const styles = readStyles(all(RECORD.cellFormat), all(RECORD.numberFormat), fonts)
  const texts = readTexts(all(RECORD.sharedTexts)[0], fonts)
  if (texts === undefined || styles === undefined) return BROKEN
  if (!sheets.every((sheet) => sheet !== undefined)) return BROKEN
  if (sheets.length > SHEET_LIMITS.sheets) return failure({ code: 'too-large', limit: 'table' })
  const startsIn1904 = all(RECORD.date1904)[0]?.parts[0]?.[0] === 1
  return success({ sheets, texts, styles, startsIn1904 })
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const BIFF8 = 0x0600
const GLOBALS = 0x0005

const dataOf = ({ parts }: BiffRecord): Buffer => parts[0] ?? Buffer.alloc(0)

function listedSheet(record: BiffRecord): ListedSheet | undefined {
  const data = dataOf(record)
  if (data.length < 6) return undefined
  return { start: data.readUInt32LE(0), isHidden: (data.readUInt8(4) & HIDDEN) !== 0 }
}

/** Hidden, or so well hidden that the menu does not list it. */
const HIDDEN = 0x03

/** A count stands in front of the texts, but the texts themselves tell how many there are. */
function readTexts(
  record: BiffRecord | undefined,
  fonts: XlsFonts,
): readonly XlsText[] | undefined {
  if (record === undefined) return []
  const data = dataOf(record)
  if (data.length < TEXTS_START) return undefined
  const count = data.readUInt32LE(4)
  const reader = new TextReader(record.parts, TEXTS_START)
  const texts: XlsText[] = []
  while (texts.length < count) {
    const text = reader.text()
    if (text === undefined) return undefined
    const isMarked = reader.fonts.some((font) => fonts.at(font)?.isMarked === true)
    texts.push({ text: text.replace(/\r\n?/g, '\n'), isMarked })
  }
  return texts
}

/** Behind the counts of uses and of texts, in bytes. */
const TEXTS_START = 8

function readStyles(
  styles: readonly BiffRecord[],
  formats: readonly BiffRecord[],
  fonts: XlsFonts,
): readonly XlsStyle[] | undefined {
  const codes = new Map<number, string>()
  for (const record of formats) {
    const code = new TextReader(record.parts, 2).text()
    if (code === undefined || dataOf(record).length < 2) return undefined
    codes.set(dataOf(record).readUInt16LE(0), code)
  }
  const read = styles.map((record) => {
    const data = dataOf(record)
    if (data.length !== STYLE_SIZE) return undefined
    const lines = data.readUInt16LE(BORDERS_OFFSET)
    const hasLine = (side: number): boolean => ((lines >> (4 * side)) & 0x0f) !== 0
    const isFramed = isFrame({
      left: hasLine(0),
      right: hasLine(1),
      top: hasLine(2),
      bottom: hasLine(3),
    })
    const font = fonts.at(data.readUInt16LE(0))
    const isTinted = data.readUInt32LE(FILL_OFFSET) >>> FILL_SHIFT !== 0
    const isFilling = (data.readUInt8(ALIGNMENT_OFFSET) & ALIGNMENT) === FILLS_WIDTH
    const isMarked = font?.isMarked === true || (font?.isWhite === true && !isTinted) || isFilling
    return { format: formatCode(data.readUInt16LE(FORMAT_OFFSET), codes), isFramed, isMarked }
  })
  return read.every((style) => style !== undefined) ? read : undefined
}

/** Layout of a cell's format ([MS-XLS] 2.4.353), in bytes; each side's line takes four bits. */
const STYLE_SIZE = 20
const FORMAT_OFFSET = 2
const ALIGNMENT_OFFSET = 6
const BORDERS_OFFSET = 10
/** The pattern behind the cell is in the highest six bits. */
const FILL_OFFSET = 14
const FILL_SHIFT = 26
const ALIGNMENT = 0x07
const FILLS_WIDTH = 4
