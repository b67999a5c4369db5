import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../../shared/document/source-document.ts'
import {
  buildPdf,
  layoutReportPdf,
  type PdfBlock,
  type PdfLayout,
  type PdfMark,
  type PdfRow,
  pdfTable,
} from '../../../test/builders/pdf.ts'
import { drawn, paragraphsOf, readPdfFile, tablesOf } from '../../../test/builders/pdf-reading.ts'

const row = (...texts: readonly string[]): PdfRow => ({ cells: texts.map((text) => ({ text })) })

const text = (y: number, written: string, x = 72): PdfMark => ({
  kind: 'text',
  x,
  y,
  text: written,
})

/** Fills a page but for `left` points. */
const filler = (left: number): PdfBlock => ({
  kind: 'paragraph',
  text: '说明。'.repeat(Math.floor((((842 - 144 - left) / 16.8) * 43) / 3)),
})

const layOut = (blocks: readonly PdfBlock[], layout?: PdfLayout): Promise<SourceDocument> =>
  readPdfFile(layoutReportPdf(blocks, layout))

const pagesOf = (document: SourceDocument, index: number) =>
  tablesOf(document)[index]?.cells.map(({ at }) =>
    at.map((place) => place.kind === 'page' && place.page),
  )

describe('a table over the end of a page', () => {
  const rows = [
    row('项目', '数量'),
    row('甲类', '1'),
    row('乙类', '2'),
    row('丙类', ''),
    row('丁类', '4'),
  ]
  const all = ['项目 | 数量', '甲类 | 1', '乙类 | 2', '丙类 | ', '丁类 | 4']
  const block: PdfBlock = { kind: 'table', columnWidths: [200, 100], rows }

  it('is one table', async () => {
    const document = await layOut([filler(70), block])
    expect(tablesOf(document).map(drawn)).toEqual([all])
    expect(new Set(pagesOf(document, 0)?.flat())).toEqual(new Set([1, 2]))
  })

  it('is one table without the heading that the next page repeats', async () => {
    const document = await layOut([filler(70), { ...block, repeatHeaderRows: 1 }])
    expect(tablesOf(document).map(drawn)).toEqual([all])
  })

  it('is one table with running heads and feet between its parts', async () => {
    const document = await layOut([filler(70), block], { header: '某某镇', footer: '- # -' })
    expect(tablesOf(document).map(drawn)).toEqual([all])
  })

  it('keeps a row that repeats the first one but holds a number', async () => {
    const twin = [row('甲类', '1'), row('乙类', '2')]
    const parts = [40, 200].map((y) => pdfTable({ x: 72, y, columnWidths: [100, 80], rows: twin }))
    const document = await readPdfFile(buildPdf(parts.map((marks) => ({ marks }))))
    expect(tablesOf(document).map(drawn)).toEqual([
      ['甲类 | 1', '乙类 | 2', '甲类 | 1', '乙类 | 2'],
    ])
  })

  it('is two tables where something is written between', async () => {
    const parts = [40, 200].map((y) => pdfTable({ x: 72, y, columnWidths: [200, 100], rows }))
    const [first = [], second = []] = parts
    const document = await readPdfFile(
      buildPdf([{ marks: first }, { marks: [text(150, '四、复议和诉讼情况'), ...second] }]),
    )
    expect(tablesOf(document).map(drawn)).toEqual([all, all])
  })

  it('is two tables where the borders stand elsewhere', async () => {
    const marks = [72, 90].map((x) => pdfTable({ x, y: 100, columnWidths: [200, 100], rows }))
    const document = await readPdfFile(buildPdf(marks.map((page) => ({ marks: page }))))
    expect(tablesOf(document)).toHaveLength(2)
  })

  it('mends a row that the page tore in the middle of its label', async () => {
    const long = row('申请人无正当理由逾期不补正，行政机关不再处理其申请的情形', '7')
    const document = await layOut(
      [
        filler(75),
        { ...block, columnWidths: [120, 60], rows: [rows[0] ?? row(), long, row('其他', '8')] },
      ],
      { splitRows: true },
    )
    const [only] = tablesOf(document)
    expect(only && drawn(only)).toEqual([
      '项目 | 数量',
      '申请人无正当理由逾期/不补正，行政机关不再/处理其申请的情形 | 7',
      '其他 | 8',
    ])
    expect(only?.cells.find(({ text: written }) => written.startsWith('申请人'))?.at).toHaveLength(
      2,
    )
  })

  it('mends a label over several rows that the page tore between two of them', async () => {
    const group = [
      { cells: [{ text: '不予公开', rowSpan: 4 }, { text: '甲' }, { text: '1' }] },
      ...['乙', '丙', '丁'].map((name, index) => row(name, `${index + 2}`)),
    ]
    const document = await layOut([
      filler(75),
      { ...block, columnWidths: [100, 80, 60], rows: group },
    ])
    expect(tablesOf(document).map(drawn)).toEqual([
      ['不予公开 4x1 | 甲 | 1', '乙 | 2', '丙 | 3', '丁 | 4'],
    ])
  })

  it('leaves whole rows apart, however alike they are', async () => {
    const rowsOfLabels = [row('行政处罚', '5'), row('行政强制', '3')]
    const parts = rowsOfLabels.map((one) =>
      pdfTable({ x: 72, y: 80, columnWidths: [52, 60], rows: [one] }),
    )
    const document = await readPdfFile(buildPdf(parts.map((marks) => ({ marks }))))
    expect(tablesOf(document).map(drawn)).toEqual([['行政处罚 | 5', '行政强制 | 3']])
  })
})

describe('the paragraphs of a page', () => {
  it('are put together from their lines, and end with the indent of the next', async () => {
    const long = '全镇坚持公开为常态、不公开为例外，'.repeat(6)
    const document = await layOut([
      { kind: 'paragraph', text: '某某镇年度报告', align: 'centre' },
      { kind: 'paragraph', text: `${long}完。` },
      { kind: 'paragraph', text: '短的一段。' },
      { kind: 'paragraph', text: '又一段。' },
    ])
    expect(paragraphsOf(document)).toEqual([
      '某某镇年度报告',
      `${long}完。`,
      '短的一段。',
      '又一段。',
    ])
  })

  it('go on over the end of a page in the middle of a sentence', async () => {
    const long = '全镇坚持公开为常态、不公开为例外，'.repeat(150)
    const document = await layOut([{ kind: 'paragraph', text: long }])
    expect(paragraphsOf(document)).toEqual([long])
    const [only] = document.blocks
    expect(only?.kind === 'paragraph' && only.at).toHaveLength(2)
  })

  it('do not hold running heads, running feet and page numbers', async () => {
    const blocks: readonly PdfBlock[] = [{ kind: 'paragraph', text: '正文，'.repeat(700) }]
    for (const footer of ['- # -', '第#页', '#', '# / 2', '— # —']) {
      const document = await layOut(blocks, { header: '某某镇人民政府文件', footer })
      expect(paragraphsOf(document)).toEqual(['正文，'.repeat(700)])
    }
  })

  it('keep a number that stands alone in the text', async () => {
    const document = await readPdfFile(
      buildPdf([{ marks: [text(100, '共收到申请'), text(130, '3')] }]),
    )
    expect(paragraphsOf(document)).toEqual(['共收到申请', '3'])
  })

  it('keep the last line of a page that is no page number', async () => {
    const document = await readPdfFile(
      buildPdf([{ marks: [text(100, '正文'), text(790, '2022年1月20日')] }]),
    )
    expect(paragraphsOf(document)).toEqual(['正文', '2022年1月20日'])
  })
})
