import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../builders/encode-text.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { TEXT_LAYOUTS, toText } from '../builders/write-text.ts'
import type { Damage } from './damage.ts'
import { cutOut, double, wrongNumbers } from './damage.ts'
import { PATIENCE, runs } from './runs.ts'

const TRUTHS = [numberedReport('2019'), numberedReport('2021')]

const DAMAGES: readonly Damage[] = [
  { name: 'a line is lost', apply: (text, index) => cutOut(text, /[^\n]*\n/g, index) },
  { name: 'a line break is lost', apply: (text, index) => cutOut(text, /\n/g, index) },
  { name: 'a mark between cells is lost', apply: (text, index) => cutOut(text, /[\t|]/g, index) },
  {
    name: 'a cell is lost with its mark',
    apply: (text, index) => cutOut(text, /[\t|] ?\d+ ?(?=[\t\n|])/g, index),
  },
  { name: 'a cell is emptied', apply: (text, index) => cutOut(text, /(?<=[\t|] ?)\d+/g, index) },
  { name: 'a mark is doubled', apply: (text, index) => double(text, /[\t|]/g, index) },
  { name: 'a line break is doubled', apply: (text, index) => double(text, /\n/g, index) },
]

describe.each(TEXT_LAYOUTS)('in %s', (layout) => {
  it.each(DAMAGES)(
    'no number is certain and wrong after $name',
    { timeout: PATIENCE },
    async ({ apply }) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...TRUTHS), fc.nat(99_999), async (truth, index) => {
          const text = apply(toText(printedReport(truth), { layout }), index)
          const bytes = encodeText(text, { charset: 'UTF-8', byteOrderMark: false, newline: '\n' })
          const name = layout === 'markdown' ? 'a.md' : 'a.txt'
          expect(await wrongNumbers(truth, { name, bytes })).toEqual([])
        }),
        runs(40),
      )
    },
  )
})
