import { BEFORE_PUBLICATION } from './basis.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The file still holds tracked changes. */
export const documentRevisions: ReportRule = {
  meta: {
    id: 'document-revisions',
    severity: 'warning',
    basis: () => BEFORE_PUBLICATION,
    about: '文件里还留有修订痕迹；程序按全部接受修订后的内容核对。',
  },

  check: ({ notes }) =>
    notes.flatMap((note) =>
      note.kind === 'revisions' && note.count > 0
        ? [
            {
              message: `文件里还有 ${note.count} 处修订没有接受或拒绝，这里按全部接受后的内容核对，请在 Word 或 WPS 中处理完修订再发布。`,
              cells: [],
              section: BEFORE_FIRST_SECTION,
            },
          ]
        : [],
    ),
}
