import { testRule } from '../../test/rule-tester.ts'
import { documentRevisions } from './document-revisions.ts'

testRule(documentRevisions, {
  passes: [
    [
      'other notes about the file',
      {},
      {
        notes: [
          { kind: 'comments', count: 2 },
          { kind: 'hidden-text', count: 2 },
          { kind: 'encoding', label: 'GB18030', declared: false },
        ],
      },
    ],
    ['none are left', {}, { notes: [{ kind: 'revisions', count: 0 }] }],
  ],
  fails: [
    [
      'some are left',
      {},
      [{ message: /3 [处条].*修订|修订.*3/, section: 0, cells: [] }],
      { notes: [{ kind: 'revisions', count: 3 }] },
    ],
  ],
})
