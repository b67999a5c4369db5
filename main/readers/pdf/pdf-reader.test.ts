import { describe, expect, it } from 'vitest'
import {
  buildPdf,
  type PdfMark,
  type PdfRow,
  type PdfRulings,
  type PdfText,
  pdfTable,
} from '../../../test/builders/pdf.ts'
import {
  drawn,
  paragraphsOf,
  readMarks,
  readPdfFile,
  tablesOf,
} from '../../../test/builders/pdf-reading.ts'

const row = (...texts: readonly string[]): PdfRow => ({ cells: texts.map((text) => ({ text })) })

const FILES: readonly PdfRow[] = [
  row('信息内容', '制发件数', '废止件数'),
  row('规章', '0', '3'),
  row('规范性文件', '12', '0'),
]

const FILES_DRAWN = ['信息内容 | 制发件数 | 废止件数', '规章 | 0 | 3', '规范性文件 | 12 | 0']

const table = (rows: readonly PdfRow[], rulings?: PdfRulings, columnWidths = [100, 80, 80]) =>
  pdfTable({ x: 72, y: 100, size: 10, columnWidths, rows, ...(rulings && { rulings }) })

const text = (x: number, y: number, written: string, look: Partial<PdfText> = {}): PdfMark => ({
  kind: 'text',
  x,
  y,
  text: written,
  ...look,
})

const onlyTable = async (marks: readonly PdfMark[]) => {
  const tables = tablesOf(await readMarks(marks))
  expect(tables).toHaveLength(1)
  const [only] = tables
  return only === undefined ? [] : drawn(only)
}

describe('a table whose borders are drawn', () => {
  it.each(['stroke', 'thin-rect', 'cell-rect'] as const)(
    'is read cell by cell: %s',
    async (rulings) => {
      expect(await onlyTable(table(FILES, rulings))).toEqual(FILES_DRAWN)
    },
  )

  it('may have dashed borders', async () => {
    const dashed = table(FILES).map((mark) =>
      mark.kind === 'line' ? { ...mark, dash: [2, 2] } : mark,
    )
    expect(await onlyTable(dashed)).toEqual(FILES_DRAWN)
  })

  it('may lack its outer borders on the left and right', async () => {
    const open = table(FILES).filter(
      (mark) =>
        mark.kind !== 'line' || mark.from[0] !== mark.to[0] || ![72, 332].includes(mark.from[0]),
    )
    expect(await onlyTable(open)).toEqual(FILES_DRAWN)
  })

  it('keeps merged cells as one cell each', async () => {
    const rows = [
      { cells: [{ text: '申请人情况', columnSpan: 3 }] },
      {
        cells: [
          { text: '自然人', rowSpan: 2 },
          { text: '法人', columnSpan: 2 },
        ],
      },
      row('企业', '其他'),
    ]
    expect(await onlyTable(table(rows))).toEqual([
      '申请人情况 1x3',
      '自然人 2x1 | 法人 1x2',
      '企业 | 其他',
    ])
  })

  it('keeps a label of several lines in its cell', async () => {
    const rows = [row('商业\n企业', '科研\n机构'), row('0', '1')]
    expect(await onlyTable(table(rows, 'stroke', [40, 40]))).toEqual([
      '商业/企业 | 科研/机构',
      '0 | 1',
    ])
  })

  it('keeps blank cells blank, a blank column and a blank row too', async () => {
    const rows = [row('甲', '', '乙'), row('1', '', ''), row('', '', '')]
    expect(await onlyTable(table(rows))).toEqual(['甲 |  | 乙', '1 |  | ', ' |  | '])
  })

  it('stands between the paragraphs before and after it', async () => {
    const { blocks } = await readMarks([
      text(72, 300, '此后的话。'),
      ...table(FILES),
      text(72, 90, '此前的话。'),
    ])
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual([
      '此前的话。',
      'table',
      '此后的话。',
    ])
  })

  it('tells on which page and where each cell stands', async () => {
    const [only] = tablesOf(await readMarks(table(FILES)))
    expect(only?.cells[1]?.at).toEqual([
      { kind: 'page', page: 1, box: { left: 172, top: 100, right: 252, bottom: 121.5 } },
    ])
  })

  it('is read where it is painted through a form of its own', async () => {
    const inForm: PdfMark = { kind: 'form', by: [20, 50], marks: table(FILES) }
    expect(await onlyTable([inForm])).toEqual(FILES_DRAWN)
  })

  it('is no table where a frame surrounds a text', async () => {
    const document = await readMarks([
      { kind: 'rect', x: 60, y: 60, width: 300, height: 200, paint: 'stroke' },
      text(72, 100, '框中的一句话。'),
    ])
    expect(tablesOf(document)).toEqual([])
    expect(paragraphsOf(document)).toEqual(['框中的一句话。'])
  })

  it('is read inside a frame around the page', async () => {
    const frame: PdfMark = { kind: 'rect', x: 40, y: 40, width: 500, height: 700, paint: 'stroke' }
    expect(await onlyTable([frame, ...table(FILES)])).toEqual(FILES_DRAWN)
  })

  it('is not bounded by white lines on white paper', async () => {
    const white = table(FILES).map((mark) => (mark.kind === 'line' ? { ...mark, grey: 1 } : mark))
    expect(
      tablesOf(await readMarks(white)).every(({ cells }) => cells.every(({ doubt }) => doubt)),
    ).toBe(true)
  })
})

