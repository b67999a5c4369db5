import { symbolText } from '../settled/symbols.ts'
import {
  charsetEncoding,
  codePageEncoding,
  type DecodedText,
  decodeBytes,
  type Encoding,
  isMultiByte,
} from './code-pages.ts'
import type { Format } from './format.ts'
import type { ControlWord } from './tokens.ts'

interface Font {
  name: string
  /** `\fcharset`. */
  charset: number | undefined
  /** `\cpg`, a code page that stands in for the character set. */
  codePage: number | undefined
}

/** `\fcharset2`: the font's signs are its own. */
const SYMBOL_CHARSET = 2

/** Symbol fonts put their signs here in Unicode. */
const SYMBOL_AREA = 0xf000
const SYMBOL_AREA_END = 0xf0ff

/** The font table, which decides what the bytes of a text mean. */
export class FontTable {
  readonly #fonts = new Map<number, Font>()
  #entry: Font | undefined
  #defaultFont: number | undefined
  #documentEncoding: Encoding | undefined

  /** A word of the document's header that names its code page or its default font. */
  applyHeaderWord({ name, parameter }: ControlWord): void {
    switch (name) {
      case 'ansicpg':
        this.#documentEncoding = codePageEncoding(parameter ?? 0)
        return
      case 'mac':
        this.#documentEncoding = 'macintosh'
        return
      case 'pc':
        this.#documentEncoding = codePageEncoding(437)
        return
      case 'pca':
        this.#documentEncoding = codePageEncoding(850)
        return
      case 'deff':
        this.#defaultFont = parameter
    }
  }

  /** A word inside `\fonttbl`. */
  applyEntryWord({ name, parameter }: ControlWord): void {
    if (name === 'f') {
      this.#entry = { name: '', charset: undefined, codePage: undefined }
      this.#fonts.set(parameter ?? 0, this.#entry)
    }
    if (this.#entry === undefined) return
    if (name === 'fcharset') this.#entry.charset = parameter
    if (name === 'cpg') this.#entry.codePage = parameter
  }

  /** Characters inside `\fonttbl`: the name of a font, up to a semicolon. */
  addEntryText(text: string): void {
    const end = text.indexOf(';')
    if (this.#entry !== undefined) this.#entry.name += end < 0 ? text : text.slice(0, end)
    if (end >= 0) this.#entry = undefined
  }

  /** Whether the table names the font; some programs write no table. */
  has(font: number): boolean {
    return this.#fonts.has(font) || this.#fonts.size === 0
  }

  /** The text of bytes that stand in this format. */
  decode(bytes: Uint8Array, format: Format): DecodedText {
    const font = this.#fontOf(format)
    if (font?.charset === SYMBOL_CHARSET) return symbols([...bytes], font.name)
    return decodeBytes(bytes, this.#encodings(format, font))
  }

  /** The text of a `\u` in this format; symbol fonts have their signs in an area of their own. */
  decodeUnicode(code: number, format: Format): DecodedText {
    if (code < SYMBOL_AREA || code > SYMBOL_AREA_END) {
      return { text: String.fromCodePoint(code), isSound: true }
    }
    return symbols([code - SYMBOL_AREA], this.#fontOf(format)?.name ?? '')
  }

  #fontOf({ font, script, eastAsianFont }: Format): Font | undefined {
    const shown = script === 'east-asian' ? (eastAsianFont ?? font) : font
    const number = shown ?? this.#defaultFont
    return number === undefined ? undefined : this.#fonts.get(number)
  }

  /**
   * Encodings in the order in which they are tried. The font's own character set decides; but programs leave
   * Chinese in a western font when another font is named for East Asian text, or when the document is Chinese.
   */
  #encodings(format: Format, font: Font | undefined): readonly Encoding[] {
    const own = encodingOf(font)
    if (own !== undefined && isMultiByte(own)) return [own]
    const { eastAsianFont } = format
    const eastAsian = eastAsianFont === undefined ? undefined : this.#fonts.get(eastAsianFont)
    const wide = [encodingOf(eastAsian), this.#documentEncoding].find(
      (encoding) => encoding !== undefined && isMultiByte(encoding),
    )
    const narrow =
      own ?? (wide === undefined ? this.#documentEncoding : undefined) ?? USUAL_ENCODING
    return wide === undefined ? [narrow] : [wide, narrow]
  }
}

/** `\ansi` without a code page. */
const USUAL_ENCODING: Encoding = 'windows-1252'

function encodingOf(font: Font | undefined): Encoding | undefined {
  if (font?.codePage !== undefined) return codePageEncoding(font.codePage)
  return font?.charset === undefined ? undefined : charsetEncoding(font.charset)
}

function symbols(codes: readonly number[], font: string): DecodedText {
  let text = ''
  let isSound = true
  for (const code of codes) {
    const sign = code === 0x20 ? ' ' : symbolText(font, (SYMBOL_AREA + code).toString(16))
    if (sign === undefined) isSound = false
    else text += sign
  }
  return { text, isSound }
}
