import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, centreX, centreY, widthOf } from './boxes.ts'
import type { FilledCell } from './fill-cells.ts'
import type { PageLines } from './page-lines.ts'
import type { PageTable } from './page-table.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { linesOf, type TextLine, textOf } from './text-lines.ts'

/** In ems: lines of one label are no further apart. */
const PITCH = 1.2
/** Share by which sizes in one label may differ. */
const SIZE_SPREAD = 0.1
/** In ems: a line that leaves less room than this was broken because it was full. */
const ROOM = 2

/**
 * Mends labels that the end of a page tore in a table without borders: their tail stands alone below the rows of
 * this page and above those of the next one, or their head alone below the rows of this one.
 */
export function withTornLabels(pages: readonly PageLines[]): readonly PageLines[] {
  const mended = [...pages]
  for (let index = 0; index + 1 < mended.length; index += 1) {
    const [page, next] = [mended[index], mended[index + 1]]
    if (page === undefined || next === undefined) continue
    const pair = withTornNumbersDoubted(page, next)
    mended.splice(index, 2, ...(mend(...pair) ?? pair))
  }
  return mended
}

/** Numbers at the page's end over fewer, alone at the head of the next page, may be torn: all are in doubt. */
function withTornNumbersDoubted(page: PageLines, next: PageLines): readonly [PageLines, PageLines] {
  const above = tablesInOrder(page).at(-1)
  const below = tablesInOrder(next)[0]
  if (above === undefined || above.isRuled) return [page, next]
  const ends = valuesOf(above, above.rowCount - 1).filter(hasDigit)
  const starts = below?.isRuled === false ? valuesOf(below, 0).filter(hasDigit) : []
  const boxes = [...starts.flatMap(({ lines }) => lines.slice(0, 1)), ...loneNumbers(next)].map(
    ({ box }) => box,
  )
  if (boxes.length === 0 || boxes.length >= ends.length) return [page, next]
  const isUnder = ({ left, right }: Box, box: Box) => centreX(box) > left && centreX(box) < right
  const torn = new Set<FilledCell>([
    ...ends.filter((end) => boxes.some((box) => isUnder(end.box, box))),
    ...starts.filter(({ box }) => ends.some((end) => isUnder(end.box, box))),
  ])
  return [withDoubt(page, torn), withDoubt(next, torn)]
}

/** Numbers with which a page begins, outside of any table. */
function loneNumbers({ lines, tables }: PageLines): readonly Piece[] {
  const top = Math.min(...tables.map(({ box }) => box.top))
  const [first] = lines.toSorted((a, b) => a.box.top - b.box.top)
  if (first === undefined || first.box.top > top) return []
  const pieces = piecesOf(first)
  return pieces.every((piece) => piece.isValue && hasDigit(piece)) ? pieces : []
}

const withDoubt = (page: PageLines, torn: ReadonlySet<FilledCell>): PageLines => ({
  ...page,
  tables: page.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) =>
      torn.has(cell) ? { ...cell, doubt: 'crosses-border' as const } : cell,
    ),
  })),
})

const hasDigit = ({ text }: { readonly text: string }) => /[\d０-９]/u.test(text)

function mend(page: PageLines, next: PageLines): readonly [PageLines, PageLines] | undefined {
  const above = tablesInOrder(page).at(-1)
  const below = tablesInOrder(next)[0]
  if (above === undefined || below === undefined || above.isRuled || below.isRuled) return undefined
  const label = lastLabel(above)
  if (label === undefined || !areAlike(above, below)) return undefined
  const here = underLabel(page, label, ({ box }) => centreY(box) > above.box.bottom)
  // Above headings stands their title, not the rest of a label.
  const isHeaded = valuesOf(below, 0).length === 0
  const there = isHeaded
    ? undefined
    : underLabel(next, label, ({ box }) => centreY(box) < below.box.top)
  if (here === undefined) return undefined
  const isNear = areOneText([...label.lines.slice(-1), ...here.lines])
  const isTorn = isNear && goesOn(label, [...here.lines, ...(there?.lines ?? [])], above)
  const tail = isTorn ? (there?.lines ?? []) : []
  if (here.lines.length + tail.length === 0) return undefined
  const table = isTorn
    ? withTail(above, label, [...here.lines, ...tail])
    : withRow(above, label, here.lines)
  return [
    {
      ...page,
      tables: page.tables.map((other) => (other === above ? table : other)),
      lines: here.rest,
    },
    { ...next, lines: isTorn && there !== undefined ? there.rest : next.lines },
  ]
}

interface UnderLabel {
  readonly lines: readonly TextLine[]
  readonly rest: readonly TextLine[]
}

