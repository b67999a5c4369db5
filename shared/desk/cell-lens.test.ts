import { describe, expect, it } from 'vitest'
import { buildReport, type CellChange } from '../../test/builders/report.ts'
import { type CellLens, LENS_WORDS, lensOf } from './cell-lens.ts'

describe('lensOf', () => {
  it.each<[string, CellChange, CellLens]>([
    ['a number', '12', 'number'],
    ['zero', '0', 'zero'],
    ['zero written with decimals', '0.00', 'zero'],
    ['nothing', '', 'empty'],
    ['a slash', '/', 'slash'],
    ['a full-width slash', '／', 'slash'],
    ['a dash', '——', 'dash'],
    ['无', '无', 'none'],
    ['words', '若干', 'text'],
    ['a number in doubt', { raw: '12', doubt: 'row-length' }, 'uncertain'],
    ['a blank in doubt', { raw: '', doubt: 'row-length' }, 'uncertain'],
    ['a cell that was not found', null, 'missing'],
  ])('%s', (_, change, expected) => {
    expect(lensOf(buildReport({ 't2.fee.amount': change }), 't2.fee.amount')).toBe(expected)
  })

  it('takes a cell that could not be placed for uncertain, not for missing', () => {
    const unplaced = [
      { cells: ['t2.fee.amount' as const], values: ['1'], reason: 'row-length' as const, at: [] },
    ]
    expect(lensOf(buildReport({}, { unplaced }), 't2.fee.amount')).toBe('uncertain')
  })
})

describe('LENS_WORDS', () => {
  it('are all different', () => {
    expect(new Set(Object.values(LENS_WORDS)).size).toBe(Object.keys(LENS_WORDS).length)
  })
})
