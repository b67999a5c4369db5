import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mistake } from '../builders/break-one-cell.ts'
import { breakOneCell } from '../builders/break-one-cell.ts'
import { asExpected, differences, ofKnownRules, readBack } from '../builders/read-back.ts'
import { validReport } from '../builders/valid-report.ts'
import { ALL_FORMS } from './forms.ts'
import { PATIENCE, runs } from './runs.ts'

const wrongNumber: fc.Arbitrary<Mistake> = fc.record({
  kind: fc.constant('wrong-number' as const),
  by: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -9, max: -1 })),
})

const blank: fc.Arbitrary<Mistake> = fc.record({
  kind: fc.constant('blank' as const),
  mark: fc.constantFrom('', '/', '—', '-', '无'),
})

const notANumber: fc.Arbitrary<Mistake> = fc.record({
  kind: fc.constant('not-a-number' as const),
  text: fc.constantFrom('-3', '1.5', '见附件', '若干', '２件半', '3人次'),
})

describe('a single mistake yields exactly the findings that follow from it', () => {
  const mistake = fc.oneof(wrongNumber, blank, notANumber)

  it.each(ALL_FORMS)('$name', { timeout: PATIENCE }, async ({ write, fits, hidesBlanks }) => {
    await fc.assert(
      fc.asyncProperty(validReport(), fc.nat(9_999), mistake, async (truth, index, slip) => {
        fc.pre(hidesBlanks !== true || slip.kind !== 'blank' || slip.mark !== '')
        const broken = breakOneCell(truth, index, slip)
        fc.pre(fits?.(broken.truth) ?? true)
        const { report, findings } = await readBack(await write(broken.truth))
        expect(differences(broken.truth, report)).toEqual([])
        expect(asExpected(findings)).toEqual(ofKnownRules(broken.findings))
      }),
      runs(25),
    )
  })
})
