import { findCell } from '../../form/cell-id.ts'
import type { CellId, Edition, TableId } from '../../form/edition.ts'
import type { Cell, TableReading, UnplacedCells } from '../../report/report.ts'
import { alignBlocks, type BlockRecognition, recogniseBlocks } from './block-table.ts'
import { chooseEdition, type Recognised, recogniseBy } from './choose-edition.ts'
import type { FoundTable } from './find-tables.ts'
import { alignGroups } from './group-table.ts'
import { alignMatrix, recogniseMatrix } from './matrix-table.ts'
import { readCell } from './read-cell.ts'
import { rememberByRows } from './remember.ts'
import { isEmpty, type Row } from './row.ts'
import type { PlacedCell, TableAlignment } from './table-alignment.ts'

/** The form's tables of one document, read. */
export interface TablesReading {
  readonly edition: Edition
  readonly tables: Readonly<Record<TableId, TableReading>>
  readonly cells: ReadonlyMap<CellId, Cell>
  readonly unplaced: readonly UnplacedCells[]
}

/**
 * Lays each table onto each edition and reads the cells of the one that they follow; `expected` is the edition that the
 * report's year or words speak for. Where nothing tells the editions apart, the cells that only one of them has are
 * in doubt.
 */
export function alignTables(
  found: ReadonlyMap<TableId, FoundTable>,
  editions: readonly Edition[],
  expected: Edition | undefined,
): TablesReading {
  const rowsOf = (id: TableId): readonly Row[] => found.get(id)?.rows ?? NO_ROWS
  const { blocks, matrix } = recogniseBoth(rowsOf('t2'), rowsOf('t3'), editions)
  const { edition, isSure } = chooseEdition(matrix, blocks, editions, expected)
  const alignments: Readonly<Record<TableId, TableAlignment>> = {
    t2: alignT2(blocks, edition),
    t3: ALIGN.t3(rowsOf('t3'), edition),
    t4: ALIGN.t4(rowsOf('t4'), edition),
  }
  const ids = ['t2', 't3', 't4'] as const
  const isOpen = (id: CellId) =>
    !isSure && editions.some((other) => findCell(other, id) === undefined)
  const cells = new Map<CellId, Cell>()
  for (const id of ids) {
    const copies = (found.get(id)?.copies ?? []).map((rows) => ALIGN[id](rows, edition))
    for (const [cellId, placed] of withoutSureBlanksBesideWords(alignments[id].cells)) {
      const measure = findCell(edition, cellId)?.measure
      if (measure === undefined) continue
      const isDoubtful = isOpen(cellId) || copies.some((copy) => differs(placed, copy, cellId))
      cells.set(cellId, readCell(isDoubtful ? withoutLead(placed) : placed, measure))
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

/** One table of a document by itself, laid onto the edition that it follows. */
export function alignAlone(
  table: TableId,
  rows: readonly Row[],
  editions: readonly Edition[],
): { readonly edition: Edition; readonly alignment: TableAlignment } {
  const { blocks, matrix } = recogniseBoth(
    table === 't2' ? rows : NO_ROWS,
    table === 't3' ? rows : NO_ROWS,
    editions,
  )
  const { edition } = chooseEdition(matrix, blocks, editions, undefined)
  return { edition, alignment: ALIGN[table](rows, edition) }
}

const NO_ROWS: readonly Row[] = []

const recogniseBoth = (
  t2Rows: readonly Row[],
  t3Rows: readonly Row[],
  editions: readonly Edition[],
) => ({
  blocks: recogniseBy(editions, ({ tables }) => recogniseBlocks(t2Rows, tables.t2)),
  matrix: recogniseBy(editions, ({ tables }) => recogniseMatrix(t3Rows, tables.t3)),
})

/** How each table is laid onto an edition, whatever the others say. */
const ALIGN: Readonly<Record<TableId, (rows: readonly Row[], edition: Edition) => TableAlignment>> =
  {
    t2: rememberByRows((rows, { id, tables }: Edition) =>
      alignBlocks(recogniseBlocks(rows, tables.t2), id, false),
    ),
    t3: rememberByRows((rows, { id, tables }: Edition) =>
      alignMatrix(recogniseMatrix(rows, tables.t3), id),
    ),
    t4: rememberByRows((rows, { id, tables }: Edition) => alignGroups(rows, tables.t4, id)),
  }

/** A row with words among its numbers may have lost the numbers where it shows none, and taken up another row's. */
function withoutSureBlanksBesideWords(
  cells: ReadonlyMap<CellId, PlacedCell>,
): ReadonlyMap<CellId, PlacedCell> {
  const worded = new Set(
    [...cells].flatMap(([id, { cell }]) => (cell.shows === 'words' ? [rowIdOf(id)] : [])),
  )
  if (worded.size === 0) return cells
  return new Map(
    [...cells].map(([id, placed]) => {
      const isOpen = isEmpty(placed.cell) && worded.has(rowIdOf(id))
      const column = { ...placed.column, against: 'blank-place' as const }
      return [id, isOpen ? { ...placed, column } : placed]
    }),
  )
}

/** The row of tables 2 and 3, the group of table 4. */
const rowIdOf = (id: CellId): string => id.slice(0, id.lastIndexOf('.'))

/** Whether another copy of the table shows something else there: nobody knows which of them is meant. */
function differs({ cell }: PlacedCell, { cells, unplaced }: TableAlignment, id: CellId): boolean {
  const other = cells.get(id)
  if (other === undefined) return unplaced.some((group) => group.cells.includes(id))
  return other.cell.text.trim() !== cell.text.trim()
}

/** Another row of the document, or another edition of the form, explains the cell as well. */
const withoutLead = (placed: PlacedCell): PlacedCell => ({
  ...placed,
  row: { ...placed.row, lead: 0 },
})

function alignT2(blocks: Recognised<BlockRecognition>, edition: Edition): TableAlignment {
  const own = blocks.of(edition)
  if (blocks.clear === null || blocks.clear === edition) return ALIGN.t2(own.rows, edition)
  return {
    ...alignBlocks(own, edition.id, true),
    unplaced: [],
    deviations: [{ kind: 'other-edition', edition: blocks.clear.id, at: placesOf(own.rows) }],
  }
}

function readingOf(found: FoundTable | undefined, alignment: TableAlignment): TableReading {
  if (found === undefined) return { status: 'missing', deviations: [], at: [] }
  const copies = [...found.copies, found.besides]
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ kind: 'duplicate-table' as const, at: placesOf(rows) }))
  return {
    status: 'read',
    deviations: [...alignment.deviations, ...copies.slice(0, 1)],
    at: placesOf(found.rows),
  }
}

const placesOf = (rows: readonly Row[]) =>
  rows.slice(0, 1).flatMap((row) => row.cells.flatMap((cell) => cell.at))
