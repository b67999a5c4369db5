import { testRule } from '../../test/rule-tester.ts'
import { editionMismatch } from './edition-mismatch.ts'

testRule(editionMismatch, {
  passes: [
    ['the first year of the 2021 form', {}, { year: 2021 }],
    ['a later year on the 2021 form', {}, { year: 2025 }],
    ['the first year of the 2019 form', {}, { edition: '2019', year: 2019 }],
    ['a year before there was a form', {}, { edition: '2019', year: 2018 }],
    ['no year is known', {}, { edition: '2019', title: { year: null }, period: null }],
    [
      'only table 4 is there, which is the same on every form',
      {},
      { edition: '2019', year: 2022, missing: ['t2', 't3'] },
    ],
    [
      'the year of the signature is not that of the report',
      {},
      { edition: '2019', signature: { date: { year: 2021, month: 3, day: 1, raw: '' } } },
    ],
  ],
  fails: [
    [
      'the old form in the first year of the new one',
      {},
      [
        {
          message:
            '2021 年度的报告应当使用国办公开办函〔2021〕30号规定的格式，表格却是国办公开办函〔2019〕60号规定的格式（适用于 2019 至 2020 年度的报告），请换用正确的格式重新填写。',
          expected: '2021',
          actual: '2019',
          basis: '国办公开办函〔2021〕30号',
          section: 0,
          cells: [],
        },
      ],
      { edition: '2019', year: 2021 },
    ],
    [
      'the new form for a year before it',
      {},
      [{ expected: '2019', message: /适用于 2021 年度及以后/ }],
      { year: 2020 },
    ],
    [
      'the title has no year and the period has',
      {},
      [{}],
      { edition: '2019', year: 2022, title: { year: null } },
    ],
    [
      'table 3 alone tells the edition',
      {},
      [{}],
      { edition: '2019', year: 2022, missing: ['t2', 't4'] },
    ],
  ],
})
