import type { Box } from '../../../shared/document/source-document.ts'
import type { Piece } from './pieces.ts'
import type { Separators } from './separators.ts'
import type { ValueRow } from './value-rows.ts'

/** One line of the words beside the numbers. */
export interface LabelLine {
  readonly pieces: readonly Piece[]
  readonly box: Box
  readonly level: number
  readonly size: number
}

/** Which lines are the label of which row. */
export interface RowLabels {
  /** For each row its lines, and how far in ems they stand from where they should. */
  readonly ofRow: readonly RowLabel[]
  /** Lines that are the label of no row with numbers in it. */
  readonly left: readonly LabelLine[]
  readonly alignment: Alignment
}

export interface RowLabel {
  readonly lines: readonly LabelLine[]
  readonly deviation: number
}

/** Which of a label's lines, or the middle of all, stands at the height of its numbers. */
export type Alignment = 'middle' | 'top' | 'bottom'
const ALIGNMENTS: readonly Alignment[] = ['middle', 'top', 'bottom']

/** What an explanation of the lines costs. A deviation of one em costs `DEVIATION`; the others are for each case. */
const DEVIATION = 2
const LEFT_OVER = 0.8
/** The same before the first row, where the rest of a label from the page before may stand. */
const LEFT_ABOVE = 0.4
const NO_LABEL = 2.5
/** Words of a list begin inside a label; a line of a label breaks off long before it is full. */
const ITEM_INSIDE = 1
const BROKEN_OFF = 0.5
/** What stands right above the next headings is more likely a title of these. */
const BEFORE_HEAD = 0.9
/** One em more between two lines of a label than between most. */
const UNEVEN = 1

/** By how much a rarer alignment must explain the lines better. */
const CLEARLY = 0.5

/** In ems: lines further apart than this are not of one label. */
const WIDEST_PITCH = 2
/** A label has no more lines than this. */
const MOST_LINES = 16
/** Share of the widest line below which a line is surely not full. */
const FULL = 0.7
/** More rows times lines than any page holds. */
const MOST_WORK = 200_000

/**
 * Deals the lines beside a body out to its rows. Every label must stand in the same way beside its numbers; the way
 * that explains all rows of the body best is taken. `beforeHead` stands right above the headings of another body.
 */
export function rowLabelsOf(
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
  separators: Separators,
  beforeHead: ReadonlySet<Piece>,
): RowLabels {
  const none = { lines: [], deviation: 0 }
  if (lines.length === 0 || rows.length * lines.length > MOST_WORK)
    return { ofRow: rows.map(() => none), left: lines, alignment: 'middle' }
  const scene = sceneOf(rows, lines, separators, beforeHead)
  const [first, ...others] = ALIGNMENTS.map((alignment) => deal(scene, alignment))
  if (first === undefined) throw new Error('there is no way to align a label')
  const best = others.reduce((a, b) => (b.cost < a.cost - CLEARLY ? b : a), first)
  const taken = new Set(best.spans.flatMap(({ start, end }) => lines.slice(start, end)))
  return {
    ofRow: best.spans.map(({ start, end }, index) => ({
      lines: lines.slice(start, end),
      deviation: deviationOf(scene, index, start, end, best.alignment),
    })),
    left: lines.filter((line) => !taken.has(line)),
    alignment: best.alignment,
  }
}

interface Scene {
  readonly rows: readonly ValueRow[]
  readonly lines: readonly LabelLine[]
  /** What it costs that a line goes on with the one before it; infinite where it cannot. */
  readonly joints: readonly number[]
  /** For each row the lines that may be its label. */
  readonly windows: readonly (readonly [start: number, end: number])[]
  readonly isParted: (row: number, line: number) => boolean
}

function sceneOf(
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
  separators: Separators,
  beforeHead: ReadonlySet<Piece>,
): Scene {
  const pitches = lines.slice(1).flatMap((line, index) => {
    const pitch = pitchOf(lines[index], line)
    return pitch > 0 && pitch < WIDEST_PITCH ? [pitch] : []
  })
  // Some labels are of several lines, and rows are never nearer to each other than lines.
  const usual = pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 10)] ?? 1
  const widest = Math.max(...lines.map(({ box }) => box.right - box.left))
  const joints = lines.map((line, index) => {
    const above = lines[index - 1]
    if (above === undefined) return Number.POSITIVE_INFINITY
    const pitch = pitchOf(above, line)
    if (pitch > WIDEST_PITCH || separators.partsRows(above.box, line.box))
      return Number.POSITIVE_INFINITY
    const isShort = above.box.right - above.box.left + line.size < FULL * widest
    return (
      UNEVEN * Math.max(0, pitch - usual) +
      (isItem(line) ? ITEM_INSIDE : 0) +
      (isShort ? BROKEN_OFF : 0) +
      (line.pieces.some((piece) => beforeHead.has(piece)) ? BEFORE_HEAD : 0)
    )
  })
  const windows = rows.map((_, index) => windowOf(rows, lines, index))
  return {
    rows,
    lines,
    joints,
    windows,
    isParted: (row, index) => {
      const [line, values] = [lines[index], rows[row]?.box]
      if (line === undefined || values === undefined) return false
      return line.level < (rows[row]?.level ?? 0)
        ? separators.partsRows(line.box, values)
        : separators.partsRows(values, line.box)
    },
  }
}

