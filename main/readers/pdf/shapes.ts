import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, contains, heightOf, intersection, widthOf } from './boxes.ts'
import type { Strip } from './page-content.ts'
import type { Slant } from './struck-text.ts'
import type { Point, Subpath } from './subpaths.ts'

/** In points. The thickest mark that is still a ruling line: borders of 3 points exist, bars of 5 are fills. */
const THICKEST_RULE = 4
/** In points. How far the ends of a line may be apart across its axis for it to count as level or upright. */
const SLANT = 0.6
/** In points. How far apart the two outlines of a frame may be for it to be a border drawn as a ring. */
const THICKEST_RING = 4

/** What a painted path leaves on the page. */
export interface Shapes {
  readonly strips: readonly Strip[]
  readonly areas: readonly Area[]
}

/** A painted surface: it may hide what was painted before, and may be what light text stands on. */
export interface Area {
  readonly box: Box
  /** The whole box is painted, not only some of it. */
  readonly isSolid: boolean
}

/** The marks of a stroked path; `width` is the pen's, in points. */
export function strokedShapes(subpaths: readonly Subpath[], width: number, clip: Box): Shapes {
  const boxes = subpaths.flatMap((subpath) =>
    edgesOf(subpath).map(([a, b]) => segmentBox(a, b, width)),
  )
  const visible = boxes
    .filter((box) => box !== undefined)
    .map((box) => intersection(box, clip))
    .filter((box) => box.left <= box.right && box.top <= box.bottom)
  if (width > THICKEST_RULE)
    return { strips: [], areas: visible.map((box) => ({ box, isSolid: true })) }
  return { strips: visible.flatMap(stripsOf), areas: [] }
}

/** The lines of a stroked path that run neither level nor upright, where both ends can be seen. */
export function slantsOf(subpaths: readonly Subpath[], clip: Box): readonly Slant[] {
  return subpaths
    .flatMap(edgesOf)
    .filter(([a, b]) => segmentBox(a, b, 0) === undefined)
    .filter((ends) => ends.every(([x, y]) => contains(clip, x, y)))
}

/** The marks of a filled path: thin ones are ruling lines, as most office programs draw them. */
export function filledShapes(subpaths: readonly Subpath[], clip: Box): Shapes {
  const [outer, inner, ...more] = subpaths
  if (outer !== undefined && inner !== undefined && more.length === 0) {
    const ring = ringOf(outer, inner)
    if (ring !== undefined)
      return { strips: ring.flatMap((box) => clippedStrips(box, clip)), areas: [] }
  }
  const strips: Strip[] = []
  const areas: Area[] = []
  for (const subpath of subpaths) {
    const whole = boxAround(subpath.points.map(pointBox))
    if (whole === undefined) continue
    const box = intersection(whole, clip)
    const width = widthOf(box)
    const height = heightOf(box)
    // A filled path without surface paints nothing.
    if (width < 0 || height < 0 || (width === 0 && height === 0)) continue
    if (isThin(box) && !subpath.isCurved) strips.push(...stripsOf(box))
    else if (!isThin(box))
      areas.push({ box, isSolid: subpaths.length === 1 && isRectangle(subpath) })
  }
  return { strips, areas }
}

const pointBox = ([x, y]: Point): Box => ({ left: x, top: y, right: x, bottom: y })

const isThin = (box: Box) => Math.min(widthOf(box), heightOf(box)) <= THICKEST_RULE

function edgesOf({ points, isClosed, isCurved }: Subpath): readonly (readonly [Point, Point])[] {
  if (isCurved) return []
  const ends = isClosed ? [...points.slice(1), ...points.slice(0, 1)] : points.slice(1)
  return ends.flatMap((end, index) => {
    const start = points[index]
    return start === undefined ? [] : [[start, end] as const]
  })
}

function segmentBox([x0, y0]: Point, [x1, y1]: Point, width: number): Box | undefined {
  const isLevel = Math.abs(y1 - y0) <= SLANT
  const isUpright = Math.abs(x1 - x0) <= SLANT
  if (!isLevel && !isUpright) return undefined
  const half = width / 2
  const across = { x: isUpright ? half : 0, y: isLevel ? half : 0 }
  return {
    left: Math.min(x0, x1) - across.x,
    top: Math.min(y0, y1) - across.y,
    right: Math.max(x0, x1) + across.x,
    bottom: Math.max(y0, y1) + across.y,
  }
}

const clippedStrips = (box: Box, clip: Box): Strip[] => {
  const seen = intersection(box, clip)
  return seen.left <= seen.right && seen.top <= seen.bottom ? stripsOf(seen) : []
}

/** A dot belongs to a dotted line of which nobody knows the axis yet, so it counts for both. */
function stripsOf(box: Box): Strip[] {
  const isDot = widthOf(box) <= THICKEST_RULE && heightOf(box) <= THICKEST_RULE
  const strips: Strip[] = []
  if (isDot || widthOf(box) > heightOf(box)) {
    const at = (box.top + box.bottom) / 2
    strips.push({ axis: 'horizontal', at, from: box.left, to: box.right })
  }
  if (isDot || widthOf(box) <= heightOf(box)) {
    const at = (box.left + box.right) / 2
    strips.push({ axis: 'vertical', at, from: box.top, to: box.bottom })
  }
  return strips
}

/** All four sides of a border that is filled as the space between two rectangles. */
function ringOf(first: Subpath, second: Subpath): readonly Box[] | undefined {
  if (!isRectangle(first) || !isRectangle(second)) return undefined
  const a = boxAround(first.points.map(pointBox))
  const b = boxAround(second.points.map(pointBox))
  if (a === undefined || b === undefined) return undefined
  const [outer, inner] = widthOf(a) >= widthOf(b) ? [a, b] : [b, a]
  const gaps = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ]
  if (!gaps.every((gap) => gap >= 0 && gap <= THICKEST_RING)) return undefined
  return [
    { ...outer, right: inner.left },
    { ...outer, bottom: inner.top },
    { ...outer, left: inner.right },
    { ...outer, top: inner.bottom },
  ]
}

function isRectangle({ points, isCurved }: Subpath): boolean {
  if (isCurved || points.length < 4 || points.length > 5) return false
  const box = boxAround(points.map(pointBox))
  if (box === undefined) return false
  const near = (value: number, side: number) => Math.abs(value - side) <= SLANT
  return points.every(
    ([x, y]) =>
      (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom)),
  )
}
