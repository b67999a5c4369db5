import { describe, expect, it } from 'vitest'
import { clampFraction, fractionAfterKey } from './split-fraction.ts'

describe('clampFraction', () => {
  it('keeps both panes at their smallest size', () => {
    expect(clampFraction(0.1, 1000, 300)).toBe(0.3)
    expect(clampFraction(0.9, 1000, 300)).toBe(0.7)
    expect(clampFraction(0.4, 1000, 300)).toBe(0.4)
  })

  it('halves a space that is too small for both', () => {
    expect(clampFraction(0.1, 400, 300)).toBe(0.5)
    expect(clampFraction(0.9, 400, 300)).toBe(0.5)
  })

  it('leaves the fraction alone before anything was measured', () => {
    expect(clampFraction(0.1, 0, 300)).toBe(0.1)
  })
})

it('moves by keys, and ignores the others', () => {
  expect(fractionAfterKey('ArrowRight', 0.5)).toBeCloseTo(0.52)
  expect(fractionAfterKey('PageUp', 0.5)).toBeCloseTo(0.4)
  expect(fractionAfterKey('Home', 0.5)).toBe(0)
  expect(fractionAfterKey('a', 0.5)).toBeNull()
})
