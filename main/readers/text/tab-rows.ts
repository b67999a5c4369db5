import type { Block } from '../../../shared/document/source-document.ts'
import { type LineRow, type Recognised, tableOfRows } from './blocks.ts'
import { trimEdges } from './edge-space.ts'
import { isEmptyLine, isNumberOnly, isProse, isRuleCell, isValue } from './line-kinds.ts'
import { readLines } from './paragraph-lines.ts'
import { spanned } from './spanned-text.ts'
import type { TabStyle } from './tab-style.ts'

/**
 * A table with one row a line and tabs between its cells; blanks are empty cells, also the first and the last. Lines
 * directly below each other are one table; behind an empty line (a page end) a new one begins.
 */
export function readTabRows(
  lines: readonly string[],
  at: number,
  { unit }: Pick<TabStyle, 'unit'>,
): Recognised | undefined {
  // Among cells that stand on lines of their own, a tab at the beginning is never a row's.
  const isRow = (line = '') => line.includes('\t') && (unit === 'rows' || !line.startsWith('\t'))
  let next = at
  while (isRow(lines[next])) next++
  if (next === at) return undefined
  const neighbour = hasNeighbour(lines, at, next)
  return { blocks: readRun(lines, at, next, neighbour), next }
}

/** Splits the lines where one of them is text with a tab in it, and reads each stretch between. */
function readRun(
  lines: readonly string[],
  from: number,
  to: number,
  neighbour: boolean,
): readonly Block[] {
  const blocks: Block[] = []
  const isLone = (start: number, end: number) => start === from && end === to
  const take = (start: number, end: number) => {
    if (end <= start) return
    const near = neighbour || !isLone(start, end)
    blocks.push(...readStretch(lines, start, end, near))
  }
  let start = from
  for (let at = from; at < to; at++) {
    if (!isTextLine(lines[at] ?? '')) continue
    take(start, at)
    blocks.push(...readLines(lines, at, at + 1))
    start = at + 1
  }
  take(start, to)
  return blocks
}

function readStretch(
  lines: readonly string[],
  from: number,
  to: number,
  near: boolean,
): readonly Block[] {
  const rows: LineRow[] = []
  for (let at = from; at < to; at++) {
    const row = cellsOf(lines, at)
    if (!(at === from + 1 && row.every((cell) => isRuleCell(cell.text)))) rows.push(row)
  }
  return isTable(rows, near) ? [tableOfRows(rows)] : readLines(lines, from, to)
}

function cellsOf(lines: readonly string[], at: number): LineRow {
  const line = lines[at] ?? ''
  const cells: LineRow[number][] = []
  let from = 0
  for (;;) {
    const tab = line.indexOf('\t', from)
    cells.push(spanned(lines, at, from, tab < 0 ? line.length : tab))
    if (tab < 0) return cells
    from = tab + 1
  }
}

/** Indented prose, or `一、⇥总体情况` with nothing behind: an office program's number and its heading. */
function isTextLine(line: string): boolean {
  const [first = '', second = '', third] = line.split('\t', 3)
  if (third !== undefined) return first === '' && isProse(line) && !/\S\t/.test(line)
  return isProse(second) || (isNumberOnly(first) && trimEdges(second) !== '' && !isValue(second))
}

/** Whether the rows are a table; otherwise their tabs only set text apart. */
function isTable(rows: readonly LineRow[], near: boolean): boolean {
  const filled = (row: LineRow) => row.filter((cell) => cell.text !== '').length
  const endsBlank = (row: LineRow) => row.length > 2 && row.at(-1)?.text === ''
  const isWide = (row: LineRow) => filled(row) > 1 || endsBlank(row)
  // Titles and signatures that tabs push to the middle or to the right.
  if (!rows.some(isWide)) return near && rows.some((row) => row.some((cell) => isValue(cell.text)))
  if (rows.every((row) => row.length === 2 && /[:：]$/.test(row[0]?.text ?? ''))) return false
  if (rows.length > 1 || near) return rows.some((row) => filled(row) > 0)
  // One line by itself: a signature and its date are set apart by tabs too.
  const isRow = (row: LineRow) => filled(row) > 2 || endsBlank(row) || hasNumber(row)
  return rows.every((row) => row.length > 2 && filled(row) > 0 && isRow(row))
}

const hasNumber = (row: LineRow): boolean =>
  row.some((cell) => cell.text !== '' && isValue(cell.text))

/** Whether only empty lines stand between these lines and other lines with tabs: parts of a table torn by a page end. */
function hasNeighbour(lines: readonly string[], from: number, to: number): boolean {
  let before = from - 1
  while (before >= from - FARTHEST_NEIGHBOUR && isEmptyLine(lines[before] ?? '\t')) before--
  let after = to
  while (after < to + FARTHEST_NEIGHBOUR && isEmptyLine(lines[after] ?? '\t')) after++
  const isRow = (line: string | undefined) => line?.includes('\t') === true && !isTextLine(line)
  return (before < from - 1 && isRow(lines[before])) || (after > to && isRow(lines[after]))
}

/** In lines: a page end leaves one or two empty lines. */
const FARTHEST_NEIGHBOUR = 5
