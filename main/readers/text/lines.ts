import type { DocumentNote } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { decodeText } from '../charset.ts'

export interface DecodedLines {
  /** Without their line breaks; line 1 of a place is `lines[0]`. */
  readonly lines: readonly string[]
  readonly encoding: DocumentNote
}

/**
 * The lines that the places of a text document count. Lines end at CRLF, LF, CR, vertical tab, form feed (a page end),
 * NEL, U+2028 and U+2029; a line break at the end of the file opens no further line. A byte order mark is no part of line 1.
 */
export function decodeLines(bytes: Uint8Array): Result<DecodedLines, ReadError> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, label, declared } = decoded.value
  return success({ lines: splitLines(text), encoding: { kind: 'encoding', label, declared } })
}

/** A text's lines, see `decodeLines`. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(LINE_BREAK)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
