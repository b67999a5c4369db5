import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { cellMissing } from './cell-missing.ts'

testRule(cellMissing, {
  passes: [
    ['a blank cell is there', { 't3.new.natural': '' }],
    ['a missing table is table-missing', {}, { missing: ['t2', 't4'] }],
    [
      'a cell that could not be placed is cell-uncertain',
      {},
      {
        unplaced: [
          { cells: ['t4.afterReview.total'], values: ['0'], reason: 'row-length', at: [] },
        ],
      },
    ],
    [
      'table 2 follows another edition, which table-structure reports',
      changeAll(/^t2\./, null),
      { deviations: { t2: [{ kind: 'other-edition', edition: '2019', at: [] }] } },
    ],
  ],
  fails: [
    [
      'the last total of table 4',
      { 't4.afterReview.total': null },
      [
        {
          message:
            '没有找到表四「行政诉讼·复议后起诉」组「总计」列，请对照原文：确实没有的，按官方格式补上。',
          cells: ['t4.afterReview.total'],
        },
      ],
    ],
    [
      'a row is one finding',
      changeAll(/^t3\.denied\.query\./, null),
      [{ cellCount: 7, message: /「（三）不予公开 8.属于行政查询事项」整行（共 7 格）/ }],
    ],
    [
      'a column is one finding',
      changeAll(/^t3\..*\.legal$/, null),
      [{ cellCount: 25, message: /「法律服务机构」整列（共 25 格）/ }],
    ],
    [
      'a row of each of two tables',
      { ...changeAll(/^t3\.new\./, null), ...changeAll(/^t4\.direct\./, null) },
      [{ cellCount: 7 }, { cellCount: 5 }],
    ],
    [
      'nothing of a table that is there',
      changeAll(/^t4\./, null),
      [{ cellCount: 15, message: /整张表四/ }],
    ],
    [
      'other tables are still looked at where table 2 follows another edition',
      { ...changeAll(/^t2\./, null), 't3.new.natural': null },
      [{ cells: ['t3.new.natural'] }],
      { deviations: { t2: [{ kind: 'other-edition', edition: '2019', at: [] }] } },
    ],
  ],
})