const pitchOf = (above: LabelLine | undefined, line: LabelLine): number =>
  above === undefined ? 0 : (line.level - above.level) / Math.max(above.size, line.size, 1)

/** How an item of a list begins: 1. （一） 一、 */
export const isItem = ({ pieces: [first] }: Pick<LabelLine, 'pieces'>): boolean =>
  first !== undefined && /^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）.．、])/u.test(first.text)

/** The lines between the rows before and after. */
function windowOf(
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
  index: number,
): readonly [number, number] {
  const above = rows[index - 1]?.level ?? Number.NEGATIVE_INFINITY
  const below = rows[index + 1]?.level ?? Number.POSITIVE_INFINITY
  const from = lines.findIndex(({ level }) => level > above)
  const to = lines.findLastIndex(({ level }) => level < below)
  return from < 0 ? [lines.length, lines.length] : [from, to + 1]
}

interface Dealt {
  readonly cost: number
  readonly alignment: Alignment
  readonly spans: readonly Span[]
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The cheapest way to deal the lines out, row by row; `costs[line]` is that of all lines before it. */
function deal(scene: Scene, alignment: Alignment): Dealt {
  const { rows, lines } = scene
  let costs = Array.from({ length: lines.length + 1 }, (_, index) => index * LEFT_ABOVE)
  const choices: Map<number, Span>[] = []
  for (const row of rows.keys()) {
    const { next, spans } = dealRow(scene, alignment, row, costs)
    // What no row takes is left over.
    for (let index = 1; index < next.length; index += 1) {
      const skipped = (next[index - 1] ?? 0) + LEFT_OVER
      if (skipped < (next[index] ?? 0)) {
        next[index] = skipped
        spans.delete(index)
      }
    }
    choices.push(spans)
    costs = next
  }
  return { cost: costs.at(-1) ?? 0, alignment, spans: traceBack(choices, lines.length) }
}

function dealRow(scene: Scene, alignment: Alignment, row: number, costs: readonly number[]) {
  const next = costs.map((cost) => cost + NO_LABEL)
  const spans = new Map<number, Span>(next.map((_, index) => [index, { start: index, end: index }]))
  const [from, to] = scene.windows[row] ?? [0, 0]
  for (let start = from; start < to; start += 1) {
    let joints = 0
    for (let end = start + 1; end <= Math.min(to, start + MOST_LINES); end += 1) {
      if (end > start + 1) joints += scene.joints[end - 1] ?? 0
      if (!Number.isFinite(joints) || scene.isParted(row, end - 1)) break
      if (scene.isParted(row, start)) break
      const deviation = deviationOf(scene, row, start, end, alignment)
      const cost = (costs[start] ?? 0) + DEVIATION * deviation + joints
      if (cost < (next[end] ?? 0)) {
        next[end] = cost
        spans.set(end, { start, end })
      }
    }
  }
  return { next, spans }
}

function deviationOf(
  { rows, lines }: Scene,
  row: number,
  start: number,
  end: number,
  alignment: Alignment,
): number {
  const first = lines[start]
  const last = lines[end - 1]
  const values = rows[row]
  if (first === undefined || last === undefined || values === undefined || end === start) return 0
  const size = Math.max(first.size, last.size, 1)
  switch (alignment) {
    case 'middle':
      return Math.abs((first.level + last.level) / 2 - values.level) / size
    case 'top':
      return Math.abs(first.level - values.level) / size
    case 'bottom':
      return Math.abs(last.level - values.level) / size
  }
}

function traceBack(choices: readonly ReadonlyMap<number, Span>[], count: number): Span[] {
  const spans: Span[] = []
  let end = count
  for (const options of choices.toReversed()) {
    // A line that is left over leads on to the line before it.
    while (end > 0 && !options.has(end)) end -= 1
    const span = options.get(end) ?? { start: end, end }
    spans.unshift(span)
    end = span.start
  }
  return spans
}
