import { buildPdf, type PdfMark, type PdfPage } from './pdf-pages.ts'
import {
  heightOf,
  type Measured,
  measure,
  type PdfRow,
  type PdfTableLook,
  PITCH,
  partMarks,
  SIZE,
  type Slice,
  wholeRows,
  widthOf,
  wrap,
} from './pdf-table.ts'

export type PdfBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly align?: 'centre' }
  | {
      readonly kind: 'table'
      readonly columnWidths: readonly number[]
      readonly rows: readonly PdfRow[]
      /** How many rows are repeated at the top of each page that the table goes on to. */
      readonly repeatHeaderRows?: number
      /** How many rows hold only headings. */
      readonly headRows?: number
    }

export interface PdfLayout extends Omit<PdfTableLook, 'headRows'> {
  /** Rows may be torn by the end of a page; otherwise they are kept whole. */
  readonly splitRows?: boolean
  readonly size?: number
  /** Size of the tables' texts where it differs. */
  readonly tableSize?: number
  /** The page lies on its longer side. */
  readonly isLandscape?: boolean
  /** Empty space around the text, in points. */
  readonly margin?: number
  readonly header?: string
  /** `#` stands for the number of the page. */
  readonly footer?: string
}

const PORTRAIT = { width: 595, height: 842 }
const LANDSCAPE = { width: 842, height: 595 }
const MARGIN = 72

/** A report as a PDF file. */
export const layoutReportPdf = (blocks: readonly PdfBlock[], layout: PdfLayout = {}): Uint8Array =>
  buildPdf(layoutReport(blocks, layout))

/** A report on A4 pages: paragraphs with an indent of two characters, and tables that break over pages. */
export function layoutReport(
  blocks: readonly PdfBlock[],
  layout: PdfLayout = {},
): readonly PdfPage[] {
  const pages: PdfMark[][] = [[]]
  const margin = layout.margin ?? MARGIN
  const size = layout.size ?? SIZE
  const tableSize = layout.tableSize ?? size
  const paper = paperOf(layout)
  let y = margin
  const bottom = paper.height - margin
  const turnPage = () => {
    pages.push([])
    y = margin
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const lines = paragraphLines(block.text, paper.width - 2 * margin, size, block.align)
      for (const { text, indent } of lines) {
        if (y + PITCH * size > bottom) turnPage()
        pages.at(-1)?.push({ kind: 'text', x: margin + indent, y: y + size, text, size })
        y += 1.6 * size
      }
      continue
    }
    const table = measure(block.rows, block.columnWidths, tableSize, layout.rowPadding)
    const look = { ...layout, headRows: block.headRows ?? 0 }
    const heading = wholeRows(table, 0, block.repeatHeaderRows ?? 0)
    // Word processors do not leave a heading behind, nor tear it.
    if (y + heightOf(heading) + (table.heights[heading.length] ?? 0) > bottom) turnPage()
    let start: Position = { row: 0, taken: 0 }
    while (start.row < table.heights.length) {
      const repeats = start.row >= heading.length && start.row + start.taken > 0 ? heading : []
      const room = bottom - y - heightOf(repeats)
      const { slices, next } = takeRows(table, start, room, layout.splitRows ?? false)
      if (slices.length > 0) {
        const part = [...repeats, ...slices]
        pages.at(-1)?.push(...partMarks(table, part, { x: margin, y }, look))
        y += heightOf(part)
      }
      start = next
      if (start.row < table.heights.length) turnPage()
    }
    y += size
  }
  return pages.map((marks, index) => withMargins(marks, index + 1, layout))
}

const paperOf = ({ isLandscape = false }: PdfLayout) => (isLandscape ? LANDSCAPE : PORTRAIT)

function withMargins(marks: readonly PdfMark[], number: number, layout: PdfLayout): PdfPage {
  const { header, footer } = layout
  const paper = paperOf(layout)
  const centred = (text: string, y: number): PdfMark => ({
    kind: 'text',
    x: (paper.width - widthOf(text, 9)) / 2,
    y,
    text,
    size: 9,
  })
  return {
    ...paper,
    marks: [
      ...(header === undefined ? [] : [centred(header, 45)]),
      ...marks,
      ...(footer === undefined
        ? []
        : [centred(footer.replace('#', `${number}`), paper.height - 45)]),
    ],
  }
}

interface Position {
  readonly row: number
  readonly taken: number
}

function takeRows(
  table: Measured,
  start: Position,
  room: number,
  splitRows: boolean,
): { readonly slices: readonly Slice[]; readonly next: Position } {
  const slices: Slice[] = []
  let left = room
  for (let row = start.row; row < table.heights.length; row += 1) {
    const taken = row === start.row ? start.taken : 0
    const height = (table.heights[row] ?? 0) - taken
    if (height <= left) {
      slices.push({ row, taken, height })
      left -= height
      continue
    }
    const lines = Math.floor((left - table.rowPadding) / (PITCH * table.size))
    if (!splitRows || lines < 1) return { slices, next: { row, taken } }
    const part = lines * PITCH * table.size + table.rowPadding
    slices.push({ row, taken, height: part })
    return { slices, next: { row, taken: taken + part } }
  }
  return { slices, next: { row: table.heights.length, taken: 0 } }
}

function paragraphLines(
  text: string,
  width: number,
  size: number,
  align?: 'centre',
): readonly { readonly text: string; readonly indent: number }[] {
  if (align === 'centre')
    return wrap(text, width, size).map((line) => ({
      text: line,
      indent: (width - widthOf(line, size)) / 2,
    }))
  return wrap(text, width, size, 2 * size).map((line, index) => ({
    text: line,
    indent: index === 0 ? 2 * size : 0,
  }))
}
