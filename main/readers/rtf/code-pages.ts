/** Text as a person sees it; not sound where bytes are no characters of their code page, or a sign is not known. */
export interface DecodedText {
  readonly text: string
  readonly isSound: boolean
}

/** What the bytes of a text mean, by the names of the WHATWG Encoding Standard. */
export type Encoding = MultiByteEncoding | SingleByteEncoding

type MultiByteEncoding = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'utf-8'
type SingleByteEncoding = `windows-${number}` | 'macintosh' | 'ibm866' | 'unknown'

/** The encoding of a Windows code page (`\ansicpg`, `\cpg`); beyond ASCII nothing is known of a page not listed. */
export function codePageEncoding(codePage: number): Encoding {
  return CODE_PAGES.get(codePage) ?? 'unknown'
}

/** The encoding of a font's character set (`\fcharset`); undefined where the set is that of the document. */
export function charsetEncoding(charset: number): Encoding | undefined {
  return CHARSETS.get(charset)
}

/** Whether some characters take more than one byte. */
export function isMultiByte(encoding: Encoding): encoding is MultiByteEncoding {
  return MULTI_BYTE.has(encoding)
}

/** The text in the first encoding in which all bytes are sound, else as much of it as the last one gives. */
export function decodeBytes(bytes: Uint8Array, encodings: readonly Encoding[]): DecodedText {
  if (bytes.every((byte) => byte < FIRST_HIGH_BYTE)) {
    return { text: new TextDecoder().decode(bytes), isSound: true }
  }
  for (const encoding of encodings) {
    const decoded = decode(bytes, encoding)
    if (decoded.isSound || encoding === encodings.at(-1)) return decoded
  }
  return decode(bytes, 'unknown')
}

function decode(bytes: Uint8Array, encoding: Encoding): DecodedText {
  if (encoding === 'unknown') {
    const signs = Array.from(bytes, (byte) =>
      byte < FIRST_HIGH_BYTE ? String.fromCharCode(byte) : REPLACEMENT,
    )
    return { text: signs.join(''), isSound: false }
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { text, isSound: !text.includes(REPLACEMENT) }
}

const FIRST_HIGH_BYTE = 0x80
const REPLACEMENT = '\ufffd'

const MULTI_BYTE: ReadonlySet<Encoding> = new Set([
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'utf-8',
])

const CODE_PAGES: ReadonlyMap<number, Encoding> = new Map<number, Encoding>([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page): [number, Encoding] => [
    page,
    `windows-${page}`,
  ]),
  [10000, 'macintosh'],
  [20936, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

/** Windows' character sets of fonts; 1 is that of the system, 77 to 81 are the Macintosh's. */
const CHARSETS: ReadonlyMap<number, Encoding> = new Map<number, Encoding>([
  [0, 'windows-1252'],
  [77, 'macintosh'],
  [78, 'shift_jis'],
  [79, 'euc-kr'],
  [80, 'gb18030'],
  [81, 'big5'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])
