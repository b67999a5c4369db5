import type { Glyph } from './page-content.ts'

/** Glyphs painted one after another without a gap: what a writer took for one text. */
export type Word = readonly Glyph[]

/** In ems: a gap or a step back beyond these ends a word. */
const WIDEST_GAP = 0.3
const LONGEST_STEP_BACK = 0.6
/** In ems: how far the line may rise or fall inside a word. */
const SAME_LINE = 0.35

/** The words of a page in the order in which they are painted; white space stands with none of them. */
export function wordsOf(glyphs: readonly Glyph[]): readonly Word[] {
  const words: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      last = undefined
      continue
    }
    if (last !== undefined && follows(last, glyph)) words.at(-1)?.push(glyph)
    else words.push([glyph])
    last = glyph
  }
  return words
}

function follows(a: Glyph, b: Glyph): boolean {
  if (a.direction !== b.direction) return false
  const size = Math.max(a.size, b.size)
  const [gap, rise] = distances(a, b)
  return gap <= WIDEST_GAP * size && gap >= -LONGEST_STEP_BACK * size && rise <= SAME_LINE * size
}

/** How far `b` begins beyond the end of `a` along the line, and how far it stands off the line. */
function distances(a: Glyph, b: Glyph): readonly [gap: number, rise: number] {
  const level = Math.abs((a.box.top + a.box.bottom - b.box.top - b.box.bottom) / 2)
  const offset = Math.abs((a.box.left + a.box.right - b.box.left - b.box.right) / 2)
  switch (a.direction) {
    case 'right':
      return [b.box.left - a.box.right, level]
    case 'left':
      return [a.box.left - b.box.right, level]
    case 'down':
      return [b.box.top - a.box.bottom, offset]
    case 'up':
      return [a.box.top - b.box.bottom, offset]
  }
}
