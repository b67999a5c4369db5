import { SCOPE_OF_CHECK } from './basis.ts'
import type { ReportRule } from './rule.ts'
import { AFTER_LAST_SECTION } from './section-place.ts'
import { uncheckedOf } from './unchecked.ts'

/** Says in one place what could not be checked, so that silence is never taken for a pass. */
export const notChecked: ReportRule = {
  meta: {
    id: 'not-checked',
    severity: 'info',
    basis: () => SCOPE_OF_CHECK,
    about: '列出没有核对到的内容和原因。',
  },

  check: (report, form) => {
    const sentences = uncheckedOf(report, form)
    return sentences.length === 0
      ? []
      : [
          {
            message: `以下内容没有核对：${sentences.join('')}`,
            cells: [],
            section: AFTER_LAST_SECTION,
          },
        ]
  },
}
