import type { PrintedBlock } from './printed-report.ts'
import type { GridSlot, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'

/** How a report is laid out in a workbook; both file formats are written from the same plan. */
export interface SheetOptions {
  /** Everything below each other in one sheet, or each table with its heading on a sheet of its own. */
  readonly sheets?: 'one' | 'each-table'
  /** Blank rows above and blank columns to the left of everything. */
  readonly rowOffset?: number
  readonly columnOffset?: number
  /** What becomes of merged cells: they span, the slots they cover are empty, or their text stands in each slot. */
  readonly merges?: 'spans' | 'empty-cells' | 'repeated'
  /** Cells of the tables have lines around them. */
  readonly lines?: boolean
  /** Numbers are typed as text. */
  readonly numbersAsText?: boolean
  /** A blank row before and after each table. */
  readonly blankRows?: boolean
  /** Titles, headings and prose are merged over the width of the widest table. */
  readonly wideText?: boolean
  /** A hidden row, column and sheet with numbers in them. */
  readonly hiddenNotes?: boolean
}

export interface PlannedSheet {
  readonly name: string
  readonly isHidden: boolean
  /** By row, then by column. */
  readonly cells: readonly PlannedCell[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

export interface PlannedCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly value: string | number
  readonly hasLines: boolean
}

/** The sheets of a workbook that shows the report. */
export function planSheets(
  blocks: readonly PrintedBlock[],
  options: SheetOptions,
): readonly PlannedSheet[] {
  const groups = options.sheets === 'each-table' ? tableGroups(blocks) : [blocks]
  const sheets = groups.map((group, index) => planSheet(group, `Sheet${index + 1}`, options))
  return options.hiddenNotes === true ? [...sheets, hiddenSheet()] : sheets
}

/** Each table with the lines from its section's heading on; what is between them together. */
function tableGroups(blocks: readonly PrintedBlock[]): readonly (readonly PrintedBlock[])[] {
  const sections: PrintedBlock[][] = []
  for (const block of blocks) {
    if (sections.length === 0 || block.kind === 'heading') sections.push([])
    sections.at(-1)?.push(block)
  }
  const groups: PrintedBlock[][] = []
  let wasTable = true
  for (const section of sections) {
    const hasTable = section.some(({ kind }) => kind === 'table')
    if (hasTable || wasTable) groups.push([])
    groups.at(-1)?.push(...section)
    wasTable = hasTable
  }
  return groups
}

function planSheet(
  blocks: readonly PrintedBlock[],
  name: string,
  options: SheetOptions,
): PlannedSheet {
  const { rowOffset = 0, columnOffset = 0, hiddenNotes = false } = options
  const widths = blocks.map((block) => (block.kind === 'table' ? block.table.columnCount : 1))
  const width = options.wideText === true ? Math.max(...widths) : 1
  const cells: PlannedCell[] = []
  let row = rowOffset
  for (const block of blocks) {
    if (block.kind === 'table') {
      const gap = options.blankRows === true ? 1 : 0
      cells.push(...tableCells(block.table, row + gap, columnOffset, options))
      row += block.table.rows.length + 2 * gap
      continue
    }
    for (const text of linesOf(block)) {
      cells.push(plainCell(row, columnOffset, text, { columnSpan: width }))
      row += 1
    }
  }
  const hiddenColumn = columnOffset + Math.max(...widths)
  const notes = hiddenNotes
    ? [plainCell(0, hiddenColumn, 99), plainCell(row, columnOffset, 98)]
    : []
  return {
    name,
    isHidden: false,
    cells: [...cells, ...notes].toSorted((a, b) => a.row - b.row || a.column - b.column),
    hiddenRows: hiddenNotes ? [row] : [],
    hiddenColumns: hiddenNotes ? [hiddenColumn] : [],
  }
}

const hiddenSheet = (): PlannedSheet => ({
  name: '旧',
  isHidden: true,
  cells: [plainCell(0, 0, 97)],
  hiddenRows: [],
  hiddenColumns: [],
})

function linesOf(block: Exclude<PrintedBlock, { kind: 'table' }>): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'closing':
      return block.lines
    case 'heading':
      return [block.numbering + block.text]
    case 'paragraph':
      return [block.text]
  }
}

function tableCells(
  table: PrintedTable,
  top: number,
  left: number,
  options: SheetOptions,
): readonly PlannedCell[] {
  return gridOf(table).flatMap((slots, row) =>
    slots.flatMap((slot, column): readonly PlannedCell[] => {
      if (slot === null) return []
      const { text, rowSpan, columnSpan } = slot.cell
      const spans = slot.starts && (options.merges ?? 'spans') === 'spans'
      const value = slot.cell.cell === null ? text : numberOrText(text, options)
      return [
        plainCell(top + row, left + column, shownIn(slot, value, options), {
          hasLines: options.lines ?? true,
          ...(spans ? { rowSpan, columnSpan } : {}),
        }),
      ]
    }),
  )
}

function shownIn(
  { starts }: GridSlot,
  value: string | number,
  { merges = 'spans' }: SheetOptions,
): string | number {
  return starts || merges === 'repeated' ? value : ''
}

/** What a clerk types becomes a number where nothing is lost by it. */
const numberOrText = (text: string, { numbersAsText = false }: SheetOptions): string | number =>
  !numbersAsText && text !== '' && String(Number(text)) === text ? Number(text) : text

const plainCell = (
  row: number,
  column: number,
  value: string | number,
  more: Partial<PlannedCell> = {},
): PlannedCell => ({ row, column, rowSpan: 1, columnSpan: 1, value, hasLines: false, ...more })
