import type { FilledCell } from './fill-cells.ts'
import type { JoinedCell, JoinedTable } from './joined-table.ts'
import type { PageTable } from './page-table.ts'
import { clusterPositions, nearestIndex } from './positions.ts'
import { withoutSliver } from './slivers.ts'
import { type Tear, tearBetween, tornNumbers } from './tears.ts'

/** A table as the document has it: one part for each page it stands on. */
export type TableParts = readonly [PageTable, ...PageTable[]]

/** In points: how far a border may shift from one page to the next. */
const SHIFT = 2.5

/**
 * Whether a table that opens a page goes on with the one that closed the page before: its borders must stand
 * where that one's stand, or be some of them, between the same outer ones. Nothing is written between them.
 */
export function goesOn(before: PageTable, after: PageTable): boolean {
  if (!before.isRuled || !after.isRuled || before.page + 1 !== after.page) return false
  const ends = (xs: readonly number[]) => [xs[0] ?? 0, xs.at(-1) ?? 0]
  return (
    isSubset(ends(before.xs), ends(after.xs)) &&
    (isSubset(before.xs, after.xs) || isSubset(after.xs, before.xs))
  )
}

const isSubset = (some: readonly number[], all: readonly number[]) =>
  some.every((x) => nearestIndex(all, x, SHIFT) >= 0)

/** The parts under one another, in common columns, without the headings that each page repeats. */
export function joinParts(parts: TableParts): JoinedTable {
  const xs = clusterPositions(
    parts.flatMap((part) => part.xs),
    2 * SHIFT,
  )
  const columnCount = Math.max(xs.length - 1, 1)
  const [first, ...others] = trimmed(parts)
  let joined: JoinedTable = {
    rowCount: first.rowCount,
    columnCount,
    cells: first.cells.map((cell) => inColumns(cell, first, xs)),
  }
  let before = first
  for (const part of others) {
    const cells = part.cells.map((cell) => inColumns(cell, part, xs))
    joined = append(
      joined,
      withoutHeading(joined, { rowCount: part.rowCount, columnCount, cells }),
      {
        isOpen: before.isOpenBelow && part.isOpenAbove,
      },
    )
    before = part
  }
  return {
    ...joined,
    cells: [...joined.cells].sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** Both ends of a part that lie at the end of a page. */
function trimmed([first, ...others]: TableParts): TableParts {
  const start = others.length === 0 ? first : withoutSliver(first, 'bottom')
  const rest = others.map((part, index) => {
    const below = withoutSliver(part, 'top')
    return index === others.length - 1 ? below : withoutSliver(below, 'bottom')
  })
  return [start, ...rest]
}

function inColumns(cell: FilledCell, part: PageTable, xs: readonly number[]): JoinedCell {
  const left = part.xs[cell.column] ?? 0
  const right = part.xs[cell.column + cell.columnSpan] ?? 0
  const column = Math.max(0, nearestIndex(xs, left, 2 * SHIFT))
  const end = nearestIndex(xs, right, 2 * SHIFT)
  return {
    ...cell,
    column,
    columnSpan: Math.max(1, end - column),
    pages: [{ page: part.page, cell }],
  }
}

/**
 * The part without the rows at its top that repeat the table's first rows word for word. A row with a number or a
 * blank in it is never taken for a heading: it may be two rows that happen to be alike.
 */
function withoutHeading(table: JoinedTable, part: JoinedTable): JoinedTable {
  const key = ({ row, column, rowSpan, columnSpan, text }: FilledCell) =>
    JSON.stringify([row, column, rowSpan, columnSpan, text])
  const known = new Set(table.cells.map(key))
  let rows = 0
  for (let row = 0; row < part.rowCount - 1; row += 1) {
    const cells = part.cells.filter((cell) => cell.row === row)
    if (cells.length === 0 || !cells.every((cell) => isHeading(cell) && known.has(key(cell)))) break
    const isClosed = !part.cells.some(
      (cell) => cell.row <= row && cell.row + cell.rowSpan > row + 1,
    )
    if (isClosed) rows = row + 1
  }
  if (rows === 0) return part
  return {
    ...part,
    rowCount: part.rowCount - rows,
    cells: part.cells
      .filter((cell) => cell.row >= rows)
      .map((cell) => ({ ...cell, row: cell.row - rows })),
  }
}

const isHeading = ({ text }: FilledCell) => /[\p{L}]/u.test(text)

function append(
  above: JoinedTable,
  below: JoinedTable,
  page: { readonly isOpen: boolean },
): JoinedTable {
  const tear = tearBetween(above, below, page.isOpen)
  const torn = new Set(tear.isInsideRow ? [] : tornNumbers(above, below))
  const doubted = (cell: JoinedCell): JoinedCell =>
    torn.has(cell) ? { ...cell, doubt: cell.doubt ?? 'crosses-border' } : cell
  const shift = above.rowCount - (tear.isInsideRow ? 1 : 0)
  const mended = above.cells.map((cell) => {
    const rest = tear.halves.get(cell)
    return rest === undefined ? doubted(cell) : mend(cell, rest, tear)
  })
  const taken = new Set(tear.halves.values())
  const others = below.cells.filter((cell) => !taken.has(cell))
  return {
    ...above,
    rowCount: shift + below.rowCount,
    cells: [...mended, ...others.map((cell) => ({ ...doubted(cell), row: cell.row + shift }))],
  }
}

function mend(above: JoinedCell, below: JoinedCell, tear: Tear): JoinedCell {
  const texts = [above.text, below.text].filter((text) => text !== '')
  // Numbers on both sides of a tear: one cell's two halves, or two cells.
  const isUnclear = texts.length === 2 && !texts.every((text) => /[\p{L}]/u.test(text))
  const doubt = above.doubt ?? below.doubt ?? (isUnclear ? ('crosses-border' as const) : undefined)
  return {
    ...above,
    text: texts.join('\n'),
    rowSpan: above.rowSpan + below.rowSpan - (tear.isInsideRow ? 1 : 0),
    pages: [...above.pages, ...below.pages],
    ...(doubt && { doubt }),
  }
}
