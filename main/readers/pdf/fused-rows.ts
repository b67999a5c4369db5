import { centreY } from './boxes.ts'
import type { FilledCell } from './fill-cells.ts'
import type { PageTable } from './page-table.ts'
import { clusterPositions, intervalOf } from './positions.ts'
import { plainText, type TextLine, textOf } from './text-lines.ts'

/** So many cells side by side with several values each, and all with as many, are rows without lines between them. */
const FEWEST = 2

/** The table with rows that no line parts taken apart, by the heights at which their values stand. */
export function withoutFusedRows(table: PageTable): PageTable {
  const cuts = Array.from({ length: table.rowCount }, (_, row) => cutsOf(table, row))
  if (cuts.every(({ length }) => length === 0)) return table
  const starts = [0]
  for (const cut of cuts) starts.push((starts.at(-1) ?? 0) + cut.length + 1)
  const startOf = (row: number) => starts[row] ?? 0
  return {
    ...table,
    rowCount: starts.at(-1) ?? table.rowCount,
    cells: table.cells.flatMap((cell) => {
      const cut = cuts[cell.row] ?? []
      const row = startOf(cell.row)
      if (cell.rowSpan === 1 && cut.length > 0) return pieces({ ...cell, row }, cut)
      return [{ ...cell, row, rowSpan: startOf(cell.row + cell.rowSpan) - row }]
    }),
  }
}

/** The heights, in points, between which the values of a row stand; none for a row that is one row. */
export function cutsOf({ cells }: PageTable, row: number): readonly number[] {
  const own = cells.filter(
    (cell) => cell.row === row && cell.rowSpan === 1 && cell.lines.length > 0,
  )
  const several = own.filter((cell) => cell.lines.every(isValue))
  // A number too long for its column breaks over lines too, beside others that do not.
  const counts = new Set(several.map((cell) => cell.lines.length))
  if (several.length < FEWEST || counts.size !== 1 || counts.has(1)) return []
  const lines = several.flatMap((cell) => cell.lines)
  const size = Math.min(...lines.map((line) => line.size))
  const heights = clusterPositions(
    lines.map(({ box }) => centreY(box)),
    size / 2,
  )
  return heights.slice(1).map((height, index) => (height + (heights[index] ?? height)) / 2)
}

/** A number, or one of the marks that stand for none. */
function isValue(line: TextLine): boolean {
  return /^(?:[-+]?[\d,.]+%?|[-—–/无])$/u.test(plainText(line).normalize('NFKC').trim())
}

function pieces(cell: FilledCell, cuts: readonly number[]): readonly FilledCell[] {
  const { box } = cell
  const borders = [box.top, ...cuts, box.bottom]
  return borders.slice(1).map((bottom, index) => {
    const lines = cell.lines.filter((line) => intervalOf(borders, centreY(line.box)) === index)
    return {
      ...cell,
      row: cell.row + index,
      box: { ...box, top: borders[index] ?? box.top, bottom },
      text: textOf(lines),
      lines,
      doubt: 'crosses-border',
    }
  })
}
