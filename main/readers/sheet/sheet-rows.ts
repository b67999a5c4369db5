import { type Area, isFilled } from './visible-areas.ts'

/** One row of a sheet with all that stands in it or reaches into it from above. */
export interface SheetRow {
  readonly index: number
  /** From left to right. */
  readonly areas: readonly Area[]
  readonly isFramed: boolean
  readonly shape: RowShape
}

/**
 * `blank`: nothing is shown and no lines are drawn. `lone`: one text, and no other cell with lines around it.
 * `wide`: several cells, as in a row of a table.
 */
export type RowShape = 'blank' | 'lone' | 'wide'

/** All rows from the first of the sheet to the last that holds anything. */
export function sheetRows(areas: readonly Area[]): readonly SheetRow[] {
  const kept = areas.filter((area) => area.isFramed || isFilled(area))
  const count = kept.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0)
  const touching: Area[][] = Array.from({ length: count }, () => [])
  for (const area of kept) {
    for (let row = area.row; row < area.row + area.rowSpan; row++) touching[row]?.push(area)
  }
  return touching.map((here, index) => toRow(here, index))
}

function toRow(touching: readonly Area[], index: number): SheetRow {
  const areas = touching.toSorted((a, b) => a.column - b.column)
  const texts = areas.filter(isFilled)
  const framed = areas.filter((area) => area.isFramed)
  const shape =
    texts.length > 1 || framed.length > 1 || (framed.length === 1 && texts.length !== 1)
      ? 'wide'
      : texts.length === 1
        ? 'lone'
        : 'blank'
  return { index, areas, isFramed: framed.length > 0, shape }
}

/** The one text of a lone row. */
export const loneArea = (row: SheetRow): Area | undefined => row.areas.find(isFilled)
