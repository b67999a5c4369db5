import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround } from './boxes.ts'
import type { Direction, Glyph } from './page-content.ts'

/** Glyphs that stand on one line, in reading order. */
export interface TextLine {
  readonly segments: readonly Segment[]
  readonly box: Box
  /** Size of most of its glyphs, in points. */
  readonly size: number
  readonly direction: Direction
  /** Different glyphs stand on top of one another. */
  readonly hasOverlap: boolean
  /** Along the line, white space included, without what is painted twice. */
  readonly glyphs: readonly Glyph[]
}

/** A stretch of a line without a wide gap. */
export interface Segment {
  readonly text: string
  readonly box: Box
  /** White space that the document itself has before it, in place of which the gap stands. */
  readonly spaces: string
}

/** Gaps, in ems. Wider than this, and two texts only happen to stand at the same height. */
const SEGMENT_GAP = 1.6
/** Two digits further apart than this, without a space between them, belong to two numbers. */
const NUMBER_GAP = 0.35
/** Between letters and digits a gap of this is a space; Chinese characters may be spread further. */
const LATIN_GAP = 0.2
const CHINESE_GAP = 0.45
/** Share of the smaller of two glyphs that must stand beside the larger for both to be on one line. */
const BESIDE = 0.5
/** A glyph this many times as large as its neighbour (a bracket over rows, a watermark) bounds no line for it. */
const FAR_LARGER = 2
/** The same glyph again within this distance, in ems, is a bold or shadowed look, not a second glyph. */
const TWICE = 0.25
/** The same within one shown text: narrow letters may truly stand close. */
const TWICE_IN_RUN = 0.08
/** Share of the narrower glyph by which neighbours may overlap; punctuation is often pushed together, digits never. */
const OVERLAP = 0.7
const DIGIT_OVERLAP = 0.3

/** The lines that glyphs stand on, top to bottom; turned text after level text. */
export function linesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const directions = [...new Set(glyphs.map(({ direction }) => direction))]
  const counts = new Map(directions.map((direction) => [direction, 0]))
  for (const { direction } of glyphs) counts.set(direction, (counts.get(direction) ?? 0) + 1)
  directions.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return directions.flatMap((direction) =>
    linesInDirection(
      glyphs.filter((glyph) => glyph.direction === direction).map(toSpan),
      direction,
    ),
  )
}

/** A glyph as its line sees it: where it begins and ends along the line, and how high it stands. */
interface Span {
  readonly glyph: Glyph
  readonly start: number
  readonly end: number
  /** Grows from line to line in reading order. */
  readonly level: number
  readonly isBlank: boolean
}

function toSpan(glyph: Glyph): Span {
  const { left, top, right, bottom } = glyph.box
  const isBlank = glyph.text.trim() === ''
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  switch (glyph.direction) {
    case 'right':
      return { glyph, start: left, end: right, level: y, isBlank }
    case 'left':
      return { glyph, start: -right, end: -left, level: -y, isBlank }
    case 'down':
      return { glyph, start: top, end: bottom, level: -x, isBlank }
    case 'up':
      return { glyph, start: -bottom, end: -top, level: x, isBlank }
  }
}

function linesInDirection(spans: readonly Span[], direction: Direction): readonly TextLine[] {
  const lines: Span[][] = []
  let level = Number.NEGATIVE_INFINITY
  let size = 0
  for (const span of [...spans].sort((a, b) => a.level - b.level)) {
    if (span.isBlank && span.glyph.box.left === span.glyph.box.right) continue
    const line = lines.at(-1)
    const isOnLine = line !== undefined && span.level - level <= reach(size, span.glyph.size)
    if (isOnLine) line.push(span)
    else lines.push([span])
    // A small raised mark must not stand for its line; else the first glyph does, so that lines cannot creep.
    if (!isOnLine || span.glyph.size > 1.1 * size) {
      level = span.level
      size = span.glyph.size
    }
  }
  return lines.flatMap((line) => toLine(line, direction) ?? [])
}

/** How far apart in height the middles of glyphs of these sizes may be on one line. */
function reach(a: number, b: number): number {
  const smaller = Math.min(a, b)
  const isUnlike = Math.max(a, b) > FAR_LARGER * smaller
  return isUnlike ? BESIDE * smaller : (a + b) / 2 - BESIDE * smaller
}