/** What stands in the label's column among the chosen lines of a page; undefined where they are something else. */
function underLabel(
  { lines }: PageLines,
  label: FilledCell,
  isChosen: (line: TextLine) => boolean,
): UnderLabel | undefined {
  const chosen = lines.filter(isChosen)
  const pieces = chosen.flatMap(piecesOf)
  const own = pieces.filter((piece) => isUnder(piece, label))
  const others = pieces.filter((piece) => !own.includes(piece))
  // Beside the label only headings of several rows can have been torn along with it.
  const areHeadings = others.every(({ box }) => box.right <= label.box.left)
  if (!chosen.every(({ direction }) => direction === 'right') || !areHeadings) return undefined
  const found = linesOf(own.flatMap(({ glyphs }) => glyphs))
  if (!areOneText(found)) return undefined
  const left = linesOf(others.flatMap(({ glyphs }) => glyphs))
  return { lines: found, rest: [...lines.filter((line) => !chosen.includes(line)), ...left] }
}

const tablesInOrder = ({ tables }: PageLines): readonly PageTable[] =>
  tables.toSorted((a, b) => a.box.top - b.box.top)

/** Whether the numbers of two parts stand in the same columns: the last ones of the rows that meet. */
function areAlike(above: PageTable, below: PageTable): boolean {
  const end = valuesOf(above, above.rowCount - 1)
  const start = Array.from({ length: below.rowCount }, (_, row) => valuesOf(below, row)).find(
    (values) => values.length === end.length,
  )
  if (start === undefined || end.length === 0) return false
  return end.every(({ box }, index) => {
    const other = start[index]?.lines[0]?.box
    return other === undefined || (centreX(other) > box.left && centreX(other) < box.right)
  })
}

const valuesOf = ({ cells }: PageTable, row: number): readonly FilledCell[] =>
  cells.filter((cell) => cell.row === row && !isWords(cell)).sort((a, b) => a.column - b.column)

const isWords = ({ text }: FilledCell) => /\p{L}.*\p{L}/su.test(text)

/** The words of the last row that are next to its numbers. */
function lastLabel({ cells, rowCount }: PageTable): FilledCell | undefined {
  const words = cells.filter((cell) => cell.row === rowCount - 1 && isWords(cell))
  return words.sort((a, b) => b.column - a.column)[0]
}

/** Whether a text stands where the label's column is, in the label's size. */
function isUnder({ box, size }: Piece, label: FilledCell): boolean {
  const last = label.lines.at(-1)
  if (last === undefined) return false
  return (
    box.left > label.box.left - size / 2 &&
    box.right < label.box.right + size / 2 &&
    Math.abs(size - last.size) <= SIZE_SPREAD * last.size
  )
}

const areOneText = (lines: readonly TextLine[]): boolean =>
  lines.every((line, index) => {
    const above = lines[index - 1]
    return above === undefined || line.box.top - above.box.bottom < PITCH * line.size
  })

/** How an item of a list begins: 1. （一） 一、 */
const ITEM = /^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）.．、])/u

/** Whether lines go on with a label: it broke off at the end of a full line, and they do not begin anew. */
function goesOn(label: FilledCell, lines: readonly TextLine[], { cells }: PageTable): boolean {
  const [first] = lines
  const last = label.lines.at(-1)
  if (first === undefined || last === undefined) return false
  if (ITEM.test(first.segments[0]?.text ?? '')) return false
  const column = cells.filter(
    (cell) => cell.column === label.column && cell.columnSpan === label.columnSpan,
  )
  const all = [...column.flatMap((cell) => cell.lines), ...lines]
  return widthOf(last.box) + ROOM * last.size > Math.max(...all.map(({ box }) => widthOf(box)))
}

function withTail(table: PageTable, label: FilledCell, tail: readonly TextLine[]): PageTable {
  const lines = [...label.lines, ...tail]
  const cells = table.cells.map((cell) =>
    cell === label ? { ...label, lines, text: textOf(lines) } : cell,
  )
  return { ...table, cells }
}

/** The table with a row more that has a label only. */
function withRow(table: PageTable, label: FilledCell, lines: readonly TextLine[]): PageTable {
  const box = boxAround(lines.map((line) => line.box)) ?? label.box
  const bottom = Math.max(table.box.bottom, box.bottom)
  const row = table.rowCount
  const cell: FilledCell = {
    ...label,
    row,
    rowSpan: 1,
    box: { ...label.box, top: table.box.bottom, bottom },
    text: textOf(lines),
    lines,
  }
  return {
    ...table,
    rowCount: row + 1,
    box: { ...table.box, bottom },
    cells: [...table.cells, cell],
  }
}
