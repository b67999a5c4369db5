import { largestNumber, wordKind } from './known-words.ts'
import type { ControlWord } from './tokens.ts'

/** What a program writes it writes often; damage strikes once or twice. */
const OFTEN = 3

/** A file of Chinese text that is not escaped has hundreds. */
const MANY_HIGH_BYTES = 20

/**
 * Tells words that damage has made. RTF has no checksum, but a lost or changed byte mostly leaves a word that no
 * program writes, or runs a number that should be shown into the word before it (`\f0 12` as `\f012`).
 */
export class WordCheck {
  readonly #bytes: Uint8Array
  #counts: ReadonlyMap<string, number> | undefined
  #highBytes: number | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Whether the word is none that is known, or has a number that it cannot have, and is rare in the file. */
  isSuspect(word: ControlWord, isKnownFont: (font: number) => boolean): boolean {
    return !isUsual(word, isKnownFont) && this.#countOf(word) < OFTEN
  }

  /** Whether the file escapes the bytes that ASCII does not have, so that one that is not escaped is none of them. */
  get escapesBytes(): boolean {
    this.#highBytes ??= this.#bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0)
    return this.#highBytes < MANY_HIGH_BYTES
  }

  #countOf({ name, parameter }: ControlWord): number {
    this.#counts ??= countWords(this.#bytes)
    return this.#counts.get(`${name}${parameter ?? ''}`) ?? 0
  }
}

function isUsual(
  { name, parameter }: ControlWord,
  isKnownFont: (font: number) => boolean,
): boolean {
  switch (wordKind(name)) {
    case undefined:
      return false
    case 'bare':
      return parameter === undefined
    case 'switch':
      return parameter === undefined || parameter === 0 || parameter === 1
    case 'number':
      if (name === 'f' || name === 'af') return parameter !== undefined && isKnownFont(parameter)
      return parameter === undefined || Math.abs(parameter) <= largestNumber(name)
  }
}

/** How often each word stands in the file, its number included. */
function countWords(bytes: Uint8Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  for (const [, word = ''] of text.matchAll(/\\([a-z]{1,40}-?\d{0,10})/gi)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
