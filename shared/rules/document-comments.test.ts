import { testRule } from '../../test/rule-tester.ts'
import { documentComments } from './document-comments.ts'

testRule(documentComments, {
  passes: [
    [
      'other notes about the file',
      {},
      {
        notes: [
          { kind: 'revisions', count: 2 },
          { kind: 'hidden-text', count: 2 },
          { kind: 'encoding', label: 'GB18030', declared: false },
        ],
      },
    ],
    ['none are left', {}, { notes: [{ kind: 'comments', count: 0 }] }],
  ],
  fails: [
    [
      'some are left',
      {},
      [{ message: /3 [处条].*批注|批注.*3/, section: 0, cells: [] }],
      { notes: [{ kind: 'comments', count: 3 }] },
    ],
  ],
})
