/** Symbol fonts put their signs at U+F000 to U+F0FF, by the position in the font. */
const SYMBOL_AREA = 0xf000
const SYMBOL_AREA_END = 0xf0ff

/** Wingdings: circled digits from 0x80 and 0x8B, and the marks found in forms. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  ...[...'⓪①②③④⑤⑥⑦⑧⑨⑩'].map((sign, index) => [0x80 + index, sign] as const),
  ...[...'⓿❶❷❸❹❺❻❼❽❾❿'].map((sign, index) => [0x8b + index, sign] as const),
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0xa3, '□'],
])

/** Symbol has digits and these signs where ASCII has them; its letters are Greek. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  ...[...'0123456789'].map((digit, index) => [0x30 + index, digit] as const),
  ...[...'+,./()%:;='].map((sign) => [sign.codePointAt(0) ?? 0, sign] as const),
  [0x2d, '−'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
])

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
])

/** The character a `w:sym` shows; undefined where this program does not know the sign of that font. */
export function symbolText(font: string | undefined, code: string | undefined): string | undefined {
  if (code === undefined || !/^[0-9a-f]{1,6}$/i.test(code)) return undefined
  const point = Number.parseInt(code, 16)
  const signs = FONTS.get((font ?? '').toLowerCase())
  if (point >= SYMBOL_AREA && point <= SYMBOL_AREA_END) return signs?.get(point - SYMBOL_AREA)
  if (signs !== undefined) return signs.get(point)
  const isScalar = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point > 0x1f
  return isScalar ? String.fromCodePoint(point) : undefined
}
