import { fold } from '../text/fold.ts'

/**
 * What a report is found by, as `toSearchText` (search-text.ts) makes it. Plain texts, so that searching needs no
 * dictionary. Both begin with the unit.
 */
export interface SearchText {
  /**
   * The readings of each character, each with a capital: `Qing Shui Zhen `; alternatives after a slash: `Chong/Zhong `.
   * Letters and digits stand for themselves. Compared as texts they put units in pinyin order.
   */
  readonly readings: string
  /** The characters, folded. */
  readonly characters: string
}

/** What a person typed, ready to be compared with thousands of reports. */
export interface SearchQuery {
  /** All must match. */
  readonly tokens: readonly SearchToken[]
}

export interface SearchToken {
  /** Folded, lower case, not empty. */
  readonly text: string
  /** How a reading begins that the token could begin with; null where it cannot be spelled by readings. */
  readonly capital: string | null
}

/** Takes a typed text apart at white space and the apostrophes that input methods put between syllables. */
export const toSearchQuery = (typed: string): SearchQuery => ({
  tokens: typed
    .split(SEPARATORS)
    .map((part) => fold(part).toLowerCase())
    .filter((text) => text !== '')
    .map((text) => ({
      text,
      capital: SPELLED.test(text) ? text.charAt(0).toUpperCase() : null,
    })),
})

const SEPARATORS = /[\s'’]+/u

/** What can be spelled by readings: letters, and digits between them. */
const SPELLED = /^[a-z\d]*[a-z][a-z\d]*$/

/** Whether a report is meant: every token stands in it, by characters, by pinyin, by initials, or by a mix of both. */
export const matchesSearch = ({ tokens }: SearchQuery, text: SearchText): boolean =>
  tokens.every(
    (token) => text.characters.includes(token.text) || matchesReadings(token, text.readings),
  )

function matchesReadings({ text, capital }: SearchToken, readings: string): boolean {
  if (capital === null) return false
  for (let at = readings.indexOf(capital); at >= 0; at = readings.indexOf(capital, at + 1)) {
    if (followsReading(text, 0, readings, at)) return true
  }
  return false
}

/** Whether the token goes on from `place` with the reading at `start`: its first letter, zh ch sh, or all of it. */
function followsReading(token: string, place: number, readings: string, start: number): boolean {
  if (token[place] !== readings.charAt(start).toLowerCase()) return false
  let agreed = 1
  while (
    place + agreed < token.length &&
    token.charCodeAt(place + agreed) === readings.charCodeAt(start + agreed)
  )
    agreed++
  if (place + agreed === token.length) return true
  const space = readings.indexOf(' ', start)
  const next = space + 1
  if (space < 0 || next === readings.length) return false
  const isWhole = ENDS.has(readings.charAt(start + agreed))
  return (
    (isWhole && followsCharacter(token, place + agreed, readings, next)) ||
    (agreed > 1 &&
      readings[start + 1] === 'h' &&
      followsCharacter(token, place + 2, readings, next)) ||
    (agreed > 1 || !isWhole ? followsCharacter(token, place + 1, readings, next) : false)
  )
}

/** What ends a reading. */
const ENDS: ReadonlySet<string> = new Set([' ', '/'])

/** The same for any reading of the character whose readings begin at `start`. */
function followsCharacter(token: string, place: number, readings: string, start: number): boolean {
  for (let at = start; ; at++) {
    if (followsReading(token, place, readings, at)) return true
    const end = readings.indexOf(' ', at)
    at = readings.indexOf('/', at)
    if (at < 0 || at > end) return false
  }
}
