import { describe, expect, it } from 'vitest'
import { trimEdges, trimRange } from './edge-space.ts'

describe('trimEdges', () => {
  it.each([
    ['  0\t', '0'],
    ['　　二、总体情况　', '二、总体情况'],
    ['\u00a0\u200b\ufeff12\u2060\r', '12'],
    ['第 一 项', '第 一 项'],
    [' \u200b　', ''],
    ['', ''],
  ])('leaves of %j only %j', (text, trimmed) => {
    expect(trimEdges(text)).toBe(trimmed)
  })

  it('takes no longer for a million spaces inside', () => {
    const text = `a${' '.repeat(1_000_000)}b`
    expect(trimEdges(text)).toBe(text)
  })
})

it('trimRange gives the part of a line that holds the text', () => {
  expect(trimRange('规章\t 0 \t', 3, 6)).toEqual([4, 5])
  expect(trimRange('规章\t  \t', 3, 5)).toEqual([5, 5])
})
