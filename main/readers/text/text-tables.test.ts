import { describe, expect, it } from 'vitest'
import { readWith, sketchBlocks } from '../sketch-blocks.ts'
import { textReader } from './text-reader.ts'

const read = (text: string) => readWith(textReader, text)
const sketchOf = async (text: string) => sketchBlocks((await read(text)).blocks)

describe('a table with bars and one cell a line', () => {
  it('has a row for each bar that stands alone, and blanks for the bars at its end', async () => {
    const text =
      '二、公开\n|\n第(一)项 |\n|||\n|\n规章 |\n0 |\n0 |\n2 |\n|\n费用 |\n0 |\n|\n|\n|\n文件 |\n1 |\n2 |\n|\n三、申请'
    expect(await sketchOf(text)).toEqual([
      '二、公开',
      [
        ['第(一)项', '', '', ''],
        ['规章', '0', '0', '2'],
        ['费用', '0', '', ''],
        ['文件', '1', '2', ''],
      ],
      '三、申请',
    ])
  })

  it('keeps a blank between two cells, and doubts it', async () => {
    expect(await sketchOf('|\n甲 |\n|\n0 |\n1 |\n|\n乙 |\n2 |\n|\n3 |\n')).toEqual([
      [
        ['甲?', '?', '0?', '1?'],
        ['乙?', '2?', '?', '3?'],
      ],
    ])
  })

  it('keeps a blank between two cells for certain where most rows have none', async () => {
    expect(
      await sketchOf('|\n名 |\n数 |\n额 |\n|\n甲 |\n0 |\n1 |\n|\n乙 |\n|\n3 |\n|\n|\n4 |\n5 |\n'),
    ).toEqual([
      [
        ['名', '数', '额'],
        ['甲', '0', '1'],
        ['乙', '', '3'],
        ['', '4', '5'],
      ],
    ])
  })

  it('knows a blank by the space before its bar', async () => {
    expect(await sketchOf('|\n甲 |\n |\n0 |\n|\n |\n2 |\n |\n')).toEqual([
      [
        ['甲', '', '0'],
        ['', '2', ''],
      ],
    ])
  })

  it('keeps a cell of several lines together', async () => {
    expect(await sketchOf('|\n三、本年度\n办理结果 |\n0 |\n')).toEqual([
      [['三、本年度\n办理结果', '0']],
    ])
  })

  it('doubts every cell where the rows are not equally long', async () => {
    expect(await sketchOf('|\n甲 |\n0 |\n|\n乙 |\n0 |\n0 |\n0 |\n|\n丙 |\n1 |\n1 |\n')).toEqual([
      [
        ['甲?', '0?'],
        ['乙?', '0?', '0?', '0?'],
        ['丙?', '1?', '1?'],
      ],
    ])
  })

  it('reads a last row that is cut off', async () => {
    expect(await sketchOf('|\n甲 |\n0 |\n1 |\n|\n乙 |\n2 |\n')).toEqual([
      [
        ['甲', '0', '1'],
        ['乙', '2'],
      ],
    ])
  })
})

describe('a table of Markdown', () => {
  it('has a row a line and no rule', async () => {
    expect(await sketchOf('| 名称 | 数量 |\n|:---|---:|\n| 规章 | 0 |\n|文件||\n| | |\n')).toEqual([
      [
        ['名称', '数量'],
        ['规章', '0'],
        ['文件', ''],
        ['', ''],
      ],
    ])
  })

  it('may leave out the outer bars where it has a rule', async () => {
    expect(await sketchOf('名称 | 数量\n---|---\n规章 | 0\n')).toEqual([
      [
        ['名称', '数量'],
        ['规章', '0'],
      ],
    ])
    expect(await sketchOf('首页 | 新闻 | 公开')).toEqual(['首页 | 新闻 | 公开'])
  })

  it('keeps what its marks stand for', async () => {
    const [table] = await sketchOf(
      '| a\\|b | **总计** | 1\\.5 | 商业<br>企业 | &nbsp; | `-` |\n| 0 | 1 | 2 | 3 | 4 | - |',
    )
    expect(table).toEqual([
      ['a|b', '总计', '1.5', '商业\n企业', '', '`-`'],
      ['0', '1', '2', '3', '4', '-'],
    ])
  })

  it('doubts dashes further down: a rule, or none of each', async () => {
    expect(await sketchOf('| 甲 | 0 |\n| 乙 | 1 |\n| --- | --- |\n')).toEqual([
      [
        ['甲', '0'],
        ['乙', '1'],
        ['---?', '---?'],
      ],
    ])
  })

  it('is not a bar before a word', async () => {
    expect(await sketchOf('|首页\n正文')).toEqual(['|首页', '正文'])
  })
})

