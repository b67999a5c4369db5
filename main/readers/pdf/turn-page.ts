import type { Box } from '../../../shared/document/source-document.ts'
import type { Direction, PageContent, Strip } from './page-content.ts'

/** A page turned so that its text runs to the right, and the way back to how it is shown. */
export interface UprightPage {
  readonly content: PageContent
  readonly toShown: (box: Box) => Box
}

/** Share of the glyphs that must run another way for the page to count as lying on its side. */
const MOST = 0.7

/** Wide tables are sometimes painted sideways on an upright page; a table is read along its text. */
export function turnUpright(content: PageContent): UprightPage {
  const { glyphs } = content
  const others = (['down', 'up', 'left'] as const).filter(
    (direction) =>
      glyphs.filter((glyph) => glyph.direction === direction).length > MOST * glyphs.length,
  )
  const [direction] = others
  if (direction === undefined) return { content, toShown: (box) => box }
  const { width, height } = content
  const turn = turns[direction](width, height)
  const isOnSide = direction !== 'left'
  return {
    content: {
      ...content,
      width: isOnSide ? height : width,
      height: isOnSide ? width : height,
      glyphs: glyphs.map((glyph) => ({
        ...glyph,
        box: turn(glyph.box),
        direction: turnedDirection(glyph.direction, direction),
      })),
      strips: content.strips.map((strip) => turnStrip(strip, turn, isOnSide)),
      hidden: content.hidden.map(turn),
    },
    toShown: turns[OPPOSITE[direction]](isOnSide ? height : width, isOnSide ? width : height),
  }
}

type Turn = (box: Box) => Box

/** For text of each direction, what turns a page of the given size so that it runs to the right. */
const turns: Readonly<Record<Direction, (width: number, height: number) => Turn>> = {
  right: () => (box) => box,
  down:
    (width) =>
    ({ left, top, right, bottom }) => ({
      left: top,
      top: width - right,
      right: bottom,
      bottom: width - left,
    }),
  up:
    (_width, height) =>
    ({ left, top, right, bottom }) => ({
      left: height - bottom,
      top: left,
      right: height - top,
      bottom: right,
    }),
  left:
    (width, height) =>
    ({ left, top, right, bottom }) => ({
      left: width - right,
      top: height - bottom,
      right: width - left,
      bottom: height - top,
    }),
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  right: 'right',
  down: 'up',
  up: 'down',
  left: 'left',
}

/** Clockwise from the right. */
const ORDER: readonly Direction[] = ['right', 'down', 'left', 'up']

function turnedDirection(direction: Direction, becomesRight: Direction): Direction {
  const steps = ORDER.indexOf(direction) - ORDER.indexOf(becomesRight)
  return ORDER[(steps + ORDER.length) % ORDER.length] ?? 'right'
}

function turnStrip(strip: Strip, turn: Turn, isOnSide: boolean): Strip {
  const { axis, at, from, to } = strip
  const box =
    axis === 'horizontal'
      ? { left: from, top: at, right: to, bottom: at }
      : { left: at, top: from, right: at, bottom: to }
  const turned = turn(box)
  const isLevel = (axis === 'horizontal') !== isOnSide
  return isLevel
    ? { axis: 'horizontal', at: turned.top, from: turned.left, to: turned.right }
    : { axis: 'vertical', at: turned.left, from: turned.top, to: turned.bottom }
}
