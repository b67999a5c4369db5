import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { cellsOfEdition } from '../form/cell-id.ts'
import { EDITIONS } from '../form/editions.ts'
import { headingOf } from '../form/official-sections.ts'
import { fold } from './fold.ts'

const converters = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }))

const labels = EDITIONS.flatMap((edition) => [
  ...edition.sections.map(headingOf),
  ...cellsOfEdition(edition).flatMap((cell) => [cell.rowLabel, cell.columnLabel, ...cell.rowUnder]),
])

describe('traditional characters', () => {
  it('every official label is recognised in every traditional spelling a full dictionary knows', () => {
    for (const label of new Set(labels)) {
      for (const convert of converters) expect(fold(convert(label))).toBe(fold(label))
    }
  })
})
