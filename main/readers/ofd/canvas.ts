import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY, contains, heightOf, intersection, widthOf } from '../pdf/boxes.ts'
import type { Glyph, PageContent, Strip } from '../pdf/page-content.ts'
import type { Shapes } from '../pdf/shapes.ts'
import type { Ink, Paint } from './ink.ts'

/** A page being painted: what is on it so far, and what of that can still be seen. */
export interface Canvas {
  readonly view: Box
  readonly glyphs: Glyph[]
  /** Indexes of glyphs that something opaque was painted over. */
  readonly covered: Set<number>
  /** Indexes of glyphs that something was painted over that may hide them. */
  readonly veiled: Set<number>
  readonly strips: Strip[]
  /** Painted surfaces so far. */
  readonly areas: { readonly box: Box; readonly ink: Ink }[]
  readonly hidden: Box[]
  hiddenCount: number
  hasImage: boolean
}

/** In points. */
export function blankCanvas(width: number, height: number): Canvas {
  return {
    view: { left: 0, top: 0, right: width, bottom: height },
    glyphs: [],
    covered: new Set(),
    veiled: new Set(),
    strips: [],
    areas: [],
    hidden: [],
    hiddenCount: 0,
    hasImage: false,
  }
}

/** Adds a glyph, or counts it where nobody sees it: outside the clip, or in the colour of its ground. */
export function addGlyph(canvas: Canvas, glyph: Glyph, ink: Ink, clip: Box): void {
  const [x, y] = [centreX(glyph.box), centreY(glyph.box)]
  if (!contains(canvas.view, x, y)) return
  const ground = canvas.areas.findLast(({ box }) => contains(box, x, y))?.ink ?? 'white'
  const isSeen = ink !== 'none' && contains(clip, x, y) && !(ink === 'white' && ground === 'white')
  if (isSeen) {
    const isClear = ink !== 'unknown' && !(ink === 'white' && ground === 'unknown')
    canvas.glyphs.push(isClear ? glyph : { ...glyph, isDoubtful: true })
  } else if (glyph.text.trim() !== '') {
    canvas.hiddenCount += 1
    canvas.hidden.push(glyph.box)
  }
}

/** Adds the lines and surfaces of a path; a surface hides what was painted before. */
export function addShapes(
  canvas: Canvas,
  { strips, areas }: Shapes,
  { ink, isOpaque }: Paint,
): void {
  if (ink === 'none') return
  // A white line is none on paper, and parts no cells on a tinted ground either.
  if (ink !== 'white') for (const strip of strips) canvas.strips.push(strip)
  for (const { box, isSolid } of areas) {
    // Through a thin veil the paper is seen, and the text on it.
    if (isOpaque) canvas.areas.push({ box, ink })
    else if (ink !== 'white') canvas.areas.push({ box, ink: 'unknown' })
    if (isSolid && isOpaque) hideUnder(canvas, box, canvas.covered)
    else if (isSolid && ink === 'unknown') hideUnder(canvas, box, canvas.veiled)
  }
}

/** In points: a smaller picture hides no number, nor shows one; a higher one that stands in a cell is a seal. */
const SMALLEST_PICTURE = 4
const HIGHEST_NUMBER = 40

/** Adds a picture, of which only the place is known: it may hide what was painted before, or show a number itself. */
export function addPicture(canvas: Canvas, placed: Box, clip: Box): void {
  canvas.hasImage = true
  const box = intersection(placed, clip)
  if (Math.min(widthOf(box), heightOf(box)) < SMALLEST_PICTURE) return
  canvas.areas.push({ box, ink: 'unknown' })
  if (heightOf(box) <= HIGHEST_NUMBER) canvas.hidden.push(box)
  hideUnder(canvas, box, canvas.veiled)
}

function hideUnder({ glyphs }: Canvas, area: Box, indexes: Set<number>): void {
  glyphs.forEach(({ box }, index) => {
    if (contains(area, centreX(box), centreY(box))) indexes.add(index)
  })
}

/** What the page shows in the end. `page` counts from 1. */
export function seenOn(canvas: Canvas, page: number): PageContent {
  const { view, glyphs, covered, veiled, strips, hidden, hiddenCount, hasImage } = canvas
  const gone = glyphs.filter(({ text }, index) => covered.has(index) && text.trim() !== '')
  return {
    page,
    width: view.right,
    height: view.bottom,
    glyphs: glyphs.flatMap((glyph, index) => {
      if (covered.has(index)) return []
      return [veiled.has(index) ? { ...glyph, isDoubtful: true } : glyph]
    }),
    strips,
    hidden: [...hidden, ...gone.map(({ box }) => box)],
    hiddenCount: hiddenCount + gone.length,
    hasImage,
  }
}
