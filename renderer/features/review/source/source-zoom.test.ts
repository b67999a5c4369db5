import { expect, it } from 'vitest'
import { zoomAfter } from './source-zoom.ts'

it('goes from step to step and stops at the ends', () => {
  expect(zoomAfter(1, 1)).toBe(1.25)
  expect(zoomAfter(1, -1)).toBe(0.75)
  expect(zoomAfter(1.1, 1)).toBe(1.25)
  expect(zoomAfter(3, 1)).toBe(3)
  expect(zoomAfter(0.5, -1)).toBe(0.5)
})
