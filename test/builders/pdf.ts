/** Everything a test needs to make a PDF: pages painted mark by mark, or a report laid out on A4. */
export type { PdfProtection } from './pdf-file.ts'
export { layoutReport, layoutReportPdf, type PdfBlock, type PdfLayout } from './pdf-layout.ts'
export {
  A4,
  buildPdf,
  type PdfFont,
  type PdfMark,
  type PdfPage,
  type PdfText,
} from './pdf-pages.ts'
export {
  type PdfPainting,
  type PdfSeal,
  type PdfTurn,
  painted,
  sealed,
  turned,
  withDigitsIn,
} from './pdf-painting.ts'
export {
  type PdfCell,
  type PdfRow,
  type PdfRulings,
  type PdfTableLook,
  type PdfTableSpec,
  pdfTable,
} from './pdf-table.ts'
