import {
  type Agreement,
  type CellEvidence,
  CLEAR_LEAD,
  type ColumnEvidence,
  type RowEvidence,
  SURE_EVIDENCE,
} from '../../report/evidence.ts'
import type { ReadingDoubt } from '../../report/report.ts'

/** Both parts with the score they come to. */
export const toEvidence = (row: RowEvidence, column: ColumnEvidence): CellEvidence => ({
  row,
  column,
  score: Math.round(rowScore(row) * columnScore(column) * 1000) / 1000,
})

/** Why the evidence does not suffice; null where it does. The weaker part is named. */
export function doubtOf({ row, column, score }: CellEvidence): ReadingDoubt | null {
  if (score >= SURE_EVIDENCE) return null
  if (rowScore(row) <= columnScore(column))
    return row.lead < CLEAR_LEAD ? 'two-places' : 'row-label'
  return column.against === 'blank-place' ? 'row-length' : 'column-label'
}

/**
 * Each fact on its own would convince with that weight; independent facts leave together what all of them leave open.
 * What contradicts divides the result.
 */
function rowScore(row: RowEvidence): number {
  const facts = together([
    LABEL_WEIGHT * likenessWeight(row.likeness),
    row.by === 'only-row' ? ONLY_ROW_WEIGHT : 0,
    row.by === 'label' || row.by === 'neighbours' ? ORDER_WEIGHT : 0,
    row.numbering === 'agrees' ? NUMBERING_WEIGHT : 0,
    row.heading === 'agrees' ? HEADING_WEIGHT : 0,
  ])
  return (
    facts *
    contradiction(row.numbering, NUMBERING_CONTRADICTS) *
    contradiction(row.heading, HEADING_CONTRADICTS) *
    Math.min(1, row.lead / CLEAR_LEAD)
  )
}

function columnScore({ by, likeness, against }: ColumnEvidence): number {
  const facts = together([
    by === 'run' ? RUN_WEIGHT : 0,
    by === 'heading' ? PLACE_WEIGHT : 0,
    COLUMN_LABEL_WEIGHT * likenessWeight(likeness),
  ])
  return against === null ? facts : facts * OBJECTION
}

const together = (weights: readonly number[]): number =>
  1 - weights.reduce((open, weight) => open * (1 - weight), 1)

/** Labels hardly more than half alike say nothing; from there on likeness convinces ever more. */
const likenessWeight = (likeness: number): number =>
  Math.max(0, likeness - NO_LIKENESS) / (1 - NO_LIKENESS)

const NO_LIKENESS = 0.6

const contradiction = (agreement: Agreement, factor: number): number =>
  agreement === 'differs' ? factor : 1

const LABEL_WEIGHT = 0.97
const ONLY_ROW_WEIGHT = 0.95
const ORDER_WEIGHT = 0.25
const NUMBERING_WEIGHT = 0.4
const HEADING_WEIGHT = 0.3
const NUMBERING_CONTRADICTS = 0.85
const HEADING_CONTRADICTS = 0.6

const RUN_WEIGHT = 0.9
const PLACE_WEIGHT = 0.6
const COLUMN_LABEL_WEIGHT = 0.9
const OBJECTION = 0.5
