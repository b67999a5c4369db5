import { BEFORE_PUBLICATION } from './basis.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The file still holds comments. */
export const documentComments: ReportRule = {
  meta: {
    id: 'document-comments',
    severity: 'info',
    basis: () => BEFORE_PUBLICATION,
    about: '文件里还留有批注。',
  },

  check: ({ notes }) =>
    notes.flatMap((note) =>
      note.kind === 'comments' && note.count > 0
        ? [
            {
              message: `文件里还有 ${note.count} 条批注，发布前请删去。`,
              cells: [],
              section: BEFORE_FIRST_SECTION,
            },
          ]
        : [],
    ),
}
