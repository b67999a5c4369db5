import { findCell } from '../../form/cell-id.ts'
import type { CellId, Edition, TableId } from '../../form/edition.ts'
import { editionInForce } from '../../form/editions.ts'
import type { Cell, TableReading, UnplacedCells } from '../../report/report.ts'
import { alignBlocks } from './block-table.ts'
import type { FoundTable } from './find-tables.ts'
import { alignGroups } from './group-table.ts'
import { alignMatrix } from './matrix-table.ts'
import { readCell } from './read-cell.ts'
import type { Row } from './row.ts'
import type { TableAlignment } from './table-alignment.ts'

/** The form's tables of one document, read. */
export interface TablesReading {
  readonly edition: Edition
  readonly tables: Readonly<Record<TableId, TableReading>>
  readonly cells: ReadonlyMap<CellId, Cell>
  readonly unplaced: readonly UnplacedCells[]
}

/**
 * Lays each table onto each edition and reads the cells of the edition that explains table 3 best; where table 3
 * does not decide, table 2 does, then the report's year.
 */
export function alignTables(
  found: ReadonlyMap<TableId, FoundTable>,
  editions: readonly Edition[],
  year: number | null,
): TablesReading {
  const matrix = bestOf(found.get('t3')?.rows ?? [], editions, (rows, edition) =>
    alignMatrix(rows, edition.tables.t3, edition.id),
  )
  const blocks = bestOf(found.get('t2')?.rows ?? [], editions, (rows, edition) =>
    alignBlocks(rows, edition.tables.t2, edition.id, false),
  )
  const edition = matrix.clear ?? blocks.clear ?? byYear(editions, year)
  const alignments: Readonly<Record<TableId, TableAlignment>> = {
    t2: alignT2(found.get('t2')?.rows ?? [], edition, blocks),
    t3: matrix.byEdition.get(edition) ?? alignMatrix([], edition.tables.t3, edition.id),
    t4: alignGroups(found.get('t4')?.rows ?? [], edition.tables.t4, edition.id),
  }
  const ids = ['t2', 't3', 't4'] as const
  const cells = new Map<CellId, Cell>()
  for (const id of ids) {
    for (const [cellId, placed] of alignments[id].cells) {
      const measure = findCell(edition, cellId)?.measure
      if (measure !== undefined) cells.set(cellId, readCell(placed, measure))
    }
  }
  return {
    edition,
    tables: {
      t2: readingOf(found.get('t2'), alignments.t2),
      t3: readingOf(found.get('t3'), alignments.t3),
      t4: readingOf(found.get('t4'), alignments.t4),
    },
    cells,
    unplaced: ids.flatMap((id) => alignments[id].unplaced),
  }
}

interface Best {
  readonly byEdition: ReadonlyMap<Edition, TableAlignment>
  /** The edition that explains the rows clearly better than any other; null where none does. */
  readonly clear: Edition | null
}

function bestOf(
  rows: readonly Row[],
  editions: readonly Edition[],
  alignTable: (rows: readonly Row[], edition: Edition) => TableAlignment,
): Best {
  if (rows.length === 0) return { byEdition: new Map(), clear: null }
  const byEdition = new Map(editions.map((edition) => [edition, alignTable(rows, edition)]))
  const ranked = [...byEdition].toSorted(([, a], [, b]) => b.score - a.score)
  const [first, second] = ranked
  if (first === undefined) return { byEdition, clear: null }
  const isClear = second === undefined || first[1].score - second[1].score > CLEAR_LEAD
  return { byEdition, clear: isClear ? first[0] : null }
}

/** About half of what one recognised label is worth. */
const CLEAR_LEAD = 0.5

/** The edition in force for the year; the newest where the year is not known. */
function byYear(editions: readonly Edition[], year: number | null): Edition {
  const inForce = year === null ? undefined : editionInForce(year, editions)
  const edition = inForce ?? editions.at(-1)
  if (edition === undefined) throw new Error('no edition of the form is registered')
  return edition
}

function alignT2(rows: readonly Row[], edition: Edition, blocks: Best): TableAlignment {
  const own = blocks.byEdition.get(edition)
  if (own !== undefined && (blocks.clear === null || blocks.clear === edition)) return own
  const sure = alignBlocks(rows, edition.tables.t2, edition.id, true)
  return blocks.clear === null || rows.length === 0
    ? sure
    : {
        ...sure,
        unplaced: [],
        deviations: [{ kind: 'other-edition', edition: blocks.clear.id, at: placesOf(rows) }],
      }
}

function readingOf(found: FoundTable | undefined, alignment: TableAlignment): TableReading {
  if (found === undefined) return { status: 'missing', deviations: [], at: [] }
  const copies = found.copies.map((row) => ({
    kind: 'duplicate-table' as const,
    at: placesOf([row]),
  }))
  return {
    status: 'read',
    deviations: [...alignment.deviations, ...copies.slice(0, 1)],
    at: placesOf(found.rows),
  }
}

const placesOf = (rows: readonly Row[]) =>
  rows.slice(0, 1).flatMap((row) => row.cells.flatMap((cell) => cell.at))
