import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alignment, align } from './align.ts'

/** Letters pair with the same letter only; each that is left alone costs a little. */
const alignWords = (left: string, right: string): Alignment =>
  align(left.length, right.length, {
    pair: (i, j) => (left[i] === right[j] ? 1 : null),
    skipLeft: () => 0.25,
    skipRight: () => 0.25,
  })

describe('align', () => {
  it('pairs what is the same and keeps the order', () => {
    expect(alignWords('abxc', 'abc').partners).toEqual([0, 1, null, 2])
  })

  it('tells by how much the next best alignment is worse', () => {
    // Another a could be the partner; two a's would then stand alone.
    expect(alignWords('ab', 'aba').leads()).toEqual([0.5 * 3, Number.POSITIVE_INFINITY])
  })

  it('has no lead where an item stands twice and has one partner', () => {
    const { partners, leads } = alignWords('abbc', 'abc')
    expect(partners.filter((partner) => partner === 1)).toHaveLength(1)
    expect(leads().slice(1, 3).toSorted()).toEqual([0, Number.POSITIVE_INFINITY])
  })

  it('has no rival for an item that only stands out of order', () => {
    expect(alignWords('bac', 'abc').leads()).toEqual(Array(3).fill(Number.POSITIVE_INFINITY))
  })

  it('gives the lead that choosing another pair gives', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (left, right) => {
        const { partners, score, leads } = alignWords(left, right)
        const reckoned = leads()
        for (const [item, partner] of partners.entries()) {
          if (partner === null) continue
          const others = pairsOf(left, right).filter(
            ([i, j]) => (i === item) !== (j === partner) && left[i] === right[j],
          )
          const best = Math.max(...others.map(([i, j]) => forced(left, right, i, j)))
          expect(reckoned[item]).toBeCloseTo(score - best)
        }
      }),
    )
  })
})

const pairsOf = (left: string, right: string): readonly (readonly [number, number])[] =>
  [...left].flatMap((_, i) => [...right].map((__, j) => [i, j] as const))

/** The score of the best alignment in which these two are a pair. */
const forced = (left: string, right: string, i: number, j: number): number =>
  alignWords(left.slice(0, i), right.slice(0, j)).score +
  1 +
  alignWords(left.slice(i + 1), right.slice(j + 1)).score
