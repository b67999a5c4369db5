import type { FontFacts } from './font-facts.ts'
import { isEveryday, isOrdinary } from './ordinary-text.ts'

/** The character codes of a font that were used, each with what the font says it means. */
export type UsedCodes = ReadonlyMap<number, string>

/** Share of a font's characters that must occur in ordinary text for codes to count as characters. */
const PLAUSIBLE = 0.97

const NONE: ReadonlySet<number> = new Set()

/**
 * Codes that only look as if they had a character: pdf.js gives the bare glyph number where a font has no Unicode
 * map or the map leaves the glyph out.
 */
export function bareCodes(used: UsedCodes, font: FontFacts | undefined): ReadonlySet<number> {
  if (font === undefined) return NONE
  if (!font.isComposite) return bareBytes(used, font)
  const own = [...used].filter(([code, text]) => text === String.fromCharCode(code))
  const isMapped = own.length * 2 <= used.size
  if (isMapped) {
    const isAscii = keepsAscii(used)
    return new Set(own.filter(([code]) => !(isAscii && isAsciiCode(code))).map(([code]) => code))
  }
  // Every glyph shows its number: either the numbers are Unicode, and make sense, or nothing is known.
  const plausible = own.filter(([, text]) => isOrdinary(text)).length
  return plausible >= PLAUSIBLE * own.length ? NONE : new Set(own.map(([code]) => code))
}

/** Glyphs that are named by a number, as print drivers name them: such a name says nothing of the character. */
const NUMBERED = /^(?!u(?:ni)?[0-9A-F]{4})[A-Za-z]{1,5}[_.]?([0-9A-Fa-f]*\d[0-9A-Fa-f]*)$/

/**
 * Where a single byte makes a character, the byte is the character, unless its glyph is one of a numbered set: then
 * pdf.js shows the byte or the number, and only a Unicode map, which changes some of them at least, says what is meant.
 */
function bareBytes(used: UsedCodes, { glyphNames }: FontFacts): ReadonlySet<number> {
  const numbered = [...used].flatMap(([code, text]) => {
    const [, number] = NUMBERED.exec(glyphNames.get(code) ?? '') ?? []
    if (number === undefined) return []
    const guesses = [code, Number(number), Number.parseInt(number, 16)]
    return [{ code, isGuessed: guesses.includes(text.codePointAt(0) ?? 0) }]
  })
  return numbered.every(({ isGuessed }) => isGuessed)
    ? new Set(numbered.map(({ code }) => code))
    : NONE
}

/** Encodings such as GBK keep ASCII as it is and map the rest; there all ASCII codes stand for themselves. */
function keepsAscii(used: UsedCodes): boolean {
  return [...used].every(([code, text]) => !isAsciiCode(code) || text === String.fromCharCode(code))
}

/** So many everyday ideographs do not come about by chance. */
const FEWEST_IDEOGRAPHS = 2

/**
 * Whether a font of several bytes a character names them (`mapped`), shows codes that are surely Unicode (`proven`),
 * or shows codes that may as well be glyph numbers looking like digits and letters (`open`).
 */
export function namingOf(
  used: UsedCodes,
  font: FontFacts | undefined,
): 'mapped' | 'proven' | 'open' | undefined {
  if (font === undefined || !font.isComposite) return undefined
  if (![...used].every(([code, text]) => text === String.fromCharCode(code))) return 'mapped'
  const ideographs = [...used.values()].filter(isEveryday).length
  return ideographs >= FEWEST_IDEOGRAPHS ? 'proven' : 'open'
}

const isAsciiCode = (code: number) => code >= 0x20 && code <= 0x7e
