import type { Block, SourceDocument } from '../../document/source-document.ts'
import type { Edition, TableId } from '../../form/edition.ts'
import { isValue, type Row, tableToRows } from './row.ts'
import { recognise, type Vocabulary, vocabulariesOf } from './vocabulary.ts'

/** The rows of one table of the form, gathered from all pieces the document holds it in. */
export interface FoundTable {
  readonly rows: readonly Row[]
  /** Further copies of the same table, the rows of each: which of them is meant, nobody knows. */
  readonly copies: readonly (readonly Row[])[]
  /** Rows of the same table in an appendix, or of another year's. */
  readonly besides: readonly Row[]
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
  const beside = tablesBesides(document.blocks)
  const found = new Map<TableId, FoundTable>()
  for (const vocabulary of vocabularies) {
    const own = pieces.filter((piece) => piece.table === vocabulary.table)
    const { besides = [], proper = [] } = Object.groupBy(own, ({ source }) =>
      beside.has(source) ? 'besides' : 'proper',
    )
    const main = gather(proper, vocabulary)
    const table =
      main === undefined
        ? gather(own, vocabulary)
        : { ...main, besides: gather(besides, vocabulary)?.rows ?? [] }
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

/**
 * The tables that are none of the report's own: those of an appendix, and those above which the last line says that they
 * are another year's.
 */
function tablesBesides(blocks: readonly Block[]): ReadonlySet<Block> {
  const besides = new Set<Block>()
  let isAppendix = false
  let isOtherYear = false
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (isAppendix || isOtherYear) besides.add(block)
    } else if (block.text.trim() !== '') {
      const isCaption = block.text.length <= LONGEST_CAPTION
      isAppendix ||= isCaption && APPENDIX.test(block.text)
      isOtherYear = isCaption && OTHER_YEAR.test(block.text)
    }
  }
  return besides
}

/** In characters. */
const LONGEST_CAPTION = 30
const APPENDIX = /^\s*附[件表录：:]/u
const OTHER_YEAR = /(?:上一?|去|前一?|往)年(?!结转)/u

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
  const tables: Copy[] = []
  const byBlock = new Map<Block, readonly Row[]>()
  for (const piece of pieces) {
    const names = identitiesIn(piece.rows, vocabulary)
    const repeats = (seen: ReadonlySet<string>) => {
      const repeated = names.filter((name) => seen.has(name)).length
      return repeated >= REPEATED_NAMES && repeated * 2 >= names.length
    }
    const last = tables.at(-1)
    const own = last === undefined || repeats(last.names) ? startCopy(tables) : last
    for (const name of names) own.names.add(name)
    own.rows.push(...piece.rows)
    if (own === tables[0])
      byBlock.set(piece.source, [...(byBlock.get(piece.source) ?? []), ...piece.rows])
  }
  const [first, ...others] = tables
  const rows = first?.rows ?? []
  const copies = others.map((copy) => copy.rows)
  const words = distinctWords(rows, vocabulary)
  return words < FEWEST_WORDS ? undefined : { rows, copies, besides: [], byBlock }
}

/** The rows of each copy of a table that stands in plain lines, cut where the names of rows begin anew. */
export function cutCopies(
  rows: readonly Row[],
  vocabulary: Vocabulary,
): readonly (readonly Row[])[] {
  const copies: Row[][] = []
  let seen = new Set<string>()
  const names = rows.map((row) => identitiesIn([row], vocabulary))
  const named = names.filter((each) => each.length > 0)
  let count = 0
  for (const [i, row] of rows.entries()) {
    const own = names[i] ?? []
    if (own.length > 0) count++
    const next = named[count] ?? []
    const isAnew = [own, next].every((each) => each.some((name) => seen.has(name)))
    if (copies.length === 0 || isAnew) {
      copies.push([])
      seen = new Set()
    }
    for (const name of own) seen.add(name)
    copies.at(-1)?.push(row)
  }
  return copies
}

interface Copy {
  readonly names: Set<string>
  readonly rows: Row[]
}

function startCopy(tables: Copy[]): Copy {
  const copy: Copy = { names: new Set(), rows: [] }
  tables.push(copy)
  return copy
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
