import type { PdfBlock, PdfRow, PdfRulings } from './pdf.ts'
import { buildPdf, layoutReport, type PdfPage } from './pdf.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedTable } from './printed-table.ts'

export interface ReportPdfOptions {
  readonly rulings?: PdfRulings
  /** Heading rows stand again on each page that a table goes on to. */
  readonly repeatsHead?: boolean
  /** Rows may be torn by the end of a page. */
  readonly splitsRows?: boolean
}

/** The report as a PDF file of A4 pages with page numbers. */
export const toPdf = (
  blocks: readonly PrintedBlock[],
  options: ReportPdfOptions = {},
): Uint8Array => buildPdf(toPages(blocks, options))

/** The same pages before they are written to a file. */
export const toPages = (
  blocks: readonly PrintedBlock[],
  { rulings = 'stroke', repeatsHead = false, splitsRows = false }: ReportPdfOptions = {},
): readonly PdfPage[] =>
  layoutReport(
    blocks.flatMap((block) => toPdfBlocks(block, repeatsHead)),
    { rulings, splitRows: splitsRows, margin: MARGIN, footer: '— # —' },
  )

/** Points; leaves a width of 463 on A4, and the page number well below the text. */
const MARGIN = 66

function toPdfBlocks(block: PrintedBlock, repeatsHead: boolean): readonly PdfBlock[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((text) => ({ kind: 'paragraph', text, align: 'centre' }))
    case 'heading':
      return [{ kind: 'paragraph', text: `${block.numbering}${block.text}` }]
    case 'paragraph':
      return [{ kind: 'paragraph', text: block.text }]
    case 'closing':
      return block.lines.map((text) => ({ kind: 'paragraph', text }))
    case 'table':
      return [
        {
          kind: 'table',
          columnWidths: WIDTHS[block.table.id],
          rows: block.table.rows.map(toPdfRow),
          ...(repeatsHead ? { repeatHeaderRows: block.table.headRows } : {}),
        },
      ]
  }
}

const toPdfRow = (cells: PrintedTable['rows'][number]): PdfRow => ({
  cells: cells.map(({ text, rowSpan, columnSpan }) => ({ text, rowSpan, columnSpan })),
})

/** Points; table 4 has fifteen narrow columns. */
const WIDTHS: Readonly<Record<PrintedTable['id'], readonly number[]>> = {
  t2: [124, 113, 113, 113],
  t3: [28, 56, 127, ...Array.from({ length: 7 }, () => 36)],
  t4: Array.from({ length: 15 }, () => 30.8),
}
