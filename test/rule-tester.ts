import { describe, expect, it } from 'vitest'
import { cellsInOrder } from '../shared/form/cell-order.ts'
import type { CellId } from '../shared/form/edition.ts'
import type { Severity } from '../shared/report/finding.ts'
import type { ReportRule, RuleFinding } from '../shared/rules/rule.ts'
import { buildReport, type CellChanges, formOf, type ReportOptions } from './builders/report.ts'

/** A reason in words, the cells changed in a correct report, and what else is changed. */
export type PassCase = readonly [reason: string, changes: CellChanges, options?: ReportOptions]

/** The same, with what the rule must say: one entry for each finding, in its order. */
export type FailCase = readonly [
  reason: string,
  changes: CellChanges,
  expected: readonly ExpectedFinding[],
  options?: ReportOptions,
]

/** What is named must agree; what is left out may be anything. */
export interface ExpectedFinding {
  readonly message?: string | RegExp
  readonly cells?: readonly CellId[]
  readonly cellCount?: number
  readonly expected?: string
  readonly actual?: string
  readonly severity?: Severity
  readonly basis?: string
  readonly section?: number
}

/** A rule's table of cases: reports it must say nothing of, and reports it must say just this of. */
export function testRule(
  rule: ReportRule,
  cases: { readonly passes: readonly PassCase[]; readonly fails: readonly FailCase[] },
): void {
  describe(rule.meta.id, () => {
    it('says nothing of a correct report of either edition', () => {
      for (const edition of ['2019', '2021'] as const)
        expect(run(rule, {}, { edition })).toEqual([])
    })

    for (const [reason, changes, options] of cases.passes)
      it(`passes: ${reason}`, () => {
        expect(run(rule, changes, options)).toEqual([])
      })

    for (const [reason, changes, expected, options] of cases.fails)
      it(`fails: ${reason}`, () => {
        const findings = run(rule, changes, options)
        expect(findings.map((finding) => finding.message)).toHaveLength(expected.length)
        for (const [index, finding] of findings.entries()) {
          agrees(finding, expected[index] ?? {}, options)
          isForAPerson(finding)
        }
      })
  })
}

const run = (rule: ReportRule, changes: CellChanges, options?: ReportOptions) =>
  rule.check(buildReport(changes, options), formOf(options))

function agrees(finding: RuleFinding, expected: ExpectedFinding, options?: ReportOptions): void {
  const { message, cellCount, cells, ...rest } = expected
  if (typeof message === 'string') expect(finding.message).toBe(message)
  if (message instanceof RegExp) expect(finding.message).toMatch(message)
  if (cellCount !== undefined) expect(finding.cells).toHaveLength(cellCount)
  if (cells !== undefined) {
    const inOrder = cellsInOrder(formOf(options), finding.cells).map((cell) => cell.id)
    expect(inOrder).toEqual(cells)
  }
  expect(finding).toMatchObject(rest)
}

/** A message is a Chinese sentence that shows nothing of the program's insides. */
function isForAPerson({ message }: RuleFinding): void {
  expect(message).toMatch(/\p{Script=Han}.*。$/su)
  expect(message).not.toMatch(/\bt[234]\b|undefined|null|NaN|[a-z][A-Z]|\n/)
}
