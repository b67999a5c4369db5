import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfMark, type PdfRow, pdfTable } from '../../../test/builders/pdf.ts'
import {
  drawn,
  paragraphsOf,
  readMarks,
  readPdfFile,
  tablesOf,
} from '../../../test/builders/pdf-reading.ts'

const row = (...texts: readonly string[]): PdfRow => ({ cells: texts.map((text) => ({ text })) })

const text = (x: number, y: number, written: string, size = 10): PdfMark => ({
  kind: 'text',
  x,
  y,
  text: written,
  size,
})

/** A table without any line; every cell of it is in doubt, so the marks of doubt are left out. */
const readTables = async (marks: readonly PdfMark[]) =>
  tablesOf(await readMarks(marks)).map((table) => drawn(table).map(certain))

const certain = (line: string) => line.replaceAll('?', '')

const table = (
  rows: readonly PdfRow[],
  columnWidths: readonly number[],
  look: Partial<Parameters<typeof pdfTable>[0]> = {},
) => pdfTable({ x: 72, y: 100, size: 10, columnWidths, rows, rulings: 'none', ...look })

const COUNTS = [
  row('', '公民', '商业企业'),
  row('收到的申请', '1', '20'),
  row('申请人无正当理由逾期不补正的', '0', '3'),
  row('总计', '11', '23'),
]
const COUNTS_DRAWN = [
  ' | 公民 | 商业/企业',
  '收到的申请 | 1 | 20',
  '申请人无正当/理由逾期不补/正的 | 0 | 3',
  '总计 | 11 | 23',
]
/** Labels of six characters a line, headings of two. */
const NARROW = [68, 28, 28]

describe('a table without lines', () => {
  it.each([
    ['in the middle of their rows', { stand: 'middle' }],
    ['in the middle, without room between the rows', { stand: 'middle', rowPadding: 0 }],
    ['at the head of their rows', { stand: 'top' }],
    ['at the head, without room between the rows', { stand: 'top', rowPadding: 0 }],
    ['to the left', { align: 'left' }],
    ['to the left, numbers to the right', { align: 'figures-right' }],
    ['with much room between the rows', { rowPadding: 10 }],
    ['between upright lines', { rulings: 'vertical' }],
    ['between lines across', { rulings: 'horizontal' }],
    ['in a frame', { rulings: 'frame' }],
    ['between three lines', { rulings: 'three-lines', headRows: 1 }],
  ] as const)('keeps labels broken over lines in their rows: %s', async (_, look) => {
    expect(await readTables(table(COUNTS, NARROW, look))).toEqual([COUNTS_DRAWN])
  })

  it('keeps a column of blanks under its heading', async () => {
    const rows = [
      row('项目', '甲', '乙', '丙'),
      row('收到', '1', '', '3'),
      row('答复', '2', '', '4'),
    ]
    expect(await readTables(table(rows, [60, 40, 40, 40]))).toEqual([
      ['项目 | 甲 | 乙 | 丙', '收到 | 1 |  | 3', '答复 | 2 |  | 4'],
    ])
  })

  it('keeps a heading of several rows beside these rows', async () => {
    const rows = [
      { cells: [{ text: '项目', columnSpan: 2 }, { text: '数量' }, { text: '上年' }] },
      { cells: [{ text: '一、收到的全部申请', columnSpan: 2 }, { text: '9' }, { text: '8' }] },
      {
        cells: [
          { text: '不予公开', rowSpan: 3 },
          { text: '1.国家秘密' },
          { text: '1' },
          { text: '2' },
        ],
      },
      row('2.商业秘密', '0', '0'),
      row('3.个人隐私', '3', '1'),
      { cells: [{ text: '二、结转下一年度的', columnSpan: 2 }, { text: '5' }, { text: '5' }] },
    ]
    expect(await readTables(table(rows, [28, 72, 40, 40]))).toEqual([
      [
        '项目 1x2 | 数量 | 上年',
        '一、收到的全部申请 1x2 | 9 | 8',
        '不予/公开 3x1 | 1.国家秘密 | 1 | 2',
        '2.商业秘密 | 0 | 0',
        '3.个人隐私 | 3 | 1',
        '二、结转下一年度的 1x2 | 5 | 5',
      ],
    ])
  })

  it('keeps merged headings apart from those of single columns', async () => {
    const rows = [
      {
        cells: [
          { text: '', rowSpan: 2 },
          { text: '法人或其他组织', columnSpan: 3 },
        ],
      },
      row('企业', '机构', '其他'),
      row('收到', '1', '2', '3'),
    ]
    const [first = []] = await readTables(table(rows, [60, 40, 40, 40]))
    expect(first).toEqual([' | 企业 | 机构 | 其他', '收到 | 1 | 2 | 3'])
  })

  it('is read in parts where titles stand between', async () => {
    const rows = [
      row('内容', '甲', '乙', '丙'),
      row('规章', '0', '1', '2'),
      { cells: [{ text: '第（五）项', columnSpan: 4 }] },
      { cells: [{ text: '内容' }, { text: '数量', columnSpan: 3 }] },
      { cells: [{ text: '许可' }, { text: '17', columnSpan: 3 }] },
    ]
    expect(await readTables(table(rows, [60, 60, 60, 60]))).toEqual([
      ['内容 | 甲 | 乙 | 丙', '规章 | 0 | 1 | 2'],
      ['内容 | 数量', '许可 | 17'],
    ])
  })

  it('leaves the title above it outside', async () => {
    const marks = [text(92, 88, '三、办理情况'), ...table(COUNTS, NARROW)]
    const document = await readMarks(marks)
    expect(paragraphsOf(document)).toEqual(['三、办理情况'])
  })
})

