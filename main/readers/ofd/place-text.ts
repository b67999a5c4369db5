import type { Box } from '../../../shared/document/source-document.ts'
import { applyToBox, type Matrix } from '../pdf/matrix.ts'
import type { Direction, Glyph } from '../pdf/page-content.ts'
import { attributeOf, childrenOf, type OfdElement } from './ofd-xml.ts'

/** How far an em square reaches above and below the line its glyph stands on, in ems (as CJK fonts have it). */
const ASCENT = 0.88
const DESCENT = 0.12
/** Cosine of the angle up to which text still counts as level or upright. */
const STRAIGHT = 0.985
/**
 * The glyphs of a `TextObject`. `matrix` leads from its own units to points of the page. OFD says where each glyph
 * begins, never how wide it is: a Chinese one is as wide as its size, any other half of it.
 */
export function placeText(object: OfdElement, matrix: Matrix, run: number): readonly Glyph[] {
  const size = Number(attributeOf(object, 'Size'))
  const stretch = Number(attributeOf(object, 'HScale') ?? 1)
  if (!(size > 0) || !(stretch > 0) || !Number.isFinite(size)) return []
  const font = attributeOf(object, 'Font') ?? ''
  const glyphs: Glyph[] = []
  let start = { x: 0, y: 0 }
  for (const code of childrenOf(object, 'TextCode')) {
    const characters = [...code.text]
    const steps = stepsOf(code, characters, size * stretch)
    // A piece that says nothing of its place begins where the one before it began.
    start = {
      x: numberOf(attributeOf(code, 'X'), start.x),
      y: numberOf(attributeOf(code, 'Y'), start.y),
    }
    let { x, y } = start
    const isDownward = steps.some(({ down }) => down !== 0)
    characters.forEach((text, index) => {
      const { right, down } = steps[index] ?? NO_STEP
      const width = naturalWidth(text) * size * stretch
      const box = applyToBox(matrix, x, y - ASCENT * size, x + width, y + DESCENT * size)
      const direction = isDownward ? directionOf(matrix, 0, 1) : directionOf(matrix, 1, 0)
      // Aslant stand watermarks, never what a form or a paragraph says.
      if (direction !== undefined) {
        const scale = Math.hypot(matrix[2], matrix[3])
        glyphs.push(glyphOf(text, box, direction, { size: size * scale, run, font }))
      }
      x += right
      y += down
    })
  }
  return glyphs
}

function glyphOf(
  text: string,
  box: Box,
  direction: Direction,
  { size, run, font }: Pick<Glyph, 'size' | 'run' | 'font'>,
): Glyph {
  return { text, box, size, direction, run, font, code: -1, isDoubtful: false }
}

const numberOf = (text: string | undefined, otherwise = 0): number => {
  const number = Number(text ?? otherwise)
  return Number.isFinite(number) ? number : otherwise
}

interface Step {
  readonly right: number
  readonly down: number
}

const NO_STEP: Step = { right: 0, down: 0 }

/** How far it is from each glyph to the next. Where nothing is said, the glyphs follow each other by their width. */
function stepsOf(code: OfdElement, characters: readonly string[], em: number): readonly Step[] {
  const right = deltasOf(attributeOf(code, 'DeltaX'), characters.length)
  const down = deltasOf(attributeOf(code, 'DeltaY'), characters.length)
  const isSilent = right.length === 0 && down.length === 0
  return characters.map((text, index) => ({
    right: right[index] ?? (isSilent ? naturalWidth(text) * em : 0),
    down: down[index] ?? 0,
  }))
}

/** `3 3 3`, or shorter `g 3 3`: so many times the same. */
function deltasOf(text: string | undefined, most: number): readonly number[] {
  const words = text?.trim().split(/\s+/) ?? []
  const deltas: number[] = []
  for (let index = 0; index < words.length && deltas.length < most; index += 1) {
    if (words[index] !== 'g') {
      deltas.push(numberOf(words[index]))
      continue
    }
    const count = Math.min(numberOf(words[index + 1]), most - deltas.length)
    for (let times = 0; times < count; times += 1) deltas.push(numberOf(words[index + 2]))
    index += 2
  }
  return deltas
}

/** In ems: everything below the CJK blocks is of half width. */
const naturalWidth = (text: string): number => ((text.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1)

function directionOf([a, b, c, d]: Matrix, right: number, down: number): Direction | undefined {
  const x = a * right + c * down
  const y = b * right + d * down
  const length = Math.hypot(x, y)
  if (Math.abs(x) >= STRAIGHT * length) return x >= 0 ? 'right' : 'left'
  if (Math.abs(y) >= STRAIGHT * length) return y >= 0 ? 'down' : 'up'
  return undefined
}
