import { expect, it } from 'vitest'
import { TEXT_SCALES, TEXT_SIZES, textSizeAfter } from './text-size.ts'

it('grows and shrinks step by step, and stops at the ends', () => {
  expect(textSizeAfter('normal', 1)).toBe('large')
  expect(textSizeAfter('large', 1)).toBe('largest')
  expect(textSizeAfter('largest', 1)).toBe('largest')
  expect(textSizeAfter('normal', -1)).toBe('normal')
})

it('the largest is twice the normal size', () => {
  expect(TEXT_SIZES.map((size) => TEXT_SCALES[size])).toEqual([1, 1.5, 2])
})
