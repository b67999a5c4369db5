import { toCellId } from './cell-id.ts'
import type { CellId, Edition, FormColumn, FormRow, GroupTable, MatrixTable } from './edition.ts'

/** One relation between cells: the sum of `left` equals the sum of `right`. */
export interface Equation {
  readonly kind: EquationKind
  readonly left: readonly CellId[]
  readonly right: readonly CellId[]
  /** Where one of these is blank the relation proves nothing, and the blank has its own finding. */
  readonly results: readonly CellId[]
  /** The row, column or group along which the relation runs. */
  readonly along: FormRow | FormColumn
}

export type EquationKind = 't3-balance' | 't3-row-total' | 't3-handled-sum' | 't4-total'

/** Every relation of the edition's tables: what table 3 prints, and what the word 总计 says. */
export function equationsOf(edition: Edition): readonly Equation[] {
  const known = cache.get(edition)
  if (known !== undefined) return known
  const { t3, t4 } = edition.tables
  const equations = [...balances(t3), ...rowTotals(t3), ...handledSums(t3), ...groupTotals(t4)]
  cache.set(edition, equations)
  return equations
}

const cache = new WeakMap<Edition, readonly Equation[]>()

const balances = (table: MatrixTable): readonly Equation[] =>
  table.columns.map((column) => ({
    kind: 't3-balance',
    left: table.sums.inflow.map((row) => toCellId(table.id, row, column.id)),
    right: table.sums.outflow.map((row) => toCellId(table.id, row, column.id)),
    results: [toCellId(table.id, table.sums.handled, column.id)],
    along: column,
  }))

const rowTotals = (table: MatrixTable): readonly Equation[] =>
  table.rows.map((row) => {
    const total = toCellId(table.id, row.id, table.sums.total)
    return {
      kind: 't3-row-total',
      left: table.sums.totalParts.map((column) => toCellId(table.id, row.id, column)),
      right: [total],
      results: [total],
      along: row,
    }
  })

const handledSums = (table: MatrixTable): readonly Equation[] =>
  table.columns.map((column) => {
    const handled = toCellId(table.id, table.sums.handled, column.id)
    return {
      kind: 't3-handled-sum',
      left: table.sums.handledParts.map((row) => toCellId(table.id, row, column.id)),
      right: [handled],
      results: [handled],
      along: column,
    }
  })

const groupTotals = (table: GroupTable): readonly Equation[] =>
  table.groups.map((group) => {
    const total = toCellId(table.id, group.id, table.total)
    return {
      kind: 't4-total',
      left: table.totalParts.map((column) => toCellId(table.id, group.id, column)),
      right: [total],
      results: [total],
      along: group,
    }
  })
