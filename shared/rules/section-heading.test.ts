import { testRule } from '../../test/rule-tester.ts'
import { sectionHeading } from './section-heading.ts'

testRule(sectionHeading, {
  passes: [
    [
      'a missing section is section-missing',
      {},
      { sections: { 1: { heading: null, agreement: 'absent' } } },
    ],
    [
      'spacing and punctuation never count',
      {},
      { sections: { 1: { heading: '一.总体情况', agreement: 'official' } } },
    ],
  ],
  fails: [
    [
      'other words',
      {},
      [
        {
          message:
            '标题“二、主动公开政府信息的情况”与官方格式不同，请改为「二、主动公开政府信息情况」。',
          expected: '二、主动公开政府信息情况',
          actual: '二、主动公开政府信息的情况',
          section: 2,
        },
      ],
      { sections: { 2: { heading: '二、主动公开政府信息的情况', agreement: 'words-differ' } } },
    ],
    [
      'another number',
      {},
      [{ message: /序号与官方格式不同/, section: 3 }],
      {
        sections: {
          3: { heading: '四、收到和处理政府信息公开申请情况', agreement: 'number-differs' },
        },
      },
    ],
    [
      'another place',
      {},
      [{ message: /「六、其他需要报告的事项」应为第六部分/, section: 6 }],
      { sections: { 6: { heading: '六、其他需要报告的事项', agreement: 'out-of-order' } } },
    ],
    [
      'headings without numbers are one hint',
      {},
      [
        {
          severity: 'info',
          section: 1,
          message: /^标题「一、总体情况」「五、存在的主要问题及改进情况」前没有读到序号/,
        },
      ],
      {
        sections: {
          1: { heading: '总体情况', agreement: 'number-absent' },
          5: { heading: '存在的主要问题及改进情况', agreement: 'number-absent' },
        },
      },
    ],
  ],
})
