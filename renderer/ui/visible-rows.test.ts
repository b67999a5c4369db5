import { describe, expect, it } from 'vitest'
import { rowAfterKey, scrollTopFor, visibleRows } from './visible-rows.ts'

describe('visibleRows', () => {
  it('draws a screenful and some more, however long the list', () => {
    const { first, end } = visibleRows(200_000, 800, 40, 10_000)
    expect(first).toBeLessThanOrEqual(5_000)
    expect(end).toBeGreaterThanOrEqual(5_020)
    expect(end - first).toBeLessThan(50)
  })

  it('covers the view wherever it is scrolled to', () => {
    for (let top = 0; top <= 100 * 40 - 800; top += 7) {
      const { first, end } = visibleRows(top, 800, 40, 100)
      expect(first * 40).toBeLessThanOrEqual(top)
      expect(end * 40).toBeGreaterThanOrEqual(top + 800)
    }
  })

  it('never leaves the list', () => {
    expect(visibleRows(0, 800, 40, 3)).toEqual({ first: 0, end: 3 })
    expect(visibleRows(9_999, 800, 40, 3)).toEqual({ first: 0, end: 3 })
    expect(visibleRows(0, 800, 40, 0)).toEqual({ first: 0, end: 0 })
    expect(visibleRows(-30, 800, 0, 10)).toEqual({ first: 0, end: 0 })
  })

  it('stays the same while less than a few rows were scrolled', () => {
    expect(visibleRows(401, 800, 40, 100)).toEqual(visibleRows(470, 800, 40, 100))
  })
})

it('scrolls as little as shows the row', () => {
  expect(scrollTopFor(5, 0, 400, 40)).toBe(0)
  expect(scrollTopFor(10, 0, 400, 40)).toBe(40)
  expect(scrollTopFor(2, 200, 400, 40)).toBe(80)
})

it('goes from row to row by keys and stops at the ends', () => {
  expect(rowAfterKey('ArrowDown', 3, 10, 5)).toBe(4)
  expect(rowAfterKey('ArrowDown', 4, 10, 5)).toBe(4)
  expect(rowAfterKey('PageUp', 3, 10, 5)).toBe(0)
  expect(rowAfterKey('End', 0, 10, 5)).toBe(4)
  expect(rowAfterKey('ArrowDown', -1, 10, 5)).toBe(0)
  expect(rowAfterKey('x', 0, 10, 5)).toBeNull()
  expect(rowAfterKey('Home', 0, 10, 0)).toBeNull()
})
