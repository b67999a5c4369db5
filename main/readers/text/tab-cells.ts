import { type LineCell, type LineRow, type Recognised, tableOfRows } from './blocks.ts'
import { trimEdges } from './edge-space.ts'
import { isEmptyLine, isProse, isSectionNumbered, isValue } from './line-kinds.ts'
import { readLines } from './paragraph-lines.ts'
import { joinLines, type SpannedText, spanned } from './spanned-text.ts'

/**
 * A table with one cell a line: each cell's line begins with a tab (an empty cell is a tab alone), an empty line ends
 * the row, two end the table. A cell's text may go on over lines without a tab, also after an empty line.
 */
export function readTabCells(
  lines: readonly string[],
  at: number,
  { indents }: { readonly indents: boolean },
): Recognised | undefined {
  if (!isCellLine(lines[at]) || isHeadingBefore(lines, at, indents)) return undefined
  const rows: LineRow[] = []
  let next = at
  while (isCellLine(lines[next])) {
    const row = readRow(lines, next)
    rows.push(row.cells)
    next = row.next
    if (isOneEmptyLine(lines, next) && isCellLine(lines[next + 1])) next++
  }
  // Taken as a whole either way, so that no region is looked at twice.
  const blocks = isTable(rows, indents) ? [tableOfRows(rows)] : readLines(lines, at, next)
  return { blocks, next }
}

const isCellLine = (line: string | undefined): boolean =>
  line?.startsWith('\t') === true && !isProse(trimEdges(line))

/** Where body text is indented by tabs, a section's heading can stand directly above the table. */
const isHeadingBefore = (lines: readonly string[], at: number, indents: boolean): boolean =>
  indents && isSectionNumbered((lines[at] ?? '').slice(1)) && !isValue(lines[at + 1] ?? '')

function isOneEmptyLine(lines: readonly string[], at: number): boolean {
  const line = lines[at]
  const following = lines[at + 1]
  return (
    line !== undefined && isEmptyLine(line) && !(following !== undefined && isEmptyLine(following))
  )
}

function readRow(lines: readonly string[], at: number): { cells: LineRow; next: number } {
  const cells: LineCell[] = []
  let next = at
  while (isCellLine(lines[next])) {
    const line = lines[next] ?? ''
    const head = spanned(lines, next, 1, line.length)
    const tail = continuationOf(lines, next + 1, head.text)
    cells.push(withTail(head, tail, line.lastIndexOf('\t') > 0))
    next = tail?.next ?? next + 1
  }
  return { cells, next }
}

interface Continuation {
  readonly parts: readonly SpannedText[]
  readonly isSure: boolean
  readonly next: number
}

function withTail(head: SpannedText, tail: Continuation | undefined, hasTab: boolean): LineCell {
  const cell = tail === undefined ? head : joinLines([head, ...tail.parts])
  // A tab inside: two cells on one line, where all others have one.
  return hasTab || tail?.isSure === false ? { ...cell, doubt: 'crosses-border' } : cell
}

/**
 * The lines without a tab that still belong to the cell above, `⇥商业`, ``, `企业`. Sure where the row goes on directly
 * behind them; with an empty line behind them they may also be text between two tables.
 */
function continuationOf(
  lines: readonly string[],
  at: number,
  head: string,
): Continuation | undefined {
  // No cell is torn behind a number; a heading stands there.
  if (isValue(head)) return undefined
  const parts: SpannedText[] = []
  let next = at
  for (;;) {
    const from = isOneEmptyLine(lines, next) ? next + 1 : next
    const line = lines[from]
    if (line === undefined || !isTornPart(line) || parts.length === MOST_TORN_PARTS) break
    parts.push(spanned(lines, from, 0, line.length))
    next = from + 1
  }
  if (parts.length === 0) return undefined
  const isSure = parts.every((part) => !isValue(part.text))
  if (isCellLine(lines[next])) return { parts, isSure, next }
  const isLastInRow = isOneEmptyLine(lines, next) && isCellLine(lines[next + 1])
  return isLastInRow ? { parts, isSure: false, next } : undefined
}

const isTornPart = (line: string): boolean =>
  !line.includes('\t') &&
  !isEmptyLine(line) &&
  line.length <= LONGEST_TORN_PART &&
  !isProse(line) &&
  !isSectionNumbered(line)

/** In UTF-16 units: the longest label of the official form has about forty. */
const LONGEST_TORN_PART = 40

/** A label set upright has one character a line: 三、本年度办理结果. */
const MOST_TORN_PARTS = 12

/** A table rather than indented lines: it has cells beside each other, and among them blanks or numbers. */
function isTable(rows: readonly LineRow[], indents: boolean): boolean {
  const wide = rows.filter((row) => row.length > 1)
  const values = wide.flatMap((row) => row.filter((cell) => isValue(cell.text))).length
  return values >= (indents ? FEWEST_VALUES_AMONG_INDENTED : 1)
}

/** `无` under a heading is a value too; a table has more of them. */
const FEWEST_VALUES_AMONG_INDENTED = 3
