import { describe, expect, it } from 'vitest'
import { paragraph, sourceDocument } from '../../test/builders/source-document.ts'
import { linesOf } from './lines.ts'
import { findPeriod } from './period.ts'
import { findSignature } from './signature.ts'

const linesFrom = (...texts: string[]) =>
  linesOf(sourceDocument(texts.map((text) => paragraph(text))))

describe('findPeriod', () => {
  it.each<[string, [number, number, number] | null]>([
    ['本报告所列数据的统计期限为2021年1月1日至2021年12月31日。', [2021, 12, 31]],
    ['统计时限自 2020 年 1 月 1 日起至 2020 年 12 月 31 日止', [2020, 12, 31]],
    ['数据统计期限：２０２２年１月１日—１２月３１日', [2022, 12, 31]],
    ['统计期限为2021年1月1日至12月30日', [2021, 12, 30]],
    ['统计期限为2021年1⽉1⽇⾄12⽉31⽇', [2021, 12, 31]],
    // Digits lost beside the marks must never become a year.
    ['统计期限为20201月1日至202012月31日', null],
    ['统计期限为202111日至1231日', null],
    ['2021年1月1日至3月1日开展了宣传活动', null],
    ['统计期限为2021年', null],
  ])('reads %j', (text, end) => {
    const found = findPeriod(linesFrom(text))
    expect(found === null ? null : [found.end.year, found.end.month, found.end.day]).toEqual(end)
  })
})

describe('findSignature', () => {
  it.each<[string[], string | null, number | null]>([
    [['无', '清溪镇人民政府', '2022年1月25日'], '清溪镇人民政府', 2022],
    [['无', '清溪镇人民政府', '二〇二二年一月二十五日'], '清溪镇人民政府', 2022],
    [['无', '清溪镇人民政府 2022年1月5日'], '清溪镇人民政府', 2022],
    [['无', '清溪镇人民政府', '2022-01-25', '扫一扫在手机打开'], '清溪镇人民政府', 2022],
    [['无', '2022年1月25日'], null, 2022],
    [['无', '清溪镇人民政府'], '清溪镇人民政府', null],
  ])('reads %j', (texts, unit, year) => {
    const found = findSignature(linesFrom(...texts))
    expect([found?.unit, found?.date?.year ?? null]).toEqual([unit, year])
  })

  it.each([[['无']], [['发布时间：2022-01-25']], [['2022年13月45日']]])(
    'finds none in %j',
    (texts) => {
      expect(findSignature(linesFrom(...texts))).toBeNull()
    },
  )
})
