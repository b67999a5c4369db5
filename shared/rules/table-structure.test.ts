import { testRule } from '../../test/rule-tester.ts'
import { tableStructure } from './table-structure.ts'

testRule(tableStructure, {
  passes: [
    ['numbers are not its matter', { 't3.new.natural': '见附件', 't3.new.total': '' }],
    ['a missing row is cell-missing', { 't3.new.natural': null }],
  ],
  fails: [
    [
      'a row too many, all zero',
      {},
      [
        {
          message:
            '表三“（三）不予公开”下多出一行“9.其他”，官方格式没有这一行；该行没有大于 0 的数，请删去。',
          cells: [],
          section: 3,
        },
      ],
      {
        deviations: {
          t3: [
            {
              kind: 'extra-row',
              label: '9.其他',
              under: '（三）不予公开',
              values: ['0', '', '0'],
              at: [],
            },
          ],
        },
      },
    ],
    [
      'a row too many with numbers',
      {},
      [{ message: /该行填有“2”、“2”，请并入/ }],
      {
        deviations: {
          t3: [{ kind: 'extra-row', label: '9.其他', under: '', values: ['2', '0', '2'], at: [] }],
        },
      },
    ],
    [
      'a column too many, without a heading',
      {},
      [{ message: '表二多出一列（没有名称），官方格式没有这一列，请核对后删去。' }],
      { deviations: { t2: [{ kind: 'extra-column', label: '', at: [] }] } },
    ],
    [
      'one label for the cells of several readings is one finding',
      {},
      [
        {
          message: '表二的「行政规范性文件」写成了“规范性文件”，请改为官方格式的名称。',
          cells: ['t2.normative.issued', 't2.normative.effective'],
          expected: '行政规范性文件',
          actual: '规范性文件',
          section: 2,
        },
      ],
      {
        deviations: {
          t2: [
            {
              kind: 'label-differs',
              official: '行政规范性文件',
              found: '规范性文件',
              cells: ['t2.normative.effective'],
              at: [],
            },
            {
              kind: 'label-differs',
              official: '行政规范性文件',
              found: '规范性文件',
              cells: ['t2.normative.issued'],
              at: [],
            },
          ],
        },
      },
    ],
    [
      'two wordings of one label stay apart',
      {},
      [{ actual: '只记' }, { actual: '只计数' }],
      {
        deviations: {
          t3: [
            { kind: 'label-differs', official: '部分公开', found: '只记', cells: [], at: [] },
            { kind: 'label-differs', official: '部分公开', found: '只计数', cells: [], at: [] },
          ],
        },
      },
    ],
    [
      'a row out of order',
      {},
      [{ message: /^表四的“复议后起诉”不在官方格式规定的位置/, section: 4 }],
      {
        deviations: {
          t4: [
            { kind: 'out-of-order', label: '复议后起诉', cells: ['t4.afterReview.total'], at: [] },
          ],
        },
      },
    ],
    [
      'table 2 of another edition',
      {},
      [
        {
          message:
            '表二用的是国办公开办函〔2019〕60号规定的格式，而表三用的是国办公开办函〔2021〕30号规定的格式，请统一改用现行格式。',
        },
      ],
      { deviations: { t2: [{ kind: 'other-edition', edition: '2019', at: [] }] } },
    ],
    [
      'a table twice',
      {},
      [{ message: /两张表三/ }],
      { deviations: { t3: [{ kind: 'duplicate-table', at: [] }] } },
    ],
  ],
})
