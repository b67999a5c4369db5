import { expect, it } from 'vitest'
import { blocksOf, type Neighbourhood } from './cell-blocks.ts'
import { cellsInOrder, placeInOrder } from './cell-order.ts'
import type { CellId } from './edition.ts'
import { edition2021 } from './edition-2021.ts'

const blocks = (ids: readonly CellId[], neighbourhood?: Neighbourhood) =>
  blocksOf(cellsInOrder(edition2021, ids), neighbourhood).map((block) => block.map(({ id }) => id))

it('cells that share an edge are one block, in the order of the form', () => {
  expect(blocks(['t3.carriedIn.company', 't3.new.company', 't3.new.natural'])).toEqual([
    ['t3.new.natural', 't3.new.company', 't3.carriedIn.company'],
  ])
})

it('cells that touch at a corner are two', () => {
  expect(blocks(['t3.new.natural', 't3.carriedIn.company'])).toHaveLength(2)
})

it('a block may turn back on itself', () => {
  expect(
    blocks([
      't3.new.natural',
      't3.new.research',
      't3.carriedIn.natural',
      't3.carriedIn.company',
      't3.carriedIn.research',
    ]),
  ).toHaveLength(1)
})

it('cells of two tables never share a block', () => {
  expect(blocks(['t2.rule.issued', 't3.new.natural', 't4.review.upheld'])).toHaveLength(3)
})

it('the blocks of table 2 are parted by their headings', () => {
  expect(
    blocks([
      't2.normative.issued',
      't2.license.decisions',
      't2.penalty.decisions',
      't2.coercion.decisions',
    ]),
  ).toEqual([
    ['t2.normative.issued'],
    ['t2.license.decisions'],
    ['t2.penalty.decisions', 't2.coercion.decisions'],
  ])
})

it('by rows, cells of one row need not touch', () => {
  expect(blocks(['t3.new.natural', 't3.new.total', 't3.granted.legal'], 'row')).toEqual([
    ['t3.new.natural', 't3.new.total'],
    ['t3.granted.legal'],
  ])
})

it('no cells make no block', () => {
  expect(blocks([])).toEqual([])
})

it('a cell that the edition does not have is in no order', () => {
  expect(placeInOrder(edition2021, 't3.other.all.total')).toBe(-1)
  expect(placeInOrder(edition2021, 't2.rule.issued')).toBe(0)
  expect(cellsInOrder(edition2021, ['t3.other.all.total'])).toEqual([])
})
