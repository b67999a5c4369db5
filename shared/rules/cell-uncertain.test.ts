import { changeAll } from '../../test/builders/report.ts'
import { testRule } from '../../test/rule-tester.ts'
import { cellUncertain } from './cell-uncertain.ts'

testRule(cellUncertain, {
  passes: [
    [
      'plain numbers, blanks and words',
      { 't3.new.natural': '12', 't3.new.company': '', 't3.new.legal': '见附件' },
    ],
    ['a cell that is not there', { 't3.new.natural': null }],
    ['the unit of the column', { 't2.fee.amount': '12.5万元', 't3.new.natural': '3件' }],
  ],
  fails: [
    [
      'another unit than the column counts in',
      { 't2.fee.amount': '380元' },
      [
        {
          message:
            '表二「行政事业性收费」行「本年收费金额」列读作“380元”，但没有把握：数字后面的单位与这一列的单位不同。请对照原文核对这一格。',
          cells: ['t2.fee.amount'],
        },
      ],
    ],
    ['digits with a space between', { 't3.new.natural': '1 2' }, [{ message: /数字中间有空格/ }]],
    [
      'one row doubted for one reason',
      changeAll(/^t3\.new\./, { raw: '0', doubt: 'row-length' }),
      [
        {
          cellCount: 7,
          message:
            /^表三「一、本年新收政府信息公开申请数量」整行（共 7 格）读作“0”，但没有把握：这一行的格数/,
        },
      ],
    ],
    [
      'cells of one row that do not touch',
      {
        't3.new.natural': { raw: '1', doubt: 'source' },
        't3.new.legal': { raw: '', doubt: 'source' },
      },
      [{ cells: ['t3.new.natural', 't3.new.legal'], message: /读作“1”、空白，/ }],
    ],
    [
      'rows apart from each other',
      {
        't3.new.natural': { raw: '1', doubt: 'source' },
        't3.granted.natural': { raw: '1', doubt: 'source' },
      },
      [{ cells: ['t3.new.natural'] }, { cells: ['t3.granted.natural'] }],
    ],
    [
      'two reasons side by side',
      {
        't3.new.natural': { raw: '1', doubt: 'row-label' },
        't3.new.company': { raw: '1', doubt: 'column-label' },
      },
      [{ message: /这一行的名称没有认出来/ }, { message: /这一列的名称没有认出来/ }],
    ],
    [
      'a whole table drawn without lines is one finding',
      changeAll(/^t4\./, { raw: '0', doubt: 'source' }),
      [{ cellCount: 15, message: /^整张表四/ }],
    ],
    [
      'numbers whose places could not be decided',
      {},
      [
        {
          message:
            '表四「行政复议」组「结果维持」「结果纠正」列（共 2 格）没有读出：文件中只能看到“12”，共 1 个值，分不清各在哪一格（几个数挤在一起，分不清是几个）。请对照原文核对这些格。',
          cells: ['t4.review.upheld', 't4.review.corrected'],
        },
      ],
      {
        unplaced: [
          {
            cells: ['t4.review.upheld', 't4.review.corrected'],
            values: ['12'],
            reason: 'run-together',
            at: [],
          },
        ],
      },
    ],
    [
      'cells without any number to be seen',
      {},
      [{ message: /文件中没有看到数值/ }],
      {
        unplaced: [{ cells: ['t3.other.misc.natural'], values: [], reason: 'row-length', at: [] }],
      },
    ],
  ],
})
