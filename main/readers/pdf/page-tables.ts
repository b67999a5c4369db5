import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, contains } from './boxes.ts'
import { type FilledCell, fillCells, type Writing } from './fill-cells.ts'
import { withoutFusedRows } from './fused-rows.ts'
import { type Grid, gridOf } from './grid.ts'
import { inferTable } from './infer-table.ts'
import type { PageContent } from './page-content.ts'
import type { PageTable } from './page-table.ts'
import { parallelStacks } from './parallel-lines.ts'
import { groupsOf, rulingsOf } from './rulings.ts'
import { wordsOf } from './words.ts'

export interface RuledPage {
  readonly tables: readonly PageTable[]
  /** What stands in no table. */
  readonly rest: Writing
  /** Lines one under another that bound rows but no columns; what stands between them may be a table. */
  readonly stacks: readonly (readonly number[])[]
}

/** The tables whose cells are bounded by lines. */
export function ruledTables(content: PageContent): RuledPage {
  const groups = groupsOf(rulingsOf(content.strips))
  const grids = withoutNested(groups.map(gridOf).filter((grid) => grid !== undefined))
  let rest: Writing = {
    words: wordsOf(content.glyphs),
    blanks: content.glyphs.filter(({ text }) => text.trim() === ''),
    hidden: content.hidden,
  }
  const tables: PageTable[] = []
  for (const { grid, hasNested } of grids) {
    const filled = fillCells(grid, rest)
    const box = boxAround(filled.cells.map((cell) => cell.box))
    if (box === undefined || isFrame(filled.cells)) continue
    rest = filled.rest
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
    tables.push(withColumns(table, grid) ?? withoutFusedRows(table))
  }
  return { tables, rest, stacks: parallelStacks(groups) }
}

/** So many rows of several values in one framed column are a table whose upright lines were left out. */
const FEWEST_WIDE_ROWS = 3

/** The columns of a table that is drawn as one column; undefined where its texts do not stand in several. */
function withColumns(table: PageTable, { xs, ys }: Grid): PageTable | undefined {
  if (xs.length > 2) return undefined
  const lines = table.cells.flatMap((cell) => cell.lines)
  const wide = lines.filter(({ segments }) => segments.length > 1)
  return wide.length < FEWEST_WIDE_ROWS ? undefined : inferTable(table.page, lines, ys)
}

const NESTED = 'crosses-border'

/** In lines: what is longer is a page in a frame, not the part of a table that fell on a page. */
const LONGEST_FRAGMENT = 4

function isFrame([only, ...others]: readonly FilledCell[]): boolean {
  if (only === undefined || others.length > 0) return false
  return only.lines.length === 0 || only.lines.length > LONGEST_FRAGMENT
}

interface Placed {
  readonly grid: Grid
  /** Whether another table stands inside a cell of this one. */
  readonly hasNested: (cell: Box) => boolean
}

/**
 * Of two tables one inside the other the one with more cells is read: a page's layout frame gives way to the table
 * in it, a small table inside a cell to the table around it. The cell around it then holds several texts.
 */
function withoutNested(grids: readonly Grid[]): readonly Placed[] {
  const kept: { readonly grid: Grid; readonly inner: Box[] }[] = []
  for (const grid of [...grids].sort((a, b) => b.cells.length - a.cells.length)) {
    const box = outline(grid)
    const around = kept.find((other) => holds(outline(other.grid), box))
    // A box around a tick or a word inside a cell is part of what is written there.
    if (around !== undefined) around.inner.push(...(grid.cells.length > 1 ? [box] : []))
    else if (!kept.some((other) => holds(box, outline(other.grid)))) kept.push({ grid, inner: [] })
  }
  return kept.map(({ grid, inner }) => ({
    grid,
    hasNested: (cell) => inner.some((box) => contains(cell, box.left, box.top)),
  }))
}

function outline({ xs, ys }: Grid): Box {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 }
}

const holds = (outer: Box, inner: Box) =>
  contains(outer, inner.left, inner.top, 1) && contains(outer, inner.right, inner.bottom, 1)
