import type { Box } from '../../../shared/document/source-document.ts'
import { contains } from './boxes.ts'
import { type GraphicsState, initialState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import type { Glyph, Strip } from './page-content.ts'
import type { FontMetrics } from './place-glyphs.ts'

/** What must be known about a page beside what it paints. */
export interface PageFrame {
  /** From 1. */
  readonly page: number
  /** In points, as the page is shown. */
  readonly width: number
  readonly height: number
  /** From the page's own units to points from its top left as shown. */
  readonly toShown: Matrix
  readonly hasImage: boolean
  readonly metricsOf: (font: string) => FontMetrics
  /** Whether an optional layer is switched on; the layer is pdf.js's own description of it. */
  readonly isLayerShown: (layer: unknown) => boolean
}

/** A page being painted: what is in force, and what can be seen so far. */
export interface Painter {
  readonly frame: PageFrame
  readonly view: Box
  state: GraphicsState
  readonly stack: GraphicsState[]
  readonly glyphs: Glyph[]
  /** Indexes of glyphs that something opaque was painted over. */
  readonly covered: Set<number>
  /** Where something is written that cannot be seen. */
  readonly hidden: Box[]
  /** Numbers of the operations whose text is not seen. */
  readonly hiddenRuns: Set<number>
  readonly strips: Strip[]
  /** Painted surfaces so far, and whether they are other than white. */
  readonly areas: { readonly box: Box; readonly isTinted: boolean }[]
  /** The next path becomes the clip. */
  isClipPending: boolean
  /** One entry for each open marked piece: whether its layer is switched off. */
  readonly marked: boolean[]
  /** How many open groups only describe a mask. */
  masks: number
  readonly groups: boolean[]
}

export function startPainter(frame: PageFrame): Painter {
  const view: Box = { left: 0, top: 0, right: frame.width, bottom: frame.height }
  return {
    frame,
    view,
    state: initialState(frame.toShown, view),
    stack: [],
    glyphs: [],
    covered: new Set(),
    hidden: [],
    hiddenRuns: new Set(),
    strips: [],
    areas: [],
    isClipPending: false,
    marked: [],
    masks: 0,
    groups: [],
  }
}

export function save(painter: Painter): void {
  painter.stack.push(painter.state)
  painter.state = { ...painter.state }
}

export function restore(painter: Painter): void {
  painter.state = painter.stack.pop() ?? painter.state
}

/** Whether nothing painted now is seen: it belongs to a mask, or to a layer that is switched off. */
export const isSwitchedOff = (painter: Painter) =>
  painter.masks > 0 || painter.marked.includes(true)

/** Whether the last surface painted at this point is other than white. */
export function isOnTint({ areas }: Painter, x: number, y: number): boolean {
  return areas.findLast(({ box }) => contains(box, x, y))?.isTinted ?? false
}
