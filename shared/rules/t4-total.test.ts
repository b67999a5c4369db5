import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { t4Total } from './t4-total.ts'

testRule(t4Total, {
  passes: [
    [
      'the parts add up',
      { 't4.review.upheld': '2', 't4.review.pending': '1', 't4.review.total': '3' },
    ],
    ['a part is blank and the others add up', { 't4.direct.upheld': '', 't4.direct.total': '0' }],
    [
      'the total is blank, which cell-blank reports',
      { 't4.review.upheld': '2', 't4.review.total': '' },
    ],
    ['a whole group is blank', changeAll(/^t4\.review\./, '')],
    ['a part is text', { 't4.review.upheld': '二', 't4.review.total': '2' }],
    ['the last total was lost', { 't4.afterReview.upheld': '1', 't4.afterReview.total': null }],
    [
      'a total could not be placed',
      { 't4.afterReview.upheld': '1' },
      { unplaced: [{ cells: ['t4.afterReview.total'], values: [], reason: 'row-length', at: [] }] },
    ],
    ['the groups are not added to each other', { 't4.review.upheld': '1', 't4.review.total': '1' }],
    ['table 4 is missing', {}, { missing: ['t4'] }],
  ],
  fails: [
    [
      'the total is too small',
      { 't4.review.upheld': '2', 't4.review.total': '1' },
      [
        {
          message: '表四「行政复议」组：结果维持 2，「总计」应为 2，表中为 1，差 1，请核对这一组。',
          cells: [
            't4.review.upheld',
            't4.review.corrected',
            't4.review.otherResult',
            't4.review.pending',
            't4.review.total',
          ],
          expected: '2',
          actual: '1',
        },
      ],
    ],
    [
      'a group under 行政诉讼 is named with its heading',
      { 't4.afterReview.pending': '1' },
      [{ message: /^表四「行政诉讼·复议后起诉」组：尚未审结 1，「总计」应为 1，表中为 0/ }],
    ],
    [
      'two groups',
      { 't4.review.total': '1', 't4.direct.total': '1' },
      [{ message: /行政复议/ }, { message: /未经复议直接起诉/ }],
    ],
  ],
})
