import type { Block, SourceDocument } from '../../document/source-document.ts'
import type { Edition, TableId } from '../../form/edition.ts'
import { isValue, type Row, tableToRows } from './row.ts'
import { recognise, type Vocabulary, vocabulariesOf } from './vocabulary.ts'

/** The rows of one table of the form, gathered from all pieces the document holds it in. */
export interface FoundTable {
  readonly rows: readonly Row[]
  /** First rows of further copies of the same table. */
  readonly copies: readonly Row[]
  /** The rows by the block they stand in. */
  readonly byBlock: ReadonlyMap<Block, readonly Row[]>
}

/** Finds the form's tables among the table blocks of a document. A table that is not there has no entry. */
export function findTables(
  document: SourceDocument,
  editions: readonly Edition[],
): ReadonlyMap<TableId, FoundTable> {
  const vocabularies = vocabulariesOf(editions)
  const pieces = adoptUnknown(document, cutIntoPieces(document, vocabularies))
  const found = new Map<TableId, FoundTable>()
  for (const vocabulary of vocabularies) {
    const table = gather(
      pieces.filter((piece) => piece.table === vocabulary.table),
      vocabulary,
    )
    if (table !== undefined) found.set(vocabulary.table, table)
  }
  return found
}

/** Consecutive rows of one block that belong to one table of the form, or to none that is known. */
interface Piece {
  readonly table: TableId | null
  readonly block: number
  readonly source: Block
  readonly rows: readonly Row[]
}

function cutIntoPieces(document: SourceDocument, vocabularies: readonly Vocabulary[]): Piece[] {
  let fragment = 0
  return document.blocks.flatMap((block, index): Piece[] => {
    if (block.kind !== 'table') return []
    const rows = tableToRows(block, fragment++)
    const tables = rows.map((row) => tableOfRow(row, vocabularies))
    const pieces: { table: TableId | null; block: number; source: Block; rows: Row[] }[] = []
    for (const [i, row] of rows.entries()) {
      const table = tables[i] ?? null
      const last = pieces.at(-1)
      if (last === undefined || (table !== null && last.table !== null && last.table !== table)) {
        pieces.push({ table, block: index, source: block, rows: [row] })
      } else {
        last.rows.push(row)
        last.table ??= table
      }
    }
    return pieces
  })
}

function tableOfRow(row: Row, vocabularies: readonly Vocabulary[]): TableId | null {
  let best: TableId | null = null
  let most = 0
  for (const { table, identities, others } of vocabularies) {
    const hits = row.cells.filter(
      (cell) =>
        !isValue(cell) &&
        (recognise(cell.label, identities) ?? recognise(cell.label, others)) !== undefined,
    ).length
    if (hits > most) {
      most = hits
      best = table
    }
  }
  return best
}

/** A piece without a known word, right after a piece of a table, goes on with that table: a page ended there. */
function adoptUnknown(document: SourceDocument, pieces: readonly Piece[]): readonly Piece[] {
  let previous: Piece | undefined
  return pieces.map((piece) => {
    const adopted =
      piece.table === null &&
      previous !== undefined &&
      isPageEnd(document.blocks.slice(previous.block + 1, piece.block)) &&
      piece.rows.some((row) => row.cells.some(isValue))
        ? { ...piece, table: previous.table }
        : piece
    if (adopted.table !== null) previous = adopted
    return adopted
  })
}

/** Whether so little stands between two tables that only a page end parts them: a page number, a running title. */
const isPageEnd = (between: readonly Block[]): boolean =>
  between.every((block) => block.kind === 'paragraph') &&
  between.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.text.trim().length : 0),
    0,
  ) <= LONGEST_PAGE_FURNITURE

/** In characters: `第 12 页 共 20 页` or a running title. */
const LONGEST_PAGE_FURNITURE = 30

function gather(pieces: readonly Piece[], vocabulary: Vocabulary): FoundTable | undefined {
  const seen = new Set<string>()
  const rows: Row[] = []
  const copies: Row[] = []
  const byBlock = new Map<Block, readonly Row[]>()
  for (const piece of pieces) {
    const names = identitiesIn(piece.rows, vocabulary)
    const repeated = names.filter((name) => seen.has(name)).length
    if (repeated >= REPEATED_NAMES && repeated * 2 >= names.length) {
      copies.push(...piece.rows.slice(0, 1))
      continue
    }
    for (const name of names) seen.add(name)
    rows.push(...piece.rows)
    byBlock.set(piece.source, [...(byBlock.get(piece.source) ?? []), ...piece.rows])
  }
  const words = distinctWords(rows, vocabulary)
  return words < FEWEST_WORDS ? undefined : { rows, copies, byBlock }
}

/** So many row names seen before mean a second copy, not a label repeated at a page end. */
const REPEATED_NAMES = 2
/** A table in which fewer of the form's words stand is some other table. */
const FEWEST_WORDS = 3

function identitiesIn(rows: readonly Row[], vocabulary: Vocabulary): readonly string[] {
  const names = new Set<string>()
  for (const row of rows) {
    for (const cell of row.cells) {
      const target = recognise(cell.label, vocabulary.identities)
      if (target !== undefined) names.add(target.key.words)
    }
  }
  return [...names]
}

function distinctWords(rows: readonly Row[], vocabulary: Vocabulary): number {
  const words = new Set(identitiesIn(rows, vocabulary))
  for (const row of rows) {
    for (const cell of row.cells) {
      const target = recognise(cell.label, vocabulary.others)
      if (target !== undefined) words.add(target.key.words)
    }
  }
  return words.size
}
