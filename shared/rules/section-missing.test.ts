import { testRule } from '../../test/rule-tester.ts'
import { sectionMissing } from './section-missing.ts'

const absent = { heading: null, agreement: 'absent' } as const

testRule(sectionMissing, {
  passes: [
    [
      'a heading in other words is section-heading',
      {},
      { sections: { 5: { heading: '五、存在问题', agreement: 'words-differ' } } },
    ],
    [
      'a heading without a number',
      {},
      { sections: { 1: { heading: '总体情况', agreement: 'number-absent' } } },
    ],
    [
      'a heading out of order',
      {},
      { sections: { 6: { heading: '六、其他需要报告的事项', agreement: 'out-of-order' } } },
    ],
  ],
  fails: [
    [
      'a section of prose',
      {},
      [
        {
          message: '没有找到「五、存在的主要问题及改进情况」这一部分，请补上。',
          section: 5,
          cells: [],
        },
      ],
      { sections: { 5: absent } },
    ],
    [
      'a heading is gone and its table is there',
      {},
      [{ message: /^表二在，但没有找到它的标题「二、主动公开政府信息情况」/, section: 2 }],
      { sections: { 2: absent } },
    ],
    [
      'heading and table are gone',
      {},
      [{ message: /这一部分/, section: 3 }],
      { sections: { 3: absent }, missing: ['t3'] },
    ],
    ['two sections', {}, [{ section: 1 }, { section: 6 }], { sections: { 1: absent, 6: absent } }],
  ],
})
