import type { Measure } from '../form/edition.ts'

/** What stands in a number cell. Blank, `0`, `/`, `—` and `无` stay different facts. */
export type CellContent =
  | { readonly kind: 'number'; readonly value: number; readonly doubt: NumberDoubt | null }
  | { readonly kind: 'blank'; readonly mark: BlankMark }
  | { readonly kind: 'text'; readonly reason: 'words' | 'inexact' }

/** What a cell without a number shows instead. */
export type BlankMark = 'empty' | 'slash' | 'dash' | 'none'

/** Why a number that was read may not be the number that was meant. */
export type NumberDoubt =
  /** White space between digits: one number, or two that ran together. */
  | 'spaced-digits'
  /** A zero in front of other digits: nobody counts so, but two cells that ran together read so. */
  | 'run-together'
  /** A unit other than the column's. */
  | 'other-unit'

/**
 * Reads what a cell shows, for a column of that measure. `+8` is 8, `１２` is 12, `1,585.50` is 1585.5,
 * `838110元` is 838110, `12.5万元` is 12.5 where the column counts in 万元.
 */
export function readContent(raw: string, measure: Measure): CellContent {
  if (PLAIN_COUNT.test(raw)) return { kind: 'number', value: Number(raw), doubt: null }
  const text = toHalfWidth(raw).replace(INVISIBLE, '').trim()
  const mark = blankMarkOf(text)
  if (mark !== null) return { kind: 'blank', mark }
  const match = NUMBER.exec(text)
  if (match === null) return { kind: 'text', reason: 'words' }
  const [, sign = '', figure = '', unit = ''] = match
  const digits = figure.replace(/\s+/g, '')
  if (!GROUPED.test(digits) && !PLAIN.test(digits)) return { kind: 'text', reason: 'words' }
  const decimal = digits.replaceAll(',', '')
  const value = Number(decimal)
  if (!isExact(decimal, value)) return { kind: 'text', reason: 'inexact' }
  return {
    kind: 'number',
    value: sign === '-' && value !== 0 ? -value : value,
    doubt: digitDoubt(figure, digits) ?? unitDoubt(unit.replace(/\s+/g, ''), measure),
  }
}

/** What nearly every cell holds; all of it is exact in a double. */
const PLAIN_COUNT = /^(?:0|[1-9]\d{0,14})$/

/** Whether the text could stand in a number cell: a number, or one of the marks for none. */
export function isValueLike(raw: string): boolean {
  if (raw === '' || PLAIN_COUNT.test(raw)) return true
  if (raw.length > LONGEST_VALUE || (raw.length > LONGEST_MARK && STARTS_WITH_WORDS.test(raw))) {
    return false
  }
  const content = readContent(raw, 'count')
  return content.kind !== 'text' || content.reason === 'inexact'
}

/** Whether the text holds nothing but digits and what stands beside them in numbers: perhaps several numbers. */
export const isFigures = (text: string): boolean => FIGURES.test(text)

const FIGURES = /^\s*[\d０-９+][\d０-９.,，+\s件条个项份次起例宗元]{0,200}$/u

/** 不适用 and 没有 are the longest marks for none; a number does not begin with a Chinese character or a bracket. */
const LONGEST_MARK = 4
const STARTS_WITH_WORDS = /^[\u4e00-\u9fff(（]/u
/** In characters; a longer text is no number, whatever unit it has. */
const LONGEST_VALUE = 40

// Not NFKC: that would turn ① into 1 and ½ into 1⁄2, which no report means as a number.
const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u2212', '-')

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

function blankMarkOf(text: string): BlankMark | null {
  const bare = text.replace(/\s+/g, '')
  if (bare === '') return 'empty'
  if (/^[/\\∕⁄]+$/.test(bare)) return 'slash'
  if (/^[-‐‑‒–—―─━_]+$/.test(bare)) return 'dash'
  return /^(?:无|無|没有|不适用|不適用|N\/A)$/i.test(bare) ? 'none' : null
}

const NUMBER =
  /^([+-]?)\s*([\d.,]+(?:\s+[\d.,]+)*)\s*(\(?(?:万\s*元|元|人民币元|件|条|个|项|份|次|起|例|宗|%)\)?)?$/u
const PLAIN = /^(?:\d+(?:\.\d+)?|\.\d+)$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

function digitDoubt(figure: string, digits: string): NumberDoubt | null {
  if (digits !== figure) return 'spaced-digits'
  return /^0\d/.test(digits) ? 'run-together' : null
}

function unitDoubt(unit: string, measure: Measure): NumberDoubt | null {
  const bare = unit.replace(/[()]/g, '')
  if (bare === '') return null
  switch (measure) {
    case 'money-10k':
      return bare === '万元' ? null : 'other-unit'
    case 'money':
      return bare === '元' || bare === '人民币元' ? null : 'other-unit'
    case 'count':
    case 'change':
      return COUNTERS.has(bare) ? null : 'other-unit'
  }
}

const COUNTERS = new Set(['件', '条', '个', '项', '份', '次', '起', '例', '宗'])

/** Whether the double is the number that was printed: to the last digit where it is whole, as printed where not. */
const isExact = (decimal: string, value: number): boolean =>
  /^\d+$/.test(decimal)
    ? Number.isFinite(value) && BigInt(value) === BigInt(decimal)
    : canonical(decimal) === canonical(plainDigits(value))

/** Digits without leading zeros or trailing decimal zeros. */
function canonical(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const bare = fraction.replace(/0+$/, '')
  return `${whole.replace(/^0+/, '')}${bare === '' ? '' : `.${bare}`}`
}

/** The shortest digits that name the double, without an exponent; empty where only an exponent can write it. */
function plainDigits(value: number): string {
  const text = String(value)
  return /e|Infinity/.test(text) ? '' : text
}
