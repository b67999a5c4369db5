import { describe, expect, it } from 'vitest'
import {
  BUSY,
  buildReport,
  type CellChanges,
  changeAll,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import type { CellId } from '../form/edition.ts'
import type { ReportRule } from '../rules/rule.ts'
import { checkReport } from './check-report.ts'

const check = (changes: CellChanges = {}, options: ReportOptions = {}) =>
  checkReport(buildReport(changes, options), formOf(options))
const rulesOf = (changes: CellChanges, options?: ReportOptions): readonly string[] =>
  check(changes, options).findings.map(({ rule }) => rule)

describe('verdict', () => {
  it.each<[string, CellChanges, ReportOptions]>([
    ['all zero', {}, {}],
    ['with numbers', BUSY, {}],
    ['all zero on the 2019 form', {}, { edition: '2019' }],
    ['with numbers on the 2019 form', BUSY, { edition: '2019' }],
    ['neither period nor signature', {}, { period: null, signature: null }],
  ])('a correct report is clean: %s', (_, changes, options) => {
    const { findings, verdict, notChecked } = check(changes, options)
    expect(findings).toEqual([])
    expect(notChecked).toEqual([])
    expect(verdict).toBe('clean')
  })

  it('an error must be corrected', () => {
    expect(check({ 't4.review.total': '1' }).verdict).toBe('must-correct')
  })

  it('a warning must be reviewed', () => {
    expect(check({ 't2.rule.issued': '' }).verdict).toBe('must-review')
  })

  it('what was not checked must be reviewed, although nothing is wrong', () => {
    const { findings, verdict, notChecked } = check(
      {},
      { notes: [{ kind: 'image-pages', pages: [3] }] },
    )
    expect(findings.map(({ severity }) => severity)).toEqual(['info'])
    expect(notChecked).toHaveLength(1)
    expect(verdict).toBe('must-review')
  })

  it('a hint alone leaves a report clean', () => {
    expect(check({}, { notes: [{ kind: 'comments', count: 1 }] }).verdict).toBe('clean')
  })
})

describe('crowds', () => {
  it('handled left at zero: each relation that fails once, and nothing else', () => {
    expect(
      rulesOf({
        't3.new.natural': '2',
        't3.new.total': '2',
        't3.granted.natural': '2',
        't3.granted.total': '2',
      }),
    ).toEqual(['t3-balance', 't3-balance', 't3-handled-sum', 't3-handled-sum'])
  })

  it('a whole form left blank is one finding', () => {
    expect(rulesOf(changeAll(/./, ''))).toEqual(['table-blank'])
  })

  it('150 blanks beside zero totals are one finding', () => {
    expect(
      rulesOf(changeAll(/^t3\..*\.(natural|company|research|charity|legal|other)$/, '')),
    ).toEqual(['cell-blank'])
  })

  it('a missing table is one finding, not one for each of its cells', () => {
    expect(rulesOf({}, { missing: ['t3'] })).toEqual(['table-missing', 'not-checked'])
  })

  it('text in a cell takes its relations out of the check', () => {
    expect(rulesOf({ 't3.new.natural': '见附件', 't3.new.total': '5' })).toEqual([
      'cell-not-a-number',
      't3-balance',
      'not-checked',
    ])
  })

  it('the same thing said twice is said once', () => {
    const echo: ReportRule = {
      meta: { id: 'echo', severity: 'info', basis: () => '', about: '' },
      check: () => [
        { message: '重复。', cells: [] },
        { message: '重复。', cells: [] },
      ],
    }
    expect(checkReport(buildReport(), formOf(), [echo]).findings).toHaveLength(1)
  })
})

describe.each(['2019', '2021'] as const)('one wrong number on the %s form', (edition) => {
  const ids = [...buildReport(BUSY, { edition }).cells.keys()].filter((id) => !id.startsWith('t2.'))

  it.each(ids)('%s: each relation it is in fails once, and nothing else is said', (id) => {
    const right = BUSY[id] ?? '0'
    expect(rulesOf({ ...BUSY, [id]: `${Number(right) + 1}` }, { edition }).toSorted()).toEqual(
      relationsOf(id).toSorted(),
    )
  })

  const relationsOf = (id: CellId): readonly string[] => {
    if (id.startsWith('t4.')) return ['t4-total']
    if (id.startsWith('t3.handled.')) return ['t3-row-total', 't3-handled-sum', 't3-balance']
    const isFlow = /^t3\.(new|carriedIn|carriedOut)\./.test(id)
    return ['t3-row-total', isFlow ? 't3-balance' : 't3-handled-sum']
  }
})

describe('uncertain readings', () => {
  it('a relation that fails over one is a warning that names the reading', () => {
    const [finding] = check({ 't4.review.total': { raw: '1', doubt: 'source' } }).findings
    expect(finding).toMatchObject({
      rule: 't4-total',
      severity: 'warning',
      uncertain: true,
      message:
        '表四「行政复议」组：各项都是 0，「总计」应为 0，表中为 1，差 1，请核对这一组。此项取决于没有把握的读数：表四「行政复议」组「总计」列，请先对照原文核对。',
    })
  })

  it('another relation over certain cells stays an error', () => {
    const { findings } = check({
      't4.review.total': { raw: '1', doubt: 'source' },
      't4.direct.total': '1',
    })
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['t4-total', 'warning'],
      ['cell-uncertain', 'warning'],
      ['t4-total', 'error'],
    ])
  })

  it('text in a doubted cell may be text of another cell', () => {
    const { findings } = check({ 't3.new.natural': { raw: '合计', doubt: 'source' } })
    expect(findings.find(({ rule }) => rule === 'cell-not-a-number')).toMatchObject({
      severity: 'warning',
      uncertain: true,
    })
  })

  it('the finding that asks a person to look is not itself uncertain', () => {
    const { findings } = check({ 't3.new.natural': { raw: '0', doubt: 'source' } })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.uncertain).toBeUndefined()
  })

  it('an unplaced cell is neither missing nor a failed sum', () => {
    const unplaced = [
      {
        cells: ['t4.afterReview.pending', 't4.afterReview.total'],
        values: ['1'],
        reason: 'row-length',
        at: [],
      },
    ] as const
    expect(rulesOf({}, { unplaced })).toEqual(['cell-uncertain', 'not-checked'])
  })
})

