import { roundedDigits } from './decimal.ts'

/** What a cell shows for the value it stores. */
export interface Shown {
  readonly text: string
  /** False where the office program may show it otherwise, or less of it than is stored. */
  readonly isExact: boolean
}

/** A number under Excel's format General in a cell that is wide enough: eleven characters, the point among them. */
export function showGeneral(value: number): Shown {
  if (Number.isInteger(value) && Math.abs(value) < 10 ** WIDTH) {
    return { text: String(value), isExact: true }
  }
  if (!Number.isFinite(value)) return { text: String(value), isExact: false }
  const meant = Number(value.toPrecision(15))
  const exponent = Number(value.toExponential().split('e')[1])
  // Excel goes over to 1.2E+11 here, with as many digits as the column is wide.
  if (exponent >= WIDTH || exponent < SMALLEST) return { text: String(meant), isExact: false }
  const places = Math.max(0, WIDTH - 2 - Math.max(0, exponent))
  const { whole, fraction } = roundedDigits(value, places)
  const decimals = fraction.replace(/0+$/, '')
  const sign = value < 0 ? '-' : ''
  const text = `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`
  return { text, isExact: Number(text) === meant }
}

/** In characters, without the sign. */
const WIDTH = 11

/** The power of ten of the smallest numbers that are written without an exponent. */
const SMALLEST = -4
