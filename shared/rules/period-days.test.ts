import { testRule } from '../../test/rule-tester.ts'
import { periodDays } from './period-days.ts'

testRule(periodDays, {
  passes: [
    ['no period is stated', {}, { period: null }],
    [
      'the whole of another year than the title, which is year-mismatch',
      {},
      { title: { year: 2020 } },
    ],
    [
      'over two years with a year in the title, which is year-mismatch',
      {},
      { period: { start: { year: 2020, month: 1, day: 1 } } },
    ],
  ],
  fails: [
    [
      'the last day is left out',
      {},
      [
        {
          message:
            '统计期限是 2021年1月1日至2021年12月30日，年度报告应当统计当年1月1日至12月31日，请核对。',
          section: 0,
          cells: [],
        },
      ],
      { period: { end: { year: 2021, month: 12, day: 30 } } },
    ],
    [
      'it begins in the middle of the year',
      {},
      [{}],
      { period: { start: { year: 2021, month: 5, day: 15 } } },
    ],
    ['it begins a month late', {}, [{}], { period: { start: { year: 2021, month: 2, day: 1 } } }],
    [
      'over two years with no year in the title',
      {},
      [{}],
      { title: { year: null }, period: { start: { year: 2020, month: 1, day: 1 } } },
    ],
    [
      'over two years with no title',
      {},
      [{}],
      { title: null, period: { start: { year: 2020, month: 1, day: 1 } } },
    ],
  ],
})
