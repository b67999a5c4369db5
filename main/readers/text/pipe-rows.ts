import type { LineCell, LineRow } from './blocks.ts'
import { type Pipe, pipesOf } from './pipe-tokens.ts'

/**
 * Rows of a table whose cells stand on lines of their own: a row is a `|` alone in its line and then its cells, each
 * closed by a `|`. A bar alone in its line may also close an empty cell; where that makes the rows unequal, the number
 * of columns with which every row begins at the beginning of a line decides.
 */
export function rowsOfPipeLines(
  lines: readonly string[],
  from: number,
  to: number,
): readonly LineRow[] {
  const pipes = pipesOf(lines, from, to)
  const plain = plainRows(pipes)
  if (areEqual(plain)) return plain
  const columns = columnCounts(pipes).find((count) => rowsFit(pipes, count))
  if (columns === undefined) return doubted(plain)
  const rows = takeRows(pipes, columns)
  // A few rows with a bar inside among many without are blanks; otherwise the rows may as well be unequal.
  const starts = new Map(plain.map((row) => [row[0], row.length]))
  const sound = rows.filter((row) => starts.get(row[0]) === row.length).length
  return sound >= FEWEST_SOUND_ROWS && sound * 2 >= rows.length ? rows : doubted(rows)
}

const FEWEST_SOUND_ROWS = 2

/** More cells than any row has. */
const MOST_COLUMNS = 40

const doubted = (rows: readonly LineRow[]): readonly LineRow[] =>
  rows.map((row) => row.map((cell) => ({ ...cell, doubt: 'inferred-grid' })))

/** Equally long rows of two cells or more; the last may be cut off. */
function areEqual(rows: readonly LineRow[]): boolean {
  const length = rows[0]?.length ?? 0
  const last = rows.at(-1)?.length ?? 0
  return length > 1 && last <= length && rows.slice(0, -1).every((row) => row.length === length)
}

/** A bar alone in its line begins a row wherever text follows it. */
function plainRows(pipes: readonly Pipe[]): readonly LineRow[] {
  const rows: LineCell[][] = []
  pipes.forEach((pipe, at) => {
    const isAlone = opensRow(pipe) && pipe.isLastInLine
    const following = pipes[at + 1]
    const hasCell = following !== undefined && (following.hasTextBefore || following.isIndented)
    if (isAlone && (rows.length === 0 || hasCell)) rows.push([])
    else if (rows.length === 0) rows.push([pipe.before])
    else rows.at(-1)?.push(pipe.before)
  })
  return rows.filter((row) => row.length > 0)
}

/** A space before the bar is what is left of an empty cell. */
const opensRow = (pipe: Pipe): boolean =>
  pipe.isFirstInLine && !pipe.hasTextBefore && !pipe.isIndented

const columnCounts = (pipes: readonly Pipe[]): readonly number[] =>
  // Two rows at least: all bars together always make one.
  Array.from(
    { length: Math.max(0, Math.min(MOST_COLUMNS, pipes.length / 2 - 1) - 1) },
    (_, i) => i + 2,
  )

/** Whether all pipes make up rows of so many columns, each beginning and ending with a line. */
function rowsFit(pipes: readonly Pipe[], columns: number): boolean {
  for (let at = 0; at < pipes.length; at += columns + 1) {
    const first = pipes[at]
    const last = pipes[at + columns]
    if (first === undefined || !opensRow(first) || last?.isLastInLine !== true) return false
  }
  return true
}

function takeRows(pipes: readonly Pipe[], columns: number): readonly LineRow[] {
  const rows: LineRow[] = []
  for (let at = 0; at < pipes.length; at += columns + 1) {
    rows.push(pipes.slice(at + 1, at + columns + 1).map((pipe) => pipe.before))
  }
  return rows
}
