import { describe, expect, it } from 'vitest'
import { sketchBlocks } from '../sketch-blocks.ts'
import { openWorkbook } from './open-workbook.ts'
import type { CellRange, Sheet, SheetCell } from './workbook.ts'

/** Rows of a sheet: texts between bars, `[…]` with lines around them; nothing between two bars is no cell at all. */
function sheet(rows: readonly string[], more: Partial<Sheet> = {}): Sheet {
  const cells = rows.flatMap((line, row) =>
    line === ''
      ? []
      : line.split('|').flatMap((piece, column): readonly SheetCell[] => {
          const framed = /^\[(.*)\]$/u.exec(piece)
          const text = framed?.[1] ?? piece
          const isFramed = framed !== null
          return text === '' && !isFramed ? [] : [{ row, column, text, doubt: undefined, isFramed }]
        }),
  )
  const hidden = { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() }
  return { isHidden: false, cells, merges: [], ...hidden, ...more }
}

/** `A1:C1`-like, from 0: first row, first column, last row, last column. */
const merge = (
  firstRow: number,
  firstColumn: number,
  lastRow: number,
  lastColumn: number,
): CellRange => ({ firstRow, firstColumn, lastRow, lastColumn })

function documentOf(...sheets: readonly Sheet[]) {
  const opened = openWorkbook({ sheets }, 'xlsx')
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.document
}

const sketch = (...sheets: readonly Sheet[]) => sketchBlocks(documentOf(...sheets).blocks)

