import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'

export interface DecodedText {
  /** Without a byte order mark at its beginning. */
  readonly text: string
  /** The encoding's usual name: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`, `Big5`. */
  readonly label: string
  /** Whether the file itself names this encoding: by its byte order mark or by its declaration. */
  readonly declared: boolean
}

export interface Declaration {
  /** What the document says of itself (`<meta charset>`), any label the WHATWG Encoding Standard knows. */
  readonly declared?: string
}

/** Largest file of text or HTML, in bytes; a report has a few hundred thousand. */
export const MAX_TEXT_BYTES = 50 * 1024 * 1024

/**
 * Bytes to text: byte order mark, zero bytes (UTF-16 without a mark), strict UTF-8, the declared encoding, GB18030,
 * Big5. What decodes strictly wins; a damaged file is read only where almost all of it is sound, and then shows
 * U+FFFD at the damage. What is no text at all is `damaged`.
 */
export function decodeText(
  bytes: Uint8Array,
  { declared }: Declaration = {},
): Result<DecodedText, ReadError> {
  if (bytes.length > MAX_TEXT_BYTES) return failure({ code: 'too-large', limit: 'file' })
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return checked(lenient(bytes, marked), marked, marked)
  if (!bytes.includes(0)) return checkedMultibyte(bytes, encodingOf(declared))
  const wide = wideEncoding(bytes)
  return wide === undefined ? BROKEN : checked(strict(bytes, wide), wide, encodingOf(declared))
}

/** Whether a label names an encoding that a Chinese text can be in; programs also write `us-ascii` for whatever comes. */
export const isTextEncoding = (label: string): boolean => encodingOf(label) !== undefined

/**
 * True where the bytes cannot be text in any encoding read here: zero bytes that are not UTF-16's, or more control
 * characters than a stray few. `head` may be the beginning of a file only.
 */
export function isBinary(head: Uint8Array): boolean {
  if (byteOrderMark(head) !== undefined) return false
  if (head.includes(0)) return wideEncoding(head) === undefined
  let controls = 0
  for (const byte of head) if (isStrayControl(byte)) controls++
  return controls > head.length * MAX_CONTROL_SHARE
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
  big5: 'Big5',
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })

/** Other than tab, line feed, vertical tab, form feed, carriage return, substitute (the end mark of DOS), escape. */
const isStrayControl = (code: number): boolean =>
  code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a && code !== 0x1b

/** Random bytes hold a tenth of control characters, a text now and then one. */
const MAX_CONTROL_SHARE = 0.01

/** Share of undecodable characters up to which a file counts as text with a scratch: one in a thousand. */
const MAX_DAMAGE_SHARE = 0.001

/** A shorter text may have one undecodable character (a cut tail) if so many others are sound. */
const SOUND_PER_DAMAGE = 50

/** Share of two-byte characters with a low second byte above which GB18030 is doubted; simplified text has next to none. */
const MAX_LOW_TRAIL_SHARE = 0.2

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 without a mark, of a file with zero bytes. Which half of a unit is zero does not tell the byte order (digits
 * are 0x0030, but 一 is 0x4E00); in the right order almost all units are Chinese, ASCII or their punctuation.
 */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const [little, big] = [0, 1].map((first) => usualShare(bytes, 1 - first, first))
  if (little === undefined || big === undefined) return undefined
  if (Math.max(little, big) < MIN_USUAL_SHARE) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Share of 16-bit units that are usual in a Chinese text, in the beginning of the file. */
function usualShare(bytes: Uint8Array, highAt: number, lowAt: number): number {
  const length = Math.min(bytes.length - 1, SAMPLE_BYTES)
  let units = 0
  let usual = 0
  for (let i = 0; i < length; i += 2) {
    units++
    const high = bytes[i + highAt] ?? 0
    const low = bytes[i + lowAt] ?? 0
    if (high === 0 ? low >= 0x20 || (low >= 0x09 && low <= 0x0d) : isUsualRow(high)) usual++
  }
  return units === 0 ? 0 : usual / units
}

/** High byte of general punctuation and symbols, of Chinese characters, of full-width forms. */
const isUsualRow = (high: number): boolean =>
  (high >= 0x20 && high <= 0x26) || high === 0x30 || (high >= 0x4e && high <= 0x9f) || high === 0xff

/** In the wrong order, and in files that are no text, it is about a half. */
const MIN_USUAL_SHARE = 0.9

const SAMPLE_BYTES = 64 * 1024

