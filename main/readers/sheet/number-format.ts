import { showDate } from './date-format.ts'
import { grouped, roundedDigits } from './decimal.ts'
import { type FormatSection, type FormatToken, parseFormat } from './format-code.ts'
import { type Shown, showGeneral } from './general-format.ts'

/**
 * A number as the office program shows it under a format code. Where the code asks for something that is not
 * reckoned here, or for nothing to be shown, the result is not exact.
 */
export function showNumber(value: number, code: string, startsIn1904: boolean): Shown {
  if (isGeneral(code)) return showGeneral(value)
  const sections = parseFormat(code)
  const section = sectionFor(value, sections)
  const isSigned = value < 0 && sections.length === 1
  const text = section === undefined ? undefined : textOf(value, section, startsIn1904, isSigned)
  return text === undefined ? { ...showGeneral(value), isExact: false } : text
}

/** A text under a format code: the fourth section, where there is one, or `@` may add to it or hide it. */
export function showText(text: string, code: string): Shown {
  const sections = parseFormat(code)
  const section = sections.length > TEXT_SECTION ? sections[TEXT_SECTION] : textSection(sections)
  const isPlain = section?.every(({ kind }) => kind === 'text') === true && section.length === 1
  return { text, isExact: isPlain || text === '' }
}

const TEXT_SECTION = 3

const isGeneral = (code: string): boolean => code === '' || /^(?:general|G\/通用格式)$/iu.test(code)

/** A section with `@` shows text wherever it stands; without any, text is shown as it is. */
const textSection = (sections: readonly FormatSection[]): FormatSection =>
  sections.find((section) => section?.some(({ kind }) => kind === 'text')) ?? [{ kind: 'text' }]

function sectionFor(value: number, sections: readonly FormatSection[]): FormatSection {
  const [first, second, third] = sections
  if (sections.length === 1 || value > 0) return first
  if (value < 0) return second
  return sections.length === 2 ? first : third
}

function textOf(
  value: number,
  section: readonly FormatToken[],
  startsIn1904: boolean,
  isSigned: boolean,
): Shown | undefined {
  const has = (kind: FormatToken['kind']): boolean => section.some((token) => token.kind === kind)
  if (has('date')) return dateText(value, section, startsIn1904)
  if (has('text')) return section.length === 1 ? showGeneral(value) : undefined
  if (has('general')) return generalText(value, section, isSigned)
  const figure = has('digit') ? figureText(value, section) : literals(section)
  if (figure === undefined) return undefined
  const text = `${isSigned ? '-' : ''}${figure}`.trim()
  // A number that shows as nothing is hidden, and nobody writes minus zero.
  return { text, isExact: text !== '' && !/^-[0.,]*$/u.test(isSigned ? text : '') }
}

function dateText(
  value: number,
  section: readonly FormatToken[],
  startsIn1904: boolean,
): Shown | undefined {
  const tokens = section.map((token) =>
    token.kind === 'date' || token.kind === 'literal' ? token : undefined,
  )
  if (!tokens.every((token) => token !== undefined)) return undefined
  const text = showDate(value, tokens, startsIn1904)
  return text === undefined ? undefined : { text, isExact: true }
}

function generalText(
  value: number,
  section: readonly FormatToken[],
  isSigned: boolean,
): Shown | undefined {
  const { text, isExact } = showGeneral(Math.abs(value))
  const whole = literals(section, text)
  return whole === undefined ? undefined : { text: `${isSigned ? '-' : ''}${whole}`, isExact }
}

/** The literals of a section, with `general` in its place; undefined where anything else stands in it. */
function literals(section: readonly FormatToken[], general?: string): string | undefined {
  const parts = section.map((token) =>
    token.kind === 'literal' ? token.text : token.kind === 'general' ? general : undefined,
  )
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

const isFigure = ({ kind }: FormatToken): boolean =>
  kind === 'digit' || kind === 'point' || kind === 'comma'

/** `¥#,##0.00` and the like: one run of digit places between literals and percent signs. */
function figureText(value: number, section: readonly FormatToken[]): string | undefined {
  const start = section.findIndex(isFigure)
  const end = section.findLastIndex(isFigure) + 1
  const figure = section.slice(start, end)
  const percents = section.filter(({ kind }) => kind === 'percent').length
  const digits = figure.every(isFigure) ? figureDigits(value, figure, percents * 2) : undefined
  const before = section.slice(0, start).map(signOf).join('')
  const after = section.slice(end).map(signOf).join('')
  return digits === undefined ? undefined : before + digits + after
}

const signOf = (token: FormatToken): string =>
  token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : ''

function figureDigits(
  value: number,
  figure: readonly FormatToken[],
  shift: number,
): string | undefined {
  const point = figure.findIndex(({ kind }) => kind === 'point')
  const before = point < 0 ? figure : figure.slice(0, point)
  const after = point < 0 ? [] : figure.slice(point + 1)
  if (!after.every(({ kind }) => kind === 'digit')) return undefined
  const places = signsOf(after)
  const lastDigit = before.findLastIndex(({ kind }) => kind === 'digit')
  // Commas behind the last digit show the number in thousands.
  const thousands = before.length - 1 - lastDigit
  const { whole, fraction } = roundedDigits(value, places.length, shift - 3 * thousands)
  const isGrouped = before.slice(0, lastDigit).some(({ kind }) => kind === 'comma')
  const digits = wholeDigits(whole, signsOf(before))
  const decimals = fractionDigits(fraction, places)
  const mark = point < 0 ? '' : '.'
  return `${isGrouped ? grouped(digits) : digits}${mark}${decimals}`
}

const signsOf = (tokens: readonly FormatToken[]): string =>
  tokens.map((token) => (token.kind === 'digit' ? token.sign : '')).join('')

/** At least as many digits as the code has places from its first `0` on; without any, a zero is left out. */
function wholeDigits(whole: string, signs: string): string {
  const first = signs.indexOf('0')
  const least = first < 0 ? 0 : signs.length - first
  return whole === '0' && least === 0 ? '' : whole.padStart(least, '0')
}

/** Zeros at the end are shown only in the places of a `0`. */
function fractionDigits(fraction: string, signs: string): string {
  let end = fraction.length
  while (end > 0 && fraction.charAt(end - 1) === '0' && signs.charAt(end - 1) !== '0') end -= 1
  return fraction.slice(0, end)
}
