import { describe, expect, it } from 'vitest'
import { paragraph, sourceDocument } from '../../test/builders/source-document.ts'
import { headingOf, OFFICIAL_SECTIONS } from '../form/official-sections.ts'
import { linesOf } from './lines.ts'
import { findSections } from './sections.ts'

const official = OFFICIAL_SECTIONS.map(headingOf)

/** The six headings with a line of prose under each, some replaced by number. */
function readingsOf(
  changes: Readonly<Record<number, string | null>>,
  before: readonly string[] = [],
) {
  const texts = official.flatMap((heading, i) => {
    const change = changes[i + 1]
    return change === null ? [] : [change ?? heading, `正文第${i + 1}部分的内容。`]
  })
  const document = sourceDocument([...before, ...texts].map((text) => paragraph(text)))
  return findSections(document, linesOf(document), OFFICIAL_SECTIONS).readings
}

const agreements = (
  changes: Readonly<Record<number, string | null>>,
  before: readonly string[] = [],
) => readingsOf(changes, before).map(({ agreement }) => agreement)

const changed = (number: number, agreement: string) =>
  OFFICIAL_SECTIONS.map((section) => (section.number === number ? agreement : 'official'))

describe('findSections', () => {
  it('finds the official headings and the prose under each', () => {
    expect(readingsOf({}).map(({ heading, text }) => [heading, text])).toEqual(
      official.map((heading, i) => [heading, `正文第${i + 1}部分的内容。`]),
    )
  })

  it.each<[number, string, string]>([
    [1, '一 、 总体情况', 'official'],
    [1, '⼀、总体情况', 'official'],
    [4, '四、政府信息公开行政复议行政诉讼情况', 'official'],
    [1, '总体情况', 'number-absent'],
    [1, '一、概述', 'words-differ'],
    [1, '一、2023年政务公开总体情况', 'words-differ'],
    [2, '二、主动公开政府信息的情况', 'words-differ'],
    [2, '三、主动公开政府信息情况', 'number-differs'],
    [4, '四、行政复议和行政诉讼情况', 'words-differ'],
    [4, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'words-differ'],
    [5, '五、存在问题及改进情况', 'words-differ'],
    [5, '五、当前存在的主要问题及下一步改进措施', 'words-differ'],
    [5, '五、政府信息公开工作存在的主要问题及改进情况', 'words-differ'],
    [6, '六、其它需要报告的事项', 'official'],
    [6, '六、其他报告事项', 'words-differ'],
  ])('takes %i written as %j for %s', (number, heading, agreement) => {
    expect(agreements({ [number]: heading })).toEqual(changed(number, agreement))
  })

  it('says that a section is absent, and does not take a sub-heading for it', () => {
    expect(agreements({ 4: null })).toEqual(changed(4, 'absent'))
    expect(agreements({ 5: '（五）存在的问题' })).toEqual(changed(5, 'absent'))
    expect(agreements({ 1: '（一）总体情况说明' })).toEqual(changed(1, 'absent'))
  })

  it('takes the text that runs on in the heading line', () => {
    const [, , , , , last] = readingsOf({ 6: '六、其他需要报告的事项：无。' })
    expect(last).toMatchObject({ heading: '六、其他需要报告的事项', agreement: 'official' })
    expect(last?.text.startsWith('无。')).toBe(true)
  })

  it('joins a heading broken over two lines', () => {
    const document = sourceDocument(
      ['一、总体情况', '内容。', '三、收到和处理政府信息公开', '申请情况', '内容。'].map((text) =>
        paragraph(text),
      ),
    )
    const [, , third] = findSections(document, linesOf(document), OFFICIAL_SECTIONS).readings
    expect(third).toMatchObject({ heading: official[2], agreement: 'official', text: '内容。' })
  })

  it('passes over a table of contents', () => {
    const readings = readingsOf({}, official)
    expect(readings.map(({ text }) => text)).toEqual(
      official.map((_, i) => `正文第${i + 1}部分的内容。`),
    )
  })

  it('passes over a preface that names all sections in one sentence', () => {
    const preface = `本报告由${OFFICIAL_SECTIONS.map(({ title }) => title).join('、')}六个部分组成。`
    expect(agreements({}, [preface])).toEqual(Array(6).fill('official'))
  })

  it('says which section stands out of order', () => {
    const order = [1, 2, 3, 5, 4, 6]
    const document = sourceDocument(
      order.flatMap((number) => [paragraph(official[number - 1] ?? ''), paragraph('内容。')]),
    )
    const readings = findSections(document, linesOf(document), OFFICIAL_SECTIONS).readings
    expect(readings.filter(({ agreement }) => agreement === 'out-of-order')).toHaveLength(1)
    expect(readings.every(({ heading }) => heading !== null)).toBe(true)
  })
})
