import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../../shared/document/source-document.ts'
import { centreX, centreY } from './boxes.ts'
import { applyToBox, type Matrix } from './matrix.ts'
import { type OperatorList, paintedNotes } from './operators.ts'
import { fieldOf, listOf, numberOf, numbersOf } from './untyped.ts'

/** A note or form field that can be seen on a page, as pdf.js describes it. */
export interface Note {
  readonly id: string
  /** In the page's own units. */
  readonly corners: readonly number[]
  /** It brings a picture of itself. */
  readonly isDrawn: boolean
  /** It says something of its own, which viewers show even where it brings no picture. */
  readonly isWritten: boolean
}

/** Bits of an annotation's flags (ISO 32000-1, 12.5.3): hidden, and not shown on a screen. */
const UNSEEN = 2 | 32

export async function notesOf(page: PDFPageProxy): Promise<readonly Note[]> {
  const notes: readonly unknown[] = await page.getAnnotations({ intent: 'display' })
  return notes
    .filter((note) => (numberOf(fieldOf(note, 'annotationFlags')) & UNSEEN) === 0)
    .map((note) => ({
      id: `${fieldOf(note, 'id')}`,
      corners: numbersOf(fieldOf(note, 'rect')),
      isDrawn: fieldOf(note, 'hasAppearance') === true,
      isWritten: isWritten(note),
    }))
}

function isWritten(note: unknown): boolean {
  const value = fieldOf(note, 'fieldValue')
  const isFilled = typeof value === 'string' ? value.trim() !== '' : listOf(value).length > 0
  const kind = fieldOf(note, 'subtype')
  return kind === 'FreeText' || (kind === 'Widget' && isFilled)
}

/** Whether notes that bring a picture are not among what is painted: pdf.js passes over those it cannot paint whole. */
export function lacksNotes(list: OperatorList, notes: readonly Note[]): boolean {
  if (!notes.some(({ isDrawn }) => isDrawn)) return false
  const painted = paintedNotes(list)
  return notes.some(({ id, isDrawn }) => isDrawn && !painted.has(id))
}

/**
 * The middles of notes that say something without bringing a picture of it. Viewers make one themselves, pdf.js
 * without a screen does not, and a number that a clerk filled in would be a blank.
 */
export const unpaintedPlaces = (notes: readonly Note[], toShown: Matrix): readonly Box[] =>
  notes
    .filter(({ isDrawn, isWritten }) => isWritten && !isDrawn)
    .map(({ corners: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => {
      const box = applyToBox(toShown, x0, y0, x1, y1)
      const [x, y] = [centreX(box), centreY(box)]
      return { left: x, top: y, right: x, bottom: y }
    })
