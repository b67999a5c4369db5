import { bareCodes, namingOf, type UsedCodes } from './bare-codes.ts'
import type { FontFacts } from './font-facts.ts'
import { isEveryday, isIdeograph, isOrdinary } from './ordinary-text.ts'
import type { Glyph, PageContent } from './page-content.ts'

/** Stands for a character that the font does not name. */
const UNKNOWN = '\u{fffd}'

/** Share of the visible glyphs that are no ordinary characters from which on the file cannot be read at all. */
const TOO_MANY = 0.3
/** Share of everyday ideographs below which ideographs are glyph numbers; by chance it would be a fifth. */
const FEWEST_EVERYDAY = 0.35
/** Fewer ideographs than this may all be rare. */
const ENOUGH_IDEOGRAPHS = 30
/** Share of a font's characters that office text never holds from which on the font's map is broken. */
const SHAKY = 0.04
/** The same where there are several such characters, so that it is no single foreign name. */
const SHAKY_OF_MANY = 0.012
const SEVERAL = 4
/** Share of a font's characters that office text never holds from which on none of them can be meant. */
const LOST = 0.25
/** Fonts with fewer characters are judged together: some programs make hundreds of small fonts of one. */
const SMALL_FONT = 15

export interface KnownText {
  readonly pages: readonly PageContent[]
  /** Most of the text is glyphs without characters. */
  readonly isUnreadable: boolean
}

/**
 * Replaces what a font does not name by one sign, and puts text in doubt whose font has a broken map: a glyph
 * number can look like any digit, and better no character than a wrong one.
 */
export function withKnownCharacters(
  pages: readonly PageContent[],
  fonts: ReadonlyMap<string, FontFacts>,
): KnownText {
  const used = codesByFont(pages)
  const bare = new Map([...used].map(([font, codes]) => [font, bareCodes(codes, fonts.get(font))]))
  const shaky = new Set([...shakyFonts(used), ...openFonts(used, fonts)])
  const known = pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      const { text, font, code } = glyph
      if (isBlank(text)) return glyph
      if (isControl(text) || bare.get(font)?.has(code) === true) return { ...glyph, text: UNKNOWN }
      return shaky.has(font) ? { ...glyph, isDoubtful: true } : glyph
    }),
  }))
  return { pages: known, isUnreadable: isUnreadable(known, lostFonts(used)) }
}

const isBlank = (text: string) => text !== '' && text.trim() === ''

const isControl = (text: string) => text === '' || /[\p{Cc}\p{Cn}\p{Cs}\u{fffd}]/u.test(text)

/** Each font means something else by these. */
const isPrivate = (text: string) => /\p{Co}/u.test(text)

/** Whether a text holds signs of which nobody knows what character they stand for. */
export const hasUnknown = (text: string): boolean => text.includes(UNKNOWN) || isPrivate(text)

function codesByFont(pages: readonly PageContent[]): ReadonlyMap<string, UsedCodes> {
  const codes = new Map<string, Map<number, string>>()
  for (const { glyphs } of pages) {
    for (const { font, code, text } of glyphs) {
      const ofFont = codes.get(font)
      if (ofFont === undefined) codes.set(font, new Map([[code, text]]))
      else ofFont.set(code, text)
    }
  }
  return codes
}

/** Fonts that mean letters no office text holds by some of their glyphs; what they mean by others is unsure too. */
function shakyFonts(used: ReadonlyMap<string, UsedCodes>): ReadonlySet<string> {
  const large = [...used].filter(([, codes]) => codes.size >= SMALL_FONT)
  const small = [...used].filter(([, codes]) => codes.size < SMALL_FONT)
  const isShaky = (texts: readonly string[]) => {
    const strange = texts.filter(isStrange).length
    return strange > (strange >= SEVERAL ? SHAKY_OF_MANY : SHAKY) * texts.length
  }
  return new Set([
    ...large.filter(([, codes]) => isShaky([...codes.values()])).map(([font]) => font),
    ...(isShaky(small.flatMap(([, codes]) => [...codes.values()]))
      ? small.map(([font]) => font)
      : []),
  ])
}

/**
 * Fonts whose digits and letters may be glyph numbers: those that show bare codes in a file whose program wrote glyph
 * numbers elsewhere, and never Unicode.
 */
function openFonts(
  used: ReadonlyMap<string, UsedCodes>,
  fonts: ReadonlyMap<string, FontFacts>,
): readonly string[] {
  const naming = new Map([...used].map(([font, codes]) => [font, namingOf(codes, fonts.get(font))]))
  const kinds = new Set(naming.values())
  if (kinds.has('proven') || !kinds.has('mapped')) return []
  return [...naming].filter(([, kind]) => kind === 'open').map(([font]) => font)
}

/** Private signs are bullets as a rule, and what has no character at all is known to; neither tells of the others. */
const isStrange = (text: string) =>
  !isBlank(text) && !isOrdinary(text) && !isPrivate(text) && !/\p{Cc}/u.test(text)

/** Fonts of which most of the glyphs have no character, or none that anybody writes. */
function lostFonts(used: ReadonlyMap<string, UsedCodes>): ReadonlySet<string> {
  const isLost = ([, codes]: readonly [string, UsedCodes]) => {
    const texts = [...codes.values()]
    const strange = texts.filter((text) => isStrange(text) || isControl(text) || isPrivate(text))
    return codes.size >= SMALL_FONT && strange.length > LOST * codes.size
  }
  return new Set([...used].filter(isLost).map(([font]) => font))
}

function isUnreadable(pages: readonly PageContent[], lost: ReadonlySet<string>): boolean {
  const glyphs = pages.flatMap((page) => page.glyphs.filter(({ text }: Glyph) => !isBlank(text)))
  const unknown = glyphs.filter(({ text, font }) => lost.has(font) || !isOrdinary(text))
  if (unknown.length > TOO_MANY * glyphs.length) return true
  const ideographs = glyphs.map(({ text }) => text).filter(isIdeograph)
  return (
    ideographs.length >= ENOUGH_IDEOGRAPHS &&
    ideographs.filter(isEveryday).length < FEWEST_EVERYDAY * ideographs.length
  )
}
