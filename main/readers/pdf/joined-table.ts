import type { FilledCell } from './fill-cells.ts'

/** A cell of the joined table, with each page it stands on. */
export interface JoinedCell extends FilledCell {
  readonly pages: readonly { readonly page: number; readonly cell: FilledCell }[]
}

export interface JoinedTable {
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly JoinedCell[]
}
