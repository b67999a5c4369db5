import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import { attributeOf, childOf, childrenNamed } from '../../ooxml/xml-tree.ts'
import type { OpenedSource, Reader } from '../../reader.ts'
import { openWorkbook } from '../open-workbook.ts'
import { SHEET_LIMITS, type Sheet, type Workbook } from '../workbook.ts'
import { readOddFormats } from './conditional-formats.ts'
import { readSheet, type SheetContext } from './read-sheet.ts'
import { readSharedTexts } from './shared-texts.ts'
import { openXlsxPackage, type XlsxPackage } from './xlsx-package.ts'
import { readStyles } from './xlsx-styles.ts'

/**
 * Reads Excel's .xlsx (and .xlsm, .xltx) from its own XML. Nothing on npm is fit for it: `xlsx` is stale there at
 * 0.18.5 with open advisories (prototype pollution, ReDoS), and exceljs is no longer kept.
 */
export const xlsxReader: Reader = { type: 'xlsx', open: openXlsx }

async function openXlsx(bytes: Uint8Array): Promise<Result<OpenedSource, ReadError>> {
  const opened = await openXlsxPackage(bytes)
  if (!opened.ok) return opened
  const workbook = await readWorkbook(opened.value)
  return workbook.ok ? openWorkbook(workbook.value, 'xlsx') : workbook
}

async function readWorkbook(file: XlsxPackage): Promise<Result<Workbook, ReadError>> {
  const listed = childrenNamed(childOf(file.workbook, 'x:sheets'), 'x:sheet')
  if (listed.length > SHEET_LIMITS.sheets) return failure({ code: 'too-large', limit: 'table' })
  const texts = readSharedTexts(file.sharedTexts)
  const properties = childOf(file.workbook, 'x:workbookPr')
  const context: SheetContext = {
    texts,
    styles: readStyles(file.styles),
    oddFormats: readOddFormats(file.styles),
    startsIn1904: ['1', 'true'].includes(attributeOf(properties, 'date1904') ?? ''),
  }
  const sheets: Sheet[] = []
  for (const entry of listed) {
    const worksheet = await file.worksheet(attributeOf(entry, 'r:id') ?? '')
    if (!worksheet.ok) return worksheet
    // A sheet that is nothing but a chart or a dialogue has no cells.
    if (worksheet.value === undefined) continue
    const isHidden = (attributeOf(entry, 'state') ?? 'visible') !== 'visible'
    const sheet = readSheet(worksheet.value, context, isHidden)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return success({ sheets })
}
