import type { TableId } from '../../shared/form/edition.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { GridSlot, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'

/** How a converter flattened the tables of a report into text. */
export type TextLayout = 'cell-lines' | 'pipe-lines' | 'markdown' | 'tab-grid'

export const TEXT_LAYOUTS: readonly TextLayout[] = [
  'cell-lines',
  'pipe-lines',
  'markdown',
  'tab-grid',
]

export interface TextOptions {
  readonly layout: TextLayout
  /** `## ` before headings, as converters to markdown write; none by default. */
  readonly headingMark?: string
  /** Page ends inside tables, for `tab-grid`. */
  readonly tears?: readonly Tear[]
}

/** A page end after a row of a table. */
export interface Tear {
  readonly table: TableId
  /** Rows of the table above the tear, counted from its top. */
  readonly after: number
  /** Whether the next page repeats the heading rows. */
  readonly repeatsHead: boolean
  /** Characters of a label merged over the tear that fall on the next page. */
  readonly tornTail: number
}

/** The report as plain text. */
export function toText(blocks: readonly PrintedBlock[], options: TextOptions): string {
  return `${blocks.map((block) => blockText(block, options)).join('\n\n')}\n`
}

function blockText(block: PrintedBlock, options: TextOptions): string {
  const mark = options.headingMark ?? ''
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => `${mark === '' ? '' : '# '}${line}`).join('\n\n')
    case 'heading':
      return `${mark}${block.numbering}${block.text}`
    case 'paragraph':
      return block.text
    case 'closing':
      return block.lines.join('\n\n')
    case 'table':
      return tableText(block.table, options)
  }
}

function tableText(table: PrintedTable, options: TextOptions): string {
  switch (options.layout) {
    case 'cell-lines':
      return cellLines(table)
    case 'pipe-lines':
      return pipeLines(table)
    case 'markdown':
      return markdown(table)
    case 'tab-grid':
      return tabGrid(table, options.tears ?? [])
  }
}

/**
 * One cell a line behind a tab, an empty line between rows, two after the table. A cell merged downward is an
 * empty cell in each further row; one merged to the right stands once.
 */
function cellLines(table: PrintedTable): string {
  const rows = gridOf(table).map((slots) =>
    slots.filter(isLeftEdge).map((slot) => (slot.starts ? `\t${slot.cell.text}` : '\t')),
  )
  return `${rows.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** The slot is the leftmost of its cell in this row. */
const isLeftEdge = (slot: GridSlot | null, column: number): slot is GridSlot =>
  slot !== null && slot.cell.column === column

/** `|` opens a row, each cell ends with ` |` and a line end; slots that no cell starts in are `|` at the row's end. */
function pipeLines(table: PrintedTable): string {
  return table.rows
    .map((cells) => {
      const padding = '|'.repeat(table.columnCount - cells.length)
      return [
        '|',
        ...cells.map(({ text }) => `${text} |`),
        ...(padding === '' ? [] : [padding]),
      ].join('\n')
    })
    .join('\n')
}

/** A row a line between bars, the rule of dashes after the first row. */
function markdown(table: PrintedTable): string {
  const rows = gridOf(table).map((slots) => `| ${slots.map(ownText).join(' | ')} |`)
  const rule = `|${' --- |'.repeat(table.columnCount)}`
  return [...rows.slice(0, 1), rule, ...rows.slice(1)].join('\n')
}

const ownText = (slot: GridSlot | null): string => (slot?.starts ? slot.cell.text : '')

/** A row a line, a tab between the columns of a fixed grid; an empty line where a page ends. */
function tabGrid(table: PrintedTable, tears: readonly Tear[]): string {
  const here = tears.filter(({ table: id }) => id === table.id)
  const rows = here.reduce(
    (grid, tear) => withTornLabel(table, grid, tear),
    gridOf(table).map((slots) => slots.map(ownText)),
  )
  const lines = rows.map((row) => row.join('\t'))
  const head = lines.slice(0, table.headRows)
  return lines
    .flatMap((line, index) => {
      const tear = here.find(({ after }) => after === index + 1)
      return tear === undefined ? [line] : [line, '', ...(tear.repeatsHead ? head : [])]
    })
    .join('\n')
}

/** The outermost label merged over the tear keeps its first characters above and gives the others to the row below. */
function withTornLabel(table: PrintedTable, rows: string[][], tear: Tear): string[][] {
  const slot = gridOf(table)[tear.after]?.find((candidate) => candidate?.starts === false)
  if (tear.tornTail === 0 || slot === undefined || slot === null) return rows
  const { cell } = slot
  const start = table.rows.findIndex((cells) => cells.includes(cell))
  const cut = cell.text.length - tear.tornTail
  const put = (row: string[], text: string): string[] =>
    row.map((old, column) => (column === cell.column ? text : old))
  return rows.map((row, index) => {
    if (index === start) return put(row, cell.text.slice(0, cut))
    return index === tear.after ? put(row, cell.text.slice(cut)) : row
  })
}
