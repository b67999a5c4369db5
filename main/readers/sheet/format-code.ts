/** A piece of a number format's code. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#` or `?`: a place for a digit. */
  | { readonly kind: 'digit'; readonly sign: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  /** `yyyy`, `m`: a part of a date, in lower case. */
  | { readonly kind: 'date'; readonly letters: string }
  /** `@`: the text as it is. */
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }

/** What one section of a code shows; undefined where it holds anything that is not known here. */
export type FormatSection = readonly FormatToken[] | undefined

/**
 * The sections of a format code (ECMA-376 part 1, 18.8.31): for all numbers, or for those above, below and equal to
 * zero and for text. Codes are kept: a workbook uses few and asks for them once a cell.
 */
export function parseFormat(code: string): readonly FormatSection[] {
  const known = parsed.get(code)
  if (known !== undefined) return known
  const sections =
    code.length > LONGEST_CODE ? [undefined] : sectionsOf(code).map((section) => tokensOf(section))
  if (parsed.size >= MEMORY_SIZE) parsed.clear()
  parsed.set(code, sections)
  return sections
}

const parsed = new Map<string, readonly FormatSection[]>()
const MEMORY_SIZE = 1_000
/** Excel allows 255 characters. */
const LONGEST_CODE = 1_000

/** Split at each semicolon that is neither quoted nor escaped nor in brackets. */
function sectionsOf(code: string): readonly string[] {
  const sections: string[] = ['']
  for (const [piece] of code.matchAll(/"[^"]*"?|\\.?|_.?|\*.?|\[[^\]]*\]?|./gsu)) {
    if (piece === ';') sections.push('')
    else sections.push((sections.pop() ?? '') + piece)
  }
  return sections
}

const PIECES: readonly (readonly [
  RegExp,
  (found: string) => FormatToken | 'nothing' | undefined,
])[] = [
  [/"([^"]*)"/uy, (text) => ({ kind: 'literal', text })],
  [/\\(.)/uy, (text) => ({ kind: 'literal', text })],
  // Space as wide as a character, and space that fills the cell.
  [/_(.)/uy, () => 'nothing'],
  [/\*( )/uy, () => 'nothing'],
  [/\[([^\]]*)\]/uy, bracketToken],
  [/(General|G\/通用格式)/iuy, () => ({ kind: 'general' })],
  [/(y+|m+|d+)/iuy, (letters) => ({ kind: 'date', letters: letters.toLowerCase() })],
  [/([0#?])/uy, (sign) => ({ kind: 'digit', sign })],
  [/(\.)/uy, () => ({ kind: 'point' })],
  [/(,)/uy, () => ({ kind: 'comma' })],
  [/(%)/uy, () => ({ kind: 'percent' })],
  [/(@)/uy, () => ({ kind: 'text' })],
  [/([-+$():\s/]|[^\p{ASCII}])/uy, (text) => ({ kind: 'literal', text })],
]

function tokensOf(section: string): FormatSection {
  const tokens: FormatToken[] = []
  let at = 0
  while (at < section.length) {
    const found = nextToken(section, at)
    if (found === undefined) return undefined
    if (found.token !== 'nothing') tokens.push(found.token)
    at = found.end
  }
  return tokens
}

function nextToken(section: string, at: number) {
  for (const [pattern, toToken] of PIECES) {
    pattern.lastIndex = at
    const match = pattern.exec(section)
    if (match === null) continue
    const token = toToken(match[1] ?? '')
    return token === undefined ? undefined : { token, end: pattern.lastIndex }
  }
  return undefined
}

/** Colours change nothing, `[$¥-804]` is a currency sign; conditions and other calendars are not known here. */
function bracketToken(inside: string): FormatToken | 'nothing' | undefined {
  if (COLOUR.test(inside)) return 'nothing'
  const currency = /^\$([^-]*)(?:-([0-9a-f]+))?$/iu.exec(inside)
  if (currency === null) return undefined
  const [, text = '', locale = ''] = currency
  if (SYSTEM_DATE.test(locale)) return undefined
  return text === '' ? 'nothing' : { kind: 'literal', text }
}

const COLOUR =
  /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色\d+)$/iu

/** Dates and times as the computer's settings have them. */
const SYSTEM_DATE = /^f[48]00$/iu
