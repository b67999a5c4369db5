import { BUSY, changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { t3RowTotal } from './t3-row-total.ts'

testRule(t3RowTotal, {
  passes: [
    ['rows that add up', BUSY],
    [
      'only the totals are filled, with zeros',
      changeAll(/^t3\..*\.(natural|company|research|charity|legal|other)$/, ''),
    ],
    [
      'a blank column counts as zero',
      { 't3.new.natural': '2', 't3.new.company': '', 't3.new.total': '2' },
    ],
    ['the total is blank, which cell-blank reports', { 't3.new.natural': '2', 't3.new.total': '' }],
    ['the total is a dash', { 't3.new.natural': '2', 't3.new.total': '—' }],
    ['a column holds text', { 't3.new.natural': '两件', 't3.new.total': '2' }],
    ['the total is negative', { 't3.new.total': '-1' }],
    ['a column is not there', { 't3.new.natural': null, 't3.new.total': '2' }],
    ['the total is not there', { 't3.new.natural': '2', 't3.new.total': null }],
    [
      'a row that could not be placed',
      {},
      {
        unplaced: [
          {
            cells: ['t3.new.natural', 't3.new.total'],
            values: ['1'],
            reason: 'row-length',
            at: [],
          },
        ],
      },
    ],
    [
      'the column sums fail but the rows hold',
      { 't3.granted.natural': '2', 't3.granted.total': '2' },
    ],
    ['table 3 is missing', {}, { missing: ['t3'] }],
  ],
  fails: [
    [
      'the total is too small',
      { 't3.new.natural': '2', 't3.new.company': '1', 't3.new.total': '2' },
      [
        {
          message:
            '表三「一、本年新收政府信息公开申请数量」行：自然人 2 + 商业企业 1，「总计」应为 3，表中为 2，差 1，请核对这一行。',
          cells: [
            't3.new.natural',
            't3.new.company',
            't3.new.research',
            't3.new.charity',
            't3.new.legal',
            't3.new.other',
            't3.new.total',
          ],
          expected: '3',
          actual: '2',
        },
      ],
    ],
    [
      'a total stands over zeros',
      { 't3.denied.secret.total': '1' },
      [
        {
          message: /^表三「（三）不予公开 1.属于国家秘密」行：各项都是 0，「总计」应为 0，表中为 1/,
          expected: '0',
          actual: '1',
        },
      ],
    ],
    [
      'only the total is filled and is not zero',
      {
        ...changeAll(/^t3\.new\.(natural|company|research|charity|legal|other)$/, ''),
        't3.new.total': '2',
      },
      [{ expected: '0', actual: '2', message: /空白格按 0 计/ }],
    ],
    [
      'the row that only the 2019 form has',
      { 't3.other.all.natural': '1' },
      [{ message: /「（六）其他处理」行/, expected: '1', actual: '0' }],
      { edition: '2019' },
    ],
    [
      'a row that only the 2021 form has, under its group',
      { 't3.other.misc.total': '1' },
      [{ message: /「（六）其他处理 3.其他」行/ }],
    ],
  ],
})