describe('order', () => {
  it('findings come as the report is read', () => {
    const { findings } = check(
      {
        't2.rule.issued': '',
        't3.new.total': '1',
        't3.new.natural': '',
        't3.handled.total': null,
        't4.review.total': '1',
      },
      {
        title: { text: '清水镇2022年度报告', year: 2022 },
        sections: {
          1: { heading: null, agreement: 'absent' },
          3: { heading: '三、收到申请情况', agreement: 'words-differ' },
          6: { heading: '六、其它', agreement: 'words-differ' },
        },
        deviations: { t3: [{ kind: 'extra-column', label: '备注', at: [] }] },
        signature: null,
      },
    )
    expect(findings.map(({ rule }) => rule)).toEqual([
      'title-wording',
      'year-mismatch',
      'section-missing',
      'cell-blank',
      'section-heading',
      'table-structure',
      'cell-blank',
      't3-row-total',
      'cell-missing',
      't4-total',
      'section-heading',
      'not-checked',
    ])
  })

  it('the cells of a finding are in the order of the form, without foreign ones', () => {
    const cells: readonly CellId[] = [
      't4.review.total',
      't2.rule.made',
      't3.new.total',
      't2.rule.issued',
    ]
    const rule: ReportRule = {
      meta: { id: 'any', severity: 'info', basis: () => '', about: '' },
      check: () => [{ message: '任意。', cells }],
    }
    expect(checkReport(buildReport(), formOf(), [rule]).findings[0]?.cells).toEqual([
      't2.rule.issued',
      't3.new.total',
      't4.review.total',
    ])
  })
})

it('what a rule leaves out is left out of the finding', () => {
  const [finding] = check({}, { notes: [{ kind: 'comments', count: 1 }] }).findings
  expect(Object.keys(finding ?? {}).toSorted()).toEqual([
    'at',
    'basis',
    'cells',
    'message',
    'rule',
    'severity',
  ])
})
