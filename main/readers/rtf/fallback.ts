import type { DecodedText } from './code-pages.ts'

/**
 * The characters behind a `\u` that stand for it where a program knows no Unicode (`\uc`). They are left out, up to
 * the next brace or control word.
 */
export class Fallback {
  #left = 0
  #shown = ''

  /** A `\u` showed this, and so many bytes follow it. */
  expect(length: number, shown: string): void {
    this.#left = length
    this.#shown = shown
  }

  end(): void {
    this.#left = 0
  }

  /** How many bytes at the beginning of a text only repeat the `\u` before it. */
  lengthIn(bytes: Uint8Array, decode: (bytes: Uint8Array) => DecodedText): number {
    if (this.#left === 0) return 0
    const length = Math.min(this.#left, bytes.length)
    this.#left -= length
    // Some programs count a character of two bytes as one.
    const isHalf = length === 1 && decode(bytes.subarray(0, 2)).text === this.#shown
    return isHalf ? Math.min(2, bytes.length) : length
  }

  /** Whether a digit would get lost that is not the twin of what was shown: the count before it is not to be trusted. */
  losesDigit(bytes: Uint8Array): boolean {
    const twin = this.#shown.normalize('NFKC')
    return bytes.some((byte) => isDigit(byte) && !twin.includes(String.fromCharCode(byte)))
  }
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
