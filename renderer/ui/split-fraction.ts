/** A part of the whole, held between the smallest sizes of both panes. */
export function clampFraction(fraction: number, size: number, smallest: number): number {
  if (size <= 0) return fraction
  const least = Math.min(smallest / size, 0.5)
  return Math.min(1 - least, Math.max(least, fraction))
}

/** Where a key moves the border to; null for a key that does not. Steps are a fiftieth of the whole. */
export function fractionAfterKey(key: string, fraction: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return fraction - STEP
    case 'ArrowRight':
    case 'ArrowDown':
      return fraction + STEP
    case 'PageUp':
      return fraction - 5 * STEP
    case 'PageDown':
      return fraction + 5 * STEP
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return null
  }
}

const STEP = 0.02
