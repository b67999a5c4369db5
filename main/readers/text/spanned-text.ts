import type { Place } from '../../../shared/document/source-document.ts'
import { trimRange } from './edge-space.ts'

/** A text together with the stretches of source it is made of; these, put together, are the text without line breaks. */
export interface SpannedText {
  readonly text: string
  /** At least one; an empty text has an empty span where it would stand. */
  readonly spans: readonly Span[]
}

/** A stretch of one line: line from 0, columns from 0 in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly line: number
  readonly start: number
  readonly end: number
}

/**
 * The text that stands in a line from `from` to `to`: without white space at its ends, without Markdown's marks of
 * bold type and its backslashes; `<br>` is a line break, `&nbsp;` alone a blank.
 */
export function spanned(
  lines: readonly string[],
  line: number,
  from: number,
  to: number,
): SpannedText {
  const source = lines[line] ?? ''
  const [start, end] = trimRange(source, from, to)
  const raw = source.slice(start, end)
  // Most cells are a number or a blank: no need to look for marks.
  if (!/\*\*|[\\&<]/.test(raw)) return { text: raw, spans: [{ line, start, end }] }
  if (BLANK.test(raw)) return { text: '', spans: [{ line, start, end: start }] }
  return withoutMarks(raw, line, start)
}

/** Several texts as one, each on a line of its own; empty ones are left out. */
export function joinLines(parts: readonly SpannedText[]): SpannedText {
  const filled = parts.filter((part) => part.text !== '')
  const [first] = parts
  if (filled.length === 0 && first !== undefined) return first
  return {
    text: filled.map((part) => part.text).join('\n'),
    spans: filled.flatMap((part) => part.spans),
  }
}

/** Places as the document model counts them: from 1. */
export const placesOf = (text: SpannedText): readonly Place[] =>
  text.spans.map(({ line, start, end }) => ({
    kind: 'text',
    start: { line: line + 1, column: start + 1 },
    end: { line: line + 1, column: end + 1 },
  }))

/** A pair of `**` around text that neither begins nor ends with a space or an asterisk. */
const BOLD = /\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)/g

/** Converters to Markdown write a backslash before these where they could be taken for marks. */
const ESCAPE = /\\(?=[|*_#+\-.()[\]])/g

/** Markdown has no other way to break a line inside a cell. */
const LINE_BREAK = /<br\s{0,9}\/?>/gi

/** How HTML writes a cell that must not be empty. */
const BLANK = /^(?:&(?:nbsp|ensp|emsp|#160|#12288);|\s)+$/i

interface Mark {
  readonly start: number
  readonly end: number
  /** What stands in the text instead. */
  readonly instead: '' | '\n'
}

function withoutMarks(raw: string, line: number, offset: number): SpannedText {
  const spans: Span[] = []
  let text = ''
  let at = 0
  const take = (from: number, to: number) => {
    if (to <= from) return
    text += raw.slice(from, to)
    spans.push({ line, start: offset + from, end: offset + to })
  }
  for (const mark of marksOf(raw)) {
    take(at, mark.start)
    if (text !== '') text += mark.instead
    at = mark.end
  }
  take(at, raw.length)
  const nowhere: Span = { line, start: offset, end: offset }
  return { text: text.trimEnd(), spans: spans.length === 0 ? [nowhere] : spans }
}

function marksOf(raw: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const { index, 0: found } of raw.matchAll(LINE_BREAK)) {
    marks.push({ start: index, end: index + found.length, instead: '\n' })
  }
  for (const { index } of raw.matchAll(ESCAPE)) {
    marks.push({ start: index, end: index + 1, instead: '' })
  }
  // Three asterisks and more hide something (138****1234): no marks then.
  if (!raw.includes('***')) {
    for (const { index, 0: found } of raw.matchAll(BOLD)) {
      const end = index + found.length
      marks.push(
        { start: index, end: index + 2, instead: '' },
        { start: end - 2, end, instead: '' },
      )
    }
  }
  return marks.sort((a, b) => a.start - b.start)
}
