import { trimRange } from './edge-space.ts'
import { joinLines, type SpannedText, spanned } from './spanned-text.ts'

/** A `|` in a run of lines, with what stands before it since the last one. */
export interface Pipe {
  readonly before: SpannedText
  readonly hasTextBefore: boolean
  readonly isFirstInLine: boolean
  /** Set in further than the first one. */
  readonly isIndented: boolean
  readonly isLastInLine: boolean
}

/** All `|` of the lines from `from` to `to` (exclusive) in order; `\|` is a character of the text. */
export function pipesOf(lines: readonly string[], from: number, to: number): readonly Pipe[] {
  const pipes: Pipe[] = []
  const [indent] = trimRange(lines[from] ?? '', 0, lines[from]?.length ?? 0)
  let pending: SpannedText[] = []
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? ''
    const [start, end] = trimRange(line, 0, line.length)
    let textFrom = start
    for (let bar = pipeIn(line, start); bar >= 0; bar = pipeIn(line, bar + 1)) {
      pending.push(spanned(lines, at, textFrom, bar))
      const before = joinLines(pending)
      pipes.push({
        before,
        hasTextBefore: before.text !== '',
        isFirstInLine: bar === start,
        isIndented: bar === start && start > indent,
        isLastInLine: bar === end - 1,
      })
      pending = []
      textFrom = bar + 1
    }
    if (textFrom < end) pending.push(spanned(lines, at, textFrom, end))
  }
  return pipes
}

/** The cells of one line `| a | b |`; the outer bars may be left out. */
export function pipeCells(lines: readonly string[], at: number): readonly SpannedText[] {
  const line = lines[at] ?? ''
  const [start, end] = trimRange(line, 0, line.length)
  const cells: SpannedText[] = []
  let from = line[start] === '|' ? start + 1 : start
  for (let bar = pipeIn(line, from); bar >= 0; bar = pipeIn(line, bar + 1)) {
    cells.push(spanned(lines, at, from, bar))
    from = bar + 1
  }
  if (from < end) cells.push(spanned(lines, at, from, end))
  return cells
}

function pipeIn(line: string, from: number): number {
  let at = line.indexOf('|', from)
  while (at > 0 && line[at - 1] === '\\') at = line.indexOf('|', at + 1)
  return at
}
