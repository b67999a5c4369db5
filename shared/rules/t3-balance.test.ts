import { BUSY } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { t3Balance } from './t3-balance.ts'

testRule(t3Balance, {
  passes: [
    ['numbers that balance', BUSY],
    [
      'part of what was carried in is carried on',
      { 't3.carriedIn.legal': '5', 't3.handled.legal': '2', 't3.carriedOut.legal': '3' },
    ],
    [
      'blank addends count as zero',
      {
        't3.new.natural': '2',
        't3.carriedIn.natural': '',
        't3.handled.natural': '2',
        't3.carriedOut.natural': '/',
      },
    ],
    [
      'the handled total is blank, which cell-blank reports',
      { 't3.new.natural': '2', 't3.handled.natural': '' },
    ],
    [
      'a term is text, which cell-not-a-number reports',
      { 't3.new.natural': '见附件', 't3.handled.natural': '2' },
    ],
    ['a term is negative', { 't3.new.natural': '-2', 't3.handled.natural': '2' }],
    ['a term is a fraction', { 't3.new.natural': '2.5', 't3.handled.natural': '2' }],
    [
      'a term is not there, which cell-missing reports',
      { 't3.new.natural': null, 't3.handled.natural': '2' },
    ],
    [
      'a term could not be placed',
      { 't3.handled.natural': '2' },
      { unplaced: [{ cells: ['t3.new.natural'], values: ['2'], reason: 'row-length', at: [] }] },
    ],
    ['rows that the relation does not name', { 't3.granted.natural': '2' }],
    ['table 3 is missing', {}, { missing: ['t3'] }],
    [
      'the same number in other forms',
      { 't3.new.natural': '１，２００', 't3.handled.natural': '1200件' },
    ],
  ],
  fails: [
    [
      'granted but not counted as handled, in one column',
      { 't3.new.natural': '2' },
      [
        {
          message:
            '表三「自然人」列不平衡：新收 2 + 上年结转 0 = 2，办理结果总计 0 + 结转下年度 0 = 0，差 2，请核对这 4 格。',
          cells: [
            't3.new.natural',
            't3.carriedIn.natural',
            't3.handled.natural',
            't3.carriedOut.natural',
          ],
          expected: '2',
          actual: '0',
        },
      ],
    ],
    [
      'more handled than came in',
      { 't3.handled.total': '7' },
      [{ expected: '0', actual: '7', message: /「总计」列.*差 7/ }],
    ],
    [
      'two columns, in the order of the form',
      { 't3.new.total': '1', 't3.new.natural': '1' },
      [{ message: /「自然人」列/ }, { message: /「总计」列/ }],
    ],
    [
      'a blank addend counts as zero, and the sentence says so',
      { 't3.new.natural': '2', 't3.carriedIn.natural': '', 't3.handled.natural': '1' },
      [{ expected: '2', actual: '1', message: /（空白格按 0 计）/ }],
    ],
    [
      'numbers near the limit of a double are still added exactly',
      {
        't3.new.natural': '9007199254740991',
        't3.carriedIn.natural': '2',
        't3.handled.natural': '9007199254740992',
      },
      [{ expected: '9007199254740993', actual: '9007199254740992', message: /差 1，/ }],
    ],
    [
      'the 2019 form has the same relation',
      { 't3.carriedOut.other': '1' },
      [{ expected: '0', actual: '1' }],
      { edition: '2019' },
    ],
  ],
})
