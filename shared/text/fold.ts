import { ownCopy } from './own-copy.ts'
import { RADICALS } from './radicals.ts'
import { SIMPLIFIED } from './traditional.ts'

/**
 * The one form in which texts are compared: compatibility characters and full width folded (NFKC), radicals and
 * traditional characters replaced, white space and invisible characters gone, brackets, quotes, dashes, commas and
 * colons unified, readings behind characters gone. Never shown to a person; the raw text is kept beside it. Idempotent.
 */
export function fold(text: string): string {
  const known = cache.get(text)
  if (known !== undefined) return known
  const folded = foldUncached(text)
  // Labels and headings recur by the thousand; prose does not, and would only fill the memory.
  if (text.length <= CACHED_LENGTH) {
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(ownCopy(text), ownCopy(folded))
  }
  return folded
}

/** Longest text, in UTF-16 units, and number of texts that are remembered. */
const CACHED_LENGTH = 80
const CACHE_SIZE = 5_000
const cache = new Map<string, string>()

function foldUncached(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFKC')) folded += foldCharacter(character)
  return folded.includes('(') ? folded.replace(READINGS, '') : folded
}

/** A mirror site's conversion leaves the reading of a character behind it: 發(fā)件數(shù). The tone mark tells it. */
const READINGS = /(?<=\p{Script=Han})(?:\([a-zü]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}\))+/gu

// Reports are written in a few thousand characters: each is looked up once.
const characters = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = characters.get(character)
  if (known !== undefined) return known
  const plain = RADICALS.get(character) ?? character
  const folded = INVISIBLE.test(character)
    ? ''
    : (PUNCTUATION.get(plain) ?? SIMPLIFIED.get(plain) ?? plain)
  characters.set(character, folded)
  return folded
}

/** White space, controls, zero-width and byte-order marks, private use. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Co}]/u

const unify = (to: string, from: string): [string, string][] => [...from].map((c) => [c, to])

const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ...unify('(', '（〔［【﹙〖['),
  ...unify(')', '）〕］】﹚〗]'),
  ...unify('"', '“”„‟「」『』〝〞＂'),
  ...unify("'", '‘’‚‛'),
  ...unify('-', '‐‑‒–—―−－─━'),
  ...unify('、', '､'),
  ...unify(',', '，'),
  ...unify('.', '．。｡·•・'),
  ...unify(':', '：﹕'),
  ...unify(';', '；'),
  ...unify('/', '／∕⁄'),
])
