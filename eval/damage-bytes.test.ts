import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../test/builders/random-report.ts'
import { applyDamage, drawDamage, offsetAfter } from './damage-bytes.ts'

describe('a damage of bytes', () => {
  it('is the same for the same seed, and never a file of bytes that were not there', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 8, max: 300 }), (seed, size) => {
        const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251)
        const damage = drawDamage(size, mulberry32(seed))
        expect(drawDamage(size, mulberry32(seed))).toEqual(damage)
        const after = applyDamage(bytes, damage)
        expect(after.length).toBeLessThanOrEqual(size)
        if (damage.kind === 'flipped') return
        for (const [at, byte] of bytes.entries()) {
          const now = offsetAfter(at, damage)
          if (now !== null) expect(after[now]).toBe(byte)
        }
      }),
    )
  })
})
