import { describe, expect, it } from 'vitest'
import type { Place } from '../../../shared/document/source-document.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import type { Finding } from '../../../shared/report/finding.ts'
import type { Cell } from '../../../shared/report/report.ts'
import { cellPlacesOf, marksOf, placesOf } from './review-marks.ts'

const at = (id: string): Place => ({ kind: 'element', id })

const cell = (...places: readonly Place[]): Cell => ({
  kind: 'number',
  value: 1,
  raw: '1',
  at: places,
  doubt: null,
})

const REPORT = {
  cells: new Map<CellId, Cell>([
    ['t4.review.upheld', cell(at('a'))],
    ['t4.review.total', cell(at('b'), at('c'))],
  ]),
  unplaced: [
    { cells: ['t4.review.pending' as const], values: ['2'], reason: 'row-length', at: [at('row')] },
  ] as const,
}

const FINDING: Finding = {
  rule: 't4-total',
  severity: 'error',
  message: '',
  cells: ['t4.review.upheld', 't4.review.total'],
  basis: '',
  at: [at('heading')],
}

describe('marksOf', () => {
  it('marks all places of a finding and its cells', () => {
    expect(marksOf(REPORT, FINDING, null)).toEqual(
      ['a', 'b', 'c', 'heading'].map((id) => ({ kind: 'related', place: at(id) })),
    )
  })

  it('marks a place once: the selected cell over the finding', () => {
    expect(marksOf(REPORT, FINDING, 't4.review.upheld')).toEqual([
      { kind: 'selected', place: at('a') },
      ...['b', 'c', 'heading'].map((id) => ({ kind: 'related', place: at(id) })),
    ])
  })
})

it('a cell without a place is looked for where its values stand', () => {
  expect(placesOf(REPORT, 't4.review.pending')).toEqual([at('row')])
  expect(placesOf(REPORT, 't3.new.total')).toEqual([])
})

it('lists every place of every cell', () => {
  expect(cellPlacesOf(REPORT).map(({ id, place }) => [id, place])).toEqual([
    ['t4.review.upheld', at('a')],
    ['t4.review.total', at('b')],
    ['t4.review.total', at('c')],
  ])
})
