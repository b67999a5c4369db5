import { expect, it } from 'vitest'
import { cellsOfEdition, tablesOf } from '../../../../shared/form/cell-id.ts'
import { edition2021 } from '../../../../shared/form/edition-2021.ts'
import { cellAfterKey, spotsOf } from './cell-moves.ts'
import { layoutOf } from './form-layout.ts'

const SPOTS = spotsOf(tablesOf(edition2021).map(layoutOf))

it('knows where every cell is drawn, in printed order', () => {
  expect(SPOTS.map(({ id }) => id)).toEqual(cellsOfEdition(edition2021).map(({ id }) => id))
})

it('moves to the neighbours', () => {
  expect(cellAfterKey(SPOTS, 't3.new.natural', 'ArrowRight')).toBe('t3.new.company')
  expect(cellAfterKey(SPOTS, 't3.new.company', 'ArrowLeft')).toBe('t3.new.natural')
  expect(cellAfterKey(SPOTS, 't3.new.company', 'ArrowDown')).toBe('t3.carriedIn.company')
  expect(cellAfterKey(SPOTS, 't3.carriedIn.total', 'ArrowUp')).toBe('t3.new.total')
  expect(cellAfterKey(SPOTS, 't3.new.research', 'Home')).toBe('t3.new.natural')
  expect(cellAfterKey(SPOTS, 't3.new.research', 'End')).toBe('t3.new.total')
})

it('goes from table to table, to the cell that stands below', () => {
  expect(cellAfterKey(SPOTS, 't3.carriedOut.total', 'ArrowDown')).toBe('t4.afterReview.total')
  expect(cellAfterKey(SPOTS, 't2.fee.amount', 'ArrowDown')).toBe('t3.new.charity')
  expect(cellAfterKey(SPOTS, 't3.carriedOut.total', 'ArrowRight')).toBe('t4.review.upheld')
})

it('stops at the ends, and ignores other keys', () => {
  expect(cellAfterKey(SPOTS, 't2.rule.issued', 'ArrowUp')).toBeNull()
  expect(cellAfterKey(SPOTS, 't4.afterReview.total', 'ArrowRight')).toBeNull()
  expect(cellAfterKey(SPOTS, 't3.new.natural', 'j')).toBeNull()
})

it('reaches every cell by going right', () => {
  let id = SPOTS.at(0)?.id ?? null
  let count = 0
  while (id !== null) {
    count++
    id = cellAfterKey(SPOTS, id, 'ArrowRight')
  }
  expect(count).toBe(SPOTS.length)
})
