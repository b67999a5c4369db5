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
  /**
   * For each left item by how much the score falls where it gets another partner, or another item gets its partner: 0
   * where that is just as good, `Infinity` where it cannot be or the item has no partner. Reckoned when it is asked for.
   */
  readonly leads: () => readonly number[]
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
  const partners = trace(steps, leftCount, rightCount)
  return {
    partners,
    score: at(best, best.length - 1),
    leads: () => leadsOf(partners, rightCount, scores, best),
  }
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

/** What comes before an item is in `before`; the same from the other end gives the best score through each pair. */
function leadsOf(
  partners: readonly (number | null)[],
  rightCount: number,
  scores: AlignmentScores,
  before: Float64Array,
): readonly number[] {
  const width = rightCount + 1
  const leftCount = partners.length
  const after = scoresFromEnd(leftCount, rightCount, scores)
  const total = at(before, before.length - 1)
  const bestOfLeft = new Float64Array(leftCount).fill(Number.NEGATIVE_INFINITY)
  const bestOfRight = new Float64Array(rightCount).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < leftCount; i++) {
    for (let j = 0; j < rightCount; j++) {
      const gain = partners[i] === j ? null : scores.pair(i, j)
      if (gain === null) continue
      const through = at(before, i * width + j) + gain + at(after, (i + 1) * width + j + 1)
      bestOfLeft[i] = Math.max(at(bestOfLeft, i), through)
      bestOfRight[j] = Math.max(at(bestOfRight, j), through)
    }
  }
  return partners.map((partner, i) => {
    if (partner === null) return Number.POSITIVE_INFINITY
    return Math.max(0, total - Math.max(at(bestOfLeft, i), at(bestOfRight, partner)))
  })
}

/** The best score of aligning what follows left `i` and right `j`, both included. */
function scoresFromEnd(
  leftCount: number,
  rightCount: number,
  scores: AlignmentScores,
): Float64Array {
  const width = rightCount + 1
  const best = new Float64Array((leftCount + 1) * width)
  for (let i = leftCount; i >= 0; i--) {
    for (let j = rightCount; j >= 0; j--) {
      if (i === leftCount && j === rightCount) continue
      const here = i * width + j
      let score = Number.NEGATIVE_INFINITY
      if (j < rightCount) score = at(best, here + 1) - scores.skipRight(j)
      if (i < leftCount) score = Math.max(score, at(best, here + width) - scores.skipLeft(i))
      const gain = i < leftCount && j < rightCount ? scores.pair(i, j) : null
      if (gain !== null) score = Math.max(score, at(best, here + width + 1) + gain)
      best[here] = score
    }
  }
  return best
}
