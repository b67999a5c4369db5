import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { tableMissing } from './table-missing.ts'

testRule(tableMissing, {
  passes: [
    ['a blank table is there', changeAll(/^t3\./, '')],
    ['a table whose cells were lost is there', changeAll(/^t3\./, null)],
  ],
  fails: [
    [
      'one table',
      {},
      [
        {
          message:
            '没有找到表三（「三、收到和处理政府信息公开申请情况」部分的表格），请补上；如果表格是图片，请换成能选中文字的表格。',
          section: 3,
          cells: [],
        },
      ],
      { missing: ['t3'] },
    ],
    [
      'all three',
      {},
      [{ section: 2 }, { section: 3 }, { section: 4 }],
      { missing: ['t2', 't3', 't4'] },
    ],
  ],
})
