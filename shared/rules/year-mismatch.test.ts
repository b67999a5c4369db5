import { testRule } from '../../test/rule-tester.ts'
import type { CalendarDate } from '../text/chinese-date.ts'
import { yearMismatch } from './year-mismatch.ts'

const day = (year: number, month: number, date: number): CalendarDate => ({
  year,
  month,
  day: date,
})
const signedOn = (year: number, month: number, date: number) => ({
  signature: { date: { ...day(year, month, date), raw: '' } },
})

testRule(yearMismatch, {
  passes: [
    ['signed on the last day of the period', {}, signedOn(2021, 12, 31)],
    ['signed a year after the period ended', {}, signedOn(2022, 12, 31)],
    ['neither period nor date', {}, { period: null, signature: null }],
    ['a signature without a date', {}, { signature: { date: null } }],
    ['no title', {}, { title: null }],
    ['a title without a year', {}, { title: { year: null } }],
    [
      'the period ends on the day before the last, which is period-days',
      {},
      { period: { end: day(2021, 12, 30) } },
    ],
    ['the period covers half of the year', {}, { period: { start: day(2021, 7, 1) } }],
    [
      'signed before the year ended, in a period that ended earlier',
      {},
      { period: { end: day(2021, 11, 30) }, ...signedOn(2021, 12, 25) },
    ],
    [
      'a period over two years with no year in the title, which is period-days',
      {},
      { title: { year: null }, period: { start: day(2020, 1, 1) } },
    ],
    ['nothing but a date', {}, { title: null, period: null }],
  ],
  fails: [
    [
      'the period is that of the year before',
      {},
      [
        {
          message:
            '标题写的是 2021 年，统计期限却是 2020年1月1日至2020年12月31日，落款日期是 2022年1月20日，年份互相矛盾，请核对。',
          cells: [],
          section: 0,
        },
      ],
      { period: { start: day(2020, 1, 1), end: day(2020, 12, 31) } },
    ],
    [
      'the period begins in another year',
      {},
      [{ message: /2020年1月1日至2021年12月31日/ }],
      { period: { start: day(2020, 1, 1) } },
    ],
    ['the period ends in another year', {}, [{}], { period: { end: day(2022, 12, 31) } }],
    [
      'title and period agree, and the date lies before the end',
      {},
      [
        {
          message:
            '落款日期 2021年1月12日早于统计期限的最后一天 2021年12月31日，请核对日期和年份。',
          section: 7,
        },
      ],
      signedOn(2021, 1, 12),
    ],
    ['signed on the day before the end', {}, [{}], signedOn(2021, 12, 30)],
    [
      'signed more than a year after the end',
      {},
      [{ message: /晚了一年以上/ }],
      signedOn(2023, 1, 1),
    ],
    [
      'no period: the title says which year it was',
      {},
      [{ message: /^落款日期 2021年12月25日早于年度的最后一天 2021年12月31日，/ }],
      { period: null, ...signedOn(2021, 12, 25) },
    ],
    [
      'no title: the period says it',
      {},
      [{ section: 7 }],
      { title: null, ...signedOn(2021, 1, 12) },
    ],
    [
      'everything contradicts everything: one finding',
      {},
      [{ section: 0 }],
      { period: { start: day(2020, 1, 1), end: day(2020, 12, 31) }, ...signedOn(2019, 1, 1) },
    ],
  ],
})
