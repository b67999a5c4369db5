import { BUSY, changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { t3HandledSum } from './t3-handled-sum.ts'

testRule(t3HandledSum, {
  passes: [
    ['results that add up', BUSY],
    [
      'results left blank under a zero',
      changeAll(/^t3\.(denied|unavailable|declined|other)\./, ''),
    ],
    [
      'the total is blank, which cell-blank reports',
      { 't3.granted.natural': '2', 't3.handled.natural': '' },
    ],
    [
      'a row total is blank beside a number of its row, so that it is surely not zero',
      {
        't3.granted.natural': '2',
        't3.granted.total': '',
        't3.handled.natural': '2',
        't3.handled.total': '2',
      },
    ],
    ['the total is text', { 't3.handled.natural': '无数据' }],
    ['a result is not there', { 't3.granted.natural': null, 't3.handled.natural': '2' }],
    ['a result is a fraction', { 't3.granted.natural': '1.5', 't3.handled.natural': '2' }],
    [
      'what came in and what is carried on are no results',
      { 't3.new.natural': '2', 't3.carriedOut.natural': '2' },
    ],
    [
      'the 2019 form counts （六） once',
      { 't3.other.all.natural': '1', 't3.handled.natural': '1' },
      { edition: '2019' },
    ],
    ['table 3 is missing', {}, { missing: ['t3'] }],
  ],
  fails: [
    [
      'handled 0 although two were granted',
      { 't3.granted.natural': '2' },
      [
        {
          message:
            '表三「自然人」列：予以公开 2，「（七）总计」应为 2，表中为 0，差 2，请核对这一列。',
          cellCount: 22,
          expected: '2',
          actual: '0',
        },
      ],
    ],
    [
      'only the addends that are not zero are named, by short names',
      {
        't3.partial.total': '1',
        't3.denied.security.total': '2',
        't3.declined.reissue.total': '3',
        't3.other.overdueFee.total': '4',
        't3.other.misc.total': '5',
        't3.handled.total': '16',
      },
      [
        {
          message:
            '表三「总计」列：部分公开 1 + 危及“三安全一稳定” 2 + 要求确认或重新出具 3 + 逾期未缴费 4 + 其他处理中的其他 5，「（七）总计」应为 15，表中为 16，差 1，请核对这一列。',
        },
      ],
    ],
    [
      'each column for itself',
      { 't3.granted.natural': '2', 't3.granted.total': '2' },
      [{ message: /「自然人」列/ }, { message: /「总计」列/ }],
    ],
    [
      'the 2019 form has 19 results',
      { 't3.handled.company': '1' },
      [{ cellCount: 20, expected: '0', actual: '1', message: /各项都是 0/ }],
      { edition: '2019' },
    ],
  ],
})
