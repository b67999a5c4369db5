import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, paginate } from './paginate.ts'

const block = (height: number, table: string | null = null): Block => ({
  height,
  table,
  staysWithNext: false,
})
const heading = (height: number): Block => ({ height, table: null, staysWithNext: true })

const ROOM = { first: 100, next: 120, headings: new Map([['items', 10]]) }

describe('paginate', () => {
  it('fills pages in order; the first has less room', () => {
    expect(paginate([block(60), block(40), block(60), block(60), block(1)], ROOM)).toEqual([
      [0, 1],
      [2, 3],
      [4],
    ])
  })

  it('counts the headings of a table on every page that it stands on', () => {
    const rows = [block(45, 'items'), block(45, 'items'), block(55, 'items'), block(55, 'items')]
    expect(paginate(rows, ROOM)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(paginate([...rows, block(1, 'items')], ROOM)).toEqual([[0, 1], [2, 3], [4]])
  })

  it('never leaves a heading alone at the end of a page', () => {
    expect(paginate([block(70), heading(20), block(20, 'items')], ROOM)).toEqual([[0], [1, 2]])
  })

  it('gives what is higher than a page a page of its own', () => {
    expect(paginate([block(10), block(500), block(10)], ROOM)).toEqual([[0], [1], [2]])
  })

  it('a sheet without anything is one empty page', () => {
    expect(paginate([], ROOM)).toEqual([[]])
  })

  it('keeps every block once and in order, and no page is overfull', () => {
    const blocks = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 80 }),
        table: fc.constantFrom(null, 'items', 'aside'),
        staysWithNext: fc.constant(false),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(blocks, (list) => {
        const pages = paginate(list, ROOM)
        expect(pages.flat()).toEqual(list.map((_, index) => index))
        for (const [number, page] of pages.entries()) {
          const tables = page.map((index) => list[index]?.table ?? null)
          const headings = tables.filter(
            (table, at) => table === 'items' && tables[at - 1] !== table,
          )
          const height = page.reduce((sum, index) => sum + (list[index]?.height ?? 0), 0)
          expect(height + headings.length * 10).toBeLessThanOrEqual(number === 0 ? 100 : 120)
        }
      }),
    )
  })
})
