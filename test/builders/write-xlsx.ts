import type { PrintedBlock } from './printed-report.ts'
import type { PlannedCell, PlannedSheet, SheetOptions } from './sheet-plan.ts'
import { planSheets } from './sheet-plan.ts'
import { escapeHtml } from './write-html.ts'
import { buildXlsx, referenceOf } from './xlsx.ts'

export interface XlsxOptions extends SheetOptions {
  /** Where texts are: in one list for the whole workbook, in runs there, or in the cells themselves. */
  readonly texts?: 'shared' | 'runs' | 'inline'
  /** Saved as "Strict Open XML". */
  readonly strict?: boolean
}

/** The report as an Excel workbook. */
export function toXlsx(blocks: readonly PrintedBlock[], options: XlsxOptions = {}): Uint8Array {
  const sheets = planSheets(blocks, options)
  const texts = [...new Set(sheets.flatMap(({ cells }) => cells.flatMap(textOf)))]
  return buildXlsx({
    sheets: sheets.map((sheet) => ({
      content: sheetMarkup(sheet, texts, options),
      state: sheet.isHidden ? 'hidden' : 'visible',
    })),
    texts: texts.map((text) => sharedMarkup(text, options)).join(''),
    styles: STYLES,
    strict: options.strict ?? false,
  })
}

const textOf = ({ value }: PlannedCell): readonly string[] =>
  typeof value === 'string' && value !== '' ? [value] : []

/** Plain cells, and cells with lines around them that hold numbers or text. */
const STYLES = [
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3">',
  ...[`numFmtId="0" borderId="0"`, `numFmtId="0" borderId="1"`, `numFmtId="49" borderId="1"`].map(
    (style) => `<xf ${style} fontId="0" fillId="0" xfId="0"/>`,
  ),
  '</cellXfs>',
].join('')

function sheetMarkup(
  { cells, hiddenRows, hiddenColumns }: PlannedSheet,
  texts: readonly string[],
  options: XlsxOptions,
): string {
  const columns = hiddenColumns.map(
    (column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`,
  )
  const rows = [...Map.groupBy(cells, ({ row }) => row)].map(([row, here]) => {
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : ''
    const inside = here.map((cell) => cellMarkup(cell, texts, options)).join('')
    return `<row r="${row + 1}"${hidden}>${inside}</row>`
  })
  const merges = cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => {
      const end = referenceOf(row + rowSpan - 1, column + columnSpan - 1)
      return `<mergeCell ref="${referenceOf(row, column)}:${end}"/>`
    })
  return [
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells>${merges.join('')}</mergeCells>`,
  ].join('')
}

function cellMarkup(
  { row, column, value, hasLines }: PlannedCell,
  texts: readonly string[],
  { texts: kind, numbersAsText }: XlsxOptions,
): string {
  const style = !hasLines ? 0 : numbersAsText === true ? 2 : 1
  const head = `<c r="${referenceOf(row, column)}" s="${style}"`
  if (value === '') return `${head}/>`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (kind === 'inline') return `${head} t="inlineStr"><is>${textMarkup(value)}</is></c>`
  return `${head} t="s"><v>${texts.indexOf(value)}</v></c>`
}

/** Runs end in the middle of a text, and its pronunciation stands behind them, as Excel keeps it. */
function sharedMarkup(text: string, { texts }: XlsxOptions): string {
  if (texts !== 'runs') return `<si>${textMarkup(text)}</si>`
  const middle = Math.ceil(text.length / 2)
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (run) => `<r><rPr><b/></rPr>${textMarkup(run)}</r>`,
  )
  return `<si>${runs.join('')}<rPh sb="0" eb="1"><t>nián</t></rPh><phoneticPr fontId="1"/></si>`
}

const textMarkup = (text: string): string => `<t xml:space="preserve">${escapeHtml(text)}</t>`
