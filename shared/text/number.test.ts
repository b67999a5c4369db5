import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../form/edition.ts'
import { isValueLike, readContent } from './number.ts'

const value = (raw: string, measure: Measure = 'count') => {
  const content = readContent(raw, measure)
  return content.kind === 'number' ? content.value : content.kind
}
const doubt = (raw: string, measure: Measure) => {
  const content = readContent(raw, measure)
  return content.kind === 'number' ? content.doubt : content.kind
}

describe('readContent', () => {
  it.each<[string, number | string]>([
    ['0', 0],
    ['+8', 8],
    ['-3', -3],
    ['−3', -3],
    ['－3', -3],
    ['１２', 12],
    ['1,585.50', 1585.5],
    ['1，585', 1585],
    ['007', 7],
    ['.5', 0.5],
    ['0.092', 0.092],
    ['190.457379', 190.457379],
    ['3件', 3],
    ['3 件', 3],
    ['3（件）', 3],
    [' 0 ', 0],
    ['999999999999999', 999999999999999],
    ['9007199254740991', 9007199254740991],
    // What a double cannot hold is not a number we may show.
    ['9007199254740993', 'text'],
    ['12345678901234567890', 'text'],
    ['123456789012345680000', 'text'],
    [`1${'0'.repeat(400)}`, 'text'],
    ['0.1234567890123456789', 'text'],
    // Not numbers, though a computer could make them one.
    ['①', 'text'],
    ['½', 'text'],
    ['1e3', 'text'],
    ['0x10', 'text'],
    ['1,58', 'text'],
    ['1.2.3', 'text'],
    ['O', 'text'],
    ['零', 'text'],
    ['一', 'text'],
    ['约3件', 'text'],
    ['3（含结转1）', 'text'],
  ])('reads %j as %j', (raw, expected) => {
    expect(value(raw)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['\u3000', 'empty'],
    ['/', 'slash'],
    ['／', 'slash'],
    ['-', 'dash'],
    ['—', 'dash'],
    ['——', 'dash'],
    ['－', 'dash'],
    ['无', 'none'],
    ['無', 'none'],
    ['不适用', 'none'],
  ])('keeps %j apart as a blank of its own kind', (raw, mark) => {
    expect(readContent(raw, 'count')).toEqual({ kind: 'blank', mark })
  })

  it.each<[string, Measure, string | null]>([
    ['12.5万元', 'money-10k', null],
    ['12.5', 'money-10k', null],
    ['380元', 'money-10k', 'other-unit'],
    ['12.5万元', 'money', 'other-unit'],
    ['12.5万元', 'count', 'other-unit'],
    ['838110元', 'money', null],
    ['3件', 'count', null],
    ['50%', 'count', 'other-unit'],
    ['1 2', 'count', 'spaced-digits'],
    ['0\n0', 'count', 'spaced-digits'],
    ['00', 'count', 'run-together'],
    ['01', 'count', 'run-together'],
    ['0.5', 'money', null],
  ])('reads %j in a %s column with doubt %j', (raw, measure, expected) => {
    expect(doubt(raw, measure)).toBe(expected)
  })

  it('reads every whole number that was printed, however it was printed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.constantFrom('', ' ', '\n', '\u3000'), (n, space) => {
        const wide = [...String(n)]
          .map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
          .join('')
        const grouped = String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
        for (const raw of [`${n}`, wide, grouped, `+${n}`])
          expect(value(`${space}${raw}${space}`)).toBe(n)
      }),
    )
  })
})

describe('isValueLike', () => {
  it.each([
    ['0', true],
    ['', true],
    ['/', true],
    ['12345678901234567890', true],
    ['两件', false],
    ['规章', false],
  ])('says of %j: %j', (raw, expected) => {
    expect(isValueLike(raw)).toBe(expected)
  })
})
