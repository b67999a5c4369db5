import { blocksOf } from '../form/cell-blocks.ts'
import { cellsOfEdition, type FormCell } from '../form/cell-id.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import type { Edition, Measure } from '../form/edition.ts'
import { type CellFault, faultOf } from '../report/cell-state.ts'
import { quote } from '../report/quote.ts'
import type { Report } from '../report/report.ts'
import type { ReportRule } from './rule.ts'

/** Text, a negative count, or a fraction where the form wants a whole number. */
export const cellNotANumber: ReportRule = {
  meta: {
    id: 'cell-not-a-number',
    severity: 'error',
    basis: (form) => form.source,
    about: '格里写的不是数字，或者件数写成了负数、小数。',
  },

  check: (report, form) =>
    faultsByText(report, form).flatMap(({ fault, raw, measure, cells }) =>
      blocksOf(cells).map((block) => {
        const ids = block.map((cell) => cell.id)
        return {
          message: `${cellSetWords(form, ids)}写的是${quote(raw)}，${adviceFor(fault, measure)}。`,
          cells: ids,
        }
      }),
    ),
}

interface SameFault {
  readonly fault: CellFault
  readonly raw: string
  readonly measure: Measure
  readonly cells: readonly FormCell[]
}

/** The same text in neighbouring cells is one slip. */
function faultsByText(report: Report, form: Edition): readonly SameFault[] {
  const groups = new Map<string, SameFault>()
  for (const formCell of cellsOfEdition(form)) {
    const cell = report.cells.get(formCell.id)
    const fault = cell === undefined ? null : faultOf(cell, formCell.measure)
    if (cell === undefined || fault === null) continue
    const { raw } = cell
    const { measure } = formCell
    const key = JSON.stringify([fault, measure, raw])
    const cells = [...(groups.get(key)?.cells ?? []), formCell]
    groups.set(key, { fault, raw, measure, cells })
  }
  return [...groups.values()]
}

function adviceFor(fault: CellFault, measure: Measure): string {
  switch (fault) {
    case 'words':
      return `这里只能填${wantedWords(measure)}，没有的填 0`
    case 'inexact':
      return '位数太多，无法准确读成一个数，请核对'
    case 'negative':
      return '这里不能是负数，请核对'
    case 'fraction':
      return '这里应为整数，请核对'
  }
}

function wantedWords(measure: Measure): string {
  switch (measure) {
    case 'count':
      return '整数'
    case 'change':
      return '整数（减少的写负数）'
    case 'money-10k':
      return '数字（单位：万元，可以有小数）'
    case 'money':
      return '数字（可以有小数）'
  }
}
