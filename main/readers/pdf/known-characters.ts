import type { FontFacts } from './font-facts.ts'
import type { Glyph, PageContent } from './page-content.ts'

/** Stands for a character that the font does not name. */
const UNKNOWN = '\u{fffd}'

/** Share of the visible glyphs without a character from which on the file cannot be read at all. */
const TOO_MANY = 0.3
/** Share of a font's characters that must occur in ordinary text for codes to count as characters. */
const PLAUSIBLE = 0.97

export interface KnownText {
  readonly pages: readonly PageContent[]
  /** Most of the text is glyphs without characters. */
  readonly isUnreadable: boolean
}

/**
 * Replaces what a font does not name by one sign. pdf.js gives the bare glyph number where a font has no Unicode
 * map, and a glyph number can look like any digit: better no character than a wrong one.
 */
export function withKnownCharacters(
  pages: readonly PageContent[],
  fonts: ReadonlyMap<string, FontFacts>,
): KnownText {
  const isDoubtful = doubtfulCodes(pages, fonts)
  let total = 0
  let unknown = 0
  const known = pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      if (glyph.text.trim() === '' && glyph.text !== '') return glyph
      total += 1
      const isBare = isControl(glyph.text) || isDoubtful(glyph)
      if (!isBare && !isPrivate(glyph.text)) return glyph
      unknown += 1
      // A sign of the private range (often a bullet) can be taken for no other; it stays as it is.
      return isBare ? { ...glyph, text: UNKNOWN } : glyph
    }),
  }))
  return { pages: known, isUnreadable: total > 0 && unknown > TOO_MANY * total }
}

const isControl = (text: string) => text === '' || /[\p{Cc}\p{Cn}\p{Cs}\u{fffd}]/u.test(text)

/** Each font means something else by these. */
const isPrivate = (text: string) => /\p{Co}/u.test(text)

/** Whether a text holds signs of which nobody knows what character they stand for. */
export const hasUnknown = (text: string): boolean => text.includes(UNKNOWN) || isPrivate(text)

/** Which glyphs only look as if they had a character: those that show their own number in the font. */
function doubtfulCodes(
  pages: readonly PageContent[],
  fonts: ReadonlyMap<string, FontFacts>,
): (glyph: Glyph) => boolean {
  const codes = new Map<string, Map<number, string>>()
  for (const { glyphs } of pages) {
    for (const { font, code, text } of glyphs) {
      if (code < 0) continue
      const ofFont = codes.get(font)
      if (ofFont === undefined) codes.set(font, new Map([[code, text]]))
      else ofFont.set(code, text)
    }
  }
  const bare = new Map([...codes].map(([font, used]) => [font, bareCodes(used, fonts.get(font))]))
  return ({ font, code }) => bare.get(font)?.has(code) ?? false
}

const NONE: ReadonlySet<number> = new Set()

/** The codes of one font that stand for no character, of those that were used. */
function bareCodes(
  used: ReadonlyMap<number, string>,
  font: FontFacts | undefined,
): ReadonlySet<number> {
  // Where a single byte makes a character, the byte is the character.
  if (font === undefined || !font.isComposite) return NONE
  const own = [...used].filter(([code, text]) => text === String.fromCharCode(code))
  const isMapped = own.length * 2 <= used.size
  if (isMapped)
    return new Set(own.filter(([code]) => !isTrustedAscii(code, used)).map(([code]) => code))
  // Every glyph shows its number: either the numbers are Unicode, and make sense, or nothing is known.
  const plausible = own.filter(([, text]) => isOrdinary(text)).length
  return plausible >= PLAUSIBLE * own.length ? NONE : new Set(own.map(([code]) => code))
}

/** Encodings such as GBK keep ASCII as it is and map the rest; there all ASCII codes stand for themselves. */
function isTrustedAscii(code: number, used: ReadonlyMap<number, string>): boolean {
  if (code < 0x20 || code > 0x7e) return false
  return [...used].every(
    ([other, text]) => other < 0x20 || other > 0x7e || text === String.fromCharCode(other),
  )
}

/** What Chinese office text is made of: ASCII, its punctuation, common ideographs, full-width forms, number forms. */
function isOrdinary(text: string): boolean {
  return /^[\x20-\x7e\xa0\xb7\xd7\xb0\u2010-\u203b\u2100-\u218f\u2190-\u21ff\u2460-\u24ff\u2500-\u25ff\u2f00-\u2fdf\u2e80-\u2eff\u3000-\u303f\u3220-\u33ff\u4e00-\u9fff\uff00-\uffef]+$/u.test(
    text,
  )
}
