import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { notChecked } from './not-checked.ts'

testRule(notChecked, {
  passes: [
    ['blank addends are counted as zero', { 't3.new.natural': '', 't4.review.upheld': '/' }],
    ['where nothing stands there is nothing to check', changeAll(/^t3\..*\.natural$/, '')],
    ['what fails was checked', { 't3.new.natural': '2' }],
    ['text in table 2, which no relation needs', { 't2.rule.issued': '见附件' }],
    ['period and date need not be there', {}, { period: null, signature: null }],
    [
      'an uncertain reading was checked, with a reservation',
      { 't3.new.natural': { raw: '0', doubt: 'source' } },
    ],
  ],
  fails: [
    [
      'a blank total',
      { 't3.new.total': '' },
      [
        {
          message: '以下内容没有核对：表三各行的总计：25 行中有 1 行没有核对，因为总计空白。',
          section: 7,
          cells: [],
        },
      ],
    ],
    [
      'each relation and each reason is named once',
      { 't3.handled.natural': '', 't3.granted.company': '若干', 't3.new.legal': null },
      [
        {
          message:
            '以下内容没有核对：表三各行的总计：25 行中有 2 行没有核对，其中 1 行缺少要用到的格，1 行有格填的不是件数。表三各列的办理结果总计：7 列中有 2 列没有核对，其中 1 列总计空白，1 列有格填的不是件数。表三各列的收办平衡：7 列中有 2 列没有核对，其中 1 列总计空白，1 列缺少要用到的格。',
        },
      ],
    ],
    [
      'all totals are blank',
      changeAll(/^t3\..*\.total$/, ''),
      [{ message: /表三各行的总计：25 行都没有核对，因为总计空白。$/ }],
    ],
    [
      'a missing table is one sentence',
      {},
      [
        {
          message:
            '以下内容没有核对：没有找到表三，表三各行的总计、表三各列的办理结果总计、表三各列的收办平衡没有核对。',
        },
      ],
      { missing: ['t3'] },
    ],
    ['table 2', {}, [{ message: /没有找到表二，表二的数字没有核对。$/ }], { missing: ['t2'] }],
    [
      'a cell that could not be placed',
      {},
      [{ message: /表四各组的总计：3 组中有 1 组没有核对，因为有格没有读出。/ }],
      { unplaced: [{ cells: ['t4.review.total'], values: ['0'], reason: 'run-together', at: [] }] },
    ],
    ['no year', {}, [{ message: /都没有读到年份/ }], { title: null, period: null }],
    [
      'no table that tells the edition',
      {},
      [{ message: /没有核对所用的是哪一版/ }],
      { missing: ['t2', 't3'] },
    ],
    [
      'table 2 follows another edition',
      changeAll(/^t2\./, null),
      [{ message: /表二用的是另一版官方格式/ }],
      { deviations: { t2: [{ kind: 'other-edition', edition: '2019', at: [] }] } },
    ],
    [
      'pages that are pictures',
      {},
      [{ message: /第 2、3 页没有文字/ }],
      { notes: [{ kind: 'image-pages', pages: [2, 3] }] },
    ],
  ],
})
