import { describe, expect, it } from 'vitest'
import { brokenPromises, type LayoutTally } from './promises.ts'
import { NOTHING } from './tally.ts'

const layout = (family: LayoutTally['family'], right: number, errors = 0): LayoutTally => ({
  layout: `${family}: plain`,
  family,
  tally: {
    ...NOTHING,
    cells: 1_000,
    outcomes: { right, uncertain: 1_000 - right, missing: 0, wrong: 0 },
    errors,
  },
})

describe('the promises', () => {
  it('are kept by a family that is as right as is asked of it', () => {
    expect(brokenPromises([layout('docx', 995), layout('text, rows damaged', 1)])).toEqual([])
  })

  it('are broken by a family that is not, and by an error on a clean report', () => {
    expect(brokenPromises([layout('docx', 994)])).toHaveLength(1)
    expect(brokenPromises([layout('docx', 1_000, 1)])).toHaveLength(1)
  })

  it('are asked of all layouts of a family together', () => {
    expect(brokenPromises([layout('docx', 990), layout('docx', 1_000)])).toEqual([])
  })
})
