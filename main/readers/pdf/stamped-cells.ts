import type { FilledCell } from './fill-cells.ts'
import type { PageTable } from './page-table.ts'
import { median } from './positions.ts'

/** How much larger than most of its table a text is that belongs to something laid over it, a seal as a rule. */
const MUCH_LARGER = 1.35

/** The table with those cells in doubt that hold a text much larger than the others: a stamp, or what it covers. */
export function withStampsDoubted(table: PageTable): PageTable {
  const lines = table.cells.flatMap((cell) => cell.lines)
  const largest = MUCH_LARGER * median(lines.map(({ size }) => size))
  const isStamped = (cell: FilledCell) =>
    cell.lines.some(({ glyphs }) => glyphs.some(({ size }) => size > largest))
  if (!table.cells.some(isStamped)) return table
  return {
    ...table,
    cells: table.cells.map((cell) =>
      isStamped(cell) ? { ...cell, doubt: 'hidden-text' as const } : cell,
    ),
  }
}
