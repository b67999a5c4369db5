import { centreX, centreY } from './boxes.ts'
import type { Glyph, Strip } from './page-content.ts'
import type { Point } from './subpaths.ts'

/** In ems: between these heights above the foot of its em square a line crosses a digit or stands before it as a sign. */
const LOWEST = 0.26
const HIGHEST = 0.72
/** In ems: how long a drawn sign is, and how far before the number it may stand. */
const SIGN = { shortest: 0.25, longest: 1.2, gap: 0.7 }
/** In ems: a line aslant nearer than this to the middle of a digit crosses it. */
const NEAR = 0.3

/** Glyphs of an upright page, with those digits in doubt that a line strikes out or that a drawn sign stands before. */
export function withStruckDoubted(
  glyphs: readonly Glyph[],
  strips: readonly Strip[],
): readonly Glyph[] {
  const lines = strips.filter(({ axis }) => axis === 'horizontal').toSorted((a, b) => a.at - b.at)
  if (lines.length === 0) return glyphs
  const isStruck = (glyph: Glyph) =>
    glyph.direction === 'right' &&
    isDigit(glyph) &&
    linesThrough(lines, glyph).some((line) => isOver(line, glyph) || isSign(line, glyph))
  return glyphs.map((glyph) => (isStruck(glyph) ? { ...glyph, isDoubtful: true } : glyph))
}

/** A line that runs neither level nor upright. */
export type Slant = readonly [from: Point, to: Point]

/** The same for lines aslant, on a page as it is painted. */
export function withCrossedDoubted(
  glyphs: readonly Glyph[],
  slants: readonly Slant[],
): readonly Glyph[] {
  if (slants.length === 0) return glyphs
  const isCrossed = (glyph: Glyph) =>
    isDigit(glyph) && slants.some((slant) => crosses(slant, glyph))
  return glyphs.map((glyph) => (isCrossed(glyph) ? { ...glyph, isDoubtful: true } : glyph))
}

const isDigit = ({ text }: Glyph): boolean => /\p{Nd}/u.test(text)

/** The level lines at the height of a digit's middle; they are sorted from the top. */
function linesThrough(lines: readonly Strip[], { box, size }: Glyph): readonly Strip[] {
  const top = box.bottom - HIGHEST * size
  const bottom = box.bottom - LOWEST * size
  let first = 0
  let end = lines.length
  while (first < end) {
    const middle = (first + end) >> 1
    if ((lines[middle]?.at ?? top) < top) first = middle + 1
    else end = middle
  }
  const through: Strip[] = []
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.at > bottom) break
    through.push(line)
  }
  return through
}

const isOver = ({ from, to }: Strip, { box, size }: Glyph): boolean =>
  to - from >= SIGN.shortest * size && from <= centreX(box) && centreX(box) <= to

function isSign({ from, to }: Strip, { box, size }: Glyph): boolean {
  const length = to - from
  const gap = box.left - to
  return (
    length >= SIGN.shortest * size &&
    length <= SIGN.longest * size &&
    gap > -SIGN.shortest * size &&
    gap < SIGN.gap * size
  )
}

function crosses([[x0, y0], [x1, y1]]: Slant, { box, size }: Glyph): boolean {
  const [x, y] = [centreX(box), centreY(box)]
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (length === 0) return false
  const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length
  const across = Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length
  return along >= 0 && along <= length && across <= NEAR * size
}
