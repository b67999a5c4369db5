import { describe, expect, it } from 'vitest'
import { choosePasted, toPastedDocument } from './pasted.ts'

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

describe('choosePasted', () => {
  const CELLS = { html: '<table><tr><td>1</td></tr></table>', text: '1' }
  const PAGE = { html: '<p>x</p>', text: 'x' }

  it('takes copied cells, and not the picture of them that comes along', () => {
    expect(choosePasted(CELLS, ['image/png'], 'now')).toMatchObject({ name: '粘贴的内容 now.html' })
    expect(choosePasted(CELLS, [], 'now')).toMatchObject({ name: '粘贴的内容 now.html' })
  })

  it('takes files, also those that come with some text', () => {
    expect(choosePasted({ html: '', text: 'a.docx' }, ['application/x'], 'now')).toBe('files')
    expect(choosePasted(CELLS, ['image/png', ''], 'now')).toBe('files')
    expect(choosePasted(PAGE, ['image/png'], 'now')).toBe('files')
  })

  it('takes text where there is nothing else, and nothing where there is none', () => {
    expect(choosePasted(PAGE, [], 'now')).toMatchObject({ name: '粘贴的内容 now.txt' })
    expect(choosePasted({ html: '', text: ' ' }, [], 'now')).toBeNull()
  })
})
