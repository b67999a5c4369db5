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
export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = twoByteCodes().get(character)
    if (pair === undefined) throw new Error(`${character} has no two-byte code in GB18030`)
    bytes.push(pair >> 8, pair & 0xff)
  }
  return Uint8Array.from(bytes)
}

let codes: ReadonlyMap<string, number> | null = null

/** Node decodes GB18030 but does not encode it, so the table is built by decoding every pair once. */
function twoByteCodes(): ReadonlyMap<string, number> {
  if (codes !== null) return codes
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD')
        table.set(character, (lead << 8) | trail)
    }
  }
  codes = table
  return table
}
