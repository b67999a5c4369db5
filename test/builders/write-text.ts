import type { CellId, TableId } from '../../shared/form/edition.ts'
import { type FlatRow, type FlatTable, flattened } from './flat-rows.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedTable } from './printed-table.ts'
import { type Flaw, flawed } from './text-flaws.ts'

/**
 * How a converter flattened the tables of a report into text.
 * `cell-lines`: one cell a line behind a tab. `pipe-lines`: one cell a line with a bar behind it. `markdown`: a row a
 * line between bars. `tab-grid`: a row a line, tabs between columns. `padded`: a row a line, two spaces between cells.
 * `spaced`: the same with one space. `bare-lines`: one cell a line and nothing else.
 */
export type TextLayout =
  | 'cell-lines'
  | 'pipe-lines'
  | 'markdown'
  | 'tab-grid'
  | 'padded'
  | 'spaced'
  | 'bare-lines'

/** Layouts in which a blank cell leaves a trace. */
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
  /** What goes wrong in single rows. */
  readonly flaws?: readonly Flaw[]
  /** Labels that are merged over columns take one column, and the row's numbers move to the left. */
  readonly ragged?: boolean
  /** With a cell a line and nothing else: the numbers of a row stand before its name. */
  readonly namesLast?: boolean
  /** What stands between lines where a page ends: after every so many of them. */
  readonly pages?: { readonly every: number; readonly between: string }
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
  /** What stands between the pages, such as a page number; nothing by default. */
  readonly between?: string
}

/** The report as plain text. */
export const toText = (blocks: readonly PrintedBlock[], options: TextOptions): string =>
  toFlawedText(blocks, options).text

export interface FlawedText {
  readonly text: string
  /** Cells whose text the flaws took out. */
  readonly lost: readonly CellId[]
}

/** The report as plain text, and what the flaws left out of it. */
export function toFlawedText(blocks: readonly PrintedBlock[], options: TextOptions): FlawedText {
  const lost: CellId[] = []
  const texts = blocks.map((block) => {
    if (block.kind !== 'table') return blockText(block, options.headingMark ?? '')
    const table = flawed(flattened(block.table, options), options.flaws ?? [])
    lost.push(...table.lost)
    return tableText(table, block.table, options)
  })
  return { text: withPages(`${texts.join('\n\n')}\n`, options.pages), lost }
}

/** The text with the number of its page, or the like, where a page ends. */
const withPages = (text: string, pages: TextOptions['pages']): string =>
  pages === undefined
    ? text
    : text
        .split('\n')
        .flatMap((line, i) =>
          i % pages.every === pages.every - 1 ? [line, pages.between] : [line],
        )
        .join('\n')

function blockText(block: Exclude<PrintedBlock, { kind: 'table' }>, mark: string): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => `${mark === '' ? '' : '# '}${line}`).join('\n\n')
    case 'heading':
      return `${mark}${block.numbering}${block.text}`
    case 'paragraph':
      return block.text
    case 'closing':
      return block.lines.join('\n\n')
  }
}

function tableText(table: FlatTable, printed: PrintedTable, options: TextOptions): string {
  const { rows } = table
  switch (options.layout) {
    // An empty line between rows, two after the table.
    case 'cell-lines':
      return `${rows.map((row) => row.map(({ text }) => `\t${text}`).join('\n')).join('\n\n')}\n`
    case 'pipe-lines':
      return rows.map(pipeLines).join('\n')
    case 'markdown':
      return markdown(rows, table.columnCount)
    case 'tab-grid':
      return tabGrid(table, printed, options.tears ?? [])
    case 'padded':
      return rows.map((row) => filledTexts(row).join('  ')).join('\n')
    case 'spaced':
      return rows.map((row) => filledTexts(row).join(' ')).join('\n')
    case 'bare-lines':
      return rows
        .map((row) =>
          options.namesLast === true
            ? row.toSorted((a, b) => Number(a.cell === null) - Number(b.cell === null))
            : row,
        )
        .flatMap(filledTexts)
        .join('\n')
  }
}

const filledTexts = (row: FlatRow): readonly string[] =>
  row.map(({ text }) => text).filter((text) => text !== '')

/** `|` opens a row, each cell ends with ` |` and a line end; slots that no cell starts in are `|` at the row's end. */
function pipeLines(row: FlatRow): string {
  const padding = '|'.repeat(row.filter(({ isPadding }) => isPadding).length)
  return [
    '|',
    ...row.filter(({ isPadding }) => !isPadding).map(({ text }) => `${text} |`),
    ...(padding === '' ? [] : [padding]),
  ].join('\n')
}

/** A row a line between bars, the rule of dashes after the first row. */
function markdown(rows: readonly FlatRow[], columnCount: number): string {
  const lines = rows.map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`)
  const rule = `|${' --- |'.repeat(columnCount)}`
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n')
}

/** A row a line, a tab between the columns of a fixed grid; an empty line where a page ends. */
function tabGrid(table: FlatTable, printed: PrintedTable, tears: readonly Tear[]): string {
  const here = tears.filter(({ table: id }) => id === printed.id)
  const rows = here.reduce(
    (grid, tear) => withTornLabel(printed, grid, tear),
    table.rows.map((row) => row.map(({ text }) => text)),
  )
  const lines = rows.map((row) => row.join('\t'))
  const head = lines.slice(0, printed.headRows)
  return lines
    .flatMap((line, index) => {
      const tear = here.find(({ after }) => after === index + 1)
      if (tear === undefined) return [line]
      const furniture = tear.between === undefined ? [] : [tear.between, '']
      return [line, '', ...furniture, ...(tear.repeatsHead ? head : [])]
    })
    .join('\n')
}

/** The outermost label merged over the tear keeps its first characters above and gives the others to the row below. */
function withTornLabel(printed: PrintedTable, rows: string[][], tear: Tear): string[][] {
  const over = printed.rows.flatMap((cells, start) =>
    cells.map((cell) => ({ cell, start, end: start + cell.rowSpan })),
  )
  const torn = over.find(({ start, end }) => start < tear.after && tear.after < end)
  if (tear.tornTail === 0 || torn === undefined) return rows
  const { cell, start } = torn
  const cut = cell.text.length - tear.tornTail
  const put = (row: string[], text: string): string[] =>
    row.map((old, column) => (column === cell.column ? text : old))
  return rows.map((row, index) => {
    if (index === start) return put(row, cell.text.slice(0, cut))
    return index === tear.after ? put(row, cell.text.slice(cut)) : row
  })
}
