import { testRule } from '../../test/rule-tester.ts'
import { documentHiddenText } from './document-hidden-text.ts'

testRule(documentHiddenText, {
  passes: [
    [
      'other notes about the file',
      {},
      {
        notes: [
          { kind: 'revisions', count: 2 },
          { kind: 'comments', count: 2 },
          { kind: 'encoding', label: 'GB18030', declared: false },
        ],
      },
    ],
    ['none are left', {}, { notes: [{ kind: 'hidden-text', count: 0 }] }],
  ],
  fails: [
    [
      'some are left',
      {},
      [{ message: /3 [处条].*隐藏|隐藏.*3/, section: 0, cells: [] }],
      { notes: [{ kind: 'hidden-text', count: 3 }] },
    ],
  ],
})
