import { blocksOf } from '../form/cell-blocks.ts'
import { cellsIn, TABLE_IDS } from '../form/cell-order.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import { followsOtherEdition, unplacedIds } from '../report/cell-state.ts'
import type { ReportRule } from './rule.ts'

/** Cells of the form that the report's table does not have; a row or a column that is gone is one finding. */
export const cellMissing: ReportRule = {
  meta: {
    id: 'cell-missing',
    severity: 'error',
    basis: (form) => form.source,
    about: '报告的表里缺少官方格式中的格；缺整行、整列的只报一次。',
  },

  check: (report, form) => {
    const unplaced = unplacedIds(report)
    return TABLE_IDS.filter(
      (table) => report.tables[table].status === 'read' && !followsOtherEdition(report, table),
    ).flatMap((table) => {
      const missing = cellsIn(form, table).filter(
        ({ id }) => !report.cells.has(id) && !unplaced.has(id),
      )
      return blocksOf(missing).map((block) => {
        const cells = block.map((cell) => cell.id)
        return {
          message: `没有找到${cellSetWords(form, cells)}，请对照原文：确实没有的，按官方格式补上。`,
          cells,
        }
      })
    })
  },
}
