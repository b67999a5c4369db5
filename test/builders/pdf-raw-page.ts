import { type PdfObject, writePdf } from './pdf-file.ts'

/** What a page made of bare operators holds beside its table of two rows and two columns. */
export interface RawPage {
  /** Painted before the grid and its texts, and after them. */
  readonly before?: string
  readonly after?: string
  /** What stands in the second cell of the first row, as operators; nothing unless given. */
  readonly cell?: string
  /** Entries of the page, of its resources and of the catalog. */
  readonly page?: string
  readonly fonts?: string
  readonly resources?: string
  readonly catalog?: string
  /** Numbered from 10. */
  readonly objects?: readonly PdfObject[]
}

/** Where the numbers of the open cell stand: in PDF's own upright coordinates. */
export const OPEN_CELL = { x: 210, y: 686 } as const

/** A file of one page with a ruled table: 规章 and a cell of its own beside it, 文件 and 7 below. */
export function rawPdf(page: RawPage): Uint8Array {
  return writePdf(rawObjects(page))
}

/** The objects of that file; the page is the seventh, what it paints the sixth. */
export function rawObjects({
  before = '',
  after = '',
  cell = '',
  page = '',
  fonts = '',
  resources = '',
  catalog = '',
  objects = [],
}: RawPage): readonly PdfObject[] {
  const texts =
    shown(110, 740, '主动公开政府信息情况如下，本机关全年制发和废止的规章、行政规范性文件见表。') +
    shown(110, 686, '规章') +
    shown(110, 666, '文件') +
    shown(210, 666, '7')
  return [
    { body: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>` },
    { body: '<< /Type /Pages /Count 1 /Kids [7 0 R] >>' },
    {
      body: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    },
    {
      body:
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /W [1 95 500] /FontDescriptor 5 0 R ' +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    },
    { body: '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 >>' },
    { body: '<< >>', stream: `${before} ${LINES} ${texts} ${cell} ${after}` },
    {
      body:
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R ${page} ` +
        `/Resources << /Font << /F 3 0 R /H 8 0 R ${fonts} >> ${resources} >> >>`,
    },
    { body: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
    { body: '<< >>' },
    ...objects,
  ]
}

const hex = (text: string): string =>
  `<${Array.from(text, (c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`

/** An object with a picture of eight by eight white dots. */
export const picture = (entries = ''): PdfObject => ({
  body: `<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries} >>`,
  stream: '\xff'.repeat(64),
})

/** Operators that write a text in a Chinese font of ten points. */
export const shown = (x: number, y: number, text: string): string =>
  `BT /F 10 Tf ${x} ${y} Td ${hex(text)} Tj ET `

/** Operators that write a number into the open cell, in a font of ten points. */
export const number = (text: string, x: number = OPEN_CELL.x): string =>
  `BT /H 10 Tf ${x} ${OPEN_CELL.y} Td (${text}) Tj ET `

/** A grid of two rows and two columns from (100, 700) to (300, 660). */
const LINES =
  '100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S ' +
  '100 700 m 100 660 l S 200 700 m 200 660 l S 300 700 m 300 660 l S '

/** A file whose page was written again at its end, as editors save a change. */
export function updatedPdf(old: string, now: string): Uint8Array {
  const first = Buffer.from(rawPdf({ cell: number(old) })).toString('latin1')
  const { stream = '' } = rawObjects({ cell: number(now) })[5] ?? {}
  const before = Number(/startxref\s+(\d+)/.exec(first)?.[1] ?? 0)
  const object = `6 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`
  const index =
    `xref\n6 1\n${String(first.length).padStart(10, '0')} 00000 n \n` +
    `trailer\n<< /Size 10 /Root 1 0 R /Prev ${before} >>\nstartxref\n${first.length + object.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(first + object + index, 'latin1'))
}
