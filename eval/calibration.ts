import { textTable } from '../bench/report-table.ts'
import type { ScoredCell } from './judge.ts'

/** Lower ends of the steps of evidence that are counted apart. */
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]

/** How many cells had how much evidence, and what share of them was what stands there. */
export function calibrationTable(cells: readonly ScoredCell[]): string {
  const rows = STEPS.map((from, index) => {
    const to = STEPS[index + 1] ?? 1
    const here = cells.filter(
      ({ score }) => score >= from && (score < to || (to === 1 && score <= 1)),
    )
    const right = here.filter(({ isRight }) => isRight).length
    const share = here.length === 0 ? '-' : `${((100 * right) / here.length).toFixed(2)}%`
    return [`${from} to ${to}`, String(here.length), share, String(here.length - right)]
  })
  return textTable(['evidence', 'cells', 'right', 'wrong'], rows)
}
