import { describe, expect, it } from 'vitest'
import type { KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import { NOTHING_SELECTED, stillThere, withCell, withFinding } from './review-selection.ts'

const about = (key: string, cells: readonly CellId[]): KeyedFinding => ({
  key,
  finding: { rule: 'r', severity: 'error', message: '', cells, basis: '', at: [] },
})

const LIST = [
  about('sum', ['t4.review.upheld', 't4.review.total']),
  about('blank', ['t3.new.legal']),
]

describe('withFinding', () => {
  it('looks at the cell where the finding is about one alone', () => {
    expect(withFinding(LIST, 'blank')).toEqual({
      finding: 'blank',
      cell: 't3.new.legal',
      edited: null,
    })
    expect(withFinding(LIST, 'sum')).toEqual({ finding: 'sum', cell: null, edited: null })
  })
})

describe('withCell', () => {
  it('keeps the finding open while its own cells are looked at', () => {
    expect(withCell(withFinding(LIST, 'sum'), LIST, 't4.review.total').finding).toBe('sum')
  })

  it('closes it when another cell is looked at', () => {
    expect(withCell(withFinding(LIST, 'sum'), LIST, 't2.rule.issued')).toEqual({
      finding: null,
      cell: 't2.rule.issued',
      edited: null,
    })
  })
})

it('a finding that is gone is not selected any more, the cell stays', () => {
  const selection = withCell(withFinding(LIST, 'sum'), LIST, 't4.review.total')
  expect(stillThere(selection, [])).toEqual({
    finding: null,
    cell: 't4.review.total',
    edited: null,
  })
  expect(stillThere(selection, LIST)).toBe(selection)
  expect(stillThere(NOTHING_SELECTED, [])).toBe(NOTHING_SELECTED)
})
