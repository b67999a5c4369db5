import { TABLE_WORDS } from '../form/cell-words.ts'
import { headingOf } from '../form/official-sections.ts'
import { ARTICLE_50 } from './basis.ts'
import type { ReportRule } from './rule.ts'

/** One of the form's sections is not there. */
export const sectionMissing: ReportRule = {
  meta: {
    id: 'section-missing',
    severity: 'error',
    basis: (form) => `${form.source}；${ARTICLE_50}`,
    about: '六个部分中缺了一个。',
  },

  check: (report, form) =>
    form.sections.flatMap((section) => {
      const reading = report.sections.find(({ number }) => number === section.number)
      if (reading !== undefined && reading.agreement !== 'absent' && reading.heading !== null)
        return []
      const hasTable = section.table !== null && report.tables[section.table].status === 'read'
      const message =
        hasTable && section.table !== null
          ? `${TABLE_WORDS[section.table]}在，但没有找到它的标题「${headingOf(section)}」，请补上标题。`
          : `没有找到「${headingOf(section)}」这一部分，请补上。`
      return [{ message, cells: [], section: section.number }]
    }),
}
