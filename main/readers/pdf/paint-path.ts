import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, heightOf, intersection, widthOf } from './boxes.ts'
import { HIGHEST_NUMBER, hideUnder, SMALLEST_PICTURE } from './covers.ts'
import {
  clipTo,
  fillsOpaquely,
  fillsVisibly,
  isWhite,
  paintsOpaquely,
  strokesVisibly,
} from './graphics-state.ts'
import { applyToBox, meanScale } from './matrix.ts'
import { type Operation, PATTERN } from './operators.ts'
import { isOnTint, isSwitchedOff, type Painter } from './painter.ts'
import { type Area, filledShapes, type Shapes, slantsOf, strokedShapes } from './shapes.ts'
import { type Point, subpathsOf } from './subpaths.ts'

/** Adds the ruling lines and surfaces of a path; a path may also bound what is seen from here on. */
export function paintPath(
  painter: Painter,
  operation: Operation & { readonly kind: 'path' },
): void {
  const { state } = painter
  const subpaths = subpathsOf(operation.commands, state.matrix)
  if (operation.fill || operation.stroke) painter.isPicturePending = false
  if (!isSwitchedOff(painter)) {
    if (operation.fill && fillsVisibly(state)) {
      addShapes(painter, filledShapes(subpaths, state.clip), state.fill, fillsOpaquely(state))
    }
    if (operation.stroke && strokesVisibly(state)) {
      const width = state.lineWidth * meanScale(state.matrix)
      addShapes(painter, strokedShapes(subpaths, width, state.clip), state.stroke, false)
      if (!isWhite(state.stroke)) painter.slants.push(...slantsOf(subpaths, state.clip))
    }
  }
  if (!painter.isClipPending) return
  painter.isClipPending = false
  const box = boxAround(subpaths.flatMap((subpath) => subpath.points.map(pointBox)))
  // A clip without a path is a slip of the program that wrote it; viewers differ, and nothing must vanish here.
  if (box !== undefined) clipTo(state, box)
}

const pointBox = ([x, y]: Point): Box => ({ left: x, top: y, right: x, bottom: y })

function addShapes(painter: Painter, shapes: Shapes, colour: string, isOpaque: boolean): void {
  const isTinted = !isWhite(colour)
  for (const strip of shapes.strips) {
    const middle = (strip.from + strip.to) / 2
    const [x, y] = strip.axis === 'horizontal' ? [middle, strip.at] : [strip.at, middle]
    // A white line shows only on a tinted ground.
    if (isTinted || isOnTint(painter, x, y)) painter.strips.push(strip)
  }
  for (const area of shapes.areas) addArea(painter, area, colour, isOpaque)
}

function addArea(
  painter: Painter,
  { box, isSolid }: Area,
  colour: string,
  isOpaque: boolean,
): void {
  painter.areas.push({ box, colour })
  if (!isSolid) return
  if (isOpaque) hideUnder(painter, box, painter.covered)
  // A pattern may leave room between its marks.
  else if (colour === PATTERN && paintsOpaquely(painter.state))
    hideUnder(painter, box, painter.veiled)
}

/** What `sh` paints: all of the clip. */
export function paintShading(painter: Painter): void {
  const { state } = painter
  painter.isPicturePending = false
  if (isSwitchedOff(painter)) return
  painter.areas.push({ box: state.clip, colour: PATTERN })
  if (paintsOpaquely(state)) hideUnder(painter, state.clip, painter.veiled)
}

/** A picture, which always fills the unit square. */
export function paintPicture(painter: Painter): void {
  const { state } = painter
  painter.isPicturePending = false
  if (isSwitchedOff(painter) || !painter.frame.hasImage) return
  const box = intersection(applyToBox(state.matrix, 0, 0, 1, 1), state.clip)
  if (Math.min(widthOf(box), heightOf(box)) < SMALLEST_PICTURE) return
  const [a, b, c, d] = state.matrix
  const cover = painter.frame.coverOf(Math.hypot(a, b) / Math.hypot(c, d))
  painter.areas.push({ box, colour: PATTERN })
  // It may be the picture of a number.
  if (heightOf(box) <= HIGHEST_NUMBER) painter.hidden.push(box)
  if (cover === 'shows' || !paintsOpaquely(state)) return
  hideUnder(painter, box, cover === 'hides' ? painter.covered : painter.veiled)
}
