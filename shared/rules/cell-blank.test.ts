import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { cellBlank } from './cell-blank.ts'

testRule(cellBlank, {
  passes: [
    ['a zero is no blank', { 't3.new.natural': '０' }],
    ['text is cell-not-a-number', { 't3.new.natural': '见附件' }],
    [
      'a blank whose place is not certain is cell-uncertain',
      { 't3.new.natural': { raw: '', doubt: 'row-length' } },
    ],
    ['a wholly blank table is table-blank', changeAll(/^t4\./, '')],
    ['a wholly blank form is table-blank', changeAll(/./, '/')],
    ['a cell that is not there is cell-missing', { 't3.new.natural': null }],
  ],
  fails: [
    [
      'one cell',
      { 't2.rule.issued': '' },
      [
        {
          message: '表二「规章」行「本年制发件数」列是空白，请填写数字：没有的填 0。',
          cells: ['t2.rule.issued'],
        },
      ],
    ],
    [
      'a stroke instead of a zero',
      { 't2.fee.amount': ' / ' },
      [
        {
          message: '表二「行政事业性收费」行「本年收费金额」列写的是“/”，请填写数字：没有的填 0。',
        },
      ],
    ],
    [
      'six columns in all rows are one block',
      changeAll(/^t3\..*\.(natural|company|research|charity|legal|other)$/, ''),
      [
        {
          cellCount: 150,
          message: /^表三全部 25 行的「自然人」至「其他」这 6 列（共 150 格）是空白/,
        },
      ],
    ],
    [
      'one group of table 4',
      changeAll(/^t4\.review\./, ''),
      [{ cellCount: 5, message: /^表四「行政复议」整组（共 5 格）/ }],
    ],
    [
      'cells of neighbouring groups of table 4 stand side by side in one row',
      { 't4.review.total': '', 't4.direct.upheld': '' },
      [{ cells: ['t4.review.total', 't4.direct.upheld'] }],
    ],
    [
      'cells that touch only at a corner are two blocks',
      { 't3.new.natural': '', 't3.carriedIn.company': '' },
      [{ cells: ['t3.new.natural'] }, { cells: ['t3.carriedIn.company'] }],
    ],
    [
      'a block with a corner in it is one',
      { 't3.new.natural': '', 't3.carriedIn.natural': '', 't3.carriedIn.company': '/' },
      [{ cellCount: 3, message: /是空白或“\/”/ }],
    ],
    [
      'heading rows of table 2 part its blocks',
      changeAll(/^t2\.(rule|normative|license)\./, ''),
      [{ cellCount: 6 }, { cells: ['t2.license.decisions'] }],
    ],
    [
      'a number parts a column',
      { ...changeAll(/^t3\..*\.natural$/, ''), 't3.granted.natural': '0' },
      [{ cellCount: 2 }, { cellCount: 22 }],
    ],
    [
      'an uncertain blank does not join two blocks',
      {
        't3.new.natural': '',
        't3.new.company': { raw: '', doubt: 'row-length' },
        't3.new.research': '',
      },
      [{ cells: ['t3.new.natural'] }, { cells: ['t3.new.research'] }],
    ],
    [
      'a blank total over numbers is not told to be 0',
      { 't3.new.natural': '2', 't3.new.total': '' },
      [{ message: /「总计」列是空白，请填写数字：按其他格相加应为 2。$/, cells: ['t3.new.total'] }],
    ],
    [
      'a block with such a total in it',
      { 't3.new.natural': '2', 't3.new.total': '', 't3.carriedIn.total': '' },
      [{ message: /没有的填 0，合计格填各项相加之和。$/ }],
    ],
  ],
})