describe('a drawn table', () => {
  it('has its cells between the bars', async () => {
    expect(await sketchOf('┌──┬──┐\n│规章│ 0│\n├──┼──┤\n│    │ 1│\n└──┴──┘')).toEqual([
      [
        ['规章', '0'],
        ['', '1'],
      ],
    ])
  })

  it('joins the lines between two ruling lines', async () => {
    const text =
      '+----+----+\n| 商业 | 0 |\n| 企业 |   |\n+----+----+\n| 乙 | 1 |\n+----+----+\n| 丙 | 2 |\n+----+----+'
    expect(await sketchOf(text)).toEqual([
      [
        ['商业\n企业', '0'],
        ['乙', '1'],
        ['丙', '2'],
      ],
    ])
  })

  it('doubts numbers that stand below each other in one row', async () => {
    const text = '┏━┳━┓\n┃甲┃0┃\n┃乙┃1┃\n┣━╋━┫\n┃丙┃2┃\n┣━╋━┫\n┃丁┃3┃\n┗━┻━┛'
    expect(await sketchOf(text)).toEqual([
      [
        ['甲\n乙', '0\n1?'],
        ['丙', '2'],
        ['丁', '3'],
      ],
    ])
  })

  it('doubts a line that is ruled in a part', async () => {
    expect(await sketchOf('│甲│0│\n│丙├──┤\n│乙│1│')).toEqual([
      [['甲', '0'], ['丙├──┤?'], ['乙', '1']],
    ])
  })
})

describe('columns set apart by spaces', () => {
  it('are a table in doubt where every line has three of them', async () => {
    expect(await sketchOf('规章      0    1\n文件      2    3\n')).toEqual([
      [
        ['规章?', '0?', '1?'],
        ['文件?', '2?', '3?'],
      ],
    ])
  })

  it.each([
    ['two columns', '规章      0\n文件      1'],
    ['one line', '年    度    报    告'],
    ['no number', '某    某    镇\n年    度    报'],
  ])('are none with %s', async (_, text) => {
    const { blocks } = await read(text)
    expect(blocks.every((block) => block.kind === 'paragraph')).toBe(true)
  })
})

describe('tables written as HTML', () => {
  it('are read as tables, with the text around them', async () => {
    const text =
      '# 标题\n前文<table><tr><td rowspan="2">规章</td><td>0</td></tr><tr><td>1<br>2</td></tr></table>后文\n<TABLE>\n<tr><td>甲</td>\n<td> 3 </td></tr></TABLE> <table><tr><td>乙<td>4</table>\n末'
    const { blocks } = await read(text)
    expect(sketchBlocks(blocks)).toEqual([
      '标题',
      '前文',
      [['规章', '0'], ['1\n2']],
      '后文',
      [['甲', '3']],
      [['乙', '4']],
      '末',
    ])
    expect(blocks[2]).toMatchObject({ geometry: 'grid', columnCount: 2 })
    expect(blocks[4]).toMatchObject({
      cells: [
        { at: [{ start: { line: 4, column: 9 }, end: { line: 4, column: 10 } }] },
        { at: [{ start: { line: 5, column: 5 }, end: { line: 5, column: 8 } }] },
      ],
    })
  })

  it('are text where the tag has no partner', async () => {
    expect(await sketchOf('见 <table> 标签\n正文')).toEqual(['见 <table> 标签', '正文'])
  })
})
