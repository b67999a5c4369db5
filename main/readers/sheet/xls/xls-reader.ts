import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result } from '../../../../shared/result.ts'
import { openCompoundFile } from '../../ole/compound-file.ts'
import type { OpenedSource, Reader } from '../../reader.ts'
import { openWorkbook } from '../open-workbook.ts'
import { SHEET_LIMITS, type Sheet } from '../workbook.ts'
import { readGlobals } from './read-globals.ts'
import { readSheet } from './read-sheet.ts'

/** Reads workbooks of Excel 97 to 2003 (BIFF8), and those of WPS saved in that form (.et). */
export const xlsReader: Reader = { type: 'xls', open: async (bytes) => openXls(bytes) }

function openXls(bytes: Uint8Array): Result<OpenedSource, ReadError> {
  const file = openCompoundFile(bytes)
  if (!file.ok) return file
  const stream = file.value.stream('Workbook')
  // Excel 5 and 95 call it so.
  if (stream === undefined && file.value.stream('Book') !== undefined) return TOO_OLD
  if (stream === undefined) return BROKEN
  if (!stream.ok) return stream
  const globals = readGlobals(stream.value)
  if (!globals.ok) return globals
  // Two names for one sheet would have it read as often as the file likes.
  const starts = new Set(globals.value.sheets.map(({ start }) => start))
  if (starts.size < globals.value.sheets.length) return BROKEN
  const sheets: Sheet[] = []
  let cells = 0
  for (const { start, isHidden } of globals.value.sheets) {
    const sheet = readSheet(stream.value, start, globals.value, isHidden)
    if (!sheet.ok) return sheet
    if (sheet.value === undefined) continue
    sheets.push(sheet.value)
    cells += sheet.value.cells.length
    if (cells > SHEET_LIMITS.cells) return TOO_LARGE
  }
  return openWorkbook({ sheets }, 'xls')
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const TOO_LARGE = failure<ReadError>({ code: 'too-large', limit: 'table' })
const TOO_OLD = failure<ReadError>({ code: 'unsupported-type', extension: 'xls' })
