import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY, contains, heightOf, intersection, widthOf } from '../pdf/boxes.ts'
import {
  type Covers,
  coveredBoxes,
  HIGHEST_NUMBER,
  hideUnder,
  SMALLEST_PICTURE,
  visibleGlyphs,
} from '../pdf/covers.ts'
import type { Glyph, PageContent, Strip } from '../pdf/page-content.ts'
import type { Shapes } from '../pdf/shapes.ts'
import type { Ink, Paint } from './ink.ts'

/** A page being painted: what is on it so far, and what of that can still be seen. */
export interface Canvas extends Covers {
  readonly view: Box
  readonly glyphs: Glyph[]
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

/** Adds a picture, of which only the place is known: it may hide what was painted before, or show a number itself. */
export function addPicture(canvas: Canvas, placed: Box, clip: Box): void {
  canvas.hasImage = true
  const box = intersection(placed, clip)
  if (Math.min(widthOf(box), heightOf(box)) < SMALLEST_PICTURE) return
  canvas.areas.push({ box, ink: 'unknown' })
  if (heightOf(box) <= HIGHEST_NUMBER) canvas.hidden.push(box)
  hideUnder(canvas, box, canvas.veiled)
}

/** What the page shows in the end. `page` counts from 1. */
export function seenOn(canvas: Canvas, page: number): PageContent {
  const { view, strips, hidden, hiddenCount, hasImage } = canvas
  const gone = coveredBoxes(canvas)
  return {
    page,
    width: view.right,
    height: view.bottom,
    glyphs: visibleGlyphs(canvas),
    strips,
    hidden: [...hidden, ...gone],
    hiddenCount: hiddenCount + gone.length,
    hasImage,
  }
}
