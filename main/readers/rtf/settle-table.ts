import type { CellDoubt } from '../../../shared/document/source-document.ts'
import {
  type SettledBlock,
  type SettledCell,
  type SettledRow,
  type SettledTable,
  showsText,
} from '../settled/settled.ts'
import type { CellDefinition, RowDefinition } from './row-definition.ts'

/** A row as the file has it: texts, and a definition that need not fit them. */
export interface RawRow {
  readonly definition: RowDefinition
  readonly cells: readonly RawCell[]
  /** Set where something is wrong with the row as a whole. */
  readonly doubt: CellDoubt | undefined
}

export interface RawCell {
  readonly blocks: readonly SettledBlock[]
  readonly doubt: CellDoubt | undefined
}

/** The table with its columns: those between all borders that any of its rows has. */
export function settleTable(rows: readonly RawRow[]): SettledTable {
  const measured = rows.map(measureRow)
  const hasTooMany = columnsOf(measured).edges.length > MOST_BORDERS
  const settled = hasTooMany ? measured.map(withoutBorders) : measured
  const columns = columnsOf(settled)
  return {
    kind: 'table',
    gridWidths: columns.edges.slice(1).map((edge, index) => edge - (columns.edges[index] ?? 0)),
    rows: settled.map((row) => settleRow(row, columns)),
  }
}

/** A row with its cells merged across, each with its right border. */
interface MeasuredRow {
  readonly left: number
  readonly cells: readonly MeasuredCell[]
  /** Whether the borders go from left to right, and every cell has one. */
  readonly isMeasured: boolean
}

interface MeasuredCell {
  readonly right: number | undefined
  readonly down: SettledCell['merge']
  readonly blocks: readonly SettledBlock[]
  readonly doubt: CellDoubt | undefined
}

function measureRow({ definition, cells, doubt }: RawRow): MeasuredRow {
  const rowDoubt = doubt ?? countDoubt(cells.length, definition.cells.length)
  const merged: MeasuredCell[] = []
  cells.forEach((cell, index) => {
    const place = definition.cells[index]
    const left = merged.at(-1)
    if (place?.across === 'continue' && left !== undefined) {
      const startsHere = definition.cells[index - 1]?.across !== 'none'
      merged.splice(-1, 1, mergedAcross(left, cell, place, startsHere))
    } else {
      const right = place?.right
      merged.push({ ...cell, right, down: place?.down ?? 'none', doubt: cell.doubt ?? rowDoubt })
    }
  })
  const borders = [definition.left, ...merged.map(({ right }) => right)]
  const isMeasured = borders.every((border, index) => {
    const before = borders[index - 1]
    return border !== undefined && (index === 0 || (before !== undefined && border > before))
  })
  const row = { left: definition.left, cells: merged, isMeasured }
  return isMeasured ? row : withoutBorders(row)
}

/** The row with its cells side by side, whatever its borders say. */
function withoutBorders({ left, cells }: MeasuredRow): MeasuredRow {
  const unsure = cells.map((cell) => ({ ...cell, doubt: cell.doubt ?? 'crosses-border' }))
  return { left, cells: unsure, isMeasured: false }
}

/** With a cell's end lost two texts run together, and nobody knows which; with one too many they are in wrong cells. */
const countDoubt = (texts: number, places: number): CellDoubt | undefined =>
  texts === places ? undefined : 'crosses-border'

/** Nothing is shown of what a swallowed cell holds. */
function mergedAcross(
  left: MeasuredCell,
  swallowed: RawCell,
  place: CellDefinition,
  isPlanned: boolean,
): MeasuredCell {
  const hasLostText = swallowed.doubt !== undefined || showsText(swallowed.blocks)
  const doubt = hasLostText ? 'hidden-text' : isPlanned ? undefined : 'crosses-border'
  return { ...left, right: place.right, doubt: left.doubt ?? doubt }
}

interface Columns {
  /** As many as the longest row needs, so that no row is shorter than the others. */
  readonly count: number
  /** Borders in twentieths of a point, from the left. */
  readonly edges: readonly number[]
  /** The number of the border at a position of any measured row. */
  readonly indexOf: (position: number) => number
}

/** No table that people draw has more borders side by side. */
const MOST_BORDERS = 1000

/** About two millimetres: borders that were moved by hand miss one another by less. */
const EDGE_TOLERANCE = 113

/** Borders of different rows that nearly meet are one; two of the same row never are. */
function columnsOf(rows: readonly MeasuredRow[]): Columns {
  const positions = new Set<number>()
  let narrowest = Number.POSITIVE_INFINITY
  for (const { left, cells, isMeasured } of rows) {
    if (!isMeasured) continue
    let before = left
    positions.add(left)
    for (const { right = before } of cells) {
      positions.add(right)
      narrowest = Math.min(narrowest, right - before)
      before = right
    }
  }
  const tolerance = Math.min(EDGE_TOLERANCE, Math.floor((narrowest - 1) / 2))
  const edges: number[] = []
  const indices = new Map<number, number>()
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = edges.at(-1)
    if (last === undefined || position - last > tolerance) edges.push(position)
    indices.set(position, edges.length - 1)
  }
  const unmeasured = rows.filter(({ isMeasured }) => !isMeasured).map(({ cells }) => cells.length)
  return {
    count: unmeasured.reduce((most, length) => Math.max(most, length), edges.length - 1),
    edges,
    indexOf: (position) => indices.get(position) ?? 0,
  }
}

function settleRow(row: MeasuredRow, { count, edges, indexOf }: Columns): SettledRow {
  if (!row.isMeasured) {
    const cells = row.cells.map((cell) => settleCell(cell, 1, undefined))
    return { before: 0, after: count - cells.length, widthBefore: undefined, cells }
  }
  let border = row.left
  const cells = row.cells.map((cell) => {
    const right = cell.right ?? border
    const settled = settleCell(cell, indexOf(right) - indexOf(border), right - border)
    border = right
    return settled
  })
  return {
    before: indexOf(row.left),
    after: count - indexOf(border),
    widthBefore: row.left - (edges[0] ?? 0),
    cells,
  }
}

function settleCell(
  { blocks, down, doubt }: MeasuredCell,
  span: number,
  width: number | undefined,
): SettledCell {
  return { span, width, merge: down, blocks, doubt }
}
