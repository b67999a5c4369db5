import type { PrintedBlock } from './printed-report.ts'
import type { PlannedCell, PlannedSheet, SheetOptions } from './sheet-plan.ts'
import { planSheets } from './sheet-plan.ts'
import {
  biffRecord,
  biffText,
  buildXls,
  f64,
  sharedTexts,
  u16,
  u32,
  workbookStream,
} from './xls.ts'

export interface XlsOptions extends SheetOptions {
  /** Where texts are: in one list for the whole workbook, or in the cells, as small programs write them. */
  readonly texts?: 'shared' | 'inline'
  /** In bytes. Excel's own records are up to 8224 long; shorter ones break more texts. */
  readonly recordSize?: number
}

/** The report as a workbook of Excel 97 to 2003. */
export function toXls(blocks: readonly PrintedBlock[], options: XlsOptions = {}): Uint8Array {
  const sheets = planSheets(blocks, options)
  const texts = [...new Set(sheets.flatMap(({ cells }) => cells.flatMap(textOf)))]
  const shared = options.texts === 'inline' ? [] : texts
  const globals = Buffer.concat([
    biffRecord(0x041e, u16(0), biffText('General')),
    ...[styleRecord(0, 0), styleRecord(0, 0x1111), styleRecord(49, 0x1111)],
    sharedTexts(shared, options.recordSize),
  ])
  const stream = workbookStream({
    globals,
    sheets: sheets.map((sheet) => ({
      content: sheetContent(sheet, shared, options),
      isHidden: sheet.isHidden,
    })),
  })
  return buildXls(stream)
}

const textOf = ({ value }: PlannedCell): readonly string[] =>
  typeof value === 'string' && value !== '' ? [value] : []

/** A cell's format: the number of its number format, and four bits for the line at each side. */
const styleRecord = (format: number, lines: number): Buffer =>
  biffRecord(0x00e0, u16(0, format, 1, 0, 0, lines, 0, 0, 0, 0))

function sheetContent(
  { cells, hiddenRows, hiddenColumns }: PlannedSheet,
  texts: readonly string[],
  options: XlsOptions,
): Buffer {
  const rows = [...Map.groupBy(cells, ({ row }) => row)]
  return Buffer.concat([
    ...hiddenColumns.map((column) => biffRecord(0x007d, u16(column, column, 0x900, 0, 0x01, 0))),
    ...rows.map(([row, here]) => rowRecord(row, here, hiddenRows.includes(row))),
    ...rows.flatMap(([, here]) => rowContent(here, texts, options)),
    ...mergeRecords(cells),
  ])
}

function rowRecord(row: number, cells: readonly PlannedCell[], isHidden: boolean): Buffer {
  const first = cells[0]?.column ?? 0
  const last = cells.at(-1)?.column ?? 0
  return biffRecord(0x0208, u16(row, first, last + 1, 0xff, 0, 0, isHidden ? 0x20 : 0, 0x0f))
}

/** Numbers side by side share a record, and so do blank cells, as in files of Excel itself. */
function rowContent(
  cells: readonly PlannedCell[],
  texts: readonly string[],
  options: XlsOptions,
): readonly Buffer[] {
  const runs: PlannedCell[][] = []
  for (const cell of cells) {
    const last = runs.at(-1)?.at(-1)
    const goesOn =
      last !== undefined && last.column + 1 === cell.column && kindOf(last) === kindOf(cell)
    if (goesOn && kindOf(cell) !== 'single') runs.at(-1)?.push(cell)
    else runs.push([cell])
  }
  return runs.map((run) => runRecord(run, texts, options))
}

const kindOf = ({ value }: PlannedCell): 'small' | 'blank' | 'single' =>
  value === '' ? 'blank' : typeof value === 'number' && isSmall(value) ? 'small' : 'single'

const isSmall = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 29

function runRecord(
  run: readonly PlannedCell[],
  texts: readonly string[],
  options: XlsOptions,
): Buffer {
  const [cell, ...others] = run
  const last = run.at(-1)
  if (cell === undefined || last === undefined) throw new Error('a run of cells has a first')
  const place = u16(cell.row, cell.column, styleOf(cell, options))
  const head = u16(cell.row, cell.column)
  const tail = u16(last.column)
  const styles = (one: PlannedCell): Buffer => u16(styleOf(one, options))
  switch (kindOf(cell)) {
    case 'blank':
      return others.length === 0
        ? biffRecord(0x0201, place)
        : biffRecord(0x00be, head, ...run.map(styles), tail)
    case 'small':
      return others.length === 0
        ? biffRecord(0x027e, place, rk(cell))
        : biffRecord(0x00bd, head, ...run.flatMap((one) => [styles(one), rk(one)]), tail)
    case 'single':
      if (typeof cell.value === 'number') return biffRecord(0x0203, place, f64(cell.value))
      return options.texts === 'inline'
        ? biffRecord(0x0204, place, biffText(cell.value))
        : biffRecord(0x00fd, place, u32(texts.indexOf(cell.value)))
  }
}

const rk = ({ value }: PlannedCell): Buffer => u32(((Number(value) << 2) | 2) >>> 0)

const styleOf = ({ hasLines }: PlannedCell, { numbersAsText = false }: SheetOptions): number =>
  !hasLines ? 0 : numbersAsText ? 2 : 1

/** So many merges fit into a record. */
const MERGES_A_RECORD = 1_027

function mergeRecords(cells: readonly PlannedCell[]): readonly Buffer[] {
  const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
  const count = Math.ceil(merged.length / MERGES_A_RECORD)
  return Array.from({ length: count }, (_, index) => {
    const here = merged.slice(index * MERGES_A_RECORD, (index + 1) * MERGES_A_RECORD)
    return biffRecord(
      0x00e5,
      u16(here.length),
      ...here.map(({ row, column, rowSpan, columnSpan }) =>
        u16(row, row + rowSpan - 1, column, column + columnSpan - 1),
      ),
    )
  })
}
