import type { PdfMark } from './pdf-pages.ts'

export interface PdfCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
}

export interface PdfRow {
  readonly cells: readonly PdfCell[]
}

/**
 * How borders are drawn: each cell's sides as strokes, as dashes or as thin bars, each cell as a box, lines across
 * only or upright only, a frame around all, three lines (above, under the heading rows, below), or none.
 */
export type PdfRulings =
  | 'stroke'
  | 'dashed'
  | 'thin-rect'
  | 'cell-rect'
  | 'horizontal'
  | 'vertical'
  | 'frame'
  | 'three-lines'
  | 'none'

/** How a table is set. */
export interface PdfTableLook {
  readonly rulings?: PdfRulings
  /** Points between a row's upper or lower end and its texts. */
  readonly rowPadding?: number
  /** Where texts stand in the width of their cells; `figures-right` sets numbers to the right and words to the left. */
  readonly align?: 'centre' | 'left' | 'figures-right'
  /** Where texts stand in the height of their cells. */
  readonly stand?: 'middle' | 'top'
  /** Rows above the second of three lines. */
  readonly headRows?: number
}

export interface PdfTableSpec extends PdfTableLook {
  readonly x: number
  readonly y: number
  readonly columnWidths: readonly number[]
  /** A cell over several rows stands in its first row only, as in HTML. */
  readonly rows: readonly PdfRow[]
  /** Height of the em square, in points. */
  readonly size?: number
}

export const SIZE = 10.5
/** From line to line, in ems. */
export const PITCH = 1.35
/** Points between a border and the text. */
export const PADDING = 4

/** The marks of a table at a place of a page: borders, and texts broken to fit their cells. */
export function pdfTable(spec: PdfTableSpec): readonly PdfMark[] {
  const table = measure(spec.rows, spec.columnWidths, spec.size ?? SIZE, spec.rowPadding)
  return partMarks(table, wholeRows(table, 0, table.heights.length), spec, spec)
}

export interface Measured {
  readonly columns: readonly number[]
  readonly heights: readonly number[]
  readonly size: number
  readonly rowPadding: number
  readonly cells: readonly MeasuredCell[]
}

interface MeasuredCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly lines: readonly string[]
}

export function measure(
  rows: readonly PdfRow[],
  columnWidths: readonly number[],
  size: number,
  rowPadding = PADDING,
): Measured {
  const columns = [0]
  for (const width of columnWidths) columns.push((columns.at(-1) ?? 0) + width)
  const taken = new Set<string>()
  const cells: MeasuredCell[] = []
  rows.forEach(({ cells: given }, row) => {
    let column = 0
    for (const { text, rowSpan = 1, columnSpan = 1 } of given) {
      while (taken.has(`${row},${column}`)) column += 1
      for (let r = 0; r < rowSpan; r += 1)
        for (let c = 0; c < columnSpan; c += 1) taken.add(`${row + r},${column + c}`)
      const width = (columns[column + columnSpan] ?? 0) - (columns[column] ?? 0) - 2 * PADDING
      cells.push({ row, column, rowSpan, columnSpan, lines: wrap(text, width, size) })
      column += columnSpan
    }
  })
  const lineHeight = (lines: number) => lines * PITCH * size + 2 * rowPadding
  const heights = rows.map(() => lineHeight(1))
  for (const { row, rowSpan, lines } of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const has = heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0)
    const lacking = lineHeight(lines.length) - has
    const last = row + rowSpan - 1
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking
  }
  return { columns, heights, size, rowPadding, cells }
}

/** A row, or as much of it as stands on one page. */
export interface Slice {
  readonly row: number
  /** Points of the row's height that stand on pages before. */
  readonly taken: number
  readonly height: number
}

export const heightOf = (slices: readonly Slice[]) =>
  slices.reduce((sum, { height }) => sum + height, 0)

export const wholeRows = ({ heights }: Measured, from: number, to: number): readonly Slice[] =>
  heights.slice(from, to).map((height, index) => ({ row: from + index, taken: 0, height }))

export interface Origin {
  readonly x: number
  readonly y: number
  readonly size?: number
}

export function partMarks(
  table: Measured,
  slices: readonly Slice[],
  { x, y }: Origin,
  look: PdfTableLook,
): readonly PdfMark[] {
  const { rulings = 'stroke' } = look
  const cells = table.cells.flatMap((cell) => {
    const own = slices.filter(({ row }) => row >= cell.row && row < cell.row + cell.rowSpan)
    const [first] = own
    if (first === undefined) return []
    const box: CellBox = {
      left: x + (table.columns[cell.column] ?? 0),
      right: x + (table.columns[cell.column + cell.columnSpan] ?? 0),
      top: y + heightOf(slices.slice(0, slices.indexOf(first))),
      bottom: 0,
    }
    const placed = { ...box, bottom: box.top + heightOf(own) }
    return [...borders(placed, rulings), ...cellText(table, cell, first, placed, look)]
  })
  return [...outline(table, slices, { x, y }, look), ...cells]
}

