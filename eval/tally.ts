import type { Judgement, Outcome, ScoredCell } from './judge.ts'

/** What came of the files of one layout, or of several. */
export interface Tally {
  readonly files: number
  readonly cells: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** False alarms on clean reports: to be corrected, to be judged. */
  readonly errors: number
  readonly warnings: number
  /** Milliseconds, one for each file. */
  readonly times: readonly number[]
  readonly scored: readonly ScoredCell[]
}

export const NOTHING: Tally = {
  files: 0,
  cells: 0,
  outcomes: { right: 0, uncertain: 0, missing: 0, wrong: 0 },
  errors: 0,
  warnings: 0,
  times: [],
  scored: [],
}

/** One file's judgement as a tally. */
export function tallyOf(judgement: Judgement, time: number): Tally {
  const outcomes = { right: 0, uncertain: 0, missing: 0, wrong: 0 }
  for (const outcome of judgement.outcomes.values()) outcomes[outcome] += 1
  return {
    files: 1,
    cells: judgement.outcomes.size,
    outcomes,
    errors: judgement.errors.length,
    warnings: judgement.warnings.length,
    times: [time],
    scored: judgement.scored,
  }
}

/** Both together. */
export const plus = (a: Tally, b: Tally): Tally => ({
  files: a.files + b.files,
  cells: a.cells + b.cells,
  outcomes: {
    right: a.outcomes.right + b.outcomes.right,
    uncertain: a.outcomes.uncertain + b.outcomes.uncertain,
    missing: a.outcomes.missing + b.outcomes.missing,
    wrong: a.outcomes.wrong + b.outcomes.wrong,
  },
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
  times: [...a.times, ...b.times],
  scored: [...a.scored, ...b.scored],
})

/** Percent of the cells that were read right, to two decimals, rounded down: 99.999 is not all. */
export const percentRight = ({ cells, outcomes }: Tally): number =>
  cells === 0 ? 0 : Math.floor((10_000 * outcomes.right) / cells) / 100
