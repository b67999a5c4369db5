import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asExpected, differences, readBack } from '../builders/read-back.ts'
import { validReport } from '../builders/valid-report.ts'
import { wrongNumbers } from './damage.ts'
import { ALL_FORMS, OPEN_PDF_FORMS, PDF_FORMS } from './forms.ts'
import { PATIENCE, runs } from './runs.ts'

describe('a report without a mistake is read back cell for cell and has no finding', () => {
  it.each(ALL_FORMS)('$name', { timeout: PATIENCE }, async ({ write, fits }) => {
    await fc.assert(
      fc.asyncProperty(validReport(), async (truth) => {
        fc.pre(fits?.(truth) ?? true)
        const { report, findings } = await readBack(await write(truth))
        expect(differences(truth, report)).toEqual([])
        expect(asExpected(findings)).toEqual([])
      }),
      runs(25),
    )
  })
})

describe('where columns are inferred or numbers broken over lines, no number is certain and wrong', () => {
  it.each([...OPEN_PDF_FORMS, ...PDF_FORMS])('$name', { timeout: PATIENCE }, async ({ write }) => {
    await fc.assert(
      fc.asyncProperty(validReport(), async (truth) => {
        expect(await wrongNumbers(truth, await write(truth))).toEqual([])
      }),
      runs(10),
    )
  })
})
