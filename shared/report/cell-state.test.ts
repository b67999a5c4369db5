import { describe, expect, it } from 'vitest'
import { buildReport, changeAll, formOf, type ReportOptions } from '../../test/builders/report.ts'
import type { CellId } from '../form/edition.ts'
import { faultOf, followsOtherEdition, isUncertain, isWhollyBlank } from './cell-state.ts'

const UNPLACED: ReportOptions = {
  unplaced: [{ cells: ['t4.review.total'], values: [' '], reason: 'row-length', at: [] }],
}

describe('faultOf', () => {
  const faultIn = (id: CellId, raw: string, options: ReportOptions = {}) => {
    const cell = buildReport({ [id]: raw }, options).cells.get(id)
    if (cell === undefined) throw new Error(`no cell ${id}`)
    return faultOf(
      cell,
      id.endsWith('change') ? 'change' : id.endsWith('amount') ? 'money' : 'count',
    )
  }

  it.each<[CellId, string, string | null]>([
    ['t3.new.natural', '12', null],
    ['t3.new.natural', '', null],
    ['t3.new.natural', '/', null],
    ['t3.new.natural', '见附件', 'words'],
    ['t3.new.natural', '-1', 'negative'],
    ['t3.new.natural', '-0', null],
    ['t3.new.natural', '-1.5', 'negative'],
    ['t3.new.natural', '1.5', 'fraction'],
    ['t2.fee.amount', '1.5', null],
    ['t2.fee.amount', '-1.5', 'negative'],
    ['t2.rule.issued', '99999999999999999999999', 'inexact'],
  ])('%s with %j: %s', (id, raw, fault) => {
    expect(faultIn(id, raw)).toBe(fault)
  })

  it('a change may be negative, but not a fraction', () => {
    expect(faultIn('t2.fee.change', '-3', { edition: '2019' })).toBeNull()
    expect(faultIn('t2.fee.change', '-0.5', { edition: '2019' })).toBe('fraction')
  })
})

describe('isUncertain', () => {
  it('a doubted reading and a cell without a place are, a missing and a plain one are not', () => {
    const report = buildReport(
      { 't3.new.natural': { raw: '1', doubt: 'source' }, 't3.new.company': null },
      UNPLACED,
    )
    expect(isUncertain(report, 't3.new.natural')).toBe(true)
    expect(isUncertain(report, 't4.review.total')).toBe(true)
    expect(isUncertain(report, 't3.new.company')).toBe(false)
    expect(isUncertain(report, 't3.new.legal')).toBe(false)
  })
})

describe('isWhollyBlank', () => {
  it('a table is, where the cells without a place are blank as well', () => {
    expect(isWhollyBlank(buildReport(changeAll(/^t4\./, ''), UNPLACED), formOf(), 't4')).toBe(true)
  })

  it('a missing table is not', () => {
    expect(isWhollyBlank(buildReport({}, { missing: ['t4'] }), formOf(), 't4')).toBe(false)
  })
})

it('a table follows another edition where a deviation says so', () => {
  const report = buildReport(
    {},
    { deviations: { t2: [{ kind: 'other-edition', edition: '2019', at: [] }] } },
  )
  expect(followsOtherEdition(report, 't2')).toBe(true)
  expect(followsOtherEdition(report, 't3')).toBe(false)
})
