import { findCell } from '../../form/cell-id.ts'
import type { CellId, Edition, TableId } from '../../form/edition.ts'
import { editionInForce } from '../../form/editions.ts'
import type { Cell, TableReading, UnplacedCells } from '../../report/report.ts'
import { alignBlocks, type BlockRecognition, recogniseBlocks } from './block-table.ts'
import type { FoundTable } from './find-tables.ts'
import { alignGroups } from './group-table.ts'
import { alignMatrix, type MatrixRecognition, recogniseMatrix } from './matrix-table.ts'
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
  const [t2Rows, t3Rows, t4Rows] = (['t2', 't3', 't4'] as const).map(
    (id) => found.get(id)?.rows ?? [],
  )
  const blocks = recogniseBy(editions, ({ tables }) => recogniseBlocks(t2Rows ?? [], tables.t2))
  const matrix = recogniseBy(editions, ({ tables }) => recogniseMatrix(t3Rows ?? [], tables.t3))
  const edition = decided(matrix, blocks) ?? byYear(editions, year)
  const alignments: Readonly<Record<TableId, TableAlignment>> = {
    t2: alignT2(blocks, edition),
    t3: alignMatrix(matrix.of(edition), edition.id),
    t4: alignGroups(t4Rows ?? [], edition.tables.t4, edition.id),
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

interface Recognised<T> {
  readonly of: (edition: Edition) => T
  /** The edition that explains the rows clearly better than any other; null where none does. */
  readonly clear: Edition | null
  /** By how much it does. */
  readonly lead: number
}

/** Table 3 decides; but one row of it with a slip in its label does not outweigh a table 2 that says otherwise. */
function decided(
  matrix: Recognised<MatrixRecognition>,
  blocks: Recognised<BlockRecognition>,
): Edition | null {
  if (matrix.clear === null || blocks.clear === null) return matrix.clear ?? blocks.clear
  return matrix.lead > DECISIVE_LEAD ? matrix.clear : blocks.clear
}

/** Recognises a table by each edition; only the one that is chosen is laid out in full. */
function recogniseBy<T extends { readonly rows: readonly Row[]; readonly score: number }>(
  editions: readonly Edition[],
  recogniseTable: (edition: Edition) => T,
): Recognised<T> {
  const byEdition = new Map(editions.map((edition) => [edition, recogniseTable(edition)]))
  const of = (edition: Edition): T => byEdition.get(edition) ?? recogniseTable(edition)
  const [first, second] = [...byEdition].toSorted(([, a], [, b]) => b.score - a.score)
  if (first === undefined || first[1].rows.length === 0) return { of, clear: null, lead: 0 }
  const lead = first[1].score - (second?.[1].score ?? Number.NEGATIVE_INFINITY)
  return { of, clear: lead > CLEAR_LEAD ? first[0] : null, lead }
}

/** About half of what one recognised label is worth. */
const CLEAR_LEAD = 0.5
/** More than one recognised label is worth; the editions differ by several. */
const DECISIVE_LEAD = 1.5

/** The edition in force for the year; the newest where the year is not known. */
function byYear(editions: readonly Edition[], year: number | null): Edition {
  const inForce = year === null ? undefined : editionInForce(year, editions)
  const edition = inForce ?? editions.at(-1)
  if (edition === undefined) throw new Error('no edition of the form is registered')
  return edition
}

function alignT2(blocks: Recognised<BlockRecognition>, edition: Edition): TableAlignment {
  const own = blocks.of(edition)
  if (blocks.clear === null || blocks.clear === edition) return alignBlocks(own, edition.id, false)
  return {
    ...alignBlocks(own, edition.id, true),
    unplaced: [],
    deviations: [{ kind: 'other-edition', edition: blocks.clear.id, at: placesOf(own.rows) }],
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
