/** A decimal number without its sign, as digits before and after the point. */
export interface DecimalDigits {
  /** Without leading zeros; `0` where there is nothing before the point. */
  readonly whole: string
  /** Exactly as many digits as were asked for. */
  readonly fraction: string
}

/**
 * The amount of a number times ten to the power of `shift`, rounded to `places` digits after the point. Like office
 * programs it takes the 15 significant digits of a double for the number that was meant, and rounds half up.
 */
export function roundedDigits(value: number, places: number, shift = 0): DecimalDigits {
  const [mantissa = '', exponent = ''] = Math.abs(value)
    .toExponential(SIGNIFICANT - 1)
    .split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1 + shift
  const kept = point + places
  const rounded = kept < 0 ? 0n : rounding(digits, kept)
  const text = String(rounded).padStart(places + 1, '0')
  const end = text.length - places
  return { whole: text.slice(0, end), fraction: text.slice(end) }
}

/** A double holds so many decimal digits; office programs keep no more of what is typed. */
const SIGNIFICANT = 15

/** The first `kept` digits, as if zeros followed, rounded by the digit after them. */
function rounding(digits: string, kept: number): bigint {
  const head = BigInt(digits.slice(0, kept).padEnd(kept, '0') || '0')
  return digits.charAt(kept) >= '5' ? head + 1n : head
}

/** `1234567` → `1,234,567`. */
export const grouped = (whole: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
