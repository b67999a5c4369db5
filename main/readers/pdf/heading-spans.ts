import { centreY } from './boxes.ts'
import type { RowHeadings } from './label-columns.ts'
import type { Piece } from './pieces.ts'
import { type Alignment, isItem } from './row-labels.ts'
import type { Separators } from './separators.ts'

/** A heading of several rows. */
export interface HeadingSpan {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  readonly pieces: readonly Piece[]
}

/** What is known of the height of a row: where its texts begin and end. */
export interface RowExtent {
  readonly top: number
  readonly bottom: number
  /** The words of its label. */
  readonly pieces: readonly Piece[]
}

/** In ems: lines further apart than this are not of one text. */
const WIDEST_PITCH = 2
/** What it costs, in ems, that a row stands under no heading: between two of them, and before or after all. */
const UNCOVERED = 0.5
const OUTSIDE = 0.05
/** What it costs, in ems, that a row is covered which may stand under no heading. */
const REACHING = 0.3

/** What it costs, in ems, that one list of rows (1. 2. 3.) is parted, and that a heading covers two lists. */
const LIST_PARTED = 0.6
const LISTS_MIXED = 0.3

/**
 * Deals the rows of a run out to the headings beside it, so that each stands where its alignment says. Only
 * `innermost` headings, right beside the labels, keep to lists.
 */
export function headingSpansOf(
  headings: RowHeadings,
  rows: readonly RowExtent[],
  { alignment, isInnermost }: { readonly alignment: Alignment; readonly isInnermost: boolean },
  separators: Separators,
): readonly HeadingSpan[] {
  const { column, firstRow, lastRow, reaching } = headings
  const texts = textsOf(headings.pieces, separators)
  const own = rows.slice(firstRow, lastRow + 1).map((row, index): CoveredRow => {
    const before = index === 0 ? undefined : rows[firstRow + index - 1]
    return {
      ...row,
      cost: reaching.has(firstRow + index) ? REACHING : 0,
      list: before === undefined || !isInnermost ? undefined : listStep(before, row),
    }
  })
  const spans = bestSpans(texts, own, alignment)
  return texts.map((pieces, index) => {
    const [first, last] = spans[index] ?? [0, own.length - 1]
    return { column, firstRow: firstRow + first, lastRow: firstRow + last, pieces }
  })
}

function textsOf(pieces: readonly Piece[], { partsRows }: Separators): readonly Piece[][] {
  const texts: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.level - b.level)) {
    const last = texts.at(-1)?.at(-1)
    const isApart =
      last === undefined ||
      isItem({ pieces: [piece] }) ||
      piece.level - last.level > WIDEST_PITCH * piece.size ||
      partsRows(last.box, piece.box)
    if (isApart) texts.push([piece])
    else texts.at(-1)?.push(piece)
  }
  return texts
}

type Span = readonly [first: number, last: number]

interface CoveredRow extends RowExtent {
  /** What it costs that a heading covers the row. */
  readonly cost: number
  /** Whether it goes on with the list that the row before belongs to; undefined for rows in no list. */
  readonly list: 'goes-on' | 'breaks' | undefined
}

function listStep(before: RowExtent, row: RowExtent): CoveredRow['list'] {
  const [a, b] = [numberOf(before), numberOf(row)]
  if (a === undefined || b === undefined) return undefined
  return b === a + 1 ? 'goes-on' : 'breaks'
}

/** The number in front of a label: 3 in `3.其他` and in `（三）不予公开`. */
function numberOf({ pieces: [first] }: RowExtent): number | undefined {
  const [, bracket, numeral = ''] =
    /^\s*([（(]?)(\d{1,2}|[一二三四五六七八九十])[)）.．、]/u.exec(first?.text ?? '') ?? []
  if (bracket === undefined) return undefined
  const value = /\d/.test(numeral) ? Number(numeral) : '一二三四五六七八九十'.indexOf(numeral) + 1
  // Lists with brackets, and in another script, are other lists.
  return value + (bracket === '' ? 0 : OTHER_LIST) + (/\d/.test(numeral) ? 0 : 2 * OTHER_LIST)
}

const OTHER_LIST = 1_000

interface Choice {
  readonly cost: number
  readonly spans: readonly Span[]
}

/** The cheapest way to give every text its own rows, in order. */
function bestSpans(
  texts: readonly (readonly Piece[])[],
  rows: readonly CoveredRow[],
  alignment: Alignment,
): readonly Span[] {
  // choices[row]: the best for the texts so far and the rows before this one.
  let choices: readonly (Choice | undefined)[] = Array.from(
    { length: rows.length + 1 },
    (_, row) => ({ cost: OUTSIDE * row, spans: [] }),
  )
  for (const text of texts) {
    const uncovered = text === texts.at(-1) ? OUTSIDE : UNCOVERED
    const next: (Choice | undefined)[] = [undefined]
    for (let end = 1; end <= rows.length; end += 1) {
      const before = next[end - 1]
      let best: Choice | undefined = before && { ...before, cost: before.cost + uncovered }
      let covered = 0
      for (let start = end - 1; start >= 0; start -= 1) {
        const below = start + 1 < end ? rows[start + 1] : undefined
        covered += (rows[start]?.cost ?? 0) + (below?.list === 'breaks' ? LISTS_MIXED : 0)
        const earlier = choices[start]
        if (earlier === undefined) continue
        const parted =
          (rows[start]?.list === 'goes-on' ? LIST_PARTED : 0) +
          (rows[end]?.list === 'goes-on' ? LIST_PARTED : 0)
        const own = deviation(text, rows.slice(start, end), alignment)
        const cost = earlier.cost + covered + parted + own
        if (best === undefined || cost < best.cost)
          best = { cost, spans: [...earlier.spans, [start, end - 1]] }
      }
      next.push(best)
    }
    choices = next
  }
  return choices.at(-1)?.spans ?? []
}

function deviation(
  text: readonly Piece[],
  rows: readonly RowExtent[],
  alignment: Alignment,
): number {
  const [first] = text
  const last = text.at(-1)
  const top = rows[0]?.top ?? 0
  const bottom = rows.at(-1)?.bottom ?? 0
  if (first === undefined || last === undefined) return 0
  switch (alignment) {
    case 'middle':
      return Math.abs((centreY(first.box) + centreY(last.box) - top - bottom) / 2) / first.size
    case 'top':
      return Math.abs(first.box.top - top) / first.size
    case 'bottom':
      return Math.abs(last.box.bottom - bottom) / first.size
  }
}