describe('a page that lies on its side', () => {
  it('is read upright, with the places as the page is shown', async () => {
    const shown = await readPdfFile(buildPdf([{ rotate: 90, marks: table(FILES) }]))
    const [only] = tablesOf(shown)
    expect(only && drawn(only)).toEqual(FILES_DRAWN)
    // 100 from the top of the unturned page becomes 100 from the right of the shown one, which is 842 wide.
    expect(only?.cells[0]?.at).toEqual([
      { kind: 'page', page: 1, box: { left: 720.5, top: 72, right: 742, bottom: 172 } },
    ])
  })

  it('is read where the table is painted sideways on an upright page', async () => {
    const turned: PdfMark = { kind: 'turn', about: [300, 400], degrees: 90, marks: table(FILES) }
    expect(await onlyTable([turned])).toEqual(FILES_DRAWN)
  })
})

describe('the text of a cell', () => {
  it('is read once where it is painted twice to look bold', async () => {
    const twice = [...table(FILES), ...table(FILES).filter(({ kind }) => kind === 'text')]
    expect(await onlyTable(twice)).toEqual(FILES_DRAWN)
    const shifted = twice.map((mark, index) =>
      mark.kind === 'text' && index >= table(FILES).length ? { ...mark, x: mark.x + 0.4 } : mark,
    )
    expect(await onlyTable(shifted)).toEqual(FILES_DRAWN)
  })

  it('is put together from glyphs painted one by one', async () => {
    const single = table(FILES).flatMap((mark): readonly PdfMark[] => {
      if (mark.kind !== 'text') return [mark]
      let x = mark.x
      return Array.from(mark.text, (character) => {
        const glyph = { ...mark, x, text: character }
        x += (character < '\x7f' ? 0.5 : 1) * (mark.size ?? 0)
        return glyph
      })
    })
    expect(await onlyTable(single)).toEqual(FILES_DRAWN)
  })

  it('does not depend on the order of painting', async () => {
    expect(await onlyTable(table(FILES).toReversed())).toEqual(FILES_DRAWN)
  })

  it('keeps two equal digits side by side', async () => {
    expect(await onlyTable(table([row('甲', '11', '100')]))).toEqual(['甲 | 11 | 100'])
  })

  it('is read along its own direction where a label is turned', async () => {
    const label: PdfMark = {
      kind: 'turn',
      about: [90, 150],
      degrees: 90,
      marks: [text(90, 150, '不予公开', { size: 9 })],
    }
    const cells = table([row('', '行政处罚\n行政强制\n其他')], 'stroke', [30, 80])
    expect(await onlyTable([...cells, label])).toEqual(['不予公开 | 行政处罚/行政强制/其他'])
  })

  it('of one shown text over two cells is parted at the gap', async () => {
    const marks = [...table([row('', '')], 'stroke', [60, 60]), text(90, 115, '0            7')]
    expect(await onlyTable(marks)).toEqual(['0 | 7'])
  })

  it('that runs over a border stays whole and is in doubt', async () => {
    const marks = [...table([row('', '')], 'stroke', [60, 60]), text(121, 115, '123456')]
    expect(await onlyTable(marks)).toEqual(['? | 123456?'])
  })

  it('is in doubt where two numbers stand apart without a border', async () => {
    const marks = [...table([row('甲', '')]), text(180, 115, '1'), text(230, 115, '2')]
    expect(await onlyTable(marks)).toEqual(['甲 | 1 2?'])
  })

  it('is what can be seen where a white bar hides an older number', async () => {
    const marks: readonly PdfMark[] = [
      ...table([row('甲', '1')]),
      { kind: 'rect', x: 175, y: 103, width: 74, height: 16, paint: 'fill', grey: 1 },
      text(205, 115, '9'),
    ]
    expect(await onlyTable(marks)).toEqual(['甲 | 9?'])
  })

  it('leaves out what is cut off, invisible or white, and says so', async () => {
    const document = await readMarks([
      ...table([row('甲', '1')]),
      { kind: 'clip', x: 0, y: 0, width: 10, height: 10, marks: [text(300, 300, '被裁掉的字')] },
      text(300, 320, '看不见的字', { mode: 3 }),
      text(300, 340, '白色的字', { grey: 1 }),
    ])
    expect(paragraphsOf(document)).toEqual([])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 3 }])
  })

  it('does not take in a watermark that runs aslant', async () => {
    const mark: PdfMark = {
      kind: 'turn',
      about: [150, 130],
      degrees: 35,
      marks: [text(100, 130, '仅供参考', { size: 40, grey: 0.8 })],
    }
    expect(await onlyTable([mark, ...table(FILES)])).toEqual(FILES_DRAWN)
  })

  it('is in doubt where its font does not name the digits', async () => {
    const marks = [...table([row('甲乙丙丁', '')]), text(200, 115, '0', { font: 'unmapped' })]
    expect(await onlyTable(marks)).toEqual(['甲乙丙丁 | \u{fffd}?'])
  })
})

