import type { GroundTruth } from '../test/builders/ground-truth.ts'
import { printedReport } from '../test/builders/printed-report.ts'
import { toCmsPage } from '../test/builders/write-cms-html.ts'
import { toDoc } from '../test/builders/write-doc.ts'
import { toDocx } from '../test/builders/write-docx.ts'
import { toHtml } from '../test/builders/write-html.ts'
import { toMht } from '../test/builders/write-mht.ts'
import { toOdt } from '../test/builders/write-odt.ts'
import { toOfd } from '../test/builders/write-ofd.ts'
import { toPdf } from '../test/builders/write-pdf.ts'
import { toRtf } from '../test/builders/write-rtf.ts'
import { toText } from '../test/builders/write-text.ts'
import { toXls } from '../test/builders/write-xls.ts'
import { toXlsx } from '../test/builders/write-xlsx.ts'
import { toBytes, type Writer } from './layout.ts'

/** One file of each format, to be damaged. */
export interface DamagedFormat {
  readonly name: string
  readonly extension: string
  readonly write: (truth: GroundTruth) => Uint8Array
}

const format = (name: string, extension: string, writer: Writer): DamagedFormat => ({
  name,
  extension,
  // A copy of its own: damage must not reach the memory that a writer's buffer shares.
  write: (truth) => new Uint8Array(toBytes(writer(printedReport(truth)))),
})

/** A new format is one line. */
export const DAMAGED_FORMATS: readonly DamagedFormat[] = [
  format('docx', 'docx', (blocks) => toDocx(blocks)),
  format('doc', 'doc', (blocks) => toDoc(blocks)),
  format('rtf', 'rtf', (blocks) => toRtf(blocks)),
  format('odt', 'odt', (blocks) => toOdt(blocks)),
  format('fodt', 'fodt', (blocks) => toOdt(blocks, { container: 'flat' })),
  format('pdf', 'pdf', (blocks) => toPdf(blocks)),
  format('ofd', 'ofd', (blocks) => toOfd(blocks)),
  format('html', 'html', (blocks) => toHtml(blocks)),
  format('html, county site', 'htm', (blocks) => toCmsPage(blocks, 'right')),
  format('mht', 'mht', (blocks) => toMht(blocks)),
  format('xlsx', 'xlsx', (blocks) => toXlsx(blocks)),
  format('xls', 'xls', (blocks) => toXls(blocks)),
  format('text, cell a line', 'txt', (blocks) => toText(blocks, { layout: 'cell-lines' })),
  format('text, bars', 'txt', (blocks) => toText(blocks, { layout: 'pipe-lines' })),
  format('text, tabs', 'txt', (blocks) => toText(blocks, { layout: 'tab-grid' })),
  format('markdown', 'md', (blocks) => toText(blocks, { layout: 'markdown' })),
]
