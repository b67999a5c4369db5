import { inflateSync } from 'node:zlib'

/** In bytes: what is longer when unpacked is no text of a report; the total that is unpacked to be checked. */
const LONGEST = 16_000_000
const MOST_IN_ALL = 128_000_000
/** In bytes: how far before its data the dictionary of a stream may begin. */
const DICTIONARY = 1_000

/**
 * Whether packed text in the file fails its own checksum. pdf.js does not look at it and shows what comes out, with
 * characters lost or changed; pictures and outlines of letters do not matter here.
 */
export function hasBrokenStream(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Locked streams are no packed data before they are unlocked.
  if (buffer.includes('/Encrypt')) return false
  let left = MOST_IN_ALL
  for (let at = buffer.indexOf(KEYWORD); at >= 0; at = buffer.indexOf(KEYWORD, at + 1)) {
    const dictionary = dictionaryBefore(buffer, at)
    if (dictionary === undefined || !isPackedText(dictionary)) continue
    const data = dataAt(buffer, at, dictionary)
    if (data === undefined) continue
    const size = unpackedSize(data)
    if (size === 'broken') return true
    left -= size
    if (left < 0) return false
  }
  return false
}

const KEYWORD = 'stream'

/** The text of the dictionary that ends right before a stream's keyword; undefined where none does. */
function dictionaryBefore(buffer: Buffer, at: number): string | undefined {
  const text = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at)
  if (!/>>\s*$/.test(text)) return undefined
  return text.slice(text.lastIndexOf(' obj') + 1)
}

const isPackedText = (dictionary: string): boolean =>
  /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(dictionary) &&
  !/\/Subtype\s*\/Image|\/Length[123]\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)/.test(
    dictionary,
  )

function dataAt(buffer: Buffer, at: number, dictionary: string): Buffer | undefined {
  const first = at + KEYWORD.length
  const start = first + (buffer[first] === CR ? 2 : 1)
  const [, direct] = /\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary) ?? []
  const end = direct === undefined ? buffer.indexOf('endstream', start) : start + Number(direct)
  return end <= start || end > buffer.length ? undefined : buffer.subarray(start, end)
}

const CR = 0x0d

function unpackedSize(data: Buffer): number | 'broken' {
  try {
    return inflateSync(data, { maxOutputLength: LONGEST }).length
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? LONGEST : 'broken'
  }
}