describe('a table without all of its lines', () => {
  const counts = [
    row('项目', '上半年', '下半年'),
    row('收到', '1', '2'),
    row('答复', '3', ''),
    row('结转', '4', '5'),
    row('合计', '8', '7'),
  ]

  it.each(['none', 'horizontal'] as const)(
    'is read by the columns of its texts, in doubt: %s',
    async (rulings) => {
      expect(await onlyTable(table(counts, rulings))).toEqual([
        '项目? | 上半年? | 下半年?',
        '收到? | 1? | 2?',
        '答复? | 3? | ?',
        '结转? | 4? | 5?',
        '合计? | 8? | 7?',
      ])
    },
  )

  it('is taken apart where rows of numbers have no line between them', async () => {
    const rows = [row('项目', '上半年', '下半年'), row('收到\n答复', '1\n3', '2\n0')]
    expect(await onlyTable(table(rows))).toEqual([
      '项目? | 上半年? | 下半年?',
      '收到? | 1? | 2?',
      '答复? | 3? | 0?',
    ])
  })

  it('stays lines with tabs where no columns can be told', async () => {
    const document = await readMarks([
      text(72, 100, '联系人：张三'),
      text(300, 100, '电话：1234567'),
    ])
    expect(tablesOf(document)).toEqual([])
    expect(paragraphsOf(document)).toEqual(['联系人：张三\t电话：1234567'])
  })
})
