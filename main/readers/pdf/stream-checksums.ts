import { inflateSync } from 'node:zlib'
import { isWellFormed } from './content-syntax.ts'
import { type FileStream, streamsOf } from './file-streams.ts'

/** In bytes: what is longer when unpacked is no text of a report; the total that is unpacked to be checked. */
const LONGEST = 16_000_000
const MOST_IN_ALL = 128_000_000

/**
 * Whether packed text in the file fails its own checksum, or text that is not packed breaks the rules of its language.
 * pdf.js looks at neither and shows what comes out, with characters lost or changed; pictures and outlines of letters
 * do not matter here.
 */
export function hasBrokenStream(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Locked streams are neither packed data nor text before they are unlocked.
  if (buffer.includes('/Encrypt')) return false
  const contents = contentsOf(buffer)
  let left = MOST_IN_ALL
  for (const stream of streamsOf(buffer)) {
    if (isPackedText(stream)) {
      const size = unpackedSize(stream.data)
      if (size === 'broken') return true
      left -= size
    } else if (isPlainContent(stream, contents)) {
      if (!stream.endsAsSaid || !isWellFormed(stream.data)) return true
      left -= stream.data.length
    }
    if (left < 0) return false
  }
  return false
}

const isPackedText = ({ dictionary }: FileStream): boolean =>
  /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(dictionary) &&
  !/\/Subtype\s*\/Image|\/Length[123]\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)/.test(
    dictionary,
  )

const isPlainContent = ({ dictionary, number }: FileStream, contents: ReadonlySet<string>) =>
  !dictionary.includes('/Filter') &&
  (/\/Subtype\s*\/Form\b/.test(dictionary) || (number !== undefined && contents.has(number)))

/** The numbers of the objects that pages name as what they paint. */
function contentsOf(buffer: Buffer): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (let at = buffer.indexOf(CONTENTS); at >= 0; at = buffer.indexOf(CONTENTS, at + 1)) {
    const [list = ''] =
      /^\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(
        buffer.toString('latin1', at + CONTENTS.length, at + CONTENTS.length + LONGEST_LIST),
      ) ?? []
    for (const [, number = ''] of list.matchAll(/(\d+)\s+\d+\s+R/g)) numbers.add(number)
  }
  return numbers
}

const CONTENTS = '/Contents'
/** In bytes: a page has seldom more than ten pieces. */
const LONGEST_LIST = 1_000

function unpackedSize(data: Buffer): number | 'broken' {
  try {
    return inflateSync(data, { maxOutputLength: LONGEST }).length
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? LONGEST : 'broken'
  }
}
