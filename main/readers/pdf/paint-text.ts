import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, centreX, centreY, contains } from './boxes.ts'
import { clipTo, fillsVisibly, isPale, isWhite, strokesVisibly } from './graphics-state.ts'
import { PATTERN, type RawGlyph } from './operators.ts'
import { groundAt, isOnTint, isSwitchedOff, type Painter } from './painter.ts'
import { type PlacedGlyph, placeGlyphs } from './place-glyphs.ts'

/** Adds the glyphs of one shown text that can be seen, and remembers where others cannot. */
export function paintText(
  painter: Painter,
  glyphs: readonly (RawGlyph | number)[],
  run: number,
): void {
  const { state, frame } = painter
  const placed = placeGlyphs(state, glyphs, frame.metricsOf(state.font))
  for (const glyph of placed) {
    // Aslant stand watermarks, never what a form or a paragraph says.
    if (glyph.direction === undefined || glyph.size === 0) continue
    const sight = sightOf(painter, glyph)
    if (state.mode >= CLIPS) painter.textClip.push(glyph.box)
    if (sight === 'seen') {
      painter.glyphs.push({
        text: glyph.raw.unicode,
        box: glyph.box,
        size: glyph.size,
        direction: glyph.direction,
        run,
        font: state.font,
        code: glyph.raw.originalCharCode ?? -1,
        isDoubtful: state.isAnnotation || state.isMasked || isHardToSee(painter, glyph),
      })
    } else if (glyph.raw.unicode.trim() !== '') {
      if (sight !== 'outside') painter.hiddenRuns.add(run)
      if (sight === 'concealed') painter.hidden.push(glyph.box)
      // A table that runs to the edge of the page may have lost what stands beyond.
      if (sight === 'outside') painter.hidden.push(atEdge(glyph.box, painter.view))
    }
  }
}

/** From this text rendering mode on a text is what bounds all that follows. */
const CLIPS = 4

/** What was shown as a clip since the text began is in force from its end on. */
export function clipToText({ state, textClip }: Painter): void {
  const box = boxAround(textClip.splice(0))
  if (box !== undefined) clipTo(state, box)
}

/** A mirrored text, and one of a colour that can hardly be told from the paper. */
function isHardToSee(painter: Painter, { box, isMirrored }: PlacedGlyph): boolean {
  const { fill, mode } = painter.state
  return (
    isMirrored || (mode % 4 === 0 && isPale(fill) && !isOnTint(painter, centreX(box), centreY(box)))
  )
}

/** The place on the page's edge, in points, that is nearest to a text beyond it. */
function atEdge(box: Box, view: Box): Box {
  const x = Math.min(Math.max(centreX(box), view.left + INSIDE), view.right - INSIDE)
  const y = Math.min(Math.max(centreY(box), view.top + INSIDE), view.bottom - INSIDE)
  return { left: x, top: y, right: x, bottom: y }
}

const INSIDE = 1

/** In points: the em of a text that nobody can read. */
const SMALLEST = 2

/**
 * `outside`: off the page. `absent`: made not to be seen (the text behind a scan, a layer switched off).
 * `concealed`: cut off or in the colour of the paper, perhaps against the writer's intention.
 */
function sightOf(
  painter: Painter,
  { box, size }: PlacedGlyph,
): 'seen' | 'outside' | 'absent' | 'concealed' {
  const { state, view } = painter
  const x = centreX(box)
  const y = centreY(box)
  if (!contains(view, x, y)) return 'outside'
  if (isSwitchedOff(painter)) return 'absent'
  // Modes 3 and 7 leave no mark; 0 and 4 fill, 1 and 5 stroke, 2 and 6 do both.
  const way = state.mode % 4
  const fills = (way === 0 || way === 2) && fillsVisibly(state)
  const strokes = (way === 1 || way === 2) && strokesVisibly(state)
  // What is a clip only is seen when something is painted through it.
  if (!fills && !strokes) return state.mode < CLIPS ? 'absent' : 'concealed'
  if (size < SMALLEST || !contains(state.clip, x, y, 1)) return 'concealed'
  const ground = groundAt(painter, x, y)
  const isLost = (colour: string) =>
    colour === ground ? colour !== PATTERN : isWhite(colour) && isWhite(ground)
  return (!fills || isLost(state.fill)) && (!strokes || isLost(state.stroke)) ? 'concealed' : 'seen'
}
