import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toSha256 } from './sha256.ts'

describe('toSha256', () => {
  it.each(['', 'abc', '年报'.repeat(10_000)])(
    'is the digest that everyone else gives (%#)',
    async (text) => {
      const bytes = new TextEncoder().encode(text)
      expect(await toSha256(bytes, crypto.subtle)).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      )
    },
  )

  it('covers the part of a buffer that the bytes are, and no more', async () => {
    const whole = new TextEncoder().encode('xxabcxx')
    const part = whole.subarray(2, 5)
    expect(await toSha256(part, crypto.subtle)).toBe(
      await toSha256(new TextEncoder().encode('abc'), crypto.subtle),
    )
  })
})
