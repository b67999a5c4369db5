import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUSY, buildReport, type CellChanges, formOf } from '../../test/builders/report.ts'
import { checkReport } from '../check/check-report.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { isDecidable, type KeyedFinding, keyFindings } from './finding-key.ts'
import { compareCells, compareFindings, countDifference } from './version-difference.ts'

const found = (report: Report) => ({
  findings: keyFindings(checkReport(report, formOf()).findings, report),
  report,
})

const keyed = (changes: CellChanges) => found(buildReport(changes)).findings

const count = (before: CellChanges, after: CellChanges) =>
  countDifference(compareFindings(keyed(before), found(buildReport(after))))

const WRONG = { ...BUSY, 't4.review.total': '4' }
const NOTHING = { gone: 0, unchecked: 0, added: 0, same: 0, changed: 0 }

describe('compareFindings', () => {
  it.each<[string, CellChanges, CellChanges, object]>([
    ['nothing changed', WRONG, WRONG, { same: 1 }],
    ['a mistake was put right', WRONG, BUSY, { gone: 1 }],
    ['a mistake was made', BUSY, WRONG, { added: 1 }],
    [
      'a sum is still wrong with other numbers',
      WRONG,
      { ...BUSY, 't4.review.total': '7' },
      { changed: 1 },
    ],
    [
      'part of a run of blanks was filled in, so that two are left',
      { 't4.review.upheld': '', 't4.review.corrected': '', 't4.review.otherResult': '' },
      { 't4.review.upheld': '', 't4.review.otherResult': '' },
      { changed: 2 },
    ],
    [
      'two runs of blanks became one',
      { 't4.review.upheld': '', 't4.review.otherResult': '' },
      { 't4.review.upheld': '', 't4.review.corrected': '', 't4.review.otherResult': '' },
      { changed: 1 },
    ],
    [
      'a sum can no longer be reckoned',
      WRONG,
      { ...WRONG, 't4.review.upheld': '若干' },
      { unchecked: 1, added: 1 },
    ],
    [
      'the wrong cell is gone from the table',
      WRONG,
      { ...WRONG, 't4.review.total': null },
      { unchecked: 1, added: 1 },
    ],
    [
      'a blank is now a number that nobody can be sure of',
      { 't2.rule.issued': '' },
      { 't2.rule.issued': { raw: '0', doubt: 'source' } },
      { unchecked: 1, added: 1 },
    ],
    [
      'one mistake went and another came',
      WRONG,
      { ...BUSY, 't4.direct.total': '1' },
      { gone: 1, added: 1 },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(count(before, after)).toEqual({ ...NOTHING, ...expected })
  })

  it('gives the earlier findings with a changed one', () => {
    const { changed } = compareFindings(
      keyed({ 't4.review.upheld': '', 't4.review.otherResult': '' }),
      found(
        buildReport({
          't4.review.upheld': '',
          't4.review.corrected': '',
          't4.review.otherResult': '',
        }),
      ),
    )
    expect(changed.map(({ before }) => before.length)).toEqual([2])
  })

  it('leaves out what was not checked', () => {
    const missing = buildReport({}, { missing: ['t4'] })
    const side = found(missing)
    expect(side.findings.some(({ finding }) => finding.rule === 'not-checked')).toBe(true)
    const { added } = compareFindings([], side)
    expect(added.map(({ finding }) => finding.rule)).not.toContain('not-checked')
  })

  describe('for findings without cells', () => {
    const said = (key: string, rule: string, message: string): KeyedFinding => {
      const finding: Finding = { rule, severity: 'warning', message, cells: [], basis: '', at: [] }
      return { key, finding }
    }
    it.each([
      [
        'fewer comments are still comments',
        ['document-comments', '3 条批注', '2 条批注'],
        'changed',
      ],
      [
        'another section is another thing',
        ['section-missing', '没有「四、某」', '没有「五、某」'],
        'added',
      ],
      [
        'the same section is the same thing',
        ['section-heading', '“甲”应为「四、某」', '“乙”应为「四、某」'],
        'changed',
      ],
      [
        'another table is another thing',
        ['table-missing', '没有找到表三', '没有找到表四'],
        'added',
      ],
    ] as const)('%s', (_, [rule, before, after], kind) => {
      const difference = compareFindings([said('a', rule, before)], {
        findings: [said('b', rule, after)],
        report: buildReport(),
      })
      expect(difference[kind]).toHaveLength(1)
      expect(difference.gone).toHaveLength(kind === 'changed' ? 0 : 1)
    })
  })

  it('puts every finding in exactly one place', () => {
    const ids = [
      't3.new.natural',
      't3.new.total',
      't4.review.upheld',
      't4.review.total',
      't2.rule.issued',
    ]
    const changes = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('', '0', '1', '2', '/'))
    fc.assert(
      fc.property(changes, changes, (left, right) => {
        const decidable = (side: readonly KeyedFinding[]) =>
          side.filter(({ finding }) => isDecidable(finding))
        const [before, after] = [decidable(keyed(left)), decidable(keyed(right))]
        const { gone, unchecked, added, same, changed } = compareFindings(
          before,
          found(buildReport(right)),
        )
        const late = [...added, ...same, ...changed.map((pair) => pair.after)]
        expect(new Set(late.map(({ key }) => key)).size).toBe(after.length)
        expect(late).toHaveLength(after.length)
        const early = new Set(
          [...gone, ...unchecked, ...same, ...changed.flatMap((pair) => pair.before)].map(
            ({ key }) => key,
          ),
        )
        expect(early).toEqual(new Set(before.map(({ key }) => key)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('compareCells', () => {
  it('gives the cells that show another text, in the order of the form', () => {
    const before = buildReport({ 't3.new.natural': '1', 't2.rule.issued': '2' })
    const after = buildReport({
      't3.new.natural': '3',
      't2.rule.issued': null,
      't4.review.total': '',
    })
    expect(compareCells(before, after)).toEqual([
      { id: 't2.rule.issued', before: '2', after: null },
      { id: 't3.new.natural', before: '1', after: '3' },
      { id: 't4.review.total', before: '0', after: '' },
    ])
  })

  it('gives nothing for two readings of the same texts', () => {
    expect(compareCells(buildReport(BUSY), buildReport(BUSY))).toEqual([])
  })

  it('covers the cells that only one edition has', () => {
    const ids = compareCells(buildReport({}, { edition: '2019' }), buildReport()).map(
      ({ id }) => id,
    )
    expect(ids).toContain('t3.other.overdueFee.natural')
    expect(ids.some((id) => buildReport({}, { edition: '2019' }).cells.has(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
