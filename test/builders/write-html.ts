import type { PrintedBlock } from './printed-report.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

/** The report as a plain, well-formed page, as an office program or an editor would save it today. */
export function toHtml(blocks: readonly PrintedBlock[]): string {
  const title = blocks.find((block) => block.kind === 'title')?.lines.join('') ?? ''
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(blockHtml),
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

function blockHtml(block: PrintedBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map(escapeHtml).join('<br>')}</h1>`
    case 'heading':
      return `<h2>${escapeHtml(block.numbering + block.text)}</h2>`
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'closing':
      return block.lines.map((line) => `<p class="closing">${escapeHtml(line)}</p>`).join('\n')
    case 'table':
      return tableHtml(block.table)
  }
}

function tableHtml(table: PrintedTable): string {
  const rows = table.rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`)
  return `<table>\n${rows.join('\n')}\n</table>`
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
