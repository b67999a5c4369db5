import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import type { RowDefinition } from '../rtf/row-definition.ts'
import { type RawCell, type RawRow, settleTable } from '../rtf/settle-table.ts'
import { type SettledBlock, showsText } from '../settled/settled.ts'

/** What comes next in the text, and in how many tables it stands. */
export interface Addition {
  readonly depth: number
  readonly blocks: readonly SettledBlock[]
  /** Of the cell it stands in. */
  readonly doubt: CellDoubt | undefined
  /** Where its formatting is not to be trusted, neither are the cells of its row. */
  readonly isSound: boolean
}

/** Builds tables inside tables from paragraphs that only tell how deep they are and what they end. */
export interface TableNesting {
  readonly add: (addition: Addition) => void
  readonly endCell: () => void
  /** A row that is deleted is left out with all it holds; one that tells nothing of its cells is in doubt. */
  readonly endRow: (definition: RowDefinition | undefined, isDeleted: boolean) => void
  /** Ends all that is open. */
  readonly finish: () => readonly SettledBlock[]
  /** Set once there is too much of something. */
  readonly error: () => ReadError | undefined
}

const MOST_ROWS = 20_000

/** Begins outside of all tables. Depths are few: the formatting was asked whether it can be trusted. */
export function createTableNesting(): TableNesting {
  const outside: SettledBlock[] = []
  const tables: OpenTable[] = []
  let rowCount = 0
  let error: ReadError | undefined
  const blocksAround = (): SettledBlock[] => tables.at(-1)?.blocks ?? outside

  const goTo = (depth: number): void => {
    while (tables.length > depth) {
      const table = tables.pop()
      if (table !== undefined) blocksAround().push(...closedTable(table))
    }
    while (tables.length < depth) tables.push(openTable())
  }

  return {
    add: ({ depth, blocks, doubt, isSound }) => {
      goTo(depth)
      const around = blocksAround()
      for (const block of blocks) around.push(block)
      const table = tables.at(-1)
      if (table === undefined) return
      table.doubt ??= doubt
      table.isSound &&= isSound
    },
    endCell: () => {
      const table = tables.at(-1)
      if (table !== undefined) pushCell(table)
    },
    endRow: (definition, isDeleted) => {
      const table = tables.at(-1)
      if (table === undefined) return
      rowCount += 1
      if (rowCount > MOST_ROWS) error ??= { code: 'too-large', limit: 'table' }
      pushRow(table, definition)
      if (isDeleted) table.rows.pop()
    },
    finish: () => {
      goTo(0)
      return outside
    },
    error: () => error,
  }
}

/** A table that is being read, with the row and the cell that have begun. */
interface OpenTable {
  readonly rows: RawRow[]
  cells: RawCell[]
  blocks: SettledBlock[]
  doubt: CellDoubt | undefined
  isSound: boolean
}

function openTable(): OpenTable {
  return { rows: [], cells: [], blocks: [], doubt: undefined, isSound: true }
}

/** What has no row's end behind it stays, in doubt. */
function closedTable(table: OpenTable): readonly SettledBlock[] {
  if (table.cells.length > 0 || table.blocks.length > 0) pushRow(table, undefined)
  return table.rows.length === 0 ? [] : [settleTable(table.rows)]
}

function pushCell(table: OpenTable): void {
  table.cells.push({ blocks: table.blocks, doubt: table.doubt })
  table.blocks = []
  table.doubt = undefined
}

/**
 * A row with more cells than it defines, or fewer, has lost the end of a cell or of the row before: its texts may be
 * those of other cells. So may those of a row whose formatting is not to be trusted, or that has text where it
 * defines none.
 */
function pushRow(table: OpenTable, definition: RowDefinition | undefined): void {
  // Text behind the last cell's end counts as one more.
  if (table.blocks.length > 0) pushCell(table)
  const { cells, isSound } = table
  const isWhole = isSound && definition?.cells.length === cells.length
  const isSwallowed = (_: RawCell, index: number): boolean =>
    definition?.cells[index]?.across === 'continue'
  const doubt =
    isWhole && !cells.filter(isSwallowed).some(({ blocks }) => showsText(blocks))
      ? undefined
      : 'crosses-border'
  table.rows.push({ definition: definition ?? { left: 0, cells: [] }, cells, doubt })
  table.cells = []
  table.doubt = undefined
  table.isSound = true
}
