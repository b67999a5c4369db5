import type { Box } from '../../../shared/document/source-document.ts'
import type { GraphicsState } from './graphics-state.ts'
import { compose, type Matrix } from './matrix.ts'
import type { RawGlyph } from './operators.ts'
import type { Direction } from './page-content.ts'

/** How a font's own units relate to its size. */
export interface FontMetrics {
  /** Size of the unit in which glyph widths are counted: a thousandth, unless the font says otherwise. */
  readonly unit: number
  /** Height of the em square as a multiple of the font size. */
  readonly em: number
}

export interface PlacedGlyph {
  readonly raw: RawGlyph
  readonly box: Box
  readonly size: number
  /** Undefined where the text runs aslant, as watermarks do. */
  readonly direction: Direction | undefined
  /** Its letters are seen from behind. */
  readonly isMirrored: boolean
}

/** How far an em square reaches above and below the line its glyph stands on, in ems (as CJK fonts have it). */
const ASCENT = 0.88
const DESCENT = 0.12
/** Cosine of the angle up to which text still counts as level or upright. */
const STRAIGHT = 0.985

/**
 * Where the glyphs of one shown text stand (ISO 32000-1, 9.4.4); leaves the state behind the last one.
 * A number between glyphs moves the next one back by thousandths of the font size.
 */
export function placeGlyphs(
  state: GraphicsState,
  glyphs: readonly (RawGlyph | number)[],
  metrics: FontMetrics,
): readonly PlacedGlyph[] {
  const placed: PlacedGlyph[] = []
  const scale = state.horizontalScale / 100
  const toPage = compose(state.matrix, state.textMatrix)
  const isDownward = glyphs.some((glyph) => typeof glyph !== 'number' && Boolean(glyph.vmetric))
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      const back = (glyph / 1000) * state.size
      if (isDownward) state.y -= back
      else state.x -= back * scale
      continue
    }
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    const vertical = glyph.vmetric
    if (vertical) {
      const advance = ((vertical[0] ?? -1000) / 1000) * state.size
      placed.push(placeDownward(state, glyph, toPage, advance))
      state.y += advance + spacing
    } else {
      const advance = finite(glyph.width) * metrics.unit * state.size
      placed.push(placeAcross(state, glyph, toPage, advance * scale, metrics.em))
      state.x += (advance + spacing) * scale
    }
  }
  return placed
}

function placeAcross(
  state: GraphicsState,
  raw: RawGlyph,
  toPage: Matrix,
  advance: number,
  em: number,
): PlacedGlyph {
  const height = em * state.size
  const y = state.y + state.rise
  const box = boxOf(toPage, state.x, y - DESCENT * height, state.x + advance, y + ASCENT * height)
  // Along the text: what one unit to the right does on the page, backwards where the size is negative.
  const sign = state.size * state.horizontalScale < 0 ? -1 : 1
  return {
    raw,
    box,
    size: Math.abs(height) * Math.hypot(toPage[2], toPage[3]),
    direction: directionOf(toPage[0] * sign, toPage[1] * sign),
    isMirrored: isMirroring(toPage) !== state.horizontalScale < 0,
  }
}

/** Fonts that write downwards hang the glyph below the pen, centred on it. */
function placeDownward(
  state: GraphicsState,
  raw: RawGlyph,
  toPage: Matrix,
  advance: number,
): PlacedGlyph {
  const half = state.size / 2
  return {
    raw,
    box: boxOf(toPage, state.x - half, state.y, state.x + half, state.y + advance),
    size: Math.abs(state.size) * Math.hypot(toPage[0], toPage[1]),
    direction: directionOf(-toPage[2], -toPage[3]),
    isMirrored: isMirroring(toPage),
  }
}

/** Pages count downwards and texts upwards, so that turning over once is as it should be. */
const isMirroring = ([a, b, c, d]: Matrix): boolean => a * d - b * c > 0

function directionOf(x: number, y: number): Direction | undefined {
  const length = Math.hypot(x, y)
  if (Math.abs(x) >= STRAIGHT * length) return x >= 0 ? 'right' : 'left'
  if (Math.abs(y) >= STRAIGHT * length) return y >= 0 ? 'down' : 'up'
  return undefined
}

function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const ax = m[0] * x0
  const bx = m[0] * x1
  const ay = m[1] * x0
  const by = m[1] * x1
  const cx = m[2] * y0
  const dx = m[2] * y1
  const cy = m[3] * y0
  const dy = m[3] * y1
  return {
    left: Math.min(ax, bx) + Math.min(cx, dx) + m[4],
    top: Math.min(ay, by) + Math.min(cy, dy) + m[5],
    right: Math.max(ax, bx) + Math.max(cx, dx) + m[4],
    bottom: Math.max(ay, by) + Math.max(cy, dy) + m[5],
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0)
