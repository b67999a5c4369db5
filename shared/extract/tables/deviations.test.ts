import { describe, expect, it } from 'vitest'
import type { CellDoubt } from '../../document/source-document.ts'
import { labelDeviation } from './deviations.ts'
import { toLabelTarget } from './label-match.ts'

const OFFICIAL = '2.其他法律行政法规禁止公开'

const found = (text: string, doubt: CellDoubt | null): readonly string[] =>
  labelDeviation({ at: [], doubt }, [text], toLabelTarget(OFFICIAL), []).map((deviation) =>
    'found' in deviation ? deviation.found : deviation.kind,
  )

describe('a label that differs from the official one', () => {
  it.each([
    ['a slip', '2.其他法律行政法规禁止公汗'],
    ['a part of it', '2.其他法律行政法规禁止'],
    ['more than it', '2.其他法律行政法规禁止公开的'],
  ])('is told where the document draws its cells: %s', (_, text) => {
    expect(found(text, null)).toEqual([text])
  })

  it.each([
    ['a part of it', '2.其他法律行政法规禁止'],
    ['a neighbour’s words beside it', '2.其他法律行政法规禁止公开 其他'],
    ['a number in it', '2.其他法律行政法规禁０止公开'],
  ])('may be the reader’s doing where no border is drawn, and is not told: %s', (_, text) => {
    expect(found(text, 'inferred-grid')).toEqual([])
  })

  it('is told all the same where a word is another', () => {
    expect(found('2.其他法律行政法规禁止公汗', 'inferred-grid')).toHaveLength(1)
  })
})
