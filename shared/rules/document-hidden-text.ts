import { BEFORE_PUBLICATION } from './basis.ts'
import type { ReportRule } from './rule.ts'
import { BEFORE_FIRST_SECTION } from './section-place.ts'

/** The file holds text formatted as hidden, which was left out. */
export const documentHiddenText: ReportRule = {
  meta: {
    id: 'document-hidden-text',
    severity: 'warning',
    basis: () => BEFORE_PUBLICATION,
    about: '文件里有设为隐藏的文字；程序没有读取。',
  },

  check: ({ notes }) =>
    notes.flatMap((note) =>
      note.kind === 'hidden-text' && note.count > 0
        ? [
            {
              message: `文件里有 ${note.count} 处设为隐藏的文字，这里没有读取，请显示隐藏文字看一看，不需要的删去。`,
              cells: [],
              section: BEFORE_FIRST_SECTION,
            },
          ]
        : [],
    ),
}
