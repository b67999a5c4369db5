import type {
  Block,
  Paragraph,
  Place,
  Table,
  TableCell,
} from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { isTurned } from '../odd-text.ts'
import { joinRepeated } from './join-repeated.ts'
import { rowRoles } from './row-roles.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'
import { type Area, isBlank } from './visible-areas.ts'
import { SHEET_LIMITS } from './workbook.ts'

/** How many paragraphs and tables stand before; ids count on from there. */
export interface BlockCount {
  readonly paragraphs: number
  readonly tables: number
}

/**
 * The paragraphs and tables of one sheet. A table is a run of rows with several cells; a blank row or a line of text
 * outside of any table ends it. Ids are given as in a Word file: `p12`, `t3-r2-c1`.
 */
export function sheetBlocks(
  areas: readonly Area[],
  before: BlockCount,
): Result<readonly Block[], ReadError> {
  const blocks: Block[] = []
  let { paragraphs, tables } = before
  for (const part of stretches(sheetRows(areas)).flatMap(parts)) {
    const { inside, beside } = part.role === 'table' ? tableAreas(part.rows) : linesOnly(part.rows)
    if (inside.length > 0) {
      const table = toTable(part.rows, inside, tables)
      if (table === undefined) return failure({ code: 'too-large', limit: 'table' })
      tables += 1
      blocks.push(table)
    }
    for (const area of beside.filter(({ text }) => !isBlank(text))) {
      blocks.push(toParagraph(area.text, paragraphs))
      paragraphs += 1
    }
  }
  return success(blocks)
}

/** Rows that follow each other without a blank row between them. */
function stretches(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const found: SheetRow[][] = []
  let isOpen = false
  for (const row of rows) {
    if (row.shape !== 'blank') {
      if (!isOpen) found.push([])
      found.at(-1)?.push(row)
    }
    isOpen = row.shape !== 'blank'
  }
  return found
}

interface Part {
  readonly role: 'table' | 'lines'
  readonly rows: readonly SheetRow[]
}

/** Runs of rows of one role; a run that is no table after all becomes lines. */
function parts(stretch: readonly SheetRow[]): readonly Part[] {
  const roles = rowRoles(stretch)
  const runs: { role: Part['role']; rows: SheetRow[] }[] = []
  for (const [index, row] of stretch.entries()) {
    const role = roles[index] === 'table' ? 'table' : 'lines'
    const last = runs.at(-1)
    if (last?.role === role) last.rows.push(row)
    else runs.push({ role, rows: [row] })
  }
  return runs.map((run) =>
    run.role === 'table' && !isTable(run.rows) ? { ...run, role: 'lines' } : run,
  )
}

/** One cell a row is a page with a frame around its lines; texts beside each other without lines are a signature. */
function isTable(rows: readonly SheetRow[]): boolean {
  if (rows.every(({ areas }) => areas.length <= 1)) return false
  const [only, ...others] = rows
  const isUnframedLine = only !== undefined && others.length === 0 && !only.isFramed
  return !isUnframedLine || only.areas.some(({ text }) => /^[\d,.]+$/u.test(text.trim()))
}

/** By row, then by column; what reaches down from above stands once. */
const startingIn = (rows: readonly SheetRow[]): readonly Area[] => [
  ...new Set(rows.flatMap(({ areas }) => areas)),
]

function toParagraph(text: string, number: number): Paragraph {
  return { kind: 'paragraph', text, numbering: '', level: 0, at: [place(`p${number}`)] }
}

interface TableAreas {
  readonly inside: readonly Area[]
  /** Outside of the table, in the same rows. */
  readonly beside: readonly Area[]
}

const linesOnly = (rows: readonly SheetRow[]): TableAreas => ({
  inside: [],
  beside: startingIn(rows),
})

/**
 * Where lines are drawn, a note without lines that stands apart from them, behind a blank column, is not of the table:
 * clerks reckon their checks there.
 */
function tableAreas(rows: readonly SheetRow[]): TableAreas {
  const areas = startingIn(rows)
  const framed = areas.filter((area) => area.isFramed)
  if (framed.length === 0) return { inside: areas, beside: [] }
  const taken = new Set(areas.flatMap(columnsOf))
  let { left, right } = extent(framed)
  while (taken.has(left - 1)) left -= 1
  while (taken.has(right)) right += 1
  const isInside = (area: Area): boolean =>
    area.column < right && area.column + area.columnSpan > left
  return {
    inside: areas.filter(isInside),
    beside: areas.filter((area) => !isInside(area)),
  }
}

/** The first column and the one behind the last. */
function extent(areas: readonly Area[]): { readonly left: number; readonly right: number } {
  let left = Number.MAX_SAFE_INTEGER
  let right = 0
  for (const { column, columnSpan } of areas) {
    left = Math.min(left, column)
    right = Math.max(right, column + columnSpan)
  }
  return { left, right }
}

const columnsOf = ({ column, columnSpan }: Area): readonly number[] =>
  Array.from({ length: columnSpan }, (_, offset) => column + offset)

/** Undefined where the table is wider than is laid out. */
function toTable(
  rows: readonly SheetRow[],
  areas: readonly Area[],
  number: number,
): Table | undefined {
  const top = rows[0]?.index ?? 0
  const bottom = top + rows.length
  const { left, right } = extent(areas)
  if (right - left > SHEET_LIMITS.tableColumns) return undefined
  const filled = [...areas, ...gaps(rows, { left, right })]
  const cells = filled
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map((area): TableCell => {
      const row = Math.max(area.row, top) - top
      const column = area.column - left
      return {
        row,
        column,
        rowSpan: Math.min(area.row + area.rowSpan, bottom) - top - row,
        columnSpan: area.columnSpan,
        text: area.text,
        numbering: '',
        at: [place(`t${number}-r${row}-c${column}`)],
        ...doubtOf(area),
      }
    })
  return {
    kind: 'table',
    geometry: 'grid',
    rowCount: rows.length,
    columnCount: right - left,
    cells: joinRepeated(cells),
  }
}

const doubtOf = ({ doubt, text }: Area): Pick<TableCell, 'doubt'> => {
  const own = doubt ?? (isTurned(text) ? 'hidden-text' : undefined)
  return own === undefined ? {} : { doubt: own }
}

/**
 * Blank cells where a row shows nothing. Where lines are drawn, a row ends with its last line; without lines every
 * row is as wide as the table, because a blank last number cannot be told from none.
 */
function gaps(
  rows: readonly SheetRow[],
  { left, right }: { readonly left: number; readonly right: number },
): readonly Area[] {
  const isFramed = rows.some((row) => row.isFramed)
  return rows.flatMap(({ index, areas }) => {
    const taken = new Set(areas.flatMap(columnsOf))
    const end = isFramed
      ? [...taken].reduce((most, one) => (one < right ? Math.max(most, one + 1) : most), left)
      : right
    return Array.from({ length: end - left }, (_, offset) => left + offset)
      .filter((column) => !taken.has(column))
      .map((column) => blankArea(index, column))
  })
}

const blankArea = (row: number, column: number): Area => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: '',
  doubt: undefined,
  isFramed: false,
})

const place = (id: string): Place => ({ kind: 'element', id })
