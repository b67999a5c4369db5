import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { tableBlank } from './table-blank.ts'

testRule(tableBlank, {
  passes: [
    [
      'one number stands in each table',
      { ...changeAll(/./, ''), 't2.rule.issued': '0', 't3.new.total': '0', 't4.review.total': '0' },
    ],
    [
      'text stands in an otherwise blank table',
      { ...changeAll(/^t4\./, ''), 't4.review.upheld': '见附件' },
    ],
    ['one column is blank', changeAll(/^t3\..*\.natural$/, '')],
    [
      'the only blank cells are those that were found of a lost table',
      { ...changeAll(/^t4\./, null), 't4.review.upheld': '' },
    ],
    [
      'a number stands in the table, but nobody knows where',
      changeAll(/^t4\./, ''),
      {
        unplaced: [
          { cells: ['t4.afterReview.total'], values: ['2'], reason: 'row-length', at: [] },
        ],
      },
    ],
    ['a table is missing', {}, { missing: ['t2', 't3', 't4'] }],
  ],
  fails: [
    [
      'one table is blank',
      changeAll(/^t4\./, ''),
      [
        {
          message: '整张表四（共 15 格）是空白，一个数也没有填，请按实际情况填写，没有的填 0。',
          cellCount: 15,
        },
      ],
    ],
    ['marks for nothing are blanks too', changeAll(/^t4\./, '/'), [{ cellCount: 15 }]],
    [
      'two tables are blank and the third is not',
      changeAll(/^t[24]\./, ''),
      [{ cellCount: 10 }, { cellCount: 15 }],
    ],
    [
      'the whole form is one finding',
      changeAll(/./, ''),
      [{ cellCount: 200, message: /^表二、表三、表四都是空白.*共 200 格/ }],
    ],
    [
      'all tables that are there are blank',
      changeAll(/^t[24]\./, ''),
      [{ cellCount: 25, message: /^表二、表四都是空白/ }],
      { missing: ['t3'] },
    ],
    [
      'the only table that is there is blank',
      changeAll(/^t2\./, ''),
      [{ cellCount: 10, message: /^整张表二/ }],
      { missing: ['t3', 't4'] },
    ],
    [
      'a blank table with one cell lost is still blank',
      { ...changeAll(/^t4\./, ''), 't4.afterReview.total': null },
      [{ cellCount: 14 }],
    ],
    [
      'the 2019 form',
      changeAll(/^t2\./, '', { edition: '2019' }),
      [{ cellCount: 22 }],
      { edition: '2019' },
    ],
  ],
})
