import { buildDocx } from './docx.ts'
import { DOCX_NUMBERING, DOCX_PAGE, DOCX_STYLES } from './docx-look.ts'
import { docxTable, styled } from './docx-table.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedTable } from './printed-table.ts'

export interface DocxOptions {
  /** Headings get their 一、 from Word's numbering instead of from the text. */
  readonly autoNumbered?: boolean
  /** Table 2 as one table for each article, as some towns type it. */
  readonly tableForEachBlock?: boolean
  /** Rows after which a table is cut in two, with nothing but an empty paragraph between. */
  readonly cutAfter?: readonly number[]
  /** How merged cells are written: as spans, cell by cell as older programs do, or not at all but left empty. */
  readonly merges?: 'spans' | 'cell-by-cell' | 'empty-cells'
  /** What each table stands in. */
  readonly around?: 'nothing' | 'layout-table' | 'text-box' | 'content-control'
  /** Numbers are tracked changes that replace another number, and hidden text stands beside labels. */
  readonly revised?: boolean
  /** Before each row of numbers stands an older one, deleted as a tracked change. */
  readonly oldRows?: boolean
  /** Each character in a run of its own, as after proofreading. */
  readonly brokenRuns?: boolean
  /** The first column of the grid is not used, as after a table was pulled to the right. */
  readonly unusedColumns?: boolean
}

/** The report as a Word file that looks like one from an office. */
export function toDocx(blocks: readonly PrintedBlock[], options: DocxOptions = {}): Uint8Array {
  const body = docxBody(blocks, options)
  return buildDocx({ body, styles: DOCX_STYLES, numbering: DOCX_NUMBERING })
}

/** What stands inside `w:body`. */
export const docxBody = (blocks: readonly PrintedBlock[], options: DocxOptions = {}): string =>
  blocks.map((block) => blockMarkup(block, options)).join('') + DOCX_PAGE

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
      return tables(block.table, options)
        .map((table) => surrounded(docxTable(table, options), options))
        .join(styled('TableText', ''))
  }
}

const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

function tables(table: PrintedTable, options: DocxOptions): readonly PrintedTable[] {
  const starts =
    table.id === 't2' && options.tableForEachBlock === true
      ? table.rows.flatMap((cells, index) =>
          cells.length === 1 && cells[0]?.cell === null ? [index] : [],
        )
      : [0, ...(options.cutAfter ?? []).filter((row) => row < table.rows.length)]
  return starts.map((start, index) => cutOut(table, start, starts[index + 1] ?? table.rows.length))
}

/** The rows of the table from `start` to `end`; a cell merged over the cut goes on as an empty one. */
function cutOut(table: PrintedTable, start: number, end: number): PrintedTable {
  const rows = table.rows
    .slice(start, end)
    .map((cells, index) =>
      cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, end - start - index) })),
    )
  const reaching = table.rows.slice(0, start).flatMap((cells, row) =>
    cells
      .filter(({ rowSpan }) => row + rowSpan > start)
      .map((cell) => ({
        ...cell,
        text: '',
        rowSpan: Math.min(row + cell.rowSpan, end) - start,
      })),
  )
  const [first = [], ...others] = rows
  return {
    ...table,
    headRows: start === 0 ? table.headRows : 0,
    rows: [[...reaching, ...first].toSorted((a, b) => a.column - b.column), ...others],
  }
}

function surrounded(table: string, { around = 'nothing' }: DocxOptions): string {
  switch (around) {
    case 'nothing':
      return table
    case 'layout-table':
      return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9160"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${table}<w:p/></w:tc></w:tr></w:tbl>`
    case 'text-box':
      return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${table}<w:p/></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`
    case 'content-control':
      return `<w:sdt><w:sdtPr><w:alias w:val="表"/></w:sdtPr><w:sdtContent>${table}</w:sdtContent></w:sdt>`
  }
}
