import { describe, expect, it } from 'vitest'
import { readWith, sketchBlocks } from '../sketch-blocks.ts'
import { htmlReader } from './html-reader.ts'

const read = (page: string | Uint8Array) => readWith(htmlReader, page)
const sketchOf = async (page: string) => sketchBlocks((await read(page)).blocks)

describe('tables of data', () => {
  it('stand on the grid that their tags describe, head first and foot last', async () => {
    const page =
      '<table><tfoot><tr><td>总计<td>3<td>4</tfoot><tbody><tr><td>规章<td>1<td>2</tbody>' +
      '<thead><tr><th rowspan=1>名称<th colspan=2>数量</thead></table>'
    const { blocks } = await read(page)
    expect(sketchBlocks(blocks)).toEqual([
      [
        ['名称', '数量'],
        ['规章', '1', '2'],
        ['总计', '3', '4'],
      ],
    ])
    expect(blocks[0]).toMatchObject({
      kind: 'table',
      geometry: 'grid',
      rowCount: 3,
      columnCount: 3,
    })
    expect(blocks[0]).toMatchObject({
      cells: [{}, { row: 0, column: 1, columnSpan: 2, rowSpan: 1 }, {}, {}, {}, {}, {}, {}],
    })
  })

  it.each([
    [
      'lines as lines',
      '<td>商业<br>企业<td><p>科研</p><p>机构</p><td>a<div>b</div>',
      [['商业\n企业', '科研\n机构', 'a\nb']],
    ],
    [
      'blanks',
      '<td>甲<td><td>&nbsp;<td><p class=MsoNormal><o:p>&nbsp;</o:p></p><td>　<td>&#8203;',
      [['甲', '', '', '', '', '']],
    ],
    [
      'spaces inside, not at the ends',
      '<td> 第 &nbsp;一 项 <td> 1 585.5 ',
      [['第  一 项', '1 585.5']],
    ],
    [
      'zeros, marks and signs',
      '<td>0<td>/<td>—<td>+8<td>１２<td>无',
      [['0', '/', '—', '+8', '１２', '无']],
    ],
    ['fields', '<td>甲<td><input value="0"><td><textarea>1</textarea>', [['甲', '0', '1']]],
    [
      'links and fonts',
      '<td><font><a href=x>甲</a></font><td><font color=red>1</font>2',
      [['甲', '12']],
    ],
  ])('have %s', async (_, cells, rows) => {
    expect(await sketchOf(`<table><tr>${cells}</table>`)).toEqual([rows])
  })

  it('keep what the parser puts right: missing tags, stray text, forms between rows', async () => {
    const page =
      '<table><form><tr><td>甲<td>0</form>外<tr><td>乙</td>旁<td>1<tr></table><table></table><table><tr></table>'
    expect(await sketchOf(page)).toEqual(['旁', [['甲', '0外'], ['乙', '1'], []]])
  })

  it('have their caption before them', async () => {
    expect(await sketchOf('<table><caption>表一</caption><tr><td>甲<td>0</table>')).toEqual([
      '表一',
      [['甲', '0']],
    ])
  })

  it('have the number of a list item beside the text', async () => {
    const { blocks } = await read('<table><tr><td><ol><li>属于国家秘密</ol><td>0</table>')
    expect(blocks[0]).toMatchObject({
      cells: [{ text: '属于国家秘密', numbering: '1.' }, { text: '0' }],
    })
  })

  it('are in doubt where cells overlap', async () => {
    expect(await sketchOf('<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>')).toEqual([
      [['a', 'b?'], ['c?']],
    ])
  })

  it.each([
    ['a raised figure', '12<sup>1</sup>', '121?'],
    ['a struck number', '<s>12</s>15', '1215?'],
    [
      'a struck number by style',
      '<span style="text-decoration: line-through">12</span>15',
      '1215?',
    ],
    ['hidden text', '<span style="display:none">12</span>15', '15?'],
    ['a picture and nothing else', '<img src="0.gif" width=20>', '?'],
    ['a picture that keeps a distance', '<img src="s.gif" width=1>', ''],
    ['a picture beside a number', '<img src="s.gif">0', '0'],
  ])('are in doubt about a cell with %s', async (_, content, expected) => {
    expect(await sketchOf(`<table><tr><td>甲<td>${content}</table>`)).toEqual([[['甲', expected]]])
  })

  it('may hold a small table in one of many cells, and doubt that cell', async () => {
    const row = '<tr><td>甲<td>0<td>1<td>2'
    const page = `<table>${row.repeat(4)}<tr><td><table><tr><td>乙<td>丙</table><td>3<td>4<td>5</table>`
    expect(await sketchOf(page)).toEqual([
      [...Array.from({ length: 4 }, () => ['甲', '0', '1', '2']), ['乙\n丙?', '3', '4', '5']],
    ])
  })
})

describe('tables that only lay out the page', () => {
  it('give their contents in reading order', async () => {
    const page =
      '<table><tr><td>导航<td><table><tr><td><h1>年度报告</h1><p>一、总体情况</p>' +
      '<table border=1><tr><td>规章<td>0</table><p>三、下文</p></table></table>页脚'
    expect(await sketchOf(page)).toEqual([
      '导航',
      '年度报告',
      '一、总体情况',
      [['规章', '0']],
      '三、下文',
      '页脚',
    ])
  })

  it.each([
    ['a frame around the text', '<table><tr><td><p>甲</p><p>乙</p></table>', ['甲', '乙']],
    [
      'title, text and buttons',
      `<table><tr><td>标题<tr><td>${'<p>一段很长的正文，说明本年度的工作情况和存在的问题。</p>'.repeat(15)}<tr><td>打印</table>`,
      [
        '标题',
        ...Array.from({ length: 15 }, () => '一段很长的正文，说明本年度的工作情况和存在的问题。'),
        '打印',
      ],
    ],
    [
      'text beside a menu',
      `<table><tr><td>菜单<td>${'<p>一段很长的正文，说明本年度的工作情况和存在的问题。</p>'.repeat(15)}</table>`,
      [
        '菜单',
        ...Array.from({ length: 15 }, () => '一段很长的正文，说明本年度的工作情况和存在的问题。'),
      ],
    ],
  ])('may be %s', async (_, page, expected) => {
    expect(await sketchOf(page)).toEqual(expected)
  })

  it('may stand in a cell of a table of data', async () => {
    expect(await sketchOf('<table><tr><td>甲<td><table><tr><td>0</table></table>')).toEqual([
      [['甲', '0']],
    ])
  })
})
