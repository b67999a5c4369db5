import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround } from './boxes.ts'
import { median } from './positions.ts'
import { plainText, type TextLine } from './text-lines.ts'

/** Lines that are one paragraph, perhaps over the end of a page. */
export interface LineParagraph {
  readonly text: string
  readonly places: readonly { readonly page: number; readonly box: Box }[]
}

/** A line and the page it stands on. */
export interface PagedLine {
  readonly page: number
  readonly line: TextLine
}

/** Where the text of the document usually begins and ends, in points from the left, and how its lines follow. */
export interface Measure {
  readonly left: number
  readonly right: number
  /** From line to line, in ems. */
  readonly pitch: number
}

/**
 * All in ems. A line that ends nearer to the right edge than this is full: marks that must not begin a line take up
 * to three characters along to the next one. After a full stop the least room means that the paragraph has ended.
 */
const FULL = 3
const FULL_AFTER_STOP = 1
/** Width of a Latin letter or a digit; a word of them is not broken. */
const LATIN = 0.55
/** A line that begins further in than this is indented. */
const INDENT = 1.2
/** From the top of a line to the top of the next one in a paragraph; no document sets its lines wider. */
const WIDEST_PITCH = 2.5
/** How much wider than usual the pitch may be inside a paragraph, as a factor. */
const PITCH_SPREAD = 1.3
/** Share by which sizes in one paragraph may differ. */
const SIZE_SPREAD = 0.15
/** Shares of all lines that begin further left, and end further right, than the usual measure. */
const OUTLIERS = 0.05

/** Where lines usually begin and end, and how far apart they usually are. */
export function measureOf(lines: readonly PagedLine[]): Measure {
  const boxes = lines.map(({ line }) => line.box)
  const lefts = boxes.map(({ left }) => left).sort((a, b) => a - b)
  const rights = boxes.map(({ right }) => right).sort((a, b) => a - b)
  const skipped = Math.floor(OUTLIERS * lines.length)
  const pitches = lines.slice(1).flatMap((next, index) => {
    const last = lines[index]
    const pitch = last === undefined ? 0 : pitchOf(last, next)
    return pitch > 0 && pitch < WIDEST_PITCH ? [pitch] : []
  })
  return {
    left: lefts[skipped] ?? 0,
    right: rights[rights.length - 1 - skipped] ?? 0,
    pitch: pitches.length === 0 ? WIDEST_PITCH : median(pitches),
  }
}

/** From one line to the next on its page, in ems; 0 where they stand on two pages. */
function pitchOf(last: PagedLine, next: PagedLine): number {
  if (last.page !== next.page) return 0
  return (next.line.box.top - last.line.box.top) / Math.max(last.line.size, next.line.size, 1)
}

/** Lines in reading order, joined to paragraphs. */
export function paragraphsOf(
  lines: readonly PagedLine[],
  measure: Measure,
): readonly LineParagraph[] {
  const paragraphs: PagedLine[][] = []
  let last: PagedLine | undefined
  for (const line of lines) {
    if (last !== undefined && continues(last, line, measure)) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
    last = line
  }
  return paragraphs.map(toParagraph)
}

function continues(last: PagedLine, next: PagedLine, measure: Measure): boolean {
  const a = last.line
  const b = next.line
  if (a.direction !== b.direction || b.segments.length > 1) return false
  const size = Math.max(a.size, b.size)
  if (Math.abs(a.size - b.size) > SIZE_SPREAD * size) return false
  const hasEnded = /[。！？；：:!?;…”』」]$/u.test(plainText(a).trimEnd())
  const [word = ''] = /^[\w.,:/-]*/.exec(plainText(b)) ?? []
  const room = (hasEnded ? FULL_AFTER_STOP : FULL) + LATIN * word.length
  const isFull = a.box.right >= measure.right - room * size
  const isIndented = b.box.left > measure.left + INDENT * size
  if (!isFull || isIndented) return false
  if (hasEnded && ITEM.test(plainText(b))) return false
  if (last.page === next.page) {
    return pitchOf(last, next) <= Math.min(measure.pitch * PITCH_SPREAD, WIDEST_PITCH)
  }
  return last.page + 1 === next.page && !hasEnded
}

/** How a heading or an item begins: 一、 （一） 1. 第一 */
const ITEM = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）.．、]|第[一二三四五六七八九十]+)/u

function toParagraph(lines: readonly PagedLine[]): LineParagraph {
  const pages = [...new Set(lines.map(({ page }) => page))]
  return {
    text: lines.reduce((text, { line }) => joined(text, plainText(line)), ''),
    places: pages.flatMap((page) => {
      const box = boxAround(lines.filter((line) => line.page === page).map(({ line }) => line.box))
      return box === undefined ? [] : [{ page, box }]
    }),
  }
}

/** Chinese runs on over the end of a line; Latin words are parted by it. */
function joined(text: string, next: string): string {
  return /[a-z]$/i.test(text) && /^[a-z]/i.test(next) ? `${text} ${next}` : text + next
}
