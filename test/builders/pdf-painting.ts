import type { PdfFont, PdfMark, PdfPage, PdfText } from './pdf-pages.ts'
import { widthOf } from './pdf-table.ts'

/**
 * How a program paints what it has laid out: cell by cell, glyph by glyph, line by line over all cells as print
 * drivers do, in no order at all, or every text twice to look bold.
 */
export type PdfPainting = 'by-cell' | 'by-glyph' | 'by-line' | 'shuffled' | 'twice'

/** A seal over the page: a picture, or red words. */
export type PdfSeal = 'image' | 'words'

/** How pages are turned: by the page's own entry, so that they are shown upright, or lying on an upright page. */
export type PdfTurn = 'entry-90' | 'entry-180' | 'entry-270' | 'lying'

/** In points: how far the second painting of a bold text is moved. */
const BOLD_SHIFT = 0.35

/** The page painted in another way; it looks the same. */
export function painted(page: PdfPage, painting: PdfPainting): PdfPage {
  return { ...page, marks: repainted(page.marks, painting) }
}

function repainted(marks: readonly PdfMark[], painting: PdfPainting): readonly PdfMark[] {
  const others = marks.filter(({ kind }) => kind !== 'text')
  const texts = marks.filter((mark) => mark.kind === 'text')
  switch (painting) {
    case 'by-cell':
      return marks
    case 'by-glyph':
      return marks.flatMap((mark): readonly PdfMark[] =>
        mark.kind === 'text' ? glyphsOf(mark) : [mark],
      )
    case 'by-line':
      return [...others, ...texts.toSorted((a, b) => a.y - b.y || a.x - b.x)]
    case 'shuffled':
      return [...others, ...texts.toSorted((a, b) => scattered(a) - scattered(b))]
    case 'twice':
      return marks.flatMap((mark): readonly PdfMark[] =>
        mark.kind === 'text' ? [mark, { ...mark, x: mark.x + BOLD_SHIFT }] : [mark],
      )
  }
}

function glyphsOf(mark: PdfText): readonly PdfText[] {
  const { size = 10.5 } = mark
  let { x } = mark
  return Array.from(mark.text, (text) => {
    const glyph = { ...mark, x, text }
    x += widthOf(text, size)
    return glyph
  })
}

/** A number that has nothing to do with where a text stands, but is always the same for it. */
const scattered = ({ x, y }: PdfText) => (Math.sin(12.9898 * x + 78.233 * y) * 43_758.5453) % 1

/** The page with its digits in a font of which nobody knows what its glyphs mean. */
export const withDigitsIn = (page: PdfPage, font: PdfFont): PdfPage => ({
  ...page,
  marks: page.marks.map((mark) =>
    mark.kind === 'text' && /^[\d.,+-]+$/.test(mark.text) ? { ...mark, font } : mark,
  ),
})

/** The page with a seal a little above its middle. */
export function sealed(page: PdfPage, seal: PdfSeal): PdfPage {
  const { width = 595, height = 842 } = page
  const [x, y, size] = [0.62 * width, 0.42 * height, 110]
  const mark: PdfMark =
    seal === 'image'
      ? { kind: 'image', x, y, width: size, height: size, isSheer: true }
      : { kind: 'text', x, y, text: '政务公开专用章', size: 16, colour: [0.9, 0.1, 0.1] }
  return { ...page, marks: [...page.marks, mark] }
}

/** The page turned; its marks are turned along, so that it is shown as it was, or lying. */
export function turned(page: PdfPage, turn: PdfTurn): PdfPage {
  const { width = 595, height = 842, marks } = page
  switch (turn) {
    case 'entry-180':
      return { ...page, rotate: 180, marks: [about(width / 2, height / 2, 180, marks)] }
    case 'entry-90':
    case 'lying': {
      const lying = {
        width: height,
        height: width,
        marks: [about(width / 2, width / 2, 90, marks)],
      }
      return turn === 'lying' ? lying : { ...lying, rotate: 90 }
    }
    case 'entry-270':
      return {
        width: height,
        height: width,
        rotate: 270,
        marks: [about(height / 2, height / 2, -90, marks)],
      }
  }
}

const about = (x: number, y: number, degrees: number, marks: readonly PdfMark[]): PdfMark => ({
  kind: 'turn',
  about: [x, y],
  degrees,
  marks,
})
