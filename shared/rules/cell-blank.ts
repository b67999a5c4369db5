import { blocksOf } from '../form/cell-blocks.ts'
import type { FormCell } from '../form/cell-id.ts'
import { cellsIn, TABLE_IDS } from '../form/cell-order.ts'
import { cellSetWords } from '../form/cell-set-words.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { equationsOf } from '../form/equations.ts'
import { isWhollyBlank } from '../report/cell-state.ts'
import { quote } from '../report/quote.ts'
import type { Report } from '../report/report.ts'
import { evaluate } from './equation.ts'
import type { ReportRule, RuleFinding } from './rule.ts'

/** Cells that are blank, or hold `/` or the like, where the form wants a number: one finding for each unbroken block. */
export const cellBlank: ReportRule = {
  meta: {
    id: 'cell-blank',
    severity: 'warning',
    basis: (form) => form.source,
    about: '应填数字的格是空白，或者写的是“/”“—”“无”；没有的应填 0。连成一片的空白只报一次。',
  },

  check: (report, form) => {
    const sums = sumsAtBlankTotals(report, form)
    return TABLE_IDS.filter((table) => !isWhollyBlank(report, form, table)).flatMap((table) => {
      const blank = cellsIn(form, table).filter((cell) => isSurelyBlank(report, cell.id))
      return blocksOf(blank).map((block) => blockToFinding(block, report, form, sums))
    })
  },
}

/** A blank whose place is not certain is `cell-uncertain`'s: perhaps the number stands beside it. */
function isSurelyBlank(report: Report, id: CellId): boolean {
  const cell = report.cells.get(id)
  return cell?.kind === 'blank' && cell.doubt === null
}

function blockToFinding(
  block: readonly FormCell[],
  report: Report,
  form: Edition,
  sums: ReadonlyMap<CellId, bigint>,
): RuleFinding {
  const cells = block.map((cell) => cell.id)
  const marks = new Set(cells.map((id) => report.cells.get(id)?.raw.trim() ?? ''))
  const shown = [...marks].map((mark) => (mark === '' ? '空白' : quote(mark))).join('或')
  const [sum] = cells.flatMap((id) => sums.get(id) ?? [])
  // Told to fill in 0, a clerk would break the sum.
  const advice =
    sum === undefined
      ? '没有的填 0'
      : cells.length === 1
        ? `按其他格相加应为 ${sum}`
        : '没有的填 0，合计格填各项相加之和'
  const isWritten = !marks.has('')
  return {
    message: `${cellSetWords(form, cells)}${isWritten ? '写的' : ''}是${shown}，请填写数字：${advice}。`,
    cells,
  }
}

/** For each total that is blank although its addends are not all zero: what they add up to. */
function sumsAtBlankTotals(report: Report, form: Edition): ReadonlyMap<CellId, bigint> {
  const sums = new Map<CellId, bigint>()
  for (const equation of equationsOf(form)) {
    // The balance has no side that is a total alone.
    const [total] = equation.right
    if (total === undefined || equation.right.length !== 1) continue
    const outcome = evaluate(equation, report, form)
    if (outcome.kind === 'open' && outcome.why === 'blank-result' && outcome.left !== 0n)
      sums.set(total, outcome.left)
  }
  return sums
}
