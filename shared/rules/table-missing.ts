import { tablesOf } from '../form/cell-id.ts'
import { TABLE_WORDS } from '../form/cell-words.ts'
import { headingOf } from '../form/official-sections.ts'
import type { ReportRule } from './rule.ts'

/** One of the form's tables is not in the report. */
export const tableMissing: ReportRule = {
  meta: {
    id: 'table-missing',
    severity: 'error',
    basis: (form) => form.source,
    about: '三张表中缺了一张。',
  },

  check: (report, form) =>
    tablesOf(form)
      .filter((table) => report.tables[table.id].status === 'missing')
      .map((table) => {
        const section = form.sections.find(({ number }) => number === table.section)
        const where = section === undefined ? '' : `（「${headingOf(section)}」部分的表格）`
        return {
          message: `没有找到${TABLE_WORDS[table.id]}${where}，请补上；如果表格是图片，请换成能选中文字的表格。`,
          cells: [],
          section: table.section,
        }
      }),
}
