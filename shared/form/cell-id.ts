import type { CellId, Edition, FormTable, Measure, TableId } from './edition.ts'

/** One cell of an edition with the labels that name it to a person. */
export interface FormCell {
  readonly id: CellId
  readonly table: TableId
  readonly rowId: string
  readonly columnId: string
  readonly rowLabel: string
  readonly columnLabel: string
  /** Merged headings that the row stands under, from the outermost. */
  readonly rowUnder: readonly string[]
  readonly measure: Measure
  /**
   * Place in the table as printed, for neighbourhood: blocks and rows downward, columns to the right.
   * Heading rows of table 2 count, so that cells of two blocks are never neighbours.
   */
  readonly line: number
  readonly offset: number
}

/** Joins the parts of a cell id. */
export const toCellId = (table: TableId, row: string, column: string): CellId =>
  `${table}.${row}.${column}`

/** Every cell of a table, in the order in which the form prints them. */
export function cellsOfTable(table: FormTable): readonly FormCell[] {
  switch (table.layout) {
    case 'blocks':
      return blockCells(table)
    case 'matrix':
      return matrixCells(table)
    case 'groups':
      return groupCells(table)
  }
}

/** Every cell of the edition in printed order: table 2, table 3, table 4. */
export function cellsOfEdition(edition: Edition): readonly FormCell[] {
  const known = cache.get(edition)
  if (known !== undefined) return known
  const cells = tablesOf(edition).flatMap(cellsOfTable)
  cache.set(edition, cells)
  return cells
}

/** The form's tables in printed order. */
export const tablesOf = (edition: Edition): readonly FormTable[] => [
  edition.tables.t2,
  edition.tables.t3,
  edition.tables.t4,
]

/** The cell with that id; undefined where the edition has none. */
export function findCell(edition: Edition, id: CellId): FormCell | undefined {
  let byId = indexCache.get(edition)
  if (byId === undefined) {
    byId = new Map(cellsOfEdition(edition).map((cell) => [cell.id, cell]))
    indexCache.set(edition, byId)
  }
  return byId.get(id)
}

/** The table an id belongs to. */
export function tableOfCell(id: CellId): TableId {
  if (id.startsWith('t2.')) return 't2'
  return id.startsWith('t3.') ? 't3' : 't4'
}

// Editions are immutable module data, so derived lists are computed once for each.
const cache = new WeakMap<Edition, readonly FormCell[]>()
const indexCache = new WeakMap<Edition, ReadonlyMap<CellId, FormCell>>()

const blockCells = (table: Extract<FormTable, { layout: 'blocks' }>): readonly FormCell[] => {
  let line = 0
  return table.blocks.flatMap((block) => {
    line += 2 // the article's heading row and the column heading row
    return block.rows.flatMap((row) => {
      const at = line++
      return block.columns.map(
        (column, offset): FormCell => ({
          id: toCellId(table.id, row.id, column.id),
          table: table.id,
          rowId: row.id,
          columnId: column.id,
          rowLabel: row.label,
          columnLabel: column.label,
          rowUnder: [block.article],
          measure: column.measure,
          line: at,
          offset,
        }),
      )
    })
  })
}

const matrixCells = (table: Extract<FormTable, { layout: 'matrix' }>): readonly FormCell[] =>
  table.rows.flatMap((row, line) =>
    table.columns.map(
      (column, offset): FormCell => ({
        id: toCellId(table.id, row.id, column.id),
        table: table.id,
        rowId: row.id,
        columnId: column.id,
        rowLabel: row.label,
        columnLabel: column.label,
        rowUnder: row.under ?? [],
        measure: column.measure,
        line,
        offset,
      }),
    ),
  )

const groupCells = (table: Extract<FormTable, { layout: 'groups' }>): readonly FormCell[] =>
  table.groups.flatMap((group, groupIndex) =>
    table.columns.map(
      (column, columnIndex): FormCell => ({
        id: toCellId(table.id, group.id, column.id),
        table: table.id,
        rowId: group.id,
        columnId: column.id,
        rowLabel: group.label,
        columnLabel: column.label,
        rowUnder: group.under ?? [],
        measure: column.measure,
        line: 0,
        offset: groupIndex * table.columns.length + columnIndex,
      }),
    ),
  )
