import { expect, it } from 'vitest'
import { toPastedDocument } from './pasted.ts'

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

it('a table from Word stays a table', () => {
  const pasted = toPastedDocument({ html: '<TABLE><tr><td>3', text: '3' }, '0905')
  expect(pasted?.name).toBe('粘贴的内容 0905.html')
  expect(textOf(pasted?.bytes)).toBe('<!doctype html><meta charset="utf-8"><TABLE><tr><td>3')
})

it('without a table the plain text is taken, whatever markup comes with it', () => {
  const pasted = toPastedDocument({ html: '<b>总计</b>', text: '总计\t3' }, '0905')
  expect(pasted?.name).toBe('粘贴的内容 0905.txt')
  expect(textOf(pasted?.bytes)).toBe('总计\t3')
})

it('nothing is no document', () => {
  expect(toPastedDocument({ html: '', text: ' \n' }, '0905')).toBeNull()
})
