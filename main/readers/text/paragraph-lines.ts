import type { Paragraph } from '../../../shared/document/source-document.ts'
import { paragraphOf } from './blocks.ts'
import { trimRange } from './edge-space.ts'
import { isNumberOnly, isValue } from './line-kinds.ts'
import { spanned } from './spanned-text.ts'

/** One paragraph a line, an empty line being an empty paragraph; lines from `from` to `to` (exclusive). */
export function readLines(
  lines: readonly string[],
  from: number,
  to: number,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (let at = from; at < to; at++) paragraphs.push(readLine(lines, at))
  return paragraphs
}

/**
 * A line outside tables. Markdown's marks of headings and list items are no part of the text; a number with a tab
 * behind it (`一、⇥总体情况`) is the automatic numbering of an office program.
 */
export function readLine(
  lines: readonly string[],
  at: number,
  from = 0,
  to = lines[at]?.length ?? 0,
): Paragraph {
  const line = lines[at] ?? ''
  const [start, end] = trimRange(line, from, to)
  const heading = headingMark(line.slice(start, Math.min(end, start + LONGEST_MARK)))
  if (heading !== undefined) {
    return paragraphOf(spanned(lines, at, start + heading.length, closingMark(line, start, end)), {
      level: heading.level,
    })
  }
  const tab = line.slice(start, Math.min(end, start + LONGEST_MARK)).indexOf('\t')
  if (tab > 0 && isNumberOnly(line.slice(start, start + tab))) {
    const numbering = line.slice(...trimRange(line, start, start + tab))
    return paragraphOf(spanned(lines, at, start + tab, end), { numbering })
  }
  return paragraphOf(spanned(lines, at, start + listMarkLength(line, start, end), end))
}

/** In UTF-16 units; a heading has six `#` at most, a number `（十二）` four characters. */
const LONGEST_MARK = 12

function headingMark(head: string): { level: number; length: number } | undefined {
  const marks = /^#{1,6}(?=[^#]|$)/.exec(head)?.[0]
  if (marks === undefined) return undefined
  // Many writers of Chinese Markdown leave the space out; `#1` is a number, not a heading.
  return /^#+\d/.test(head) ? undefined : { level: marks.length, length: marks.length }
}

/** Where the text ends before the `#` that may close a heading. */
function closingMark(line: string, start: number, end: number): number {
  let to = end
  while (to > start && line[to - 1] === '#') to--
  return to < end && /\s/.test(line[to - 1] ?? '') ? to : end
}

/** What is behind the first dash of `- 3 -`. */
const PAGE_NUMBER_TAIL = /^\d{1,3} +-$/

/** Length of a list item's `- `; a dash alone or before a number may be the text of a cell. */
function listMarkLength(line: string, start: number, end: number): number {
  const mark = /^[-*+] +(?=\S)/.exec(line.slice(start, Math.min(end, start + LONGEST_MARK)))?.[0]
  if (mark === undefined) return 0
  const rest = start + mark.length
  const text = end - rest < LONGEST_MARK ? line.slice(rest, end) : ''
  return text !== '' && (isValue(text) || PAGE_NUMBER_TAIL.test(text)) ? 0 : mark.length
}
