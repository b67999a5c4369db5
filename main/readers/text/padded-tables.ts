import { type LineCell, type LineRow, type Recognised, tableOfRows } from './blocks.ts'
import { trimEdges } from './edge-space.ts'
import { isProse, isValue } from './line-kinds.ts'
import { readLines } from './paragraph-lines.ts'
import { spanned } from './spanned-text.ts'

/**
 * A table whose columns are set apart by two and more spaces: at least two lines below each other, each with three
 * columns or more, and among them a number. A blank cell leaves no trace here, so every cell is in doubt.
 */
export function readPaddedTable(lines: readonly string[], at: number): Recognised | undefined {
  const rows: LineRow[] = []
  let next = at
  for (;;) {
    const row = columnsOf(lines, next)
    if (row.length < FEWEST_COLUMNS) break
    rows.push(row)
    next++
  }
  const hasNumbers = rows.some((row) => row.slice(1).some((cell) => isValue(cell.text)))
  if (rows.length < FEWEST_ROWS) return undefined
  // Taken as a whole either way, so that no run is looked at twice.
  return { blocks: hasNumbers ? [tableOfRows(rows)] : readLines(lines, at, next), next }
}

const FEWEST_ROWS = 2
const FEWEST_COLUMNS = 3

const GAP = /[ \u3000]{2,}/g

function columnsOf(lines: readonly string[], at: number): LineRow {
  const line = lines[at] ?? ''
  // Drawn with marks of its own, or body text.
  if (line.length > LONGEST_ROW || /[\t|]/.test(line) || isProse(trimEdges(line))) return []
  const cells: LineCell[] = []
  let from = 0
  const take = (to: number) => {
    const text = spanned(lines, at, from, to)
    if (text.text !== '') cells.push({ ...text, doubt: 'inferred-grid' })
  }
  for (const gap of line.matchAll(GAP)) {
    take(gap.index)
    from = gap.index + gap[0].length
  }
  take(line.length)
  return cells
}

/** In UTF-16 units: a row of ten columns has about a hundred. */
const LONGEST_ROW = 400
