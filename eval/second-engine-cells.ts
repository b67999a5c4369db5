import type { PDFiumLibrary } from '@hyzyla/pdfium'
import { boxAround } from '../main/readers/pdf/boxes.ts'
import { withKnownCharacters } from '../main/readers/pdf/known-characters.ts'
import { layOutPages } from '../main/readers/pdf/lay-out-pages.ts'
import { readPages } from '../main/readers/pdf/read-pages.ts'
import type { Box } from '../shared/document/source-document.ts'
import { charactersByPdfium, type PlacedCharacter } from './pdf-engine.ts'

/** What came of reading one file with both engines. */
export interface Comparison {
  /** Cells that hold a number, or nothing between lines that are drawn, and those of them on which the engines differ. */
  readonly cells: number
  readonly differing: readonly DifferingCell[]
  /** Milliseconds that each engine took. */
  readonly ownTime: number
  readonly otherTime: number
}

export interface DifferingCell {
  readonly own: string
  readonly other: string
  /** Our reader says so itself, for another reason than that no lines bound the cell. */
  readonly isDoubted: boolean
}

/** Reads the cells of a file's tables with both engines; null where one of them does not read it. */
export async function compareEngines(
  library: PDFiumLibrary,
  bytes: Uint8Array,
): Promise<Comparison | null> {
  const start = performance.now()
  const read = await readPages(bytes.slice())
  const between = performance.now()
  const characters = await charactersByPdfium(library, bytes.slice())
  const end = performance.now()
  if (!read.ok || characters === null) return null
  const { pages, isUnreadable } = withKnownCharacters(read.value.pages, read.value.fonts)
  if (isUnreadable) return null
  const cells = layOutPages(pages).flatMap((page) =>
    page.tables.flatMap((table) =>
      table.cells
        .filter(
          ({ text, doubt }) => !/\p{L}/u.test(text) && (text !== '' || doubt !== 'inferred-grid'),
        )
        .map((cell): DifferingCell => {
          const glyphs = cell.lines.flatMap((line) => line.glyphs)
          const box = boxAround(glyphs.map((glyph) => glyph.box)) ?? cell.box
          const doubt = cell.doubt ?? 'inferred-grid'
          return {
            own: glyphs.map(({ text }) => text.trim()).join(''),
            other: textIn(widened(box), characters[page.page - 1] ?? []),
            isDoubted: doubt !== 'inferred-grid',
          }
        }),
    ),
  )
  return {
    cells: cells.length,
    differing: cells.filter(({ own, other }) => own !== other),
    ownTime: between - start,
    otherTime: end - between,
  }
}

/** Points by which the engines place a character differently. */
const SLACK = 1
/** Points: characters less apart in height stand on one line. */
const SAME_LINE = 4

const widened = ({ left, top, right, bottom }: Box): Box => ({
  left: left - SLACK,
  top: top - SLACK,
  right: right + SLACK,
  bottom: bottom + SLACK,
})

const textIn = (box: Box, characters: readonly PlacedCharacter[]): string =>
  characters
    .filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom)
    .toSorted((a, b) => (Math.abs(a.y - b.y) > SAME_LINE ? a.y - b.y : a.x - b.x))
    .map(({ text }) => text.trim())
    .join('')
