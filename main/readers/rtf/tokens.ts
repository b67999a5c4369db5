/** A piece of an RTF file (Rich Text Format specification 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | ControlWord
  /** `\*`: a reader that does not know the next word leaves its group out. */
  | { readonly kind: 'star' }
  | TextToken
  /** An escape that no program writes. */
  | { readonly kind: 'damage' }

/** Characters in some code page: plain ones, `\'hh`, `\\`, `\{` and `\}`. Line ends in the file mean nothing. */
export interface TextToken {
  readonly kind: 'text'
  readonly bytes: Uint8Array
  /** Whether bytes beyond ASCII stand in the file as they are; most programs escape them. */
  readonly isRaw: boolean
}

/** `\name` or `\name12`. Control symbols are words too: `\~` has the name `~`. */
export interface ControlWord {
  readonly kind: 'word'
  readonly name: string
  readonly parameter: number | undefined
}

/** A group that was passed over. */
export interface SkippedGroup {
  /** Whether cells of a table end in it. */
  readonly holdsCells: boolean
}

/** Splits a file into tokens, one at a time, so that what is of no use can be passed over without a look. */
export class TokenReader {
  readonly #bytes: Buffer
  #at: number

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#at = start
  }

  /** Where the next token begins. */
  get position(): number {
    return this.#at
  }

  /** Undefined at the end of the file, or where binary data goes on behind it. */
  next(): RtfToken | undefined {
    for (;;) {
      const byte = this.#bytes[this.#at]
      switch (byte) {
        case undefined:
          return undefined
        case OPEN:
          this.#at += 1
          return { kind: 'open' }
        case CLOSE:
          this.#at += 1
          return { kind: 'close' }
        case BACKSLASH: {
          const token = this.#startsText() ? this.#text() : this.#control()
          if (token === 'binary') continue
          return token
        }
        case TAB:
          this.#at += 1
          return { kind: 'word', name: 'tab', parameter: undefined }
        default: {
          const token = this.#text()
          if (token.bytes.length > 0) return token
        }
      }
    }
  }

  /** Passes over what is left of the group that was opened last, its end included; undefined where it has none. */
  skipGroup(): SkippedGroup | undefined {
    let depth = 1
    let holdsCells = false
    while (depth > 0) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return undefined
      if (byte === BACKSLASH) {
        if (isLetter(this.#bytes[this.#at + 1])) {
          const word = this.#control()
          if (word === undefined) return undefined
          holdsCells ||= word !== 'binary' && word.kind === 'word' && CELL_ENDS.has(word.name)
        } else this.#at += 2
        continue
      }
      if (byte === OPEN) depth += 1
      if (byte === CLOSE) depth -= 1
      this.#at += 1
    }
    return { holdsCells }
  }

  /** Whether a backslash here stands for a character. */
  #startsText(): boolean {
    const sign = this.#bytes[this.#at + 1]
    if (sign === OPEN || sign === CLOSE || sign === BACKSLASH) return true
    return sign === QUOTE && this.#hexAt(this.#at + 2) !== undefined
  }

  #text(): TextToken {
    const found = new ByteList()
    let isRaw = false
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined || byte === OPEN || byte === CLOSE || byte === TAB) break
      if (byte !== BACKSLASH) {
        if (!isLineEnd(byte)) found.add(byte)
        if (byte > LAST_ASCII) isRaw = true
        this.#at += 1
      } else if (!this.#startsText()) break
      else if (this.#bytes[this.#at + 1] === QUOTE) {
        found.add(this.#hexAt(this.#at + 2) ?? 0)
        this.#at += 4
      } else {
        found.add(this.#bytes[this.#at + 1] ?? 0)
        this.#at += 2
      }
    }
    return { kind: 'text', bytes: found.bytes, isRaw }
  }

  #hexAt(at: number): number | undefined {
    const high = hexDigit(this.#bytes[at])
    const low = hexDigit(this.#bytes[at + 1])
    return high === undefined || low === undefined ? undefined : high * 16 + low
  }

  #control(): RtfToken | 'binary' | undefined {
    const sign = this.#bytes[this.#at + 1]
    if (isLetter(sign)) return this.#word()
    this.#at += 2
    if (sign === undefined) return undefined
    if (sign === STAR) return { kind: 'star' }
    // A backslash before a line end is an old way to write \par.
    if (isLineEnd(sign)) return { kind: 'word', name: 'par', parameter: undefined }
    if (sign === TAB) return { kind: 'word', name: 'tab', parameter: undefined }
    const name = String.fromCharCode(sign)
    return SYMBOLS.has(name) ? { kind: 'word', name, parameter: undefined } : { kind: 'damage' }
  }

  #word(): RtfToken | 'binary' | undefined {
    const start = this.#at + 1
    let end = start
    while (isLetter(this.#bytes[end])) end += 1
    const name = this.#ascii(start, Math.min(end, start + MOST_LETTERS))
    const sign = end
    if (this.#bytes[end] === MINUS && isDigit(this.#bytes[end + 1])) end += 1
    const digits = end
    while (isDigit(this.#bytes[end])) end += 1
    const number =
      end === digits ? 0 : Number(this.#ascii(digits, Math.min(end, digits + MOST_DIGITS)))
    const isPadded = this.#bytes[digits] === ZERO && end > digits + 1
    const parameter = end === digits ? undefined : sign === digits ? number : -number
    // One space after the word belongs to it.
    this.#at = this.#bytes[end] === SPACE ? end + 1 : end
    // No program writes `\f012`: that is `\f0 12` without its space.
    if (isPadded) return { kind: 'damage' }
    return name === 'bin' ? this.#skipBinary(parameter ?? 0) : { kind: 'word', name, parameter }
  }

  #skipBinary(length: number): 'binary' | undefined {
    this.#at = Math.min(this.#at + Math.max(length, 0), this.#bytes.length)
    return this.#at === this.#bytes.length ? undefined : 'binary'
  }

  #ascii(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end)
  }
}

/** Bytes whose number is not known beforehand. */
class ByteList {
  #room = new Uint8Array(64)
  #length = 0

  add(byte: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Uint8Array(this.#room.length * 2)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.#length] = byte
    this.#length += 1
  }

  get bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length)
  }
}

const OPEN = 0x7b
const CLOSE = 0x7d
const BACKSLASH = 0x5c
const QUOTE = 0x27
const STAR = 0x2a
const MINUS = 0x2d
const SPACE = 0x20
const ZERO = 0x30
const LAST_ASCII = 0x7f
const TAB = 0x09

/** The control symbols that are words, beside those that stand for themselves. */
const SYMBOLS: ReadonlySet<string> = new Set(['~', '-', '_', ':', '|', '/'])

const CELL_ENDS: ReadonlySet<string> = new Set(['cell', 'nestcell'])

/** Longer than any word or number of the specification. */
const MOST_LETTERS = 40
const MOST_DIGITS = 10

/** Zero bytes too mean nothing: some programs fill the file's end with them. */
const isLineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined
  if (isDigit(byte)) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined
}
