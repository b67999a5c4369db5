import type { GridSlot, PrintedCell, PrintedTable } from './printed-table.ts'
import { gridOf } from './printed-table.ts'
import type { DocxOptions } from './write-docx.ts'
import { escapeHtml } from './write-html.ts'

/** A table as Word writes it, in the manner of the options. */
export function docxTable(table: PrintedTable, options: DocxOptions): string {
  const unused = options.unusedColumns === true ? UNUSED : []
  const widths = widthsOf(table)
  const rows = gridOf(table).map((slots, index) => {
    const cells = slots.map((slot, column) => slotMarkup(slot, column, widths, options))
    const head = index < table.headRows ? '<w:tblHeader/>' : ''
    const gap = unused.length > 0 ? `<w:gridBefore w:val="${unused.length}"/>` : ''
    const row = `<w:tr><w:trPr>${gap}<w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`
    const isOld = options.oldRows === true && slots.some((slot) => slot?.cell.cell != null)
    return isOld ? deletedRow(row) + row : row
  })
  const grid = [...unused, ...widths].map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr>${TABLE_LOOK}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

const DELETED = '<w:del w:id="9" w:author="审核" w:date="2026-01-09T09:00:00Z"'

/** The row with other numbers, as Word marks one that is deleted: the row, its paragraphs and all they hold. */
const deletedRow = (row: string): string =>
  row
    .replace('<w:cantSplit/>', `${DELETED}/><w:cantSplit/>`)
    .replaceAll('<w:vMerge w:val="restart"/>', '<w:vMerge/>')
    .replace(/<w:pPr>(.*?)<\/w:pPr>/g, `<w:pPr>$1<w:rPr>${DELETED}/></w:rPr></w:pPr>`)
    .replace(
      /<w:r><w:t xml:space="preserve">(.*?)<\/w:t><\/w:r>/g,
      `${DELETED}><w:r><w:delText>$1 9</w:delText></w:r></w:del>`,
    )

/** A paragraph in that style; `properties` is what stands beside the style. */
export const styled = (style: string, text: string, properties = ''): string =>
  styledRuns(style, text === '' ? '' : run(text), properties)

const styledRuns = (style: string, runs: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`

/** Widths of grid columns that no row uses, in twentieths of a point. */
const UNUSED = [120]

/** Column widths in twentieths of a point; together the width between the margins. */
function widthsOf(table: PrintedTable): readonly number[] {
  switch (table.id) {
    case 't3':
      return table.columnCount === 10
        ? [560, 1000, 2840, ...Array.from({ length: 7 }, () => 680)]
        : even(table.columnCount)
    case 't2':
    case 't4':
      return even(table.columnCount)
  }
}

const even = (columns: number): readonly number[] =>
  Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns))

const TEXT_WIDTH = 9160

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

function slotMarkup(
  slot: GridSlot | null,
  column: number,
  widths: readonly number[],
  options: DocxOptions,
): string {
  const { merges = 'spans' } = options
  if (slot === null) return ''
  const { cell, starts } = slot
  const isFirst = cell.column === column
  if (merges === 'spans') {
    return isFirst ? cellMarkup(cell, starts, spanMarks(cell, starts), widths, options) : ''
  }
  const marks = merges === 'cell-by-cell' ? singleMarks(cell, starts, isFirst) : ''
  return cellMarkup({ ...cell, column, columnSpan: 1 }, starts, marks, widths, options)
}

function spanMarks(cell: PrintedCell, starts: boolean): string {
  const wide = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : ''
  return wide + downMark(cell, starts)
}

/** Merged to the right by marks on each cell, as Word 97 and WPS may write it. */
function singleMarks(cell: PrintedCell, starts: boolean, isFirst: boolean): string {
  const right = cell.columnSpan > 1 ? (isFirst ? '<w:hMerge w:val="restart"/>' : '<w:hMerge/>') : ''
  return right + downMark(cell, starts || !isFirst)
}

const downMark = (cell: PrintedCell, starts: boolean): string => {
  if (cell.rowSpan === 1) return ''
  return starts ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
}

/** A cell, or the part of it in this row where it is merged downward. */
function cellMarkup(
  cell: PrintedCell,
  starts: boolean,
  marks: string,
  widths: readonly number[],
  options: DocxOptions,
): string {
  const width = widths
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, one) => sum + one, 0)
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${marks}<w:vAlign w:val="center"/>`
  const runs = starts ? runsOf(cell, options) : ''
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${styledRuns('TableText', runs)}</w:tc>`
}

function runsOf({ text, cell }: PrintedCell, options: DocxOptions): string {
  if (text === '') return ''
  const runs = (options.brokenRuns === true ? Array.from(text) : [text])
    .map((part) => run(part))
    .join(options.brokenRuns === true ? '<w:proofErr w:type="gramEnd"/>' : '')
  if (options.revised !== true) return runs
  if (cell === null) return runs + run('（隐藏）', '<w:vanish/>')
  const old = `<w:del w:id="7" w:author="审核"><w:r><w:delText>99</w:delText></w:r></w:del>`
  return `${old}<w:ins w:id="8" w:author="审核">${runs}</w:ins>`
}
