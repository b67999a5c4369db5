import type { PagePlace, Place, TextPlace } from '../../../../shared/document/source-document.ts'
import type { CellId } from '../../../../shared/form/edition.ts'

/** Something of the report that is pointed at in the source. */
export interface SourceMark {
  /** `selected` is the one cell or heading looked at now; `related` belongs to the finding that is open. */
  readonly kind: 'selected' | 'related'
  readonly place: Place
}

/** Where each located cell stands, so that a click in the source finds its cell. */
export interface CellPlace {
  readonly id: CellId
  readonly place: Place
}

/** The cell at a point of a page, in points from its top left; the smallest one where several overlap. */
export function cellAtPoint(
  cells: readonly CellPlace[],
  page: number,
  x: number,
  y: number,
): CellId | null {
  const hits = cells.flatMap(({ id, place }) =>
    place.kind === 'page' && place.page === page && holds(place, x, y) ? [{ id, place }] : [],
  )
  const [smallest] = hits.toSorted((left, right) => areaOf(left.place) - areaOf(right.place))
  return smallest?.id ?? null
}

/** The cell of an element or of one of those it lies in, the innermost first. */
export function cellOfElement(cells: readonly CellPlace[], ids: readonly string[]): CellId | null {
  for (const wanted of ids) {
    const hit = cells.find(({ place }) => place.kind === 'element' && place.id === wanted)
    if (hit !== undefined) return hit.id
  }
  return null
}

/** A place of a line that was pointed at; columns from 1. */
export interface LinePoint {
  readonly line: number
  /** Where the pointer would set a caret. */
  readonly caret: number
  /** The character under the pointer; null beside the text. */
  readonly character: number | null
}

/** The cell whose text lies under the pointer; in white space the blank cell that stands in it, the nearest of several. */
export function cellAtLinePoint(
  cells: readonly CellPlace[],
  text: string,
  { line, caret, character }: LinePoint,
): CellId | null {
  const inLine = cells.flatMap(({ id, place }) => {
    const range = place.kind === 'text' ? rangeInLine(place, line) : null
    return range === null ? [] : [{ id, ...range }]
  })
  const full = inLine.find(
    ({ from, to }) => character !== null && from <= character && character < to,
  )
  if (full !== undefined) return full.id
  const gap = blankAround(text, character ?? caret)
  const [blank] = inLine
    .filter(({ from, to }) => from === to && from >= gap.from && from <= gap.to)
    .toSorted((one, other) => Math.abs(one.from - caret) - Math.abs(other.from - caret))
  return blank?.id ?? null
}

/** The white space around a column, both ends from 1 and `to` exclusive; nothing but the column where there is none. */
function blankAround(text: string, column: number): { readonly from: number; readonly to: number } {
  const isBlank = (at: number): boolean => /^\s$/.test(text.charAt(at - 1))
  let [from, to] = [column, column]
  while (from > 1 && isBlank(from - 1)) from--
  while (isBlank(to)) to++
  return { from, to }
}

/** A piece of a line, with the marks that lie on it. */
export interface LinePiece {
  /** Column of its first character, from 1. */
  readonly column: number
  readonly text: string
  readonly kind: SourceMark['kind'] | null
}

/** A line cut where its marks begin and end. An empty mark, as a blank cell has, becomes an empty piece. */
export function cutLine(
  text: string,
  line: number,
  marks: readonly SourceMark[],
): readonly LinePiece[] {
  const ranges = marks.flatMap(({ kind, place }) => {
    const range = place.kind === 'text' ? rangeInLine(place, line) : null
    return range === null
      ? []
      : [{ kind, from: range.from, to: Math.min(range.to, text.length + 1) }]
  })
  if (ranges.length === 0) return [{ column: 1, text, kind: null }]
  const borders = new Set([1, text.length + 1, ...ranges.flatMap(({ from, to }) => [from, to])])
  const sorted = [...borders].toSorted((left, right) => left - right)
  const kindAt = (from: number, to: number): SourceMark['kind'] | null => {
    const covering = ranges.filter((range) => range.from <= from && range.to >= to)
    return covering.find(({ kind }) => kind === 'selected')?.kind ?? covering[0]?.kind ?? null
  }
  return sorted.flatMap((from, index) => {
    const empty = ranges.find((range) => range.from === from && range.to === from)
    const to = sorted[index + 1] ?? from
    const piece = { column: from, text: text.slice(from - 1, to - 1), kind: kindAt(from, to) }
    return [
      ...(empty === undefined ? [] : [{ column: from, text: '', kind: empty.kind }]),
      ...(to > from ? [piece] : []),
    ]
  })
}

/** The marks on each line, so that a line is drawn anew only when its own marks change. */
export function marksByLine(
  marks: readonly SourceMark[],
): ReadonlyMap<number, readonly SourceMark[]> {
  const lines = new Map<number, SourceMark[]>()
  for (const mark of marks) {
    if (mark.place.kind !== 'text') continue
    for (let line = mark.place.start.line; line <= mark.place.end.line; line++)
      lines.set(line, [...(lines.get(line) ?? []), mark])
  }
  return lines
}

/** The columns of a line that a place covers, `to` exclusive; null where it does not touch the line. */
function rangeInLine({ start, end }: TextPlace, line: number): { from: number; to: number } | null {
  if (line < start.line || line > end.line) return null
  return {
    from: line === start.line ? start.column : 1,
    to: line === end.line ? end.column : Number.MAX_SAFE_INTEGER,
  }
}

const holds = ({ box }: PagePlace, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

const areaOf = ({ box }: PagePlace): number => (box.right - box.left) * (box.bottom - box.top)
