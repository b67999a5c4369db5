import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, contains } from './boxes.ts'
import { type FilledCell, fillCells, type Writing } from './fill-cells.ts'
import { withoutFusedRows } from './fused-rows.ts'
import { type Grid, gridOf } from './grid.ts'
import type { PageContent } from './page-content.ts'
import type { PageTable } from './page-table.ts'
import { isPartlyRuled } from './partly-ruled.ts'
import { groupsOf, type Ruling, rulingsOf } from './rulings.ts'
import { wordsOf } from './words.ts'

export interface RuledPage {
  readonly tables: readonly PageTable[]
  /** What stands in no table. */
  readonly rest: Writing
  /** Lines that are no borders of these tables. */
  readonly rulings: readonly Ruling[]
  /** Where lines are drawn, but not between most of the rows or columns; no such table is among the tables. */
  readonly partlyRuled: readonly Box[]
}

/** The tables whose cells are bounded by lines, and those of the partly ruled ones that `isWanted` asks for. */
export function ruledTables(
  content: PageContent,
  isWanted: (partlyRuled: Box) => boolean,
): RuledPage {
  const groups = groupsOf(rulingsOf(content.strips))
  const found = groups.flatMap((rulings): RuledGrid[] => {
    const grid = gridOf(rulings)
    return grid === undefined ? [] : [{ grid, rulings }]
  })
  let rest: Writing = {
    words: wordsOf(content.glyphs),
    blanks: content.glyphs.filter(({ text }) => text.trim() === ''),
    hidden: content.hidden,
  }
  const tables: PageTable[] = []
  const partlyRuled: Box[] = []
  const used = new Set<Ruling>()
  for (const { grid, rulings, hasNested } of withoutNested(found)) {
    const filled = fillCells(grid, rest)
    const box = boxAround(filled.cells.map((cell) => cell.box))
    if (box === undefined || isFrame(filled.cells)) continue
    const table: PageTable = {
      page: content.page,
      box,
      xs: grid.xs,
      rowCount: grid.ys.length - 1,
      cells: filled.cells.map((cell) => (hasNested(cell.box) ? { ...cell, doubt: NESTED } : cell)),
      isRuled: true,
      isOpenAbove: grid.isOpenAbove,
      isOpenBelow: grid.isOpenBelow,
      isFragment: filled.cells.length === 1,
    }
    if (isPartlyRuled(table)) {
      partlyRuled.push(box)
      if (!isWanted(box)) continue
    }
    rest = filled.rest
    for (const ruling of rulings) used.add(ruling)
    tables.push(withoutFusedRows(table))
  }
  const rulings = groups.flat().filter((ruling) => !used.has(ruling))
  return { tables, rest, rulings, partlyRuled }
}

interface RuledGrid {
  readonly grid: Grid
  readonly rulings: readonly Ruling[]
}

const NESTED = 'crosses-border'

/** In lines: what is longer is a page in a frame, not the part of a table that fell on a page. */
const LONGEST_FRAGMENT = 4

function isFrame([only, ...others]: readonly FilledCell[]): boolean {
  if (only === undefined || others.length > 0) return false
  return only.lines.length === 0 || only.lines.length > LONGEST_FRAGMENT
}

interface Placed extends RuledGrid {
  /** Whether another table stands inside a cell of this one. */
  readonly hasNested: (cell: Box) => boolean
}

/**
 * Of two tables one inside the other the one with more cells is read: a page's layout frame gives way to the table
 * in it, a small table inside a cell to the table around it. The cell around it then holds several texts.
 */
function withoutNested(grids: readonly RuledGrid[]): readonly Placed[] {
  const kept: (RuledGrid & { readonly inner: Box[] })[] = []
  for (const { grid, rulings } of grids.toSorted(
    (a, b) => b.grid.cells.length - a.grid.cells.length,
  )) {
    const box = outline(grid)
    const around = kept.find((other) => holds(outline(other.grid), box))
    // A box around a tick or a word inside a cell is part of what is written there.
    if (around !== undefined) around.inner.push(...(grid.cells.length > 1 ? [box] : []))
    else if (!kept.some((other) => holds(box, outline(other.grid))))
      kept.push({ grid, rulings, inner: [] })
  }
  return kept.map(({ inner, ...placed }) => ({
    ...placed,
    hasNested: (cell) => inner.some((box) => contains(cell, box.left, box.top)),
  }))
}

function outline({ xs, ys }: Grid): Box {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 }
}

const holds = (outer: Box, inner: Box) =>
  contains(outer, inner.left, inner.top, 1) && contains(outer, inner.right, inner.bottom, 1)
