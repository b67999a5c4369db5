import { findCell } from '../form/cell-id.ts'
import { shortRowName } from '../form/cell-words.ts'
import type { CellId, Edition } from '../form/edition.ts'
import { type FailedEquation, failuresOf, failureToFinding, gapOf } from './equation.ts'
import type { ReportRule } from './rule.ts'

/** Table 3, each column: what came in = what was handled and what is carried on. The form prints this relation. */
export const t3Balance: ReportRule = {
  meta: {
    id: 't3-balance',
    severity: 'error',
    basis: (form) => `${form.source}，表三${form.tables.t3.note}`,
    about: '表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度。',
  },

  check: (report, form) =>
    failuresOf('t3-balance', report, form).map((failure) =>
      failureToFinding(failure, sentenceFor(failure, form)),
    ),
}

function sentenceFor(failure: FailedEquation, form: Edition): string {
  const { equation, left, right } = failure
  const inflow = `${termWords(equation.left, failure, form)} = ${left}`
  const outflow = `${termWords(equation.right, failure, form)} = ${right}`
  const cells = equation.left.length + equation.right.length
  return `表三「${equation.along.label}」列不平衡：${inflow}，${outflow}，差 ${gapOf(failure)}，请核对这 ${cells} 格`
}

/** All terms, zeros too: there are few, and any of them may be the wrong one. */
const termWords = (ids: readonly CellId[], { counts }: FailedEquation, form: Edition): string =>
  ids
    .flatMap((id) => {
      const cell = findCell(form, id)
      if (cell === undefined) return []
      return [`${shortRowName(cell)} ${counts.get(id) ?? 0n}`]
    })
    .join(' + ')
