import type { Box } from '../../../shared/document/source-document.ts'
import { intersection } from './boxes.ts'
import { applyToBox, compose, IDENTITY, type Matrix } from './matrix.ts'
import { type Corners, type StateEntry, TRANSPARENT } from './operators.ts'

/** What is in force while a page is painted (ISO 32000-1, 8.4); it changes with every operation. */
export interface GraphicsState {
  /** From the page's own units to points from the top left of the page as shown. */
  matrix: Matrix
  /** Only what falls into it is seen. */
  clip: Box
  fill: string
  stroke: string
  fillAlpha: number
  strokeAlpha: number
  blend: string
  /** What is painted shows only through a soft mask. */
  isMasked: boolean
  lineWidth: number
  charSpacing: number
  wordSpacing: number
  /** In hundredths. */
  horizontalScale: number
  leading: number
  rise: number
  /** Text rendering mode: 0 fills, 3 shows nothing, 7 only clips. */
  mode: number
  font: string
  size: number
  textMatrix: Matrix
  /** Where the next glyph stands, in the text's units, and where its line began. */
  x: number
  y: number
  lineX: number
  lineY: number
  isAnnotation: boolean
}

const BLACK = '#000000'

/** The state in which a page, and every note on it, begins. */
export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fill: BLACK,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    blend: 'source-over',
    isMasked: false,
    lineWidth: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 100,
    leading: 0,
    rise: 0,
    mode: 0,
    font: '',
    size: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    isAnnotation: false,
  }
}

export function setEntry(state: GraphicsState, entry: StateEntry): void {
  if (entry.name === 'font') {
    state.font = entry.font
    state.size = entry.size
  } else if (entry.name === 'blend') state.blend = entry.value
  else if (entry.name === 'isMasked') state.isMasked = entry.value
  else state[entry.name] = entry.value
}

export function setTextMatrix(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = 0
  state.y = 0
  state.lineX = 0
  state.lineY = 0
}

export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

export function transform(state: GraphicsState, matrix: Matrix): void {
  state.matrix = compose(state.matrix, matrix)
}

export function clipTo(state: GraphicsState, box: Box): void {
  state.clip = intersection(state.clip, box)
}

/** Clips to a rectangle that is given in the units now in force. */
export function clipToCorners(state: GraphicsState, corners: Corners): void {
  clipTo(state, applyToBox(state.matrix, ...corners))
}

/** Below this share of ink nothing can be seen. */
const FAINTEST = 0.05

/** Whether the fill colour leaves a mark, white included. */
export const fillsVisibly = (state: GraphicsState): boolean =>
  state.fill !== TRANSPARENT && state.fillAlpha > FAINTEST

export const strokesVisibly = (state: GraphicsState): boolean =>
  state.stroke !== TRANSPARENT && state.strokeAlpha > FAINTEST

/** Whether a surface painted now hides what is under it, as far as its colour goes. */
export const paintsOpaquely = (state: GraphicsState): boolean =>
  state.fillAlpha > 0.95 && state.blend === 'source-over' && !state.isMasked

/** Whether a fill hides what is under it. */
export const fillsOpaquely = (state: GraphicsState): boolean =>
  state.fill.startsWith('#') && paintsOpaquely(state)

/** The least red, green and blue of a colour that an eye takes for the paper's white, and of one it may overlook. */
const WHITE_FROM = 0xf8
const PALE_FROM = 0xe0

/** Colours arrive as `#rrggbb`; a pattern is never white. */
export const isWhite = (colour: string): boolean => isLight(colour, WHITE_FROM)

/** Whether it can hardly be seen on white paper. */
export const isPale = (colour: string): boolean => isLight(colour, PALE_FROM)

function isLight(colour: string, from: number): boolean {
  if (colour.length !== 7 || colour[0] !== '#') return false
  return [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= from)
}
