import type { TextEncoding } from './encode-text.ts'
import { encodeText } from './encode-text.ts'
import type { GroundTruth } from './ground-truth.ts'
import { printedReport } from './printed-report.ts'
import type { ReportFile } from './read-back.ts'
import type { CharsetClaim } from './write-cms-html.ts'
import { toCmsPage } from './write-cms-html.ts'
import type { DocxOptions } from './write-docx.ts'
import { toDocx } from './write-docx.ts'
import { toHtml } from './write-html.ts'
import type { ReportPdfOptions } from './write-pdf.ts'
import { toPdf } from './write-pdf.ts'
import type { TextOptions } from './write-text.ts'
import { toText } from './write-text.ts'

/** The report as a text file in the given layout and encoding. */
export const textFile = (
  truth: GroundTruth,
  options: TextOptions,
  encoding: TextEncoding = UTF8,
): ReportFile => ({
  name: options.layout === 'markdown' ? '年报.md' : '年报.txt',
  bytes: encodeText(toText(printedReport(truth), options), encoding),
})

const UTF8: TextEncoding = { charset: 'UTF-8', byteOrderMark: false, newline: '\n' }

/** The report as a plain page. */
export const htmlFile = (truth: GroundTruth): ReportFile => ({
  name: '年报.html',
  bytes: new TextEncoder().encode(toHtml(printedReport(truth))),
})

/** The report as a page of a county's web site in GB18030. */
export const cmsFile = (truth: GroundTruth, charset: CharsetClaim): ReportFile => ({
  name: '年报.htm',
  bytes: toCmsPage(printedReport(truth), charset),
})

/** The report as a Word file. */
export const docxFile = (truth: GroundTruth, options: DocxOptions = {}): ReportFile => ({
  name: '年报.docx',
  bytes: toDocx(printedReport(truth), options),
})

/** The report as a PDF file. */
export const pdfFile = (truth: GroundTruth, options: ReportPdfOptions = {}): ReportFile => ({
  name: '年报.pdf',
  bytes: toPdf(printedReport(truth), options),
})
