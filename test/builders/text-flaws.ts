import type { CellId, TableId } from '../../shared/form/edition.ts'
import type { FlatCell, FlatRow, FlatTable } from './flat-rows.ts'

/**
 * What a converter does to a row, mostly where a page ends.
 * `lost`: its last cells are not there. `shifted-right`: a blank stands before the numbers. `shifted-left`: a blank before
 * the numbers, or else the last label, is gone. `fused`: label and numbers stand in one cell (规章000). `fused-numbers`:
 * only the numbers do. A shift that drops a number at the other end is not among them: that is what a row with a blank
 * looks like.
 */
export type FlawKind = 'lost' | 'shifted-right' | 'shifted-left' | 'fused' | 'fused-numbers'

export interface Flaw {
  readonly kind: FlawKind
  readonly table: TableId
  /** Rows of the table that hold numbers, counted from its top. */
  readonly numberRow: number
}

export interface FlawedTable extends FlatTable {
  /** Cells whose text is no longer there. */
  readonly lost: readonly CellId[]
}

/** The table with the flaws that are for it. */
export function flawed(table: FlatTable, flaws: readonly Flaw[]): FlawedTable {
  const numberRows = table.rows.filter((row) => row.some(({ cell }) => cell !== null))
  const lost: CellId[] = []
  const rows = table.rows.map((row) => {
    const flaw = flaws.find(
      (each) => each.table === table.id && numberRows[each.numberRow % numberRows.length] === row,
    )
    if (flaw === undefined) return row
    const changed = withFlaw(row, flaw.kind)
    const kept = new Set(changed.flatMap((cell) => idsOf(cell)))
    lost.push(...row.flatMap(({ cell }) => (cell === null || kept.has(cell) ? [] : [cell])))
    return changed.map((cell): FlatCell => ({ ...cell, cell: idsOf(cell)[0] ?? null }))
  })
  return { ...table, rows, lost }
}

/** A cell into which others ran. */
interface FusedCell extends FlatCell {
  readonly ids?: readonly CellId[]
}

const idsOf = (cell: FusedCell): readonly CellId[] =>
  cell.ids ?? (cell.cell === null ? [] : [cell.cell])

function withFlaw(row: FlatRow, kind: FlawKind): readonly FusedCell[] {
  const start = row.findIndex(({ cell }) => cell !== null)
  const end = row.findLastIndex(({ cell }) => cell !== null) + 1
  const [head, numbers, tail] = [row.slice(0, start), row.slice(start, end), row.slice(end)]
  switch (kind) {
    case 'lost':
      return [...head, ...numbers.slice(0, numbers.length > 3 ? -2 : -1), ...tail]
    case 'shifted-right': {
      const spare = tail.findIndex(({ text }) => text === '')
      return [...head, BLANK, ...numbers, ...(spare < 0 ? tail : tail.toSpliced(spare, 1))]
    }
    case 'shifted-left': {
      const blank = head.findLastIndex(({ text }) => text === '')
      return [...head.toSpliced(blank < 0 ? head.length - 1 : blank, 1), ...numbers, ...tail]
    }
    case 'fused':
      return [...head.slice(0, -1), joined([...head.slice(-1), ...numbers]), ...tail]
    case 'fused-numbers':
      return [...head, joined(numbers), ...tail]
  }
}

const BLANK: FlatCell = { text: '', cell: null, isPadding: false }

const joined = (cells: readonly FlatCell[]): FusedCell => ({
  text: cells.map(({ text }) => text).join(''),
  cell: null,
  isPadding: false,
  ids: cells.flatMap(({ cell }) => cell ?? []),
})
