import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '../../../shared/desk/filters.ts'
import { type KeptView, keepView, readKeptView } from './kept-view.ts'

function storageWith(text: string | null = null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value
    },
  }
}

describe('what of the list outlives a reload', () => {
  it('is every part of the filter and the order', () => {
    const view: KeptView = {
      filter: {
        query: ' 清溪 ',
        years: new Set([2023, null]),
        verdicts: new Set(['must-correct']),
        states: new Set(['in-review', 'new']),
        rules: new Set(['t3-balance']),
      },
      order: { column: 'addedAt', descending: true },
    }
    const storage = storageWith()
    keepView(storage, view)
    expect(readKeptView(storage)).toEqual(view)
  })

  it.each([
    ['nothing', null],
    ['a text that is no JSON', '{'],
    ['a column that this program does not know', '{"filter":{},"order":{"column":"mood"}}'],
  ])('is nothing where there is %s', (_, text) => {
    expect(readKeptView(storageWith(text))).toBeNull()
  })

  it('is lost, and nothing else, where the storage refuses', () => {
    const refusing = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    keepView(refusing, { filter: NO_FILTER, order: { column: 'unit', descending: false } })
    expect(readKeptView(refusing)).toBeNull()
  })
})
