import { describe, expect, it } from 'vitest'
import type { Mistake } from '../builders/break-one-cell.ts'
import { breakOneCell } from '../builders/break-one-cell.ts'
import { cellIdsOf } from '../builders/ground-truth.ts'
import { randomReport } from '../builders/random-report.ts'
import { asExpected, differences, ofKnownRules, readBack } from '../builders/read-back.ts'
import { htmlFile } from '../builders/report-files.ts'
import { PATIENCE } from './runs.ts'

const MISTAKES: readonly (readonly [string, Mistake])[] = [
  ['one more', { kind: 'wrong-number', by: 1 }],
  ['blank', { kind: 'blank', mark: '' }],
  ['a slash', { kind: 'blank', mark: '/' }],
  ['words', { kind: 'not-a-number', text: '见附件' }],
  ['negative', { kind: 'not-a-number', text: '-1' }],
]

describe.each([
  ['2019', randomReport(1)],
  ['2021', randomReport(2)],
])('each cell of a report on the form of %s in turn', (_, truth) => {
  it.each(MISTAKES)(
    'yields what follows from it being %s',
    { timeout: PATIENCE },
    async (_name, slip) => {
      for (const index of cellIdsOf(truth).keys()) {
        const broken = breakOneCell(truth, index, slip)
        const { report, findings } = await readBack(htmlFile(broken.truth))
        expect(differences(broken.truth, report), broken.cell).toEqual([])
        expect(asExpected(findings), broken.cell).toEqual(ofKnownRules(broken.findings))
      }
    },
  )
})
