import { describe, expect, it } from 'vitest'
import type { CellTruth } from '../builders/ground-truth.ts'
import { cellIdsOf, withCells } from '../builders/ground-truth.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { wrongNumbers } from './damage.ts'
import { OPEN_PDF_FORMS, PDF_FORMS } from './forms.ts'
import { PATIENCE } from './runs.ts'

const truth = numberedReport('2021')
const row = cellIdsOf(truth).filter((id) => id.startsWith('t3.new.'))

/** Eight digits, which a narrow column breaks over two lines. */
const long = (index: number): CellTruth => ({
  raw: String(12_345_678 + index * 11_111_111),
  value: 12_345_678 + index * 11_111_111,
})

describe('numbers of one row that are broken over two lines are never certain and wrong', () => {
  it.each([...PDF_FORMS, ...OPEN_PDF_FORMS])('$name', { timeout: PATIENCE }, async ({ write }) => {
    for (let count = 1; count <= row.length; count++) {
      const changes = row.slice(0, count).map((id, index) => [id, long(index)] as const)
      const report = withCells(truth, new Map(changes))
      expect(await wrongNumbers(report, await write(report)), `${count} cells`).toEqual([])
    }
  })
})
