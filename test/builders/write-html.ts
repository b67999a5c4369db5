import type { PrintedBlock } from './printed-report.ts'
import type { GridSlot, PrintedCell, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'

export interface HtmlOptions {
  /**
   * What becomes of merged cells: they span; the slots they cover are empty cells; or there is nothing in those slots,
   * so that the rows have different lengths.
   */
  readonly merges?: 'spans' | 'empty-cells' | 'left-out'
  /** What the charset declaration says. */
  readonly charset?: string
  /** Each table stands in a table that only arranges the page. */
  readonly inLayoutTable?: boolean
  /** A table is cut after these rows. */
  readonly cutAfter?: readonly number[]
  /** Rules that are added to the page's style. */
  readonly style?: string
}

/** The report as a plain, well-formed page, as an office program or an editor would save it today. */
export function toHtml(blocks: readonly PrintedBlock[], options: HtmlOptions = {}): string {
  const title = blocks.find((block) => block.kind === 'title')?.lines.join('') ?? ''
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    `<meta charset="${options.charset ?? 'utf-8'}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${STYLE}\n${options.style ?? ''}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map((block) => blockHtml(block, options)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const STYLE = [
  'body { margin: 0; background: #f3f4f6; color: #1f2328; font: 16px/1.9 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }',
  'main { max-width: 54em; margin: 2em auto; padding: 3em 4em; background: #fff; box-shadow: 0 1px 6px #0002; }',
  'h1 { margin: 0 0 1.2em; text-align: center; font-size: 1.6em; line-height: 1.5; }',
  'h2 { margin: 1.6em 0 .6em; font-size: 1.15em; }',
  'p { margin: .4em 0; text-indent: 2em; text-align: justify; }',
  'p.closing { text-align: right; text-indent: 0; }',
  'table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: .82em; line-height: 1.45; }',
  'th, td { padding: .35em .4em; border: 1px solid #444; text-align: center; font-weight: normal; }',
  'th { background: #f6f6f4; }',
  'td.number { min-width: 2.4em; font-variant-numeric: tabular-nums; }',
].join('\n')

function blockHtml(block: PrintedBlock, options: HtmlOptions): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map(escapeHtml).join('<br>')}</h1>`
    case 'heading':
      return `<h2>${escapeHtml(block.numbering + block.text)}</h2>`
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'closing':
      return block.lines.map((line) => `<p class="closing">${escapeHtml(line)}</p>`).join('\n')
    case 'table': {
      const table = tableHtml(block.table, options)
      return options.inLayoutTable === true
        ? `<table><tr><td width="20"></td><td>${table}</td></tr></table>`
        : table
    }
  }
}

function tableHtml(table: PrintedTable, options: HtmlOptions): string {
  const rows = rowsOf(table, options).map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`)
  const cuts = [0, ...(options.cutAfter ?? []).filter((row) => row < rows.length)]
  return cuts
    .map((start, index) => `<table>\n${rows.slice(start, cuts[index + 1]).join('\n')}\n</table>`)
    .join('\n<p>&nbsp;</p>\n')
}

function rowsOf(
  table: PrintedTable,
  { merges = 'spans' }: HtmlOptions,
): readonly (readonly PrintedCell[])[] {
  switch (merges) {
    case 'spans':
      return table.rows
    case 'left-out':
      return table.rows.map((cells) => cells.map(single))
    case 'empty-cells':
      return gridOf(table).map((slots) => slots.flatMap(ownCell))
  }
}

const single = (cell: PrintedCell): PrintedCell => ({ ...cell, rowSpan: 1, columnSpan: 1 })

const ownCell = (slot: GridSlot | null): readonly PrintedCell[] => {
  if (slot === null) return []
  return [single(slot.starts ? slot.cell : { ...slot.cell, text: '', cell: null })]
}

function cellHtml(cell: PrintedCell): string {
  const tag = cell.cell === null ? 'th' : 'td class="number"'
  return `<${tag}${spans(cell)}>${escapeHtml(cell.text)}</${tag.slice(0, 2)}>`
}

/** The span attributes of a cell, with a space before each; empty where it spans nothing. */
export const spans = ({ rowSpan, columnSpan }: PrintedCell): string =>
  `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
