import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { hasPrivateSigns } from '../odd-text.ts'
import {
  blocksOf,
  type Collected,
  collect,
  collectAll,
  type FlowBlock,
  type FlowCell,
  nothingCollected,
} from './flow-blocks.ts'
import { MAX_ROWS } from './parse-html.ts'
import { columnSpanOf, type GridCell, gridOf, rowSpanOf } from './table-grid.ts'
import { attributeOf, type Element } from './tree.ts'

/** A table while its elements are walked. */
export interface TableDraft {
  readonly caption: Collected
  readonly groups: GroupDraft[]
  /** Hidden texts in it that matter only if it is a table of data. */
  hidden: number
}

interface GroupDraft {
  readonly kind: string
  readonly rows: CellDraft[][]
}

export interface CellDraft {
  readonly element: Element
  readonly columnSpan: number
  readonly rowSpan: number
  readonly content: Collected
  /** What was seen in it that makes its text doubtful. */
  readonly seen: { hidden: boolean; picture: boolean; raised: boolean; struck: boolean }
}

export const newTable = (): TableDraft => ({ caption: nothingCollected(), groups: [], hidden: 0 })

/** Opens a `thead`, `tbody` or `tfoot`. */
export function openGroup(table: TableDraft, kind: string): void {
  table.groups.push({ kind, rows: [] })
}

/** Opens a `tr` in the group opened last. */
export function openRow(table: TableDraft): void {
  if (table.groups.length === 0) openGroup(table, 'tbody')
  table.groups.at(-1)?.rows.push([])
}

/** Opens a `td` or `th` in the row opened last. */
export function openCell(table: TableDraft, element: Element): CellDraft {
  const cell: CellDraft = {
    element,
    columnSpan: columnSpanOf(attributeOf(element, 'colspan')),
    rowSpan: rowSpanOf(attributeOf(element, 'rowspan')),
    content: nothingCollected(),
    seen: { hidden: false, picture: false, raised: false, struck: false },
  }
  const row = table.groups.at(-1)?.rows.at(-1)
  if (row === undefined) openRow(table)
  table.groups.at(-1)?.rows.at(-1)?.push(cell)
  return cell
}

export interface FinishedTable {
  readonly content: Collected
  readonly isData: boolean
}

/**
 * A table of data as one block; a table that only lays out the page (it holds tables, or body text) as the blocks of
 * its cells in reading order.
 */
export function finishTable(table: TableDraft): Result<FinishedTable, ReadError> {
  const groups = inShownOrder(table.groups)
  const rows = groups.flatMap((group) => group.rows)
  if (rows.length > MAX_ROWS) return failure({ code: 'too-large', limit: 'table' })
  const content = nothingCollected()
  collectAll(content, table.caption)
  const isData = isTableOfData(rows)
  if (isData) collect(content, dataTable(groups))
  else for (const row of rows) for (const cell of row) collectAll(content, cell.content)
  return success({ content, isData })
}

/** The first head comes first and the first foot last, wherever they stand in the source. */
function inShownOrder(groups: readonly GroupDraft[]): readonly GroupDraft[] {
  const head = groups.find((group) => group.kind === 'thead')
  const foot = groups.find((group) => group.kind === 'tfoot')
  const body = groups.filter((group) => group !== head && group !== foot)
  return [head, ...body, foot].filter((group) => group !== undefined)
}

function dataTable(groups: readonly GroupDraft[]): FlowBlock {
  const grid = gridOf(groups.map((group) => group.rows))
  return {
    kind: 'table',
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    cells: grid.cells.map(cellOf),
  }
}

function cellOf({
  cell,
  row,
  column,
  rowSpan,
  columnSpan,
  overlaps,
}: GridCell<CellDraft>): FlowCell {
  const blocks = blocksOf(cell.content)
  const [first] = blocks
  const text = blocks.map(textOf).join('\n')
  const numbering = first?.kind === 'paragraph' ? first.numbering : ''
  return {
    element: cell.element,
    row,
    column,
    rowSpan,
    columnSpan,
    text,
    numbering,
    doubt: overlaps ? 'crosses-border' : doubtOf(cell, text, numbering),
  }
}

function textOf(block: FlowBlock): string {
  if (block.kind === 'paragraph') return block.text
  return block.cells.map((cell) => cell.text).join('\n')
}

function doubtOf(
  { content, seen }: CellDraft,
  text: string,
  numbering: string,
): CellDoubt | undefined {
  // A table inside, or a raised figure: 12 with a note 1 must not become 121.
  if (content.tables > 0 || (seen.raised && /\d/.test(text))) return 'crosses-border'
  // Left-out or struck text, or a picture where a number may be drawn.
  const isPartly = seen.hidden || seen.struck || (seen.picture && text === '')
  // An automatic number with a number behind it: 1. and 3 look like 1.3.
  const isNumbered = numbering !== '' && /^[\s\d０-９.,，]*$/u.test(text)
  return isPartly || isNumbered || hasPrivateSigns(text) ? 'hidden-text' : undefined
}

function isTableOfData(rows: readonly (readonly CellDraft[])[]): boolean {
  const cells = rows.flat()
  const [first] = cells
  if (first === undefined) return false
  const holders = cells.filter((cell) => cell.content.tables > 0).length
  if (holders > 0) {
    const plain = cells.filter((cell) => isPlain(cell)).length
    return plain >= FEWEST_DATA_CELLS && plain >= holders * DATA_CELLS_PER_TABLE
  }
  // A frame around the text.
  if (cells.length === 1) return false
  if (rows.every((row) => row.length < 2) && cells.some((cell) => isBodyText(cell))) return false
  return cells.length > MOST_LAYOUT_CELLS || !cells.some((cell) => isPageText(cell))
}

const isPlain = ({ content }: CellDraft): boolean =>
  content.tables === 0 && content.length <= LONGEST_LABEL

const isBodyText = ({ content }: CellDraft): boolean => content.longest > LONGEST_LABEL

const isPageText = ({ content }: CellDraft): boolean =>
  content.paragraphs >= FEWEST_PAGE_PARAGRAPHS && content.length >= SHORTEST_PAGE_TEXT

/** In UTF-16 units: the longest label of the official form has about forty. */
const LONGEST_LABEL = 80

/** A table of data may hold a small table in a cell; it has many cells besides. */
const FEWEST_DATA_CELLS = 12
const DATA_CELLS_PER_TABLE = 6

/** Title, place and date, text, buttons: a page's layout has few cells, and one of them holds the whole report. */
const MOST_LAYOUT_CELLS = 12
const FEWEST_PAGE_PARAGRAPHS = 4
const SHORTEST_PAGE_TEXT = 300
