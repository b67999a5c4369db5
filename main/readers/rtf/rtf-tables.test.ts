import { describe, expect, it } from 'vitest'
import { outline } from '../../../test/builders/docx-reading.ts'
import {
  cellTexts,
  drawRtf,
  readRtf,
  rowAt,
  rtfErrorOf,
  rtfFile,
  rtfRow,
} from '../../../test/builders/rtf-reading.ts'

describe('a table', () => {
  it('has its cells where their borders are', async () => {
    const rows = rowAt([1000, 2000, 3000], ['7', '8', '9']) + rowAt([2000, 3000], ['1', '2'])
    expect(await drawRtf(rows)).toEqual(['7|8|9', '1|<|2'])
  })

  it('joins cells merged across, whether they are wide or marked', async () => {
    const marked = rtfRow(['7', '', '8'], ['\\clmgf', '\\clmrg'])
    expect(await drawRtf(marked + rtfRow(['1', '2', '3']))).toEqual(['7|<|8', '1|2|3'])
  })

  it('joins cells merged downward', async () => {
    const rows = rtfRow(['7', '1'], ['\\clvmgf']) + rtfRow(['', '2'], ['\\clvmrg'])
    expect(await drawRtf(rows)).toEqual(['7|1', '^|2'])
  })

  it('doubts a merged cell that swallowed text', async () => {
    const rows = rtfRow(['7', '9', '8'], ['\\clmgf', '\\clmrg'])
    expect(await drawRtf(`${rows}${rtfRow(['1', '2', '3'])}`)).toEqual(['7?|<|8', '1|2|3'])
  })

  it('may have its places behind its cells, or before and behind them', async () => {
    const places = '\\trowd\\cellx1000\\cellx3000'
    const behind = `${cellTexts(['1', '2'])}${places}\\row`
    const both = `${places}${cellTexts(['3', '4'])}{\\b ${places}\\row}`
    const expected = ['0|0|0', '1|2|<', '3|4|<']
    expect(await drawRtf(rtfRow(['0', '0', '0']) + behind + both)).toEqual(expected)
  })

  it('takes the places of the row before where a row has none', async () => {
    const rows = `${rowAt([1000, 3000], ['1', '2'])}${cellTexts(['3', '4'])}\\row`
    expect(await drawRtf(rtfRow(['0', '0', '0']) + rows)).toEqual(['0|0|0', '1|2|<', '3|4|<'])
  })

  it('begins further to the right where a row does', async () => {
    const late = '\\trowd\\trleft1000\\cellx2000\\cellx3000'
    const rows = `${rtfRow(['7', '8', '9'])}${late}${cellTexts(['1', '2'])}\\row`
    expect(await drawRtf(rows)).toEqual(['7|8|9', '×|1|2'])
  })

  it('has one border where the borders of two rows nearly meet', async () => {
    const rows =
      rowAt([1000, 2000, 3000], ['7', '8', '9']) + rowAt([1060, 1950, 3000], ['1', '2', '3'])
    expect(await drawRtf(rows)).toEqual(['7|8|9', '1|2|3'])
  })

  it('keeps narrow columns apart', async () => {
    expect(await drawRtf(rowAt([1, 2, 3], ['1', '2', '3']))).toEqual(['1|2|3'])
  })

  it('ends where a paragraph stands between rows', async () => {
    const body = `${rtfRow(['1', '2'])}\\pard 3\\par ${rtfRow(['4', '5'])}`
    expect(outline(await readRtf(body))).toEqual([['1|2'], '3', ['4|5']])
  })

  it('has the lines of a cell in one text, and runs torn by formatting without a gap', async () => {
    const row = rtfRow(['{\\loch 1}{\\hich 2}\\par{\\dbch 3}\\line 4', '5'])
    expect(await drawRtf(row)).toEqual(['12\n3\n4|5'])
  })
})

