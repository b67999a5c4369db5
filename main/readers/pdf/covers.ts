import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY, contains } from './boxes.ts'
import type { Glyph } from './page-content.ts'

/** The glyphs of a page being painted, and what was painted over them. */
export interface Covers {
  readonly glyphs: readonly Glyph[]
  /** Indexes of glyphs that something opaque was painted over. */
  readonly covered: Set<number>
  /** Indexes of glyphs that something was painted over that may hide them. */
  readonly veiled: Set<number>
}

/** In points: a smaller picture hides no number, nor shows one; a higher one that stands in a cell is a seal. */
export const SMALLEST_PICTURE = 4
export const HIGHEST_NUMBER = 40

/** Adds the glyphs painted so far inside the area, whose middle decides, to `indexes`. */
export function hideUnder({ glyphs }: Covers, area: Box, indexes: Set<number>): void {
  glyphs.forEach(({ box }, index) => {
    if (contains(area, centreX(box), centreY(box))) indexes.add(index)
  })
}

/** What can still be seen; in doubt where something may hide it. */
export const visibleGlyphs = ({ glyphs, covered, veiled }: Covers): readonly Glyph[] =>
  glyphs.flatMap((glyph, index) => {
    if (covered.has(index)) return []
    return [veiled.has(index) ? { ...glyph, isDoubtful: true } : glyph]
  })

/** Where texts stand that cannot be seen any more. */
export const coveredBoxes = ({ glyphs, covered }: Covers): readonly Box[] =>
  [...covered]
    .flatMap((index) => glyphs[index] ?? [])
    .filter(({ text }) => text.trim() !== '')
    .map(({ box }) => box)