function cellsOf(one: Sheet) {
  const [table] = documentOf(one).blocks
  if (table?.kind !== 'table') throw new Error('no table')
  return table.cells.map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${row},${column} ${rowSpan}x${columnSpan} ${text}`,
  )
}

describe('where lines are drawn', () => {
  it('what has them is a table, and what has none is text', () => {
    expect(
      sketch(
        sheet([
          '年度报告',
          '二、主动公开',
          '[项目]|[数量]',
          '[规章]|[0]',
          '三、申请',
          '[甲]|[乙]',
          '镇政府',
        ]),
      ),
    ).toEqual([
      '年度报告',
      '二、主动公开',
      [
        ['项目', '数量'],
        ['规章', '0'],
      ],
      '三、申请',
      [['甲', '乙']],
      '镇政府',
    ])
  })

  it('a blank row parts two tables, and a blank row with lines does not', () => {
    expect(sketch(sheet(['[a]|[1]', '[]|[]', '[b]|[2]', '', '[c]|[3]']))).toEqual([
      [
        ['a', '1'],
        ['', ''],
        ['b', '2'],
      ],
      [['c', '3']],
    ])
  })

  it('a group over the whole width stays a row of its table', () => {
    const rows = sheet(['[第（一）项]|[]', '[规章]|[1]', '[第（五）项]|[]', '[许可]|[2]'], {
      merges: [merge(0, 0, 0, 1), merge(2, 0, 2, 1)],
    })
    expect(cellsOf(rows)).toEqual([
      '0,0 1x2 第（一）项',
      '1,0 1x1 规章',
      '1,1 1x1 1',
      '2,0 1x2 第（五）项',
      '3,0 1x1 许可',
      '3,1 1x1 2',
    ])
  })

  it('a numbered label with blank cells beside it is a row, and one alone in its frame is a heading', () => {
    const rows = sheet(['[四、结转]|[]|[]', '[五、存在的问题]|[]|[]', '[六、其他]|[]|[]'], {
      merges: [merge(1, 0, 1, 2)],
    })
    expect(sketch(rows)).toEqual([[['四、结转', '', '']], '五、存在的问题', [['六、其他', '', '']]])
  })

  it('a frame around every line of a page is no table', () => {
    expect(sketch(sheet(['[年度报告]', '[正文]']))).toEqual(['年度报告', '正文'])
  })

  it('a row whose lines were forgotten is still a row of the table around it', () => {
    expect(sketch(sheet(['[a]|[1]', 'b|2', '[c]|[3]']))).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ])
  })

  it('a note behind a blank column is beside the table, one right at its edge is in it', () => {
    expect(sketch(sheet(['[a]|[1]||校验 0', '[b]|[2]']))).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
      '校验 0',
    ])
    expect(sketch(sheet(['[a]|[1]|元', '[b]|[2]']))).toEqual([
      [
        ['a', '1', '元'],
        ['b', '2'],
      ],
    ])
  })
})

describe('where no lines are drawn', () => {
  it('rows with several cells are a table as wide as its widest row', () => {
    expect(sketch(sheet(['年度报告', '项目|本年|去年', '规章|0', '|1|2']))).toEqual([
      '年度报告',
      [
        ['项目', '本年', '去年'],
        ['规章', '0', ''],
        ['', '1', '2'],
      ],
    ])
  })

  it('a group among the rows stays one, also the first of its kind above them', () => {
    expect(
      sketch(sheet(['二、公开', '第（一）项', '规章|1', '第（五）项', '许可|2', '正文'])),
    ).toEqual([
      '二、公开',
      [
        ['第（一）项', ''],
        ['规章', '1'],
        ['第（五）项', ''],
        ['许可', '2'],
      ],
      '正文',
    ])
  })

  it('a numbered heading parts two tables, and a numbered label before more numbers does not', () => {
    expect(sketch(sheet(['a|1', '三、申请', '信息|数量', 'b|2']))).toEqual([
      [['a', '1']],
      '三、申请',
      [
        ['信息', '数量'],
        ['b', '2'],
      ],
    ])
    expect(sketch(sheet(['信息|数量', '一、新收', '二、结转|3']))).toEqual([
      [
        ['信息', '数量'],
        ['一、新收', ''],
        ['二、结转', '3'],
      ],
    ])
  })

  it('unit and date side by side are two lines, a label with a number is a table', () => {
    expect(sketch(sheet(['镇政府|2025年1月8日', '', '合计|3']))).toEqual([
      '镇政府',
      '2025年1月8日',
      [['合计', '3']],
    ])
  })
})

describe('merged cells', () => {
  it('stand once, with the text of the first, and take the rows beside them into the table', () => {
    const rows = sheet(['[办理]|[（一）]|[1]', '[]|[（二）]|[2]'], { merges: [merge(0, 0, 1, 0)] })
    expect(cellsOf(rows)).toEqual([
      '0,0 2x1 办理',
      '0,1 1x1 （一）',
      '0,2 1x1 1',
      '1,1 1x1 （二）',
      '1,2 1x1 2',
    ])
  })

  it('are in doubt where a text lies under them, or the first was lost', () => {
    const merges = [merge(0, 0, 0, 1)]
    expect(sketch(sheet(['[a]|[b]|[1]'], { merges }))).toEqual([[['a?', '1']]])
    expect(sketch(sheet(['|[]|[1]|[2]'], { merges }))).toEqual([[['?', '1', '2']]])
  })

  it('that overlap are damage', () => {
    const merges = [merge(0, 0, 1, 1), merge(1, 1, 2, 2)]
    expect(openWorkbook({ sheets: [sheet(['[a]'], { merges })] }, 'xlsx')).toEqual({
      ok: false,
      error: { code: 'damaged', reason: 'broken' },
    })
  })
})

describe('what is hidden', () => {
  it('is left out without a gap, and counted', () => {
    const one = sheet(['[a]|[9]|[1]', '[8]|[7]|[]', '[b]|[]|[2]'], {
      hiddenRows: new Set([1]),
      hiddenColumns: new Set([1]),
    })
    const document = documentOf(one, sheet(['旧|1'], { isHidden: true }))
    expect(sketchBlocks(document.blocks)).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 5 }])
  })

  it('makes a merge smaller, and does not hide its text', () => {
    const rows = sheet(['[甲]|[1]', '[]|[2]', '[]|[3]'], {
      merges: [merge(0, 0, 2, 0)],
      hiddenRows: new Set([0]),
    })
    expect(cellsOf(rows)).toEqual(['0,0 2x1 甲', '0,1 1x1 2', '1,1 1x1 3'])
  })
})

describe('places and limits', () => {
  it('ids count on from sheet to sheet', () => {
    const { blocks } = documentOf(sheet(['标题', '[a]|[1]']), sheet(['', '', '||[b]|[2]', '尾']))
    const ids = blocks.flatMap((block) =>
      (block.kind === 'table' ? block.cells : [block]).flatMap(({ at }) =>
        at.map((place) => (place.kind === 'element' ? place.id : '')),
      ),
    )
    expect(ids).toEqual(['p0', 't0-r0-c0', 't0-r0-c1', 't1-r0-c0', 't1-r0-c1', 'p1'])
  })

  it('a table of too many rows or columns is refused', () => {
    const far = (row: number, column: number): Sheet => ({
      ...sheet(['[a]|[1]']),
      cells: [
        ...sheet(['[a]|[1]']).cells,
        { row, column, text: 'x', doubt: undefined, isFramed: true },
      ],
    })
    const tooLarge = { ok: false, error: { code: 'too-large', limit: 'table' } }
    expect(openWorkbook({ sheets: [far(25_000, 0)] }, 'xlsx')).toEqual(tooLarge)
    expect(openWorkbook({ sheets: [far(0, 300)] }, 'xlsx')).toEqual(tooLarge)
  })

  it('lines drawn far below the last text cost nothing', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => ({
      row,
      column: 0,
      text: row < 2 ? '甲' : '',
      doubt: undefined,
      isFramed: true,
    }))
    const beside = cells.map((cell) => ({ ...cell, column: 1 }))
    const [table] = documentOf({ ...sheet([]), cells: [...cells, ...beside] }).blocks
    expect(table).toMatchObject({ kind: 'table', rowCount: 32 })
  })
})
