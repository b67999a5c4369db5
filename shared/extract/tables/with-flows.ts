import type { SourceDocument } from '../../document/source-document.ts'
import { cellsIn } from '../../form/cell-order.ts'
import type { Edition, TableId } from '../../form/edition.ts'
import { alignAlone } from './align-tables.ts'
import { cutCopies, type FoundTable } from './find-tables.ts'
import { flowToRows, mixedRows } from './flow-rows.ts'
import type { Row } from './row.ts'
import { type Vocabulary, vocabulariesOf } from './vocabulary.ts'

/** Part of a document, by block indexes; `end` is exclusive. */
export interface BlockRange {
  readonly start: number
  readonly end: number
}

/**
 * Adds the tables, and the parts of tables, that the document holds as plain lines. `rangeOf` gives the blocks of the
 * section that a table belongs to; undefined where the section has no heading.
 */
export function withFlows(
  document: SourceDocument,
  found: ReadonlyMap<TableId, FoundTable>,
  editions: readonly Edition[],
  rangeOf: (table: TableId) => BlockRange | undefined,
): ReadonlyMap<TableId, FoundTable> {
  const all = new Map(found)
  for (const vocabulary of vocabulariesOf(editions)) {
    const range = rangeOf(vocabulary.table)
    if (range === undefined) continue
    const table = found.get(vocabulary.table)
    const completed =
      table === undefined
        ? fromLines(document, range, vocabulary, editions)
        : withLines(document, range, table, vocabulary, editions)
    if (completed !== undefined) all.set(vocabulary.table, completed)
  }
  return all
}

/** The table as it stands in plain lines, in the reading that places the most cells. */
function fromLines(
  document: SourceDocument,
  range: BlockRange,
  vocabulary: Vocabulary,
  editions: readonly Edition[],
): FoundTable | undefined {
  const readings = flowToRows(document.blocks.slice(range.start, range.end), vocabulary).map(
    (rows) => ({
      rows,
      cells: holdingOf(rows, vocabulary.table, editions).held,
    }),
  )
  const best = readings.toSorted((a, b) => b.cells - a.cells)[0]
  if (best === undefined) return undefined
  const [rows = [], ...copies] = cutCopies(best.rows, vocabulary)
  return { rows, copies, besides: [], byBlock: new Map() }
}

/** The table with the rows that stand as plain lines before, between and after its true tables, where they add cells. */
function withLines(
  document: SourceDocument,
  range: BlockRange,
  table: FoundTable,
  vocabulary: Vocabulary,
  editions: readonly Edition[],
): FoundTable | undefined {
  const blocks = document.blocks.slice(range.start, range.end)
  const isHere = [...table.byBlock.keys()].every((block) => blocks.includes(block))
  if (!isHere || !blocks.some((block) => block.kind === 'paragraph')) return undefined
  const own = holdingOf(table.rows, vocabulary.table, editions)
  if (own.held >= own.wanted) return undefined
  const rows = mixedRows(blocks, vocabulary, (block) => table.byBlock.get(block) ?? [])
  const both = holdingOf(rows, vocabulary.table, editions)
  return both.held > own.held ? { ...table, rows } : undefined
}

interface Holding {
  /** Cells of the form that the rows hold, those included that are there but not in a place that is known. */
  readonly held: number
  /** Cells that the table has in the edition that the rows follow. */
  readonly wanted: number
}

function holdingOf(rows: readonly Row[], table: TableId, editions: readonly Edition[]): Holding {
  const { edition, alignment } = alignAlone(table, rows, editions)
  const { cells, unplaced } = alignment
  return {
    held: cells.size + unplaced.reduce((sum, group) => sum + group.cells.length, 0),
    wanted: cellsIn(edition, table).length,
  }
}
