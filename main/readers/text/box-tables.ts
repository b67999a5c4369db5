import { type LineCell, type LineRow, type Recognised, tableOfRows } from './blocks.ts'
import { trimEdges } from './edge-space.ts'
import { isValue } from './line-kinds.ts'
import { readLines } from './paragraph-lines.ts'
import { joinLines, type SpannedText, spanned } from './spanned-text.ts'

/**
 * A table drawn with box characters (`│`, `─`, `┌` …) or with `+---+` and `|`. Lines between two ruling lines are one
 * row with cells of several lines, if there are ruling lines between the rows at all; otherwise each line is a row.
 */
export function readBoxTable(lines: readonly string[], at: number): Recognised | undefined {
  const style = styleOf(lines[at])
  if (style === undefined) return undefined
  let next = at
  while (isBoxLine(lines[next], style)) next++
  if (next === at) return undefined
  const groups = groupsOf(lines, at, next, style)
  const isRuled = groups.length >= FEWEST_RULED_ROWS
  const rows = isRuled ? groups.map(joinGroup) : groups.flat()
  // Ornaments are taken as a whole too, so that no run is looked at twice.
  const isTable = rows.some((row) => row.length > 1)
  return { blocks: isTable ? [tableOfRows(rows)] : readLines(lines, at, next), next }
}

interface BoxStyle {
  /** Stands between cells. */
  readonly bar: RegExp
  /** A whole ruling line. */
  readonly rule: RegExp
}

const DRAWN: BoxStyle = {
  bar: /[│┃║┆┇┊┋╎╏]/g,
  rule: /^[\s\u2500-\u257f+]+$/,
}

const ASCII: BoxStyle = { bar: /\|/g, rule: /^\+(?:[-=:]+\+)+$/ }

/** Header and two rows: with fewer groups the ruling lines only frame the table. */
const FEWEST_RULED_ROWS = 3

/** Ends, corners and crossings of ruling lines; beside text they mean a row that is ruled in a part of its columns. */
const CROSSING = /[├┤┼┬┴┝┥╂╀╁╋┣┫╠╣╬─━═]/

function styleOf(line: string | undefined): BoxStyle | undefined {
  const text = trimEdges(line ?? '')
  if (/^[┌┏╔├┣╠│┃║╭]/.test(text)) return DRAWN
  return ASCII.rule.test(text) ? ASCII : undefined
}

function isBoxLine(line: string | undefined, { bar, rule }: BoxStyle): boolean {
  const text = trimEdges(line ?? '')
  return text !== '' && (rule.test(text) || text.search(bar) >= 0)
}

/** The rows between two ruling lines, each line cut at its bars. */
function groupsOf(
  lines: readonly string[],
  from: number,
  to: number,
  style: BoxStyle,
): readonly (readonly LineRow[])[] {
  const groups: LineRow[][] = []
  let isNew = true
  for (let at = from; at < to; at++) {
    const text = trimEdges(lines[at] ?? '')
    if (style.rule.test(text) && text.replace(style.bar, '').trim() !== '') {
      isNew = true
      continue
    }
    const row = cutAtBars(lines, at, style)
    if (isNew) groups.push([row])
    else groups.at(-1)?.push(row)
    isNew = false
  }
  return groups
}

function cutAtBars(lines: readonly string[], at: number, { bar }: BoxStyle): LineRow {
  const line = lines[at] ?? ''
  const bars = [...line.matchAll(bar)].map((match) => match.index)
  const cells: LineCell[] = []
  const take = (from: number, to: number, isOuter: boolean) => {
    const text = spanned(lines, at, from, to)
    // Outside the frame there is a cell only where text stands, and then something is wrong with the drawing.
    if (isOuter && text.text === '') return
    const isDoubtful = isOuter || CROSSING.test(text.text)
    cells.push(isDoubtful ? { ...text, doubt: 'crosses-border' } : text)
  }
  take(0, bars[0] ?? line.length, true)
  bars.forEach((from, i) => {
    const to = bars[i + 1]
    take(from + 1, to ?? line.length, to === undefined)
  })
  return cells
}

/** Several lines of one row as one row; numbers below each other may be rows of their own after all. */
function joinGroup(group: readonly LineRow[]): LineRow {
  const [first] = group
  if (first === undefined || group.length === 1) return first ?? []
  const columns = group.reduce((most, row) => Math.max(most, row.length), 0)
  const isUneven = group.some((row) => row.length !== columns)
  return Array.from({ length: columns }, (_, column): LineCell => {
    const parts = group.flatMap((row): SpannedText[] => {
      const cell = row[column]
      return cell === undefined ? [] : [cell]
    })
    const filled = parts.filter((part) => part.text !== '')
    const isDoubtful = isUneven || (filled.length > 1 && filled.some((part) => isValue(part.text)))
    const joined = joinLines(parts)
    return isDoubtful || group.some((row) => row[column]?.doubt !== undefined)
      ? { ...joined, doubt: 'crosses-border' }
      : joined
  })
}
