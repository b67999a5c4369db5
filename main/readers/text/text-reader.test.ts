import { describe, expect, it } from 'vitest'
import { errorWith, readWith, sketchBlocks } from '../sketch-blocks.ts'
import { textReader } from './text-reader.ts'

/** The reader takes no more. */
const MOST_LINES = 100_000

const read = (text: string) => readWith(textReader, text)
const sketchOf = async (text: string) => sketchBlocks((await read(text)).blocks)

describe('a line of text', () => {
  it.each([
    ['## 一、总体情况', { text: '一、总体情况', level: 2 }],
    ['#年度报告', { text: '年度报告', level: 1 }],
    ['### **六、其他** ###', { text: '六、其他', level: 3 }],
    ['#1 楼', { text: '#1 楼', level: 0 }],
    ['####### 七', { text: '####### 七', level: 0 }],
    ['受理**2**件，电话138****1234', { text: '受理**2**件，电话138****1234', level: 0 }],
    ['受理**2**件', { text: '受理2件', level: 0 }],
    ['- 索 引 号:', { text: '索 引 号:', level: 0 }],
    ['-', { text: '-', level: 0 }],
    ['- 5', { text: '- 5', level: 0 }],
    ['- 3 -', { text: '- 3 -', level: 0 }],
    ['+ 8', { text: '+ 8', level: 0 }],
    ['　　正文　', { text: '正文', level: 0 }],
    ['零\u200b宽', { text: '零\u200b宽', level: 0 }],
    ['\u200b', { text: '', level: 0 }],
    ['   ', { text: '', level: 0 }],
  ])('%j', async (line, expected) => {
    expect((await read(`上\n${line}\n下`)).blocks[1]).toMatchObject({
      kind: 'paragraph',
      ...expected,
    })
  })

  it('is a paragraph even where it is empty', async () => {
    expect(await sketchOf('一\r\n\r\n\r\n二\r\n')).toEqual(['一', '', '', '二'])
  })
})

describe('limits', () => {
  const errorOf = (text: string) => errorWith(textReader, text)
  const TABLE = { code: 'too-large', limit: 'table' }

  it.each([
    ['tabs', '甲\t0\t1\n'.repeat(20_001)],
    ['cells on lines of their own', '\t甲\n\t0\n\n'.repeat(20_001)],
    ['bars', '| 甲 | 0 |\n'.repeat(20_001)],
    ['tags', `<table>${'<tr><td>0<td>1'.repeat(20_001)}</table>`],
  ])('refuses more than 20,000 rows of %s', async (_, text) => {
    expect(await errorOf(text)).toEqual(TABLE)
  })

  it('refuses more than 100,000 lines', async () => {
    expect(await errorOf('一\n'.repeat(100_001))).toEqual({ code: 'too-large', limit: 'file' })
    expect(await errorOf(`${'\n'.repeat(8_000_000)}一`)).toEqual({
      code: 'too-large',
      limit: 'file',
    })
  })

  it('reads 20,000 rows', async () => {
    expect(await errorOf('甲\t0\t1\n'.repeat(20_000))).toBeUndefined()
  })

  it.each([
    ['bars', '|\n'],
    ['rules', '├──\n'],
    ['cells without values', '\t甲\n'],
    ['tags', '<table>\n'],
    ['closed tags', '</table><table>\n'],
    ['padded words', '甲   乙   丙\n'],
    ['torn cells', '甲\n\n'],
    ['backslashes and stars', '\\**\\|**\n'],
    ['bars in a line', `${'|'.repeat(500)}\n`],
  ])('takes no longer than the length of the text: %s', async (_, line) => {
    const start = performance.now()
    const count = Math.min(MOST_LINES / 2, Math.floor(1_000_000 / line.length))
    await readWith(textReader, line.repeat(count))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
