import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesSearch, toSearchQuery } from './report-search.ts'
import { toSearchText } from './search-text.ts'

const text = (unit: string, fileName = '') =>
  toSearchText({ unit, title: `${unit}2023年政府信息公开工作年度报告`, fileName })

const finds = (typed: string, unit: string, fileName?: string) =>
  matchesSearch(toSearchQuery(typed), text(unit, fileName))

describe('searching', () => {
  it.each([
    ['characters', '清水', '清水镇'],
    ['a word of the title', '年度报告', '清水镇'],
    ['initials', 'qsz', '清水镇'],
    ['the first initial', 'q', '清水镇'],
    ['initials in the middle', 'sz', '清水镇'],
    ['full pinyin', 'qingshuizhen', '清水镇'],
    ['pinyin as far as it is typed', 'qingshu', '清水镇'],
    ['a mix of both', 'qingsz', '清水镇'],
    ['another mix', 'qshuiz', '清水镇'],
    ['zh, ch and sh as initials', 'qshzh', '清水镇'],
    ['capitals', 'QSZ', '清水镇'],
    ['full width', 'ｑｓｚ', '清水镇'],
    ['what an input method shows while composing', "qing'shui'zhen", '清水镇'],
    ['several words, in any order', '2023 qsz', '清水镇'],
    ['initials and the year in one', 'qsz2023', '清水镇'],
    ['traditional characters', '縣', '大演县'],
    ['the surname reading of 单', 'sx', '单县'],
    ['the usual reading of 单', 'dx', '单县'],
    ['重 as in 重庆', 'cqs', '重庆市'],
    ['长 as in 长寿, whatever stands before it', 'chsq', '重庆市长寿区'],
    ['厦 as in 厦门', 'xms', '厦门市'],
    ['六 as in 六安', 'lass', '六安市舒城'],
    ['乐 as in 乐清', 'yqs', '乐清市'],
    ['ü typed as v', 'lvc', '绿春县'],
    ['ü typed as u', 'luchun', '绿春县'],
    ['a reading of one letter', 'aertai', '阿尔泰'],
  ])('finds by %s', (_, typed, unit) => {
    expect(finds(typed, unit)).toBe(true)
  })

  it.each([
    ['initials in another order', 'szq', '清水镇'],
    ['a syllable that is only begun in the middle', 'qishuizhen', '清水镇'],
    ['letters from two parts, as if the file name went on', 'bgqs', '清水镇', '清水.docx'],
    ['one word that is missing', 'qsz 2022', '清水镇'],
    ['other characters', '浊水', '清水镇'],
  ])('does not find by %s', (_, typed, unit, fileName = '') => {
    expect(finds(typed, unit, fileName)).toBe(false)
  })

  it('finds by the name of the file', () => {
    expect(finds('nb2023', '清水镇', '年报2023（终稿）.docx')).toBe(true)
    expect(finds('终稿', '清水镇', '年报2023（终稿）.docx')).toBe(true)
  })

  it('finds everything for nothing typed', () => {
    for (const typed of ['', '  ', '　', "'"]) expect(finds(typed, '清水镇')).toBe(true)
  })

  it('finds a unit whose title does not begin with it, or that has none', () => {
    const source = { unit: '清水镇', title: '2023年度报告', fileName: '' }
    expect(matchesSearch(toSearchQuery('qsz'), toSearchText(source))).toBe(true)
    expect(
      matchesSearch(
        toSearchQuery('nb'),
        toSearchText({ unit: null, title: null, fileName: '年报.docx' }),
      ),
    ).toBe(true)
  })

  it('finds a unit by any mix of what its characters read, on any name', () => {
    const characters = fc.constantFrom(...'清水镇单县重庆长乐六安厦门行唐大演乡街道绿春蔚')
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(30)),
        (name, draws) => {
          const readings = text(name.join('')).readings.split(' ')
          const typed = name.map((_, index) => {
            const choices = (readings[index] ?? '').toLowerCase().split('/')
            const reading = choices[(draws.next().value ?? 0) % choices.length] ?? ''
            return (draws.next().value ?? 0) % 2 === 0 ? reading : reading.charAt(0)
          })
          expect(finds(typed.join(''), name.join(''))).toBe(true)
        },
      ),
    )
  })

  it('never fails on what anybody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(typeof finds(typed, '清水镇')).toBe('boolean')
      }),
    )
  })
})

describe('search texts', () => {
  it('put units in pinyin order', () => {
    const units = ['清水镇', '安平乡', '大演乡', '北街']
    const sorted = units.toSorted((one, other) =>
      text(one).readings < text(other).readings ? -1 : 1,
    )
    expect(sorted).toEqual(['安平乡', '北街', '大演乡', '清水镇'])
  })
})
