import type { FormCell } from './cell-id.ts'

/** When two cells of one table belong to the same block. */
export type Neighbourhood =
  /** They share an edge as printed. */
  | 'edge'
  /** They stand in one printed row, however far apart, or share an edge. */
  | 'row'

/**
 * Splits cells into unbroken blocks, each in the order given. Blocks come in the order of their first cells.
 * Cells of different tables never share one.
 */
export function blocksOf(
  cells: readonly FormCell[],
  neighbourhood: Neighbourhood = 'edge',
): readonly (readonly FormCell[])[] {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), cell]))
  const rows = Map.groupBy(cells, rowOf)
  const block = new Map<FormCell, number>()
  let count = 0
  for (const start of cells) {
    if (block.has(start)) continue
    const pending = [start]
    for (let cell = pending.pop(); cell !== undefined; cell = pending.pop()) {
      if (block.has(cell)) continue
      block.set(cell, count)
      pending.push(...edgeNeighbours(cell, byPlace))
      if (neighbourhood === 'row') pending.push(...(rows.get(rowOf(cell)) ?? []))
    }
    count++
  }
  const blocks = Map.groupBy(cells, (cell) => block.get(cell) ?? -1)
  return Array.from({ length: count }, (_, index) => blocks.get(index) ?? [])
}

const rowOf = (cell: FormCell): string => `${cell.table} ${cell.line}`
const placeOf = (cell: FormCell): string => `${rowOf(cell)} ${cell.offset}`

const STEPS = [
  { line: -1, offset: 0 },
  { line: 1, offset: 0 },
  { line: 0, offset: -1 },
  { line: 0, offset: 1 },
] as const

const edgeNeighbours = (
  cell: FormCell,
  byPlace: ReadonlyMap<string, FormCell>,
): readonly FormCell[] =>
  STEPS.flatMap((step) => {
    const place = `${cell.table} ${cell.line + step.line} ${cell.offset + step.offset}`
    return byPlace.get(place) ?? []
  })