describe('a table in a cell', () => {
  const nested = [
    '\\pard\\intbl\\itap2 1\\nestcell{\\nonesttables\\par}\\pard\\intbl\\itap2 2\\nestcell{\\nonesttables\\par}',
    '\\pard\\intbl\\itap2{{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}}',
  ].join('')

  it('comes after the table around it, whose cell is in doubt', async () => {
    const body = `\\trowd\\cellx1000\\cellx2000\\cellx3000${cellTexts(['3', '4'])}${nested}\\pard\\intbl 5\\cell\\row`
    expect(outline(await readRtf(body))).toEqual([['3|4|5?'], ['1|2']])
  })

  it('is read as if nothing were around it where the outer table only arranges the page', async () => {
    const body = `\\trowd\\cellx1000${nested}\\trowd\\cellx1000\\pard\\intbl\\cell\\row`
    expect(outline(await readRtf(body))).toEqual([['1|2']])
  })

  it('may have its cells among its definition', async () => {
    const own =
      '{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\itap2 1\\nestcell 2\\nestcell\\nestrow}'
    const body = `\\trowd\\cellx1000\\intbl\\itap2${own}\\itap1\\cell\\row`
    expect(outline(await readRtf(body))).toEqual([['1|2']])
  })
})

describe('a row whose parts do not fit is in doubt as a whole', () => {
  const good = rtfRow(['1', '2', '3'])
  const places = '\\trowd\\cellx1000\\cellx2000\\cellx3000'

  it.each([
    ['has fewer texts than places', `${places}${cellTexts(['45', '6'])}\\row`, '45?|6?|×'],
    [
      'has more texts than places',
      `${places}${cellTexts(['4', '5', '6', '7'])}\\row`,
      '4?|5?|6?|7?',
    ],
    ['has text behind its last cell', `${places}${cellTexts(['4', '5'])} 6\\row`, '4?|5?|6?'],
    ['has no end', `${places}${cellTexts(['4', '5', '6'])}\\pard\\par`, '4?|5?|6?'],
    ['has borders out of order', rowAt([2000, 1000, 3000], ['4', '5', '6']), '4?|5?|6?'],
    [
      'has two different definitions',
      `\\trowd\\cellx1500\\cellx2000\\cellx3000${cellTexts(['4', '5', '6'])}${places}\\row`,
      '4?|5?|6?',
    ],
  ])('where it %s', async (_, row, drawn) => {
    const drawing = await drawRtf(good + row)
    expect(drawing.at(-1)).toBe(drawn)
    expect(drawing[0]?.startsWith('1|2|3')).toBe(true)
  })

  it('where the table has more borders than anybody can draw', async () => {
    const rows = Array.from({ length: 1100 }, (_, index) =>
      rowAt([9000 + 200 * index, 900_000], ['1', '2']),
    )
    expect((await drawRtf(rows.join(''))).at(-1)).toBe('1?|2?')
  })

  it('and the file is broken where a group that is left out goes on into its cells', async () => {
    const torn = `${places}\\pard\\intbl 4{\\*\\bkmkstart 9\\cell\\pard\\intbl 5}\\cell\\row`
    expect(await rtfErrorOf(rtfFile(good + torn))).toEqual({ code: 'damaged', reason: 'broken' })
  })

  it('where nothing says how many cells it has', async () => {
    expect(await drawRtf(`${cellTexts(['1', '2'])}\\row`)).toEqual(['1?|2?'])
  })

  it('but only its first cell where a paragraph before the table has no end', async () => {
    expect(await drawRtf(`0${good}`)).toEqual(['01?|2|3'])
  })

  it('and is gone where its end is a tracked deletion of all it held', async () => {
    const deleted = `\\trowd\\cellx1000\\cellx2000\\cellx3000{\\deleted ${cellTexts(['4', '5', '6'])}\\row}`
    expect(await drawRtf(good + deleted)).toEqual(['1|2|3'])
  })
})