function toLine(line: readonly Span[], direction: Direction): TextLine | undefined {
  const { spans, hasOverlap } = withoutDoubles([...line].sort((a, b) => a.start - b.start))
  const written = spans.filter(({ isBlank }) => !isBlank)
  const box = boxAround(written.map(({ glyph }) => glyph.box))
  if (box === undefined) return undefined
  return {
    segments: segmentsOf(spans),
    box,
    size: usualSize(written),
    direction,
    hasOverlap,
    glyphs: spans.map(({ glyph }) => glyph),
  }
}

function usualSize(spans: readonly Span[]): number {
  const sizes = spans.map(({ glyph }) => glyph.size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 0
}

function withoutDoubles(spans: readonly Span[]): {
  readonly spans: readonly Span[]
  readonly hasOverlap: boolean
} {
  const kept: Span[] = []
  let hasOverlap = false
  for (const span of spans) {
    if (span.isBlank) {
      kept.push(span)
      continue
    }
    const near = kept.slice(-3).filter(({ isBlank }) => !isBlank)
    if (near.some((other) => isDouble(other, span))) continue
    hasOverlap ||= near.some((other) => covers(other, span))
    kept.push(span)
  }
  return { spans: kept, hasOverlap }
}

function isDouble(a: Span, b: Span): boolean {
  if (a.glyph.text !== b.glyph.text) return false
  const reach = (a.glyph.run === b.glyph.run ? TWICE_IN_RUN : TWICE) * a.glyph.size
  return Math.abs(a.start - b.start) <= reach && Math.abs(a.level - b.level) <= reach
}

function covers(a: Span, b: Span): boolean {
  const width = Math.min(a.end - a.start, b.end - b.start)
  const most = isDigit(a) && isDigit(b) ? DIGIT_OVERLAP : OVERLAP
  return width > 0 && a.end - b.start > most * width
}

function segmentsOf(spans: readonly Span[]): readonly Segment[] {
  const segments: Segment[] = []
  let text = ''
  let members: Span[] = []
  let blanks = ''
  let spaces = ''
  const finish = () => {
    const box = boxAround(members.map(({ glyph }) => glyph.box))
    if (box !== undefined) segments.push({ text, box, spaces })
    text = ''
    members = []
  }
  for (const span of spans) {
    if (span.isBlank) {
      blanks += span.glyph.text
      continue
    }
    const last = members.at(-1)
    if (last !== undefined) {
      const gap = (span.start - last.end) / Math.max(last.glyph.size, span.glyph.size, 1)
      const areTwoNumbers = blanks === '' && isDigit(last) && isDigit(span)
      if (gap > (areTwoNumbers ? NUMBER_GAP : SEGMENT_GAP)) {
        finish()
        spaces = blanks
      } else text += blanks !== '' ? blanks : spaceFor(gap, last.glyph.text, span.glyph.text)
    }
    blanks = ''
    text += span.glyph.text
    members.push(span)
  }
  finish()
  return segments
}

const isDigit = ({ glyph }: Span) => /^[0-9０-９]$/.test(glyph.text)

function spaceFor(gap: number, before: string, after: string): string {
  const isLatin = isNarrow(before.at(-1)) && isNarrow(after.at(0))
  return gap > (isLatin ? LATIN_GAP : CHINESE_GAP) ? ' ' : ''
}

/** Letters, digits and signs of half width: everything below the CJK blocks. */
const isNarrow = (character: string | undefined) =>
  character !== undefined && (character.codePointAt(0) ?? 0) < 0x2e80

/** The line's text; stretches far apart are separated by a tab, or by the white space the document has there. */
export function plainText({ segments }: TextLine): string {
  return segments
    .map(({ text, spaces }, index) =>
      index === 0 ? text : `${spaces === '' ? '\t' : spaces}${text}`,
    )
    .join('')
}

/** Lines as they stand under one another. */
export function textOf(lines: readonly TextLine[]): string {
  return lines
    .map(({ segments }) =>
      segments
        .map(({ text, spaces }) => (spaces || ' ') + text)
        .join('')
        .trim(),
    )
    .join('\n')
}
