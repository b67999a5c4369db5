import { cellsIn, TABLE_IDS } from '../form/cell-order.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import { TABLE_WORDS } from '../form/cell-words.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { isWhollyBlank } from '../report/cell-state.ts'
import type { Report } from '../report/report.ts'
import type { ReportRule, RuleFinding } from './rule.ts'

/** Every number cell of a table is blank. Where all tables are, that is one mistake: nobody filled the form in. */
export const tableBlank: ReportRule = {
  meta: {
    id: 'table-blank',
    severity: 'error',
    basis: (form) => form.source,
    about: '整张表一个数都没有填。',
  },

  check: (report, form) => {
    const present = TABLE_IDS.filter((table) => report.tables[table].status === 'read')
    const blank = present.filter((table) => isWhollyBlank(report, form, table))
    if (blank.length > 1 && blank.length === present.length) {
      const names = blank.map((table) => TABLE_WORDS[table]).join('、')
      const cells = blank.flatMap((table) => locatedIn(report, form, table))
      return [findingAbout(`${names}都是空白，一个数也没有填（共 ${cells.length} 格）`, cells)]
    }
    return blank.map((table) => {
      const cells = locatedIn(report, form, table)
      return findingAbout(`${cellSetWords(form, cells)}是空白，一个数也没有填`, cells)
    })
  },
}

const findingAbout = (what: string, cells: readonly CellId[]): RuleFinding => ({
  message: `${what}，请按实际情况填写，没有的填 0。`,
  cells,
})

const locatedIn = (
  report: Report,
  form: Edition,
  table: (typeof TABLE_IDS)[number],
): readonly CellId[] => cellsIn(form, table).flatMap(({ id }) => (report.cells.has(id) ? [id] : []))
