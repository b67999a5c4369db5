import { expect, it } from 'vitest'
import { differenceWords } from './difference-words.ts'

it('says what became of the findings, and nothing of what there is none of', () => {
  expect(differenceWords({ gone: 2, added: 1, changed: 0, same: 4, unchecked: 0 })).toBe(
    '2 处问题消失了，新出现 1 处，4 处没有变',
  )
  expect(differenceWords({ gone: 0, added: 0, changed: 1, same: 0, unchecked: 0 })).toBe(
    '1 处还在、数字变了',
  )
  expect(differenceWords({ gone: 0, added: 0, changed: 0, same: 0, unchecked: 0 })).toBe(
    '两版都没有发现问题',
  )
})

it('never takes what can no longer be checked for gone', () => {
  expect(differenceWords({ gone: 0, added: 0, changed: 0, same: 0, unchecked: 2 })).toBe(
    '2 处没法再核对',
  )
})
