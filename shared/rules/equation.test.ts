import { describe, expect, it } from 'vitest'
import {
  BUSY,
  buildReport,
  type CellChanges,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { equationsOf } from '../form/equations.ts'
import { evaluate, type Outcome } from './equation.ts'

/** The balance of the column 自然人. */
const balance = (changes: CellChanges, options: ReportOptions = {}): Outcome => {
  const form = formOf(options)
  const equation = equationsOf(form).find(
    ({ kind, along }) => kind === 't3-balance' && along.id === 'natural',
  )
  if (equation === undefined) throw new Error('the form has no balance')
  return evaluate(equation, buildReport(changes, options), form)
}

describe('evaluate', () => {
  it('holds where both sides are the same number', () => {
    expect(balance(BUSY)).toEqual({ kind: 'holds' })
  })

  it('fails with both sums', () => {
    expect(balance({ 't3.new.natural': '2' })).toMatchObject({ kind: 'fails', left: 2n, right: 0n })
  })

  it('says what the others add up to where the result is blank', () => {
    expect(balance({ 't3.new.natural': '2', 't3.handled.natural': '' })).toMatchObject({
      kind: 'open',
      why: 'blank-result',
      left: 2n,
    })
  })

  it('gives the reason that must be put right first', () => {
    expect(balance({ 't3.new.natural': null, 't3.handled.natural': '无数据' })).toEqual({
      kind: 'open',
      why: 'missing',
    })
    expect(balance({ 't3.new.natural': '1.5', 't3.handled.natural': '' })).toEqual({
      kind: 'open',
      why: 'not-a-number',
    })
    const unplaced = [
      { cells: ['t3.new.natural'], values: [], reason: 'row-length', at: [] },
    ] as const
    expect(balance({ 't3.handled.natural': '甲' }, { unplaced })).toEqual({
      kind: 'open',
      why: 'unplaced',
    })
  })

  it('counts an uncertain blank as zero, as any blank', () => {
    expect(balance({ 't3.new.natural': { raw: '', doubt: 'row-length' } })).toEqual({
      kind: 'holds',
    })
  })
})
