import type { Box } from '../../../shared/document/source-document.ts'
import { isValueLike } from '../../../shared/text/number.ts'
import { boxAround, centreY } from './boxes.ts'
import { hasUnknown } from './known-characters.ts'
import type { Glyph } from './page-content.ts'
import type { TextLine } from './text-lines.ts'

/** The least stretch of a line that stands in one cell: its glyphs follow each other closely. */
export interface Piece {
  readonly text: string
  readonly box: Box
  /** Height of its middle, in points from the top of the page. */
  readonly level: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
  /** It could stand in a number cell: a number, a mark for none, or signs that nobody can read. */
  readonly isValue: boolean
}

/** Gaps, in ems, from which on texts that were painted apart may belong to two cells. */
const PIECE_GAP = 0.28
/** The same inside one shown text, or with white space written between. */
const PIECE_GAP_IN_RUN = 0.7
/** The same between two digits that were painted apart, and that were painted together. */
const DIGIT_GAP = 0.12
const DIGIT_GAP_IN_RUN = 0.35
/** In characters: longer unreadable texts are words. */
const LONGEST_UNKNOWN = 8

/** A line taken apart wherever a border between two cells may run. */
export function piecesOf(line: TextLine): readonly Piece[] {
  const pieces: Piece[] = []
  let members: Glyph[] = []
  let blanks: Glyph[] = []
  const finish = () => {
    const piece = toPiece(members)
    if (piece !== undefined) pieces.push(piece)
    members = []
  }
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') {
      blanks.push(glyph)
      continue
    }
    const last = members.at(-1)
    if (last !== undefined && isApart(last, glyph, blanks.length > 0)) finish()
    if (members.length > 0) members.push(...blanks)
    members.push(glyph)
    blanks = []
  }
  finish()
  return pieces
}

function isApart(before: Glyph, after: Glyph, hasBlank: boolean): boolean {
  const gap = (after.box.left - before.box.right) / Math.max(before.size, after.size, 1)
  const isOneText = before.run === after.run
  if (isDigit(before) && isDigit(after) && !hasBlank)
    return gap > (isOneText ? DIGIT_GAP_IN_RUN : DIGIT_GAP)
  return gap > (isOneText || hasBlank ? PIECE_GAP_IN_RUN : PIECE_GAP)
}

const isDigit = ({ text }: Glyph) => /^[0-9０-９]$/.test(text)

function toPiece(glyphs: readonly Glyph[]): Piece | undefined {
  const box = boxAround(glyphs.filter(({ text }) => text.trim() !== '').map((glyph) => glyph.box))
  if (box === undefined) return undefined
  const text = glyphs.map((glyph) => glyph.text).join('')
  const size = Math.max(...glyphs.map((glyph) => glyph.size))
  return { text, box, level: centreY(box), size, glyphs, isValue: isValue(text) }
}

const isValue = (text: string) =>
  isValueLike(text) || FIGURES.test(text) || (hasUnknown(text) && text.length <= LONGEST_UNKNOWN)

/** Part of a number that is broken over lines may be none by itself: 17,25 */
const FIGURES = /^[+-]?[\d０-９][\d０-９.,，]*$/u
