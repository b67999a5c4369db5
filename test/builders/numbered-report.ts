import type { CellId } from '../../shared/form/edition.ts'
import type { CellTruth, GroundTruth } from './ground-truth.ts'
import { cellIdsOf, withCells } from './ground-truth.ts'
import { randomReport } from './random-report.ts'

/** A report in which every cell is another number, so that no shift can hide behind zeros. */
export function numberedReport(edition: GroundTruth['edition']): GroundTruth {
  const report = randomReport(edition === '2019' ? SEED_OF_2019 : SEED_OF_2021)
  if (report.edition !== edition) throw new Error(`the seed gives a report of ${report.edition}`)
  const cells = cellIdsOf(report).map((id, index): [CellId, CellTruth] => [
    id,
    { raw: `${index + 1}`, value: index + 1 },
  ])
  return withCells(report, new Map(cells))
}

const SEED_OF_2019 = 1
const SEED_OF_2021 = 2
