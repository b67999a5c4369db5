import { expect, it } from 'vitest'
import { type PdfObject, writePdf } from '../../../test/builders/pdf-file.ts'
import { drawn, readPdfFile, tablesOf } from '../../../test/builders/pdf-reading.ts'

const hex = (text: string) =>
  `<${Array.from(text, (c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`

const shown = (x: number, y: number, text: string) => `BT /F 10 Tf ${x} ${y} Td ${hex(text)} Tj ET `

/** A grid of two rows and two columns from (100, 700) to (300, 660), in PDF's own upright coordinates. */
const LINES =
  '100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S ' +
  '100 700 m 100 660 l S 200 700 m 200 660 l S 300 700 m 300 660 l S '

/** A page that is cut to (50, 50), (545, 792), with a switched-off layer (10) and a note (8). */
const objectsWith = (content: string, note: string): readonly PdfObject[] => [
  {
    body: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >> >>',
  },
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
  { body: '<< >>', stream: LINES + content },
  {
    body:
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /CropBox [50 50 545 792] /Contents 6 0 R /Annots [8 0 R] ' +
      '/Resources << /Font << /F 3 0 R >> /Properties << /Layer 10 0 R >> >> >>',
  },
  { body: '<< /Type /Annot /Subtype /FreeText /Rect [205 682 260 698] /F 4 /AP << /N 9 0 R >> >>' },
  {
    body: '<< /Type /XObject /Subtype /Form /BBox [0 0 55 16] /Resources << /Font << /F 3 0 R >> >> >>',
    stream: note,
  },
  { body: '<< /Type /OCG /Name (Layer) >>' },
]

const labels = shown(110, 686, '规章') + shown(110, 666, '文件') + shown(210, 666, '7')

it('a layer that is switched off is not read', async () => {
  const hidden = `/OC /Layer BDC ${shown(220, 666, '9')} EMC`
  const document = await readPdfFile(writePdf(objectsWith(labels + hidden, '')))
  expect(tablesOf(document).map(drawn)).toEqual([['规章 | ', '文件 | 7']])
  expect(document.notes).toEqual([{ kind: 'hidden-text', count: 1 }])
})

it('a note laid over a cell is read, and the cell is in doubt', async () => {
  const document = await readPdfFile(writePdf(objectsWith(labels, shown(5, 4, '123'))))
  expect(tablesOf(document).map(drawn)).toEqual([['规章 | 123?', '文件 | 7']])
})

it('places count from the corner of the page as it is cut', async () => {
  const [table] = tablesOf(await readPdfFile(writePdf(objectsWith(labels, ''))))
  expect(table?.cells[0]?.at).toEqual([
    { kind: 'page', page: 1, box: { left: 50, top: 92, right: 150, bottom: 112 } },
  ])
})

it('text beyond the cut of the page is not read', async () => {
  const document = await readPdfFile(
    writePdf(objectsWith(labels + shown(10, 20, '页边外的字'), '')),
  )
  expect(document.blocks).toHaveLength(1)
})
