import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, centreX, centreY, contains } from './boxes.ts'
import { clipTo, fillsOpaquely, fillsVisibly, isWhite, strokesVisibly } from './graphics-state.ts'
import { meanScale } from './matrix.ts'
import { type Operation, PATTERN } from './operators.ts'
import { isOnTint, isSwitchedOff, type Painter } from './painter.ts'
import { type Area, filledShapes, type Shapes, strokedShapes } from './shapes.ts'
import { type Point, subpathsOf } from './subpaths.ts'

/** Adds the ruling lines and surfaces of a path; a path may also bound what is seen from here on. */
export function paintPath(
  painter: Painter,
  operation: Operation & { readonly kind: 'path' },
): void {
  const { state } = painter
  const subpaths = subpathsOf(operation.commands, state.matrix)
  if (!isSwitchedOff(painter)) {
    if (operation.fill && fillsVisibly(state)) {
      addShapes(painter, filledShapes(subpaths, state.clip), state.fill, fillsOpaquely(state))
    }
    if (operation.stroke && strokesVisibly(state)) {
      const width = state.lineWidth * meanScale(state.matrix)
      addShapes(painter, strokedShapes(subpaths, width, state.clip), state.stroke, false)
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
  for (const area of shapes.areas) addArea(painter, area, isTinted, isOpaque && colour !== PATTERN)
}

function addArea(painter: Painter, area: Area, isTinted: boolean, isOpaque: boolean): void {
  painter.areas.push({ box: area.box, isTinted })
  if (!isOpaque || !area.isSolid || painter.state.isAnnotation) return
  painter.glyphs.forEach(({ box }, index) => {
    if (contains(area.box, centreX(box), centreY(box))) painter.covered.add(index)
  })
}