/** The encoding that a label names, as far as it can be the encoding of a Chinese text. */
function encodingOf(label: string | undefined): Encoding | undefined {
  switch (label?.trim().toLowerCase().replaceAll('_', '-')) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8'
    case 'utf-16':
    case 'utf-16le':
    case 'unicode':
      return 'utf-16le'
    case 'utf-16be':
      return 'utf-16be'
    case 'gb2312':
    case 'gb-2312':
    case 'gb2312-80':
    case 'gbk':
    case 'x-gbk':
    case 'cp936':
    case 'windows-936':
    case 'gb18030':
      return 'gb18030'
    case 'big5':
    case 'big-5':
    case 'big5-hkscs':
    case 'x-x-big5':
    case 'cp950':
      return 'big5'
    default:
      return undefined
  }
}

function checkedMultibyte(
  bytes: Uint8Array,
  declared: Encoding | undefined,
): Result<DecodedText, ReadError> {
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== undefined) return checked(utf8, 'utf-8', declared)
  // Cut or scratched UTF-8 often passes as GB18030 and would come out as nonsense.
  if (isNearlyUtf8(bytes)) return checked(lenient(bytes, 'utf-8'), 'utf-8', declared)
  for (const encoding of candidates(bytes, declared)) {
    const text = strict(bytes, encoding)
    if (text !== undefined) return checked(text, encoding, declared)
  }
  const fallback = declared === 'big5' ? 'big5' : 'gb18030'
  const text = lenient(bytes, fallback)
  return damageOf(text) <= text.length * MAX_DAMAGE_SHARE || isCutTail(text)
    ? checked(text, fallback, declared)
    : BROKEN
}

/** In the order in which they are tried, after UTF-8. */
function candidates(bytes: Uint8Array, declared: Encoding | undefined): readonly Encoding[] {
  if (declared === 'big5') return ['big5', 'gb18030']
  if (declared === 'gb18030') return ['gb18030', 'big5']
  return lowTrailShare(bytes) > MAX_LOW_TRAIL_SHARE ? ['big5', 'gb18030'] : ['gb18030', 'big5']
}

/**
 * Of the two-byte characters, the share whose second byte is below 0xA1. In GB2312 there is none, in Big5 it is about
 * every third; both read as GB18030 without an error.
 */
function lowTrailShare(bytes: Uint8Array): number {
  let pairs = 0
  let low = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[++i] ?? 0
    pairs++
    if (trail < 0xa1) low++
  }
  return pairs === 0 ? 0 : low / pairs
}

/** So many unsound sequences, and fewer sound ones beside them, are no scratch. */
const PLAIN_DAMAGE = 256

/** True where almost every sequence of high bytes is a UTF-8 character: UTF-8 with a cut tail or a scratch. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0
  let damaged = 0
  for (let i = 0; i < bytes.length; ) {
    const length = utf8LengthAt(bytes, i)
    if (length === 0) damaged++
    else if (length > 1) sound++
    // Another encoding shows itself early; a page of it need not be walked to the end.
    if (damaged >= PLAIN_DAMAGE && sound < damaged) return false
    i += Math.max(length, 1)
  }
  return sound >= damaged * SOUND_PER_DAMAGE
}

/** Length of the UTF-8 character at `at`, in bytes; 0 where there is none. */
function utf8LengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  for (let k = 1; k < length; k++) {
    const next = bytes[at + k] ?? 0
    if (next < 0x80 || next > 0xbf) return 0
  }
  return length
}

function strict(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // The only way TextDecoder has of saying that the bytes are not of this encoding.
    return undefined
  }
}

const lenient = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes)

function damageOf(text: string): number {
  let count = 0
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) count++
  return count
}

const isCutTail = (text: string): boolean =>
  text.length > SOUND_PER_DAMAGE && text.indexOf('\ufffd') >= text.length - 2

function checked(
  text: string | undefined,
  encoding: Encoding,
  declared: Encoding | undefined,
): Result<DecodedText, ReadError> {
  if (text === undefined) return BROKEN
  // With a byte order mark nothing was tested yet; a picture may begin with the same two bytes.
  if (damageOf(text) > Math.max(1, text.length * MAX_DAMAGE_SHARE)) return BROKEN
  if (hasControls(text)) return BROKEN
  return success({ text, label: LABELS[encoding], declared: encoding === declared })
}

function hasControls(text: string): boolean {
  // Nearly every text has none, and a regular expression sees that much faster than a loop.
  if (!ANY_CONTROL.test(text)) return false
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    if (isStrayControl(text.charCodeAt(i))) controls++
  }
  return controls > text.length * MAX_CONTROL_SHARE
}

const ANY_CONTROL = /[^\t-\r -\uffff]/
