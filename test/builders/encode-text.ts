/** How a text file is stored. */
export interface TextEncoding {
  readonly charset: 'UTF-8' | 'GB18030'
  readonly byteOrderMark: boolean
  readonly newline: '\n' | '\r\n'
}

/** The text as the bytes of a file. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  const lines = encoding.newline === '\n' ? text : text.replaceAll('\n', '\r\n')
  if (encoding.charset === 'GB18030') return toGb18030(lines)
  return new TextEncoder().encode(encoding.byteOrderMark ? `\uFEFF${lines}` : lines)
}

/** GB18030 for characters of its one-byte and two-byte parts, which hold all that our builders write. */
export const toGb18030 = (text: string): Uint8Array => encodeLegacy(text, 'gb18030')

/** A text in a charset of one and two bytes; `instead` gives ASCII for a character that it does not have. */
export function encodeLegacy(
  text: string,
  charset: 'gb18030' | 'big5',
  instead?: (character: string) => string,
): Uint8Array {
  const pairs = twoByteCodes(charset)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = pairs.get(character)
    if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else if (instead !== undefined) bytes.push(...new TextEncoder().encode(instead(character)))
    else throw new Error(`${character} has no two-byte code in ${charset}`)
  }
  return Uint8Array.from(bytes)
}

/** A text in UTF-16, the lower byte first, behind its mark. */
export const encodeUtf16 = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

const codes = new Map<string, ReadonlyMap<string, number>>()

/** Node decodes these charsets but does not encode them, so the table is built by decoding every pair once. */
function twoByteCodes(charset: 'gb18030' | 'big5'): ReadonlyMap<string, number> {
  const known = codes.get(charset)
  if (known !== undefined) return known
  const decoder = new TextDecoder(charset)
  const table = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, (lead << 8) | trail)
    }
  }
  codes.set(charset, table)
  return table
}
