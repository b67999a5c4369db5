import { describe, expect, it } from 'vitest'
import { printable } from './printable.ts'

describe('printable', () => {
  it.each([
    ['leaves ordinary text alone', '清水镇 “年报”（2021）𠮷', '清水镇 “年报”（2021）𠮷'],
    ['puts everything on one line', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['shows what would steer a terminal', 'a\u001b[31mb\u0000\u009b', 'a�[31mb��'],
    ['shows what would turn the text around', 'a\u202efdp.exe', 'a�fdp.exe'],
    ['shows half a character', 'a\ud83d', 'a�'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected)
  })
})
