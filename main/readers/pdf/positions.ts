/** Positions that lie within `tolerance` of one another count as one, at their mean; in order. */
export function clusterPositions(values: readonly number[], tolerance: number): readonly number[] {
  const clusters: number[][] = []
  let start = Number.NEGATIVE_INFINITY
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - start <= tolerance) clusters.at(-1)?.push(value)
    else {
      clusters.push([value])
      start = value
    }
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length)
}

/** The interval between neighbouring positions in which a value falls; -1 outside all. */
export function intervalOf(positions: readonly number[], value: number): number {
  let low = 0
  let high = positions.length - 1
  if (high < 1 || value < (positions[0] ?? 0) || value > (positions[high] ?? 0)) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (value < (positions[middle] ?? 0)) high = middle
    else low = middle
  }
  return low
}

/** The position nearest to a value, if it is within `tolerance`; -1 otherwise. */
export function nearestIndex(
  positions: readonly number[],
  value: number,
  tolerance: number,
): number {
  let best = -1
  positions.forEach((position, index) => {
    const distance = Math.abs(position - value)
    if (
      distance <= tolerance &&
      (best < 0 || distance < Math.abs((positions[best] ?? 0) - value))
    ) {
      best = index
    }
  })
  return best
}

/** The middle one; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
