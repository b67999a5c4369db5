import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type MimeHeaders, readHeaders } from './mime-headers.ts'
import { decodeTransfer } from './transfer-encoding.ts'

/** A mail or web archive taken apart: either parts, or one body. */
export interface MimePart {
  /** Lower case, without parameters (`multipart/related`); `text/plain` where the part does not say. */
  readonly type: string
  readonly headers: MimeHeaders
  /** In their order; none in a part that is no multipart. */
  readonly parts: readonly MimePart[]
  /** False where the file ended before the line that ends this part. */
  readonly isWhole: boolean
  /** The body's own bytes, whatever encoding carried them; of a multipart, none. */
  readonly body: () => Uint8Array
}

/**
 * Takes a MIME message apart (RFC 2045, 2046). The libraries join all HTML parts to one text and decode it; a web
 * archive needs one part alone, in its bytes: its own header, or the page itself, says how to decode them.
 */
export function readMime(bytes: Uint8Array): Result<MimePart, ReadError> {
  // Latin 1 keeps every byte as one character, so that places in the text are places in the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const start = /^(?:\u00ef\u00bb\u00bf)?\s*/.exec(text)?.[0].length ?? 0
  const reading: Reading = { text, count: 0 }
  return readPart(reading, { start, end: text.length, isWhole: true }, 1)
}

interface Reading {
  readonly text: string
  /** Parts so far. */
  count: number
}

/** Where a part stands in the text; `isWhole` as in the part. */
interface Range {
  readonly start: number
  readonly end: number
  readonly isWhole: boolean
}

/** Web archives have two levels; a mail may have some more. */
const MOST_LEVELS = 10
/** Each picture and style sheet of a page is a part. */
const MOST_PARTS = 10_000

function readPart(reading: Reading, range: Range, level: number): Result<MimePart, ReadError> {
  reading.count += 1
  if (level > MOST_LEVELS || reading.count > MOST_PARTS) {
    return failure({ code: 'too-large', limit: 'nesting' })
  }
  const { text } = reading
  const { headers, end: bodyStart } = readHeaders(text, range.start, range.end)
  const type = headers.type === '' ? 'text/plain' : headers.type
  const body = { ...range, start: bodyStart }
  const boundary = headers.parameter('boundary')
  if (type.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    const parts: MimePart[] = []
    for (const inner of splitAt(boundary, text, body)) {
      const part = readPart(reading, inner, level + 1)
      if (!part.ok) return part
      parts.push(part.value)
    }
    return success({ type, headers, parts, isWhole: range.isWhole, body: () => EMPTY })
  }
  return success({
    type,
    headers,
    parts: [],
    isWhole: range.isWhole,
    body: () => decodeTransfer(text.slice(body.start, body.end), headers.encoding),
  })
}

const EMPTY = new Uint8Array()

/** The stretches between the lines that hold the boundary; what stands before the first and after the last is no part. */
function splitAt(boundary: string, text: string, body: Range): readonly Range[] {
  const ranges: Range[] = []
  let start: number | undefined
  for (const line of delimiters(boundary, text.slice(body.start, body.end))) {
    if (start !== undefined) {
      ranges.push({ start, end: body.start + line.start, isWhole: true })
    }
    if (line.isLast) return ranges
    start = body.start + line.end
  }
  if (start !== undefined) ranges.push({ start, end: body.end, isWhole: false })
  return ranges
}

interface Delimiter {
  /** With the line break before it, which belongs to the boundary and not to the part. */
  readonly start: number
  readonly end: number
  readonly isLast: boolean
}

function* delimiters(boundary: string, body: string): Generator<Delimiter> {
  const mark = `--${boundary}`
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    // Marks within a line are no delimiters, and there may be thousands in one line.
    if (at > 0 && body.charAt(at - 1) !== '\n') continue
    const behind = at + mark.length
    const isLast = body.startsWith('--', behind)
    const newline = body.indexOf('\n', behind)
    const end = newline < 0 ? body.length : newline + 1
    const isAlone = body.slice(behind + (isLast ? 2 : 0), end).trim() === ''
    // A longer boundary that begins like this one is another part's own.
    if (isAlone) yield { start: beforeLineBreak(body, at), end, isLast }
  }
}

const beforeLineBreak = (body: string, at: number): number =>
  Math.max(0, at - (body.charAt(at - 2) === '\r' ? 2 : 1))
