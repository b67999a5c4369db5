import type { Box, CellDoubt } from '../../../shared/document/source-document.ts'
import { centreX, centreY, contains } from './boxes.ts'
import type { Grid, GridCell } from './grid.ts'
import type { Glyph } from './page-content.ts'
import { intervalOf } from './positions.ts'
import { linesOf, type TextLine, textOf } from './text-lines.ts'
import type { Word } from './words.ts'

/** A cell with what is written in it. */
export interface FilledCell extends Omit<GridCell, 'isGuessed' | 'isOpen'> {
  /** Lines joined by line breaks. */
  readonly text: string
  readonly lines: readonly TextLine[]
  readonly doubt?: CellDoubt
}

/** What may stand in a table of the page. */
export interface Writing {
  readonly words: readonly Word[]
  /** White space, which belongs to the text of the cell it stands in. */
  readonly blanks: readonly Glyph[]
  /** Where something is written that cannot be seen. */
  readonly hidden: readonly Box[]
}

/** In ems: a border this near to the edge of a glyph does not cut it. */
const TOUCH = 0.12
/** In ems: nearer than this to a border above or below, the middle of a glyph does not say which cell is meant. */
const UNSURE_HEIGHT = 0.15
const NOWHERE = -1

export interface Filled {
  readonly cells: readonly FilledCell[]
  /** What stands in none of the cells. */
  readonly rest: Writing
}

/** Cells with their texts, glyph by glyph: a glyph belongs to the cell that its middle stands in. */
export function fillCells(grid: Grid, writing: Writing): Filled {
  const find = cellFinder(grid)
  const restWords: Word[] = []
  const contents = grid.cells.map((): Content => ({ glyphs: [] }))
  const doubtAt = (cell: number, doubt: CellDoubt) => {
    const content = contents[cell]
    if (content !== undefined) content.doubt ??= doubt
  }
  for (const word of writing.words) {
    for (const { glyphs, cells } of partsOf(word, grid, find)) {
      const cell = mostFrequent(cells)
      const box = grid.cells[cell]?.box
      if (cell === NOWHERE) restWords.push(glyphs)
      else for (const glyph of glyphs) contents[cell]?.glyphs.push(glyph)
      // A text that runs over a border stays whole, and nobody knows which of the cells it was meant for.
      if (cells.some((other) => other !== cell)) {
        for (const touched of cells) doubtAt(touched, 'crosses-border')
      }
      if (box !== undefined && glyphs.some((glyph) => isBetweenRows(glyph, box)))
        doubtAt(cell, 'crosses-border')
    }
  }
  for (const glyph of writing.blanks) contents[find(glyph.box)]?.glyphs.push(glyph)
  for (const box of writing.hidden) doubtAt(find(box), 'hidden-text')
  const blanks = writing.blanks.filter(({ box }) => find(box) === NOWHERE)
  return {
    cells: grid.cells.flatMap((cell, index) => toFilled(cell, contents[index] ?? { glyphs: [] })),
    rest: { ...writing, words: restWords, blanks },
  }
}

interface Content {
  readonly glyphs: Glyph[]
  doubt?: CellDoubt
}

/** A table's border on the left or right that is not drawn bounds no text. */
function toFilled(cell: GridCell, content: Content): FilledCell[] {
  const { isGuessed, isOpen, ...place } = cell
  const lines = linesOf(content.glyphs)
  if (isOpen && lines.length === 0) return []
  const doubt = content.doubt ?? doubtOf(content.glyphs, lines) ?? (isGuessed ? GUESSED : undefined)
  return [{ ...place, text: textOf(lines), lines, ...(doubt && { doubt }) }]
}

const GUESSED: CellDoubt = 'inferred-grid'

/** What makes a cell's text doubtful by itself, wherever its borders are. */
export function doubtOf(
  glyphs: readonly Glyph[],
  lines: readonly TextLine[],
): CellDoubt | undefined {
  if (glyphs.some(({ isDoubtful }) => isDoubtful)) return 'hidden-text'
  if (lines.some(({ hasOverlap }) => hasOverlap)) return 'hidden-text'
  // Numbers far apart in one cell: a border between them is missing.
  return lines.some(({ segments }) => segments.slice(1).some(({ text }) => hasDigit(text)))
    ? 'crosses-border'
    : undefined
}

const hasDigit = (text: string) => /[0-9０-９]/.test(text)

function cellFinder(grid: Grid): (box: Box) => number {
  const columns = grid.xs.length - 1
  const owners = new Int32Array(columns * (grid.ys.length - 1)).fill(NOWHERE)
  grid.cells.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let r = row; r < row + rowSpan; r += 1) {
      owners.fill(index, r * columns + column, r * columns + column + columnSpan)
    }
  })
  return (box) => {
    const column = intervalOf(grid.xs, centreX(box))
    const row = intervalOf(grid.ys, centreY(box))
    return column < 0 || row < 0 ? NOWHERE : (owners[row * columns + column] ?? NOWHERE)
  }
}

interface Part {
  readonly glyphs: Glyph[]
  /** For each glyph the cell that its middle stands in. */
  readonly cells: number[]
}

/**
 * A word is cut only where a border falls between two glyphs that were painted separately and that both keep
 * clear of it: those are the texts of two full cells.
 */
function partsOf(word: Word, grid: Grid, find: (box: Box) => number): readonly Part[] {
  const parts: Part[] = []
  let last: Glyph | undefined
  for (const glyph of word) {
    const cell = find(glyph.box)
    const part = parts.at(-1)
    const before = part?.cells.at(-1)
    const isCut =
      last !== undefined &&
      before !== cell &&
      last.run !== glyph.run &&
      keepsClear(last, grid.cells[before ?? NOWHERE]) &&
      keepsClear(glyph, grid.cells[cell])
    if (part === undefined || isCut) parts.push({ glyphs: [glyph], cells: [cell] })
    else {
      part.glyphs.push(glyph)
      part.cells.push(cell)
    }
    last = glyph
  }
  return parts
}

/** Whether a glyph does not reach over its cell's borders along its line. */
function keepsClear({ box, size, direction }: Glyph, cell: GridCell | undefined): boolean {
  if (cell === undefined) return true
  const touch = TOUCH * size
  return direction === 'right' || direction === 'left'
    ? box.left >= cell.box.left - touch && box.right <= cell.box.right + touch
    : box.top >= cell.box.top - touch && box.bottom <= cell.box.bottom + touch
}

function mostFrequent(cells: readonly number[]): number {
  const [first = NOWHERE] = cells
  if (cells.every((cell) => cell === first)) return first
  const counts = new Map<number, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? NOWHERE
}

/** Whether a border above or below runs through the middle of a glyph. */
function isBetweenRows({ box, size, direction }: Glyph, cell: Box): boolean {
  if (direction !== 'right' && direction !== 'left') return false
  const middle = centreY(box)
  const distance = Math.min(middle - cell.top, cell.bottom - middle)
  return distance < UNSURE_HEIGHT * size && contains(cell, centreX(box), middle)
}
