import { describe, expect, it } from 'vitest'
import { checkReport } from '../shared/check/check-report.ts'
import type { CheckedReport } from '../shared/check/checked-report.ts'
import type { CellId } from '../shared/form/edition.ts'
import type { Cell, Report } from '../shared/report/report.ts'
import { buildReport, formOf } from '../test/builders/report.ts'
import { judge, judgeUnread, type Truth } from './judge.ts'

/** What the report builder fills in: every cell 0. */
function truthOf(report: Report, part: Partial<Truth> = {}): Truth {
  const cells = new Map(
    [...report.cells].map(([id, { raw }]) => [id, { raw, value: Number(raw) }] as const),
  )
  return { edition: report.edition, cells, lost: new Set(), isClean: true, ...part }
}

const checked = (report: Report): CheckedReport => checkReport(report, formOf())

const ID: CellId = 't3.new.total'

/** The report with that cell changed, or without it. */
function withCell(report: Report, change: (cell: Cell) => Cell | null): Report {
  const cells = new Map(report.cells)
  const cell = cells.get(ID)
  const changed = cell === undefined ? null : change(cell)
  if (changed === null) cells.delete(ID)
  else cells.set(ID, changed)
  return { ...report, cells }
}

describe('judge', () => {
  const report = buildReport({})

  it('finds every cell right and no alarm where all is as it should be', () => {
    const judgement = judge(truthOf(report), checked(report))
    expect([...judgement.outcomes.values()].every((outcome) => outcome === 'right')).toBe(true)
    expect(judgement).toMatchObject({ wrong: [], errors: [] })
  })

  it.each([
    ['wrong', (cell: Cell): Cell => ({ ...cell, raw: '9' })],
    ['uncertain', (cell: Cell): Cell => ({ ...cell, raw: '9', doubt: 'row-label' as const })],
    ['missing', () => null],
  ])('calls a cell %s', (outcome, change) => {
    const judgement = judge(truthOf(report), checked(withCell(report, change)))
    expect(judgement.outcomes.get(ID)).toBe(outcome)
    expect(judgement.wrong).toHaveLength(outcome === 'wrong' ? 1 : 0)
  })

  it('asks of a cell that the file lost only that nobody makes it up', () => {
    const truth = truthOf(report, { lost: new Set([ID]) })
    const gone = judge(truth, checked(withCell(report, () => null)))
    expect(gone.outcomes.get(ID)).toBe('right')
    expect(gone.errors).toEqual([])
    expect(judge(truth, checked(report)).outcomes.get(ID)).toBe('wrong')
  })

  it('counts no alarm on a report that is not clean', () => {
    const without = withCell(report, () => null)
    expect(judge(truthOf(report), checked(without)).errors).toHaveLength(1)
    expect(judge(truthOf(report, { isClean: false }), checked(without)).errors).toEqual([])
  })

  it('finds every cell of a file missing that was not read', () => {
    const { outcomes } = judgeUnread(truthOf(report))
    expect(new Set(outcomes.values())).toEqual(new Set(['missing']))
  })
})
