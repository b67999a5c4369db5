import { CHECKLIST_TITLE } from '../../../shared/checklist/checklist-words.ts'
import { escapeHtml } from './escape-html.ts'
import { paginate } from './paginate.ts'
import type { Sheet } from './sheet.ts'
import { type SheetBlock, sheetBlocks, type TableName, tableHtml } from './sheet-blocks.ts'
import { PAGE, type PrintSize, SPARE, sheetStyles } from './sheet-styles.ts'

/** Measures pieces of HTML laid out one below the other in the width of a page; in millimetres, in their order. */
export type Measure = (pieces: readonly string[]) => readonly number[]

/** The pages of one sheet. */
export function sheetPages(sheet: Sheet, measure: Measure): readonly string[] {
  const blocks = sheetBlocks(sheet)
  const title = `<div class="head"><h1>${CHECKLIST_TITLE}</h1></div>`
  const again = `<p class="again">${escapeHtml(nameOf(sheet))} 更正清单（续）</p>`
  const heights = measure([
    title,
    again,
    tableHtml('items', []),
    tableHtml('aside', []),
    ...blocks.map(({ html, table }) => (table === null ? html : tableHtml(table, [html]))),
  ])
  const [titleHeight = 0, againHeight = 0, itemsHead = 0, asideHead = 0] = heights
  const headings = new Map<TableName, number>([
    ['items', itemsHead],
    ['aside', asideHead],
  ])
  const room = PAGE.height - PAGE.top - PAGE.bottom - SPARE
  const pages = paginate(
    blocks.map(({ table, staysWithNext }, index) => ({
      // A row was measured under the headings of its table.
      height: (heights[index + 4] ?? 0) - (table === null ? 0 : (headings.get(table) ?? 0)),
      table,
      staysWithNext,
    })),
    { first: room - titleHeight, next: room - againHeight, headings },
  )
  return pages.map((numbers, index) => {
    const content = joinBlocks(numbers.flatMap((number) => blocks[number] ?? []))
    const foot = `<div class="foot"><span>${escapeHtml(nameOf(sheet))}</span><span>第 ${index + 1} 页，共 ${pages.length} 页</span></div>`
    return `<section class="page">${index === 0 ? title : again}${content}${foot}</section>`
  })
}

/** A whole document of pages; `fontFaces` are the rules of fonts that the machine may lack. */
export const sheetDocument = (
  title: string,
  pages: readonly string[],
  size: PrintSize,
  fontFaces: string,
): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${fontFaces}${sheetStyles(size)}</style>
</head>
<body>
${pages.join('\n')}
</body>
</html>
`

/** What a sheet is called: on its pages and as a file. */
export const nameOf = ({ unit, year, file }: Pick<Sheet, 'unit' | 'year' | 'file'>): string =>
  unit === null ? file : `${unit}${year === null ? '' : ` ${year} 年度`}`

/** Rows of one table that follow each other become one table. */
function joinBlocks(blocks: readonly SheetBlock[]): string {
  const parts: string[] = []
  let rows: string[] = []
  let current: TableName | null = null
  const close = (): void => {
    if (current !== null) parts.push(tableHtml(current, rows))
    rows = []
  }
  for (const { html, table } of blocks) {
    if (table !== current) close()
    current = table
    if (table === null) parts.push(html)
    else rows.push(html)
  }
  close()
  return parts.join('\n')
}
