import { expect, it } from 'vitest'
import { sizeWords } from './size-words.ts'

it.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [135 * 1024 * 1024, '135 MB'],
  [1.25 * 1024 ** 3, '1.3 GB'],
])('%d bytes: %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
