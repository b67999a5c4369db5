import { cellsInOrder } from '../form/cell-order.ts'
import type { Edition } from '../form/edition.ts'
import type { Finding, Verdict } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { REPORT_RULES } from '../rules/index.ts'
import type { ReportRule, RuleFinding, RuleMeta } from '../rules/rule.ts'
import { uncheckedOf } from '../rules/unchecked.ts'
import type { CheckedReport } from './checked-report.ts'
import { type PlacedFinding, toReadingOrder } from './reading-order.ts'
import { lowerIfUncertain } from './uncertain-findings.ts'

/** Runs the rules over a report, whose form is the edition it follows, and says what came of it. */
export function checkReport(
  report: Report,
  form: Edition,
  rules: readonly ReportRule[] = REPORT_RULES,
): CheckedReport {
  const placed = rules.flatMap((rule, order) =>
    rule.check(report, form).map(
      (said): PlacedFinding => ({
        finding: lowerIfUncertain(toFinding(said, rule.meta, form), report, form),
        section: said.section ?? null,
        order,
      }),
    ),
  )
  const findings = toReadingOrder(withoutRepeats(placed), form)
  const notChecked = uncheckedOf(report, form)
  return { report, findings, verdict: verdictOf(findings, notChecked), notChecked }
}

function toFinding(said: RuleFinding, meta: RuleMeta, form: Edition): Finding {
  return {
    rule: meta.id,
    severity: said.severity ?? meta.severity,
    message: said.message,
    cells: cellsInOrder(form, said.cells).map((cell) => cell.id),
    ...(said.expected === undefined ? {} : { expected: said.expected }),
    ...(said.actual === undefined ? {} : { actual: said.actual }),
    basis: said.basis ?? meta.basis(form),
    at: said.at ?? [],
  }
}

/** The same thing said twice in the same words about the same cells. */
function withoutRepeats(placed: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const known = new Map<string, PlacedFinding>()
  for (const one of placed) {
    const { rule, message, cells } = one.finding
    const key = JSON.stringify([rule, message, cells])
    if (!known.has(key)) known.set(key, one)
  }
  return [...known.values()]
}

/** What was not checked is never passed off as clean. */
function verdictOf(findings: readonly Finding[], notChecked: readonly string[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'must-correct'
  const mustReview =
    notChecked.length > 0 || findings.some(({ severity }) => severity === 'warning')
  return mustReview ? 'must-review' : 'clean'
}
