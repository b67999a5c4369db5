import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('fold', () => {
  it.each([
    ['full width digits and letters', '２０２１年Ａ', '2021年A'],
    ['brackets of every kind', '（一）〔二〕【三】', '(一)(二)(三)'],
    ['quotes of every kind', '“三”„四「五」', '"三""四"五"'],
    ['dashes of every kind', '—–－―', '----'],
    ['spaces and line breaks inside a label', '本年新 制作\n数\u3000量\u00a0', '本年新制作数量'],
    ['invisible characters', '总\u200b计\ufeff', '总计'],
    ['Kangxi radicals of a printed PDF', '⼀、总体情况', '一、总体情况'],
    ['CJK radicals that NFKC leaves alone', '⼈⺠政府⻅⻓⻔', '人民政府见长门'],
    ['traditional characters', '行政訴訟結果維持', '行政诉讼结果维持'],
    ['readings that a mirror site leaves', '本年制發(fā)件數（shù）', '本年制发件数'],
    ['letters in brackets that are no reading', '甲(a)乙(fa)', '甲(a)乙(fa)'],
    ['an ordinary label', '第二十条第（一）项', '第二十条第(一)项'],
  ])('unifies %s', (_, raw, folded) => {
    expect(fold(raw)).toBe(folded)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
