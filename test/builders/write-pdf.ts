import {
  buildPdf,
  layoutReport,
  type PdfBlock,
  type PdfFont,
  type PdfLayout,
  type PdfPage,
  type PdfPainting,
  type PdfRow,
  type PdfSeal,
  type PdfTurn,
  painted,
  sealed,
  turned,
  withDigitsIn,
} from './pdf.ts'
import type { PrintedBlock } from './printed-report.ts'
import type { PrintedTable } from './printed-table.ts'

export interface ReportPdfOptions
  extends Pick<
    PdfLayout,
    'rulings' | 'rowPadding' | 'align' | 'stand' | 'tableSize' | 'isLandscape' | 'header'
  > {
  /** Heading rows stand again on each page that a table goes on to. */
  readonly repeatsHead?: boolean
  /** Rows may be torn by the end of a page. */
  readonly splitsRows?: boolean
  /** Less room for the labels of table 3, more for its numbers. */
  readonly hasNarrowLabels?: boolean
  readonly painting?: PdfPainting
  /** A seal across every page. */
  readonly seal?: PdfSeal
  readonly turn?: PdfTurn
  readonly digits?: PdfFont
  /** What pages paint is packed, as programs do. */
  readonly isPacked?: boolean
}

/** The report as a PDF file of A4 pages with page numbers. */
export const toPdf = (
  blocks: readonly PrintedBlock[],
  options: ReportPdfOptions = {},
): Uint8Array =>
  buildPdf(
    toPages(blocks, options),
    options.isPacked === undefined ? {} : { isPacked: options.isPacked },
  )

/** The same pages before they are written to a file. */
export function toPages(
  blocks: readonly PrintedBlock[],
  options: ReportPdfOptions = {},
): readonly PdfPage[] {
  const { splitsRows = false, painting = 'by-cell', seal, turn, digits } = options
  const pages = layoutReport(
    blocks.flatMap((block) => toPdfBlocks(block, options)),
    { ...options, splitRows: splitsRows, margin: MARGIN, footer: '— # —' },
  )
  return pages.map((page) => {
    const inFont = digits === undefined ? page : withDigitsIn(page, digits)
    const whole = seal === undefined ? inFont : sealed(inFont, seal)
    const ready = painted(whole, painting)
    return turn === undefined ? ready : turned(ready, turn)
  })
}

/** Points; leaves a width of 463 on A4, and the page number well below the text. */
const MARGIN = 66

function toPdfBlocks(block: PrintedBlock, options: ReportPdfOptions): readonly PdfBlock[] {
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
          columnWidths: widthsOf(block.table.id, options),
          rows: block.table.rows.map(toPdfRow),
          headRows: block.table.headRows,
          ...(options.repeatsHead === true && { repeatHeaderRows: block.table.headRows }),
        },
      ]
  }
}

const toPdfRow = (cells: PrintedTable['rows'][number]): PdfRow => ({
  cells: cells.map(({ text, rowSpan, columnSpan }) => ({ text, rowSpan, columnSpan })),
})

function widthsOf(
  id: PrintedTable['id'],
  { hasNarrowLabels = false, isLandscape = false }: ReportPdfOptions,
): readonly number[] {
  const widths = id === 't3' && hasNarrowLabels ? NARROW_LABELS : WIDTHS[id]
  return isLandscape ? widths.map((width) => width * WIDER) : widths
}

/** How much wider the text of a page is that lies on its longer side. */
const WIDER = 1.5

const NARROW_LABELS = [24, 34, 83, ...Array.from({ length: 7 }, () => 46)]

/** Points; table 4 has fifteen narrow columns. */
const WIDTHS: Readonly<Record<PrintedTable['id'], readonly number[]>> = {
  t2: [124, 113, 113, 113],
  t3: [28, 56, 127, ...Array.from({ length: 7 }, () => 36)],
  t4: Array.from({ length: 15 }, () => 30.8),
}