/** What is drawn around a part of a table rather than around its cells. */
function outline(
  { columns }: Measured,
  slices: readonly Slice[],
  { x, y }: Origin,
  { rulings, headRows = 0 }: PdfTableLook,
): readonly PdfMark[] {
  const width = columns.at(-1) ?? 0
  const height = heightOf(slices)
  if (rulings === 'frame') return [{ kind: 'rect', x, y, width, height, paint: 'stroke' }]
  if (rulings !== 'three-lines') return []
  const head = heightOf(slices.filter(({ row }) => row < headRows))
  const levels = [0, ...(head > 0 ? [head] : []), height]
  return levels.map((level) => ({ kind: 'line', from: [x, y + level], to: [x + width, y + level] }))
}

interface CellBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Lines that stand on this page: centred in the height where all do, from the top where the page tears them. */
function cellText(
  table: Measured,
  cell: MeasuredCell,
  first: Slice,
  box: CellBox,
  { align = 'centre', stand = 'middle' }: PdfTableLook,
): readonly PdfMark[] {
  const pitch = PITCH * table.size
  const above = table.heights.slice(cell.row, first.row).reduce((sum, height) => sum + height, 0)
  const skipped = Math.round((above + first.taken) / pitch - 0.4)
  const fitting = Math.floor((box.bottom - box.top - table.rowPadding / 2) / pitch + 0.01)
  const shown = cell.lines.slice(Math.max(0, skipped), Math.max(0, skipped) + fitting)
  const isWhole = shown.length === cell.lines.length && first.taken === 0
  const isMiddle = isWhole && stand === 'middle'
  const slack = isMiddle ? (box.bottom - box.top - shown.length * pitch) / 2 : table.rowPadding
  return shown.map((text, index) => {
    const room = box.right - box.left - widthOf(text, table.size)
    const isFigure = /^[\d.,+-]*$/.test(text)
    const isLeft = align === 'centre' ? cell.lines.length > 1 : align === 'left' || !isFigure
    const indent = isLeft ? PADDING : align === 'centre' ? room / 2 : room - PADDING
    const y = box.top + slack + index * pitch + 0.5 * pitch + 0.38 * table.size
    return { kind: 'text', x: box.left + Math.max(indent, 1), y, text, size: table.size }
  })
}

function borders({ left, top, right, bottom }: CellBox, rulings: PdfRulings): readonly PdfMark[] {
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  const level = [
    { from: [left, top], to: [right, top] },
    { from: [left, bottom], to: [right, bottom] },
  ] as const
  const upright = [
    { from: [left, top], to: [left, bottom] },
    { from: [right, top], to: [right, bottom] },
  ] as const
  switch (rulings) {
    case 'none':
    case 'frame':
    case 'three-lines':
      return []
    case 'cell-rect':
      return [{ kind: 'rect', ...box, paint: 'stroke' }]
    case 'stroke':
      return [...level, ...upright].map((side) => ({ kind: 'line', ...side }))
    case 'dashed':
      return [...level, ...upright].map((side) => ({ kind: 'line', dash: [3, 2], ...side }))
    case 'horizontal':
      return level.map((side) => ({ kind: 'line', ...side }))
    case 'vertical':
      return upright.map((side) => ({ kind: 'line', ...side }))
    case 'thin-rect':
      return [...level, ...upright].map(({ from, to }) => ({
        kind: 'rect',
        x: from[0] - 0.25,
        y: from[1] - 0.25,
        width: to[0] - from[0] + 0.5,
        height: to[1] - from[1] + 0.5,
        paint: 'fill',
      }))
  }
}

/** Width of a text in the builder's font: half an em for ASCII, a whole one for everything else. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\x7f' ? 0.5 : 1) * size, 0)
}

/** Lines that fit a width; a line break in the text is kept. */
export function wrap(
  text: string,
  width: number,
  size: number,
  firstIndent = 0,
): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const character of paragraph) {
      const room = width - (lines.length === 0 ? firstIndent : 0)
      if (line !== '' && widthOf(line + character, size) > room + 0.01) {
        lines.push(line)
        line = ''
      }
      line += character
    }
    return [...lines, line]
  })
}
