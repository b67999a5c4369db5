import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { type TextLayout, type TextOptions, toText } from '../builders/write-text.ts'
import type { Damage } from './damage.ts'
import { cutOut, double, replaceOne, wrongNumbers } from './damage.ts'
import { PATIENCE, runs } from './runs.ts'

const TRUTHS = { 2019: numberedReport('2019'), 2021: numberedReport('2021') }

/** Layouts in which nothing but space or the line's end parts cells, or in which rows begin where they like. */
const LAYOUTS: readonly (readonly [string, TextOptions])[] = [
  ...(['padded', 'spaced', 'bare-lines'] satisfies TextLayout[]).map(
    (layout): [string, TextOptions] => [layout, { layout }],
  ),
  ['tab-grid, ragged', { layout: 'tab-grid', ragged: true }],
  ['markdown, ragged', { layout: 'markdown', ragged: true }],
]

const DAMAGES: readonly Damage[] = [
  { name: 'a line is lost', apply: (text, index) => cutOut(text, /[^\n]+\n/g, index) },
  { name: 'a line stands twice', apply: (text, index) => double(text, /[^\n]+\n/g, index) },
  { name: 'a line break is lost', apply: (text, index) => cutOut(text, /\n/g, index) },
  { name: 'a line break is doubled', apply: (text, index) => double(text, /\n/g, index) },
  {
    name: 'a number is lost',
    apply: (text, index) => cutOut(text, /(?<=[\s|])\d+(?=[\s|])/g, index),
  },
  {
    name: 'a number stands twice',
    apply: (text, index) => double(text, /(?<=[\s|])\d+[\s|]+(?=[\d\n])/g, index),
  },
  {
    name: 'words between numbers are lost',
    apply: (text, index) => cutOut(text, /(?<=\d\s+)\p{L}[^\n\t|]*(?=[\s|])/gu, index),
  },
  {
    // Two numbers that change places are another report.
    name: 'a line with words changes places with the next',
    apply: (text, index) =>
      replaceOne(text, /[^\n]*\p{L}[^\n]*\n[^\n]+\n/gu, index, (found) => {
        const [first = '', second = ''] = found.split('\n')
        return `${second}\n${first}\n`
      }),
  },
]

describe.each(LAYOUTS)('in %s', (_, options) => {
  it.each(DAMAGES)(
    'no number is certain and wrong after $name',
    { timeout: PATIENCE },
    async ({ apply }) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(2019, 2021), fc.nat(99_999), async (edition, index) => {
          const truth = TRUTHS[edition]
          const text = apply(toText(printedReport(truth), options), index)
          const name = options.layout === 'markdown' ? 'a.md' : 'a.txt'
          const bytes = new TextEncoder().encode(text)
          expect(await wrongNumbers(truth, { name, bytes })).toEqual([])
        }),
        runs(30),
      )
    },
  )
})