describe('a number of a table without lines', () => {
  const doubts = async (marks: readonly PdfMark[], wanted: string) => {
    const cells = tablesOf(await readMarks(marks)).flatMap((found) => found.cells)
    return cells.filter((cell) => cell.text.startsWith(wanted)).map(({ doubt }) => doubt)
  }

  it('is in doubt only because no border is drawn', async () => {
    expect(await doubts(table(COUNTS, NARROW), '20')).toEqual(['inferred-grid'])
  })

  it('is in doubt where it is broken over two lines', async () => {
    const rows = [row('项目', '甲', '乙'), row('收到', '17250', '1'), row('答复', '12', '1')]
    const found = await doubts(table(rows, [60, 28, 28]), '1725')
    expect(found).toEqual(['crosses-border'])
  })

  it('is in doubt where different digits stand on one another', async () => {
    const rows = [row('项目', '甲', '乙'), row('收到', '7', '1'), row('答复', '2', '1')]
    const marks = table(rows, [60, 40, 40])
    const seven = marks.find((mark) => mark.kind === 'text' && mark.text === '7')
    const over = seven?.kind === 'text' ? [{ ...seven, text: '1', x: seven.x + 2 }] : []
    const cells = tablesOf(await readMarks([...marks, ...over])).flatMap((found) => found.cells)
    expect(cells.find((cell) => cell.text.includes('7'))?.doubt).toBe('hidden-text')
  })

  it('is in doubt where its label stands at another height', async () => {
    const label = (y: number, written: string) => text(72, y, written)
    const numbers = [100, 120, 140].flatMap((y) => [text(180, y, '1'), text(240, y, '2')])
    const marks = [label(100, '收到'), label(126, '答复'), label(140, '结转'), ...numbers]
    const [found] = tablesOf(await readMarks(marks))
    expect(found?.cells.filter(({ row: at }) => at === 1).map(({ doubt }) => doubt)).toContain(
      'crosses-border',
    )
  })

  it('is in doubt under a stamp', async () => {
    const marks = [...table(COUNTS, NARROW), text(172, 154, '章', 22)]
    expect(await doubts(marks, '20')).not.toContain('inferred-grid')
  })

  it('whose glyphs nobody can name stays in its row, in doubt', async () => {
    const rows = [row('项目名称', '甲乙', '丙丁'), row('收到申请', '', ''), row('答复申请', '', '')]
    const unknown: readonly PdfMark[] = [136, 157.5].flatMap((y) =>
      [150, 190].map((x) => ({ ...text(x, y, '0'), font: 'unmapped' }) as const),
    )
    const [found] = tablesOf(await readMarks([...table(rows, [60, 40, 40]), ...unknown]))
    expect(found && drawn(found).at(-1)).toBe('答复申请? | \u{fffd}? | \u{fffd}?')
  })
})

describe('a table without lines over the end of a page', () => {
  const numbers = (y: number, ...values: readonly string[]) =>
    values.map((value, index) => text(200 + 40 * index, y, value))
  const read = async (...pages: readonly (readonly PdfMark[])[]) =>
    tablesOf(await readPdfFile(buildPdf(pages.map((marks) => ({ marks }))))).map((found) =>
      drawn(found).map(certain),
    )

  it('has its headings on the page before', async () => {
    const heads = ['项目', '甲', '乙'].map((written, index) => text(72 + 64 * index, 780, written))
    const rows = [text(72, 80, '收到'), text(136, 80, '1'), text(200, 80, '2')]
    expect(await read([text(72, 740, '第（五）项'), ...heads], rows)).toEqual([
      ['项目 | 甲 | 乙'],
      ['收到 | 1 | 2'],
    ])
  })

  it('keeps blank columns that only the page before names', async () => {
    const first = [text(72, 700, '收到'), ...numbers(700, '1', '2', '3')]
    const more = [text(72, 720, '答复'), ...numbers(720, '4', '5', '6')]
    const next = [
      text(72, 80, '结转'),
      text(280, 80, '7'),
      text(72, 100, '总计'),
      text(280, 100, '8'),
    ]
    expect(await read([...first, ...more], next)).toEqual([
      ['收到 | 1 | 2 | 3', '答复 | 4 | 5 | 6'],
      ['结转 |  |  | 7', '总计 |  |  | 8'],
    ])
  })

  it('mends a label whose end stands alone at the head of the next page', async () => {
    const page = [
      text(72, 760, '收到的全部申请'),
      ...numbers(760, '1', '2', '3'),
      text(72, 780, '逾期不补正、行'),
      ...numbers(780, '4', '5', '6'),
    ]
    const next = [
      text(72, 80, '政机关不再处理'),
      text(72, 100, '结转'),
      ...numbers(100, '7', '8', '9'),
      text(72, 120, '总计'),
      ...numbers(120, '0', '1', '2'),
    ]
    const [first = []] = await read(page, next)
    expect(first.at(-1)).toBe('逾期不补正、行/政机关不再处理 | 4 | 5 | 6')
  })
})
