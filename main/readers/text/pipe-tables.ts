import { type LineCell, type LineRow, type Recognised, tableOfRows } from './blocks.ts'
import { trimEdges } from './edge-space.ts'
import { isProse, isRuleCell } from './line-kinds.ts'
import { readLines } from './paragraph-lines.ts'
import { rowsOfPipeLines } from './pipe-rows.ts'
import { pipeCells } from './pipe-tokens.ts'

/**
 * A table drawn with `|`: Markdown's one line a row with its `|---|---|` line left out, or one cell a line, where a
 * line `|` begins the row, `text |` is a cell and `|||` are three empty ones.
 */
export function readPipeTable(lines: readonly string[], at: number): Recognised | undefined {
  const first = pipeLineKind(lines[at])
  if (first === 'none' || first === 'torn' || first === 'closing') return undefined
  if (first === 'inner') return readBareTable(lines, at)
  let next = at + 1
  let isCellALine = false
  for (;;) {
    const kind = pipeLineKind(lines[next])
    const isTorn = kind === 'torn' && isTornCell(lines, next)
    if (kind === 'none' || kind === 'inner' || (kind === 'torn' && !isTorn)) break
    if (kind === 'closing' && !opensRow(lines, at)) break
    if (kind === 'closing' || isTorn) isCellALine = true
    next++
  }
  const rows = isCellALine ? rowsOfPipeLines(lines, at, next) : rowsOfLines(lines, at, next)
  // One bar before a text is an ornament; it is taken as a whole too, so that no run is looked at twice.
  const isTable = rows.some((row) => row.length > 1)
  return { blocks: isTable ? [tableOfRows(rows)] : readLines(lines, at, next), next }
}

/**
 * `bars`: only `|`. `row`: begins with one and has text. `closing`: text, then `|` at the end.
 * `inner`: bars between texts only. `torn`: text without a bar.
 */
type PipeLineKind = 'bars' | 'row' | 'closing' | 'inner' | 'torn' | 'none'

function pipeLineKind(line: string | undefined): PipeLineKind {
  const text = trimEdges(line ?? '')
  if (text === '') return 'none'
  if (!text.includes('|')) return 'torn'
  if (/^[|\s]+$/.test(text)) return 'bars'
  if (text.startsWith('|')) return 'row'
  return text.endsWith('|') && !text.endsWith('\\|') ? 'closing' : 'inner'
}

/** Whether a row whose cells stand below each other begins here: its bar stands alone. */
const opensRow = (lines: readonly string[], at: number): boolean =>
  pipeLineKind(lines[at]) === 'bars' || !trimEdges(lines[at] ?? '').endsWith('|')

/** The first lines of a cell that goes on over several, up to the one with its closing bar. */
function isTornCell(lines: readonly string[], at: number): boolean {
  for (let next = at; next < at + MOST_TORN_LINES; next++) {
    const kind = pipeLineKind(lines[next])
    if (kind === 'closing') return true
    const text = lines[next] ?? ''
    if (kind !== 'torn' || isProse(text)) return false
  }
  return false
}

/** A label set upright has one character a line. */
const MOST_TORN_LINES = 12

function rowsOfLines(lines: readonly string[], from: number, to: number): readonly LineRow[] {
  const rows: LineRow[] = []
  for (let at = from; at < to; at++) {
    const row = pipeCells(lines, at)
    const isRule = row.every((cell) => isRuleCell(cell.text))
    // Markdown has its rule below the header; further down dashes are a rule out of place, or stand for "none".
    if (row.length > 0 && !(isRule && at <= from + 1)) rows.push(row.map(withRuleDoubted))
  }
  return rows
}

const withRuleDoubted = (cell: LineCell): LineCell =>
  isRuleCell(cell.text) ? { ...cell, doubt: 'crosses-border' } : cell

/** `a | b` without outer bars is a table only above a rule; otherwise it is a line of links. */
function readBareTable(lines: readonly string[], at: number): Recognised | undefined {
  const rule = pipeCells(lines, at + 1)
  if (rule.length < 2 || !rule.every((cell) => isRuleCell(cell.text))) return undefined
  let next = at + 2
  while (lines[next]?.includes('|') === true) next++
  return { blocks: [tableOfRows(rowsOfLines(lines, at, next))], next }
}
