import { buildDocx } from './docx.ts'
import { DOCX_NUMBERING, DOCX_PAGE, DOCX_STYLES } from './docx-look.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { GridSlot, PrintedCell, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'
import { escapeHtml } from './write-html.ts'

export interface DocxOptions {
  /** Headings get their 一、 from Word's numbering instead of from the text. */
  readonly autoNumbered?: boolean
  /** Table 2 as one table for each article, as some towns type it. */
  readonly tableForEachBlock?: boolean
}

/** The report as a Word file that looks like one from an office. */
export function toDocx(blocks: readonly PrintedBlock[], options: DocxOptions = {}): Uint8Array {
  const body = blocks.map((block) => blockMarkup(block, options)).join('')
  return buildDocx({ body: body + DOCX_PAGE, styles: DOCX_STYLES, numbering: DOCX_NUMBERING })
}

function blockMarkup(block: PrintedBlock, options: DocxOptions): string {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line) => styled('ReportTitle', line)).join('')
    case 'heading':
      return options.autoNumbered === true && block.numbering !== ''
        ? styled('Heading1', block.text, NUMBERED)
        : styled('Heading1', block.numbering + block.text)
    case 'paragraph':
      return styled('BodyText', block.text)
    case 'closing':
      return block.lines.map((line) => styled('Closing', line)).join('')
    case 'table':
      return tables(block.table, options).map(tableMarkup).join(styled('TableText', ''))
  }
}

const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

const styled = (style: string, text: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`

const run = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`

function tables(table: PrintedTable, options: DocxOptions): readonly PrintedTable[] {
  if (table.id !== 't2' || options.tableForEachBlock !== true) return [table]
  const starts = table.rows.flatMap((cells, index) =>
    cells.length === 1 && cells[0]?.cell === null ? [index] : [],
  )
  return starts.map((start, index) => ({
    ...table,
    rows: table.rows.slice(start, starts[index + 1]),
  }))
}

/** Column widths in twentieths of a point; together the width between the margins. */
function widthsOf(table: PrintedTable): readonly number[] {
  switch (table.id) {
    case 't2':
      return Array.from({ length: table.columnCount }, () =>
        Math.floor(TEXT_WIDTH / table.columnCount),
      )
    case 't3':
      return [560, 1000, 2840, ...Array.from({ length: 7 }, () => 680)]
    case 't4':
      return Array.from({ length: table.columnCount }, () =>
        Math.floor(TEXT_WIDTH / table.columnCount),
      )
  }
}

const TEXT_WIDTH = 9160

function tableMarkup(table: PrintedTable): string {
  const widths = widthsOf(table)
  const rows = gridOf(table).map((slots, index) => {
    const cells = slots.map((slot, column) =>
      slot === null || slot.cell.column !== column ? '' : cellMarkup(slot, widths),
    )
    const head = index < table.headRows ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`
  })
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr>${TABLE_LOOK}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

const TABLE_LOOK = [
  '<w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/>',
  '<w:tblBorders>',
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  ),
  '</w:tblBorders>',
  '<w:tblLayout w:type="fixed"/>',
  '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>',
].join('')

/** A cell, or the part of it in this row where it is merged downward. */
function cellMarkup({ cell, starts }: GridSlot, widths: readonly number[]): string {
  const width = widths
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, one) => sum + one, 0)
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '',
    merge(cell, starts),
    '<w:vAlign w:val="center"/>',
  ].join('')
  const text = starts ? cell.text : ''
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${styled('TableText', text)}</w:tc>`
}

function merge(cell: PrintedCell, starts: boolean): string {
  if (cell.rowSpan === 1) return ''
  return starts ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
}
