import type { CellId } from '../../../../shared/form/edition.ts'
import type { FormLayout } from './form-layout.ts'

/** Where each cell is drawn, for moving about with the arrow keys. */
export interface CellSpot {
  readonly id: CellId
  /** From 0 over all tables; rows without cells do not count. */
  readonly row: number
  /** Middle of the cell, as part of the width of its table. */
  readonly middle: number
}

/** The spots of all cells of the tables one below the other, in printed order. */
export function spotsOf(layouts: readonly FormLayout[]): readonly CellSpot[] {
  const rows = layouts.flatMap(({ columns, rows: own }) =>
    own.flatMap((row) => {
      const last = row.flatMap((cell) => (cell.kind === 'value' ? [cell] : []))
      const width = last.reduce((sum, cell) => sum + cell.columnSpan, 0)
      let at = columns.length - width
      const spots = last.map(({ id, columnSpan }) => {
        at += columnSpan
        return { id, middle: (at - columnSpan / 2) / columns.length }
      })
      return spots.length === 0 ? [] : [spots]
    }),
  )
  return rows.flatMap((spots, row) => spots.map((spot) => ({ ...spot, row })))
}

/** The cell that a key goes to; null for a key that goes nowhere. */
export function cellAfterKey(spots: readonly CellSpot[], from: CellId, key: string): CellId | null {
  const at = spots.findIndex(({ id }) => id === from)
  const spot = spots[at]
  if (spot === undefined) return null
  const row = spots.filter((other) => other.row === spot.row)
  switch (key) {
    case 'ArrowRight':
      return spots[at + 1]?.id ?? null
    case 'ArrowLeft':
      return spots[at - 1]?.id ?? null
    case 'ArrowDown':
      return nearest(spots, spot.row + 1, spot.middle)
    case 'ArrowUp':
      return nearest(spots, spot.row - 1, spot.middle)
    case 'Home':
      return row.at(0)?.id ?? null
    case 'End':
      return row.at(-1)?.id ?? null
    default:
      return null
  }
}

function nearest(spots: readonly CellSpot[], row: number, middle: number): CellId | null {
  const distance = (spot: CellSpot): number => Math.abs(spot.middle - middle)
  const [best] = spots
    .filter((spot) => spot.row === row)
    .toSorted((left, right) => distance(left) - distance(right))
  return best?.id ?? null
}
