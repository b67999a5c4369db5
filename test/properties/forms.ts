import type { GroundTruth } from '../builders/ground-truth.ts'
import type { ReportFile } from '../builders/read-back.ts'
import { cmsFile, docxFile, htmlFile, pdfFile, textFile } from '../builders/report-files.ts'

/** One way in which a report becomes a file. */
export interface Form {
  readonly name: string
  readonly write: (truth: GroundTruth) => ReportFile | Promise<ReportFile>
  /** Nobody can say for certain where an empty cell stands: it looks like the frame, or no heading is above it. */
  readonly hidesBlanks?: true
  /** Whether the form can hold the report as it is; else nothing is promised. */
  readonly fits?: (truth: GroundTruth) => boolean
}

const TEXT_FORMS: readonly Form[] = [
  { name: 'text, one cell a line', write: (truth) => textFile(truth, { layout: 'cell-lines' }) },
  {
    name: 'text, one cell a line, GB18030 with CRLF',
    write: (truth) =>
      textFile(
        truth,
        { layout: 'cell-lines' },
        { charset: 'GB18030', byteOrderMark: false, newline: '\r\n' },
      ),
  },
  {
    name: 'text, cells between bars',
    write: (truth) => textFile(truth, { layout: 'pipe-lines' }),
    hidesBlanks: true,
  },
  {
    name: 'markdown',
    write: (truth) => textFile(truth, { layout: 'markdown', headingMark: '## ' }),
  },
  {
    name: 'text, columns between tabs',
    write: (truth) => textFile(truth, { layout: 'tab-grid' }),
  },
  {
    name: 'text, columns between tabs, with byte-order mark and CRLF',
    write: (truth) =>
      textFile(
        truth,
        { layout: 'tab-grid' },
        { charset: 'UTF-8', byteOrderMark: true, newline: '\r\n' },
      ),
  },
  {
    name: 'text, columns between tabs, torn by page ends',
    write: (truth) =>
      textFile(truth, {
        layout: 'tab-grid',
        tears: [
          { table: 't2', after: 5, repeatsHead: false, tornTail: 0 },
          { table: 't3', after: 7, repeatsHead: false, tornTail: 2 },
          { table: 't3', after: 20, repeatsHead: true, tornTail: 0 },
        ],
      }),
    hidesBlanks: true,
  },
]

const HTML_FORMS: readonly Form[] = [
  { name: 'html', write: htmlFile },
  { name: 'web page of a county, charset declared', write: (truth) => cmsFile(truth, 'right') },
  { name: 'web page of a county, wrong charset', write: (truth) => cmsFile(truth, 'wrong') },
  { name: 'web page of a county, no charset', write: (truth) => cmsFile(truth, 'none') },
]

const DOCX_FORMS: readonly Form[] = [
  { name: 'Word', write: (truth) => docxFile(truth) },
  {
    name: 'Word with numbered headings and a table for each article',
    write: (truth) => docxFile(truth, { autoNumbered: true, tableForEachBlock: true }),
  },
]

/** A number that is broken over two lines in a narrow cell is no longer the same text. */
const isOnOneLine = (truth: GroundTruth): boolean =>
  [...truth.cells].every(([id, { raw }]) => emsOf(raw) <= (EMS_OF_COLUMN[id.slice(0, 2)] ?? 0))

/** Ems that a cell of each table takes on a line, as write-pdf.ts sets the tables. */
const EMS_OF_COLUMN: Readonly<Record<string, number>> = { t2: 10, t3: 2.6, t4: 2.1 }

const emsOf = (text: string): number =>
  [...text].reduce((ems, character) => ems + (character < '\x7f' ? 0.5 : 1), 0)

export const PDF_FORMS: readonly Form[] = [
  {
    name: 'PDF, borders as strokes',
    write: (truth) => pdfFile(truth, { rulings: 'stroke' }),
    fits: isOnOneLine,
  },
  {
    name: 'PDF, borders as thin bars, headings repeated on each page',
    write: (truth) => pdfFile(truth, { rulings: 'thin-rect', repeatsHead: true }),
    fits: isOnOneLine,
  },
  {
    name: 'PDF, a box around each cell, rows torn by page ends',
    write: (truth) => pdfFile(truth, { rulings: 'cell-rect', splitsRows: true }),
    fits: isOnOneLine,
  },
]

/** Where not every border is drawn, the columns can only be inferred from where the texts stand. */
export const OPEN_PDF_FORMS: readonly Form[] = [
  { name: 'PDF, lines across only', write: (truth) => pdfFile(truth, { rulings: 'horizontal' }) },
  { name: 'PDF, no borders', write: (truth) => pdfFile(truth, { rulings: 'none' }) },
]

export const ALL_FORMS: readonly Form[] = [
  ...TEXT_FORMS,
  ...HTML_FORMS,
  ...DOCX_FORMS,
  ...PDF_FORMS,
]
