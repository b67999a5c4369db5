import { describe, expect, it } from 'vitest'
import { toLabelKey, toOrdinal } from './label.ts'

describe('toLabelKey', () => {
  it.each([
    ['一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量', 1],
    ['（三） 不予公开', '不予公开', 3],
    ['(三)\n不予公开', '不予公开', 3],
    ['3.危及“三安全一稳定”', '危及三安全一稳定', 3],
    ['3．危及“三安全一稳定”', '危及三安全一稳定', 3],
    ['3、危及三安全一稳定', '危及三安全一稳定', 3],
    ['三安全一稳定', '三安全一稳定', null],
    ['10. 其他', '其他', 10],
    ['3.其它', '其他', 3],
    ['2021年总体情况', '2021年总体情况', null],
    ['二〇二一年', '二〇二一年', null],
    ['本年增/减', '本年增减', null],
    ['', '', null],
  ])('takes %j apart', (text, words, ordinal) => {
    expect(toLabelKey(text)).toEqual({ words, ordinal })
  })
})

describe('toOrdinal', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['7', 7],
    ['07', 7],
    ['一二', null],
    ['', null],
    ['百', null],
  ])('reads %j as %j', (text, value) => {
    expect(toOrdinal(text)).toBe(value)
  })
})
