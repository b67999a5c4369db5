/**
 * Reads numbers and texts from a record that may be continued in others ([MS-XLS] 2.5.293, 2.5.294). Whatever cannot
 * be read is undefined, and then nothing behind it can be.
 */
export class TextReader {
  readonly #parts: readonly Buffer[]
  #part = 0
  #at = 0
  #fonts: readonly number[] = []

  constructor(parts: readonly Buffer[], start = 0) {
    this.#parts = parts
    this.#at = start
  }

  /** Numbers of the fonts into which the text that was read last changes after its beginning. */
  get fonts(): readonly number[] {
    return this.#fonts
  }

  /** A text with its length in front. */
  text(): string | undefined {
    const length = this.#number(2)
    const flags = this.#number(1)
    if (length === undefined || flags === undefined) return undefined
    const runs = (flags & HAS_RUNS) === 0 ? 0 : this.#number(2)
    const pronunciation = (flags & HAS_PRONUNCIATION) === 0 ? 0 : this.#number(4)
    if (runs === undefined || pronunciation === undefined) return undefined
    const text = this.#characters(length, flags)
    this.#fonts = this.#runFonts(runs)
    const isWhole = this.#fonts.length === runs && this.#skip(pronunciation)
    return isWhole ? text : undefined
  }

  /** Of each run: where it begins, and its font; fewer than asked for where the record ends before. */
  #runFonts(count: number): readonly number[] {
    const fonts: number[] = []
    while (fonts.length < count && this.#skip(RUN_SIZE - 2)) {
      const low = this.#number(1)
      const high = this.#number(1)
      if (low === undefined || high === undefined) break
      fonts.push(low + high * 0x100)
    }
    return fonts
  }

  /** In each record that continues the text, a byte says anew how wide its characters are. */
  #characters(length: number, flags: number): string | undefined {
    let text = ''
    let isWide = (flags & IS_WIDE) !== 0
    for (;;) {
      const rest = this.#rest()
      const width = isWide ? 2 : 1
      const count = Math.min(length - text.length, Math.floor(rest.length / width))
      text += rest.toString(isWide ? 'utf16le' : 'latin1', 0, count * width)
      this.#at += count * width
      if (text.length === length) return text
      if (count * width < rest.length || !this.#nextPart()) return undefined
      const again = this.#number(1)
      if (again === undefined || (again & ~IS_WIDE) !== 0) return undefined
      isWide = again === IS_WIDE
    }
  }

  #number(size: number): number | undefined {
    if (this.#rest().length === 0 && !this.#nextPart()) return undefined
    const rest = this.#rest()
    if (rest.length < size) return undefined
    this.#at += size
    return rest.readUIntLE(0, size)
  }

  #skip(size: number): boolean {
    let left = size
    while (left > this.#rest().length) {
      left -= this.#rest().length
      if (!this.#nextPart()) return false
    }
    this.#at += left
    return true
  }

  #rest(): Buffer {
    return this.#parts[this.#part]?.subarray(this.#at) ?? NOTHING
  }

  #nextPart(): boolean {
    if (this.#part + 1 >= this.#parts.length) return false
    this.#part += 1
    this.#at = 0
    return true
  }
}

const NOTHING = Buffer.alloc(0)
const IS_WIDE = 0x01
const HAS_PRONUNCIATION = 0x04
const HAS_RUNS = 0x08
/** Where a run of letters begins and its font, two bytes each. */
const RUN_SIZE = 4
