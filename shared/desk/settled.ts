import { TABLE_IDS } from '../form/cell-order.ts'
import { TABLE_WORDS } from '../form/cell-words.ts'
import type { Edition } from '../form/edition.ts'
import { equationsOf } from '../form/equations.ts'
import { isUncertain } from '../report/cell-state.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { evaluate } from '../rules/equation.ts'

/**
 * Whether a report in which a finding is gone shows that it was put right. A sum that can no longer be reckoned, or a
 * table that is no longer there, silences a finding too.
 */
export function isSettled(finding: Finding, report: Report, form: Edition): boolean {
  const { cells, rule, message } = finding
  if (cells.length === 0)
    return TABLE_IDS.every(
      (id) => report.tables[id].status === 'read' || !message.includes(TABLE_WORDS[id]),
    )
  if (cells.some((id) => !report.cells.has(id) || isUncertain(report, id))) return false
  const own = equationsOf(form).filter(
    ({ kind, left, right }) =>
      kind === rule && cells.every((id) => left.includes(id) || right.includes(id)),
  )
  return own.every((equation) => evaluate(equation, report, form).kind === 'holds')
}
