/** What an alignment costs and gains. All figures are in the same arbitrary unit. */
export interface AlignmentScores {
  /** Gain of pairing left `i` with right `j`; null where they cannot be the same thing. */
  readonly pair: (i: number, j: number) => number | null
  /** Cost, at least 0, of leaving left `i` or right `j` without a partner. */
  readonly skipLeft: (i: number) => number
  readonly skipRight: (j: number) => number
}

export interface Alignment {
  /** For each left item the index of its right partner; null where it has none. */
  readonly partners: readonly (number | null)[]
  readonly score: number
}

/**
 * The best order-keeping alignment of two sequences (Needleman and Wunsch). Ties are broken towards pairing,
 * then towards leaving the later items alone.
 */
export function align(leftCount: number, rightCount: number, scores: AlignmentScores): Alignment {
  const width = rightCount + 1
  const best = new Float64Array((leftCount + 1) * width)
  const steps = new Uint8Array((leftCount + 1) * width)
  for (let j = 1; j <= rightCount; j++) {
    best[j] = at(best, j - 1) - scores.skipRight(j - 1)
    steps[j] = SKIP_RIGHT
  }
  for (let i = 1; i <= leftCount; i++) {
    const row = i * width
    const leftCost = scores.skipLeft(i - 1)
    best[row] = at(best, row - width) - leftCost
    steps[row] = SKIP_LEFT
    for (let j = 1; j <= rightCount; j++) {
      let score = at(best, row + j - 1) - scores.skipRight(j - 1)
      let step = SKIP_RIGHT
      const withoutLeft = at(best, row - width + j) - leftCost
      if (withoutLeft >= score) {
        score = withoutLeft
        step = SKIP_LEFT
      }
      const gain = scores.pair(i - 1, j - 1)
      if (gain !== null) {
        const paired = at(best, row - width + j - 1) + gain
        if (paired >= score) {
          score = paired
          step = PAIR
        }
      }
      best[row + j] = score
      steps[row + j] = step
    }
  }
  return { partners: trace(steps, leftCount, rightCount), score: at(best, best.length - 1) }
}

const PAIR = 1
const SKIP_LEFT = 2
const SKIP_RIGHT = 3

const at = (values: Float64Array, index: number): number => values[index] ?? 0

function trace(steps: Uint8Array, leftCount: number, rightCount: number): (number | null)[] {
  const partners: (number | null)[] = new Array(leftCount).fill(null)
  let i = leftCount
  let j = rightCount
  while (i > 0 || j > 0) {
    const step = steps[i * (rightCount + 1) + j]
    if (step === PAIR) {
      i--
      j--
      partners[i] = j
    } else if (step === SKIP_LEFT) i--
    else j--
  }
  return partners
}
