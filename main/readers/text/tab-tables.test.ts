import { describe, expect, it } from 'vitest'
import { readWith, sketchBlocks } from '../sketch-blocks.ts'
import { textReader } from './text-reader.ts'

const read = (text: string) => readWith(textReader, text)
const sketchOf = async (text: string) => sketchBlocks((await read(text)).blocks)

describe('a table with one cell a line', () => {
  it('has a row up to each empty line, with its blanks', async () => {
    expect(
      await sketchOf('一、标题\n\n\t规章\n\t0\n\t\n\t3\n\n\t\n\t文件\n\t1\n\t2\n\n\n下文'),
    ).toEqual([
      '一、标题',
      '',
      [
        ['规章', '0', '', '3'],
        ['', '文件', '1', '2'],
      ],
      '',
      '',
      '下文',
    ])
  })

  it('keeps a cell together that goes on behind an empty line', async () => {
    expect(
      await sketchOf('\t\n\t商业\n\n企业\n\t法律\n\n服务\n\n机构\n\t总计\n\n\t甲\n\t0\n\t0\n\t0'),
    ).toEqual([
      [
        ['', '商业\n企业', '法律\n服务\n机构', '总计'],
        ['甲', '0', '0', '0'],
      ],
    ])
  })

  it('keeps a cell together that goes on in the next line', async () => {
    expect(await sketchOf('\t三、本年度\n办理结果\n\t0\n\t1\n')).toEqual([
      [['三、本年度\n办理结果', '0', '1']],
    ])
  })

  it('doubts the end of a row that may also be text below the table', async () => {
    expect(await sketchOf('\t规章\n\t结果\n\n维持\n\n\t甲\n\t0\n')).toEqual([
      [
        ['规章', '结果\n维持?'],
        ['甲', '0'],
      ],
    ])
  })

  it('does not take a heading behind a number for the rest of the cell', async () => {
    expect(await sketchOf('\t规章\n\t0\n\n三、申请情况\n\n\t甲\n\t1\n')).toEqual([
      [['规章', '0']],
      '',
      '三、申请情况',
      '',
      [['甲', '1']],
    ])
    expect(await sketchOf('\t规章\n\t0\n申请情况\n\t甲\n\t1\n')).toEqual([
      [['规章', '0']],
      '申请情况',
      [['甲', '1']],
    ])
  })

  it('is two tables where two empty lines stand between', async () => {
    expect(await sketchOf('\t甲\n\t0\n\n\n\t乙\n\t1\n')).toEqual([
      [['甲', '0']],
      '',
      '',
      [['乙', '1']],
    ])
  })

  it('doubts a line with two cells', async () => {
    expect(await sketchOf('\t甲\n\t0\t1\n\t2\n\t3\n\t4\n\t5\n')).toEqual([
      [['甲', '0\t1?', '2', '3', '4', '5']],
    ])
  })

  it('is none in text that is only indented by tabs', async () => {
    const prose = '本年度认真贯彻落实条例要求，扎实推进各项信息公开工作，没有发生泄密事件。'
    const lines = [
      '\t一、总体情况',
      `\t${prose}`,
      `\t${prose}`,
      '\t六、其他',
      '\t无',
      '\t某镇人民政府',
    ]
    expect(await sketchOf(lines.join('\n'))).toEqual(lines.map((line) => line.trim()))
    expect(await sketchOf(lines.join('\n\n'))).toEqual(
      lines.flatMap((line, i) => (i === 0 ? [line.trim()] : ['', line.trim()])),
    )
  })

  it('begins below a heading that is indented like its cells', async () => {
    const prose = `\t${'认真做好各项工作，'.repeat(6)}。`
    expect((await sketchOf(`${prose}\n\t二、公开情况\n\t规章\n\t0\n\t0\n\t0\n`)).slice(1)).toEqual([
      '二、公开情况',
      [['规章', '0', '0', '0']],
    ])
  })
})

describe('a table with one row a line and tabs between its cells', () => {
  it('keeps leading, trailing and wholly blank cells', async () => {
    expect(
      await sketchOf('二、公开\n\n第（一）项\t\t\n规章\t0\t1\n\t\t\n\t（二）部分\t0\n'),
    ).toEqual([
      '二、公开',
      '',
      [
        ['第（一）项', '', ''],
        ['规章', '0', '1'],
        ['', '', ''],
        ['', '（二）部分', '0'],
      ],
    ])
  })

  it('begins anew behind the empty lines of a page end', async () => {
    expect(await sketchOf('甲\t0\t1\n乙\t2\t3\n\n丙\t4\t5\n\f\n丁\t6\t7')).toEqual([
      [
        ['甲', '0', '1'],
        ['乙', '2', '3'],
      ],
      '',
      [['丙', '4', '5']],
      '',
      '',
      [['丁', '6', '7']],
    ])
  })

  it('leaves out the rule below a header, and only that', async () => {
    expect(await sketchOf('名称\t数量\n-----\t---\n规章\t0\n文件\t---\n---\t---')).toEqual([
      [
        ['名称', '数量'],
        ['规章', '0'],
        ['文件', '---'],
        ['---', '---'],
      ],
    ])
  })

  it.each([
    ['a signature and its date', '某镇人民政府\t\t2022年1月12日'],
    ['a title pushed to the middle', '\t\t某镇2021年度报告'],
    ['a telephone number', '电话：\t0597-1234567'],
    ['stray tabs', '\t\t\t'],
  ])('is not made of %s', async (_, line) => {
    const { blocks } = await read(`正文\n${line}\n正文`)
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('gives a number set off by a tab as the numbering of its paragraph', async () => {
    const { blocks } = await read('一、\t总体情况\n（二）\t主动公开\n')
    expect(blocks).toMatchObject([
      { text: '总体情况', numbering: '一、' },
      { text: '主动公开', numbering: '（二）' },
    ])
  })

  it('may have two columns only, and blanks in the first', async () => {
    expect(await sketchOf('名称\t数量\n规章\t0\n\t1\n')).toEqual([
      [
        ['名称', '数量'],
        ['规章', '0'],
        ['', '1'],
      ],
    ])
  })

  it('has a single row where a page end tore it off', async () => {
    expect(await sketchOf('甲\t0\t1\n\n乙\t2\n')).toEqual([[['甲', '0', '1']], '', [['乙', '2']]])
  })
})
