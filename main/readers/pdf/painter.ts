import type { Box } from '../../../shared/document/source-document.ts'
import { contains } from './boxes.ts'
import type { Covers } from './covers.ts'
import { type GraphicsState, initialState, isWhite } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import type { Cover } from './opaque-images.ts'
import type { Glyph, Strip } from './page-content.ts'
import type { FontMetrics } from './place-glyphs.ts'
import type { Slant } from './struck-text.ts'

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
  /** Whether a picture of those proportions (width by height) hides what was painted before it. */
  readonly coverOf: (ratio: number) => Cover
  /** Where a note or field says something that is not painted. */
  readonly unpainted: readonly Box[]
  readonly metricsOf: (font: string) => FontMetrics
  /** Whether an optional layer is switched on; the layer is pdf.js's own description of it. */
  readonly isLayerShown: (layer: unknown) => boolean
}

/** A page being painted: what is in force, and what can be seen so far. */
export interface Painter extends Covers {
  readonly frame: PageFrame
  readonly view: Box
  state: GraphicsState
  readonly stack: GraphicsState[]
  readonly glyphs: Glyph[]
  /** Where something is written that cannot be seen. */
  readonly hidden: Box[]
  /** Numbers of the operations whose text is not seen. */
  readonly hiddenRuns: Set<number>
  readonly strips: Strip[]
  /** Painted surfaces so far. */
  readonly areas: { readonly box: Box; readonly colour: string }[]
  readonly slants: Slant[]
  /** A transformation with nothing painted after it: where pdf.js left a picture out. */
  isPicturePending: boolean
  /** What the texts painted as a clip take up. */
  readonly textClip: Box[]
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
    hidden: [...frame.unpainted],
    hiddenRuns: new Set(),
    strips: [],
    areas: [],
    veiled: new Set(),
    slants: [],
    isPicturePending: false,
    textClip: [],
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

/** The colour of the last surface painted at this point; white where there is none. */
export function groundAt({ areas }: Painter, x: number, y: number): string {
  return areas.findLast(({ box }) => contains(box, x, y))?.colour ?? WHITE
}

const WHITE = '#ffffff'

/** Whether the last surface painted at this point is other than white. */
export const isOnTint = (painter: Painter, x: number, y: number): boolean =>
  !isWhite(groundAt(painter, x, y))
