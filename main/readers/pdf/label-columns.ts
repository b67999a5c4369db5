import { boxAround, centreY } from './boxes.ts'
import type { Piece } from './pieces.ts'
import { isItem, type LabelLine } from './row-labels.ts'
import type { Separators } from './separators.ts'
import type { ValueRow } from './value-rows.ts'

/** The words beside the numbers, told apart: labels of rows, and headings of several rows to the left of these. */
export interface LabelColumns {
  /** Where a column of headings ends, in points from the left, in order. */
  readonly borders: readonly number[]
  readonly headings: readonly RowHeadings[]
  /** What is left: the lines of the rows' own labels. */
  readonly lines: readonly LabelLine[]
}

/** The headings in one column beside an unbroken run of rows. */
export interface RowHeadings {
  /** Index of its border. */
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  /** Rows among these that may stand under none of the headings. */
  readonly reaching: ReadonlySet<number>
  readonly pieces: readonly Piece[]
}

/** In ems: a line of a row's label is this near to its numbers, or one of the two next to them is. */
const NEAR = 1
/** In ems: pieces that stand at the same height. */
const SAME_LEVEL = 0.45
/** In ems: lines further apart than this are not of one text. */
const WIDEST_PITCH = 2
/** Beside a single row that does not begin with a number, headings stand well apart and have some length. */
const WIDE_GAP = 1.6
const SHORTEST_HEADING = 3

/** Finds the headings of several rows: nothing beside these rows reaches over a border that other rows reach over. */
export function labelColumnsOf(
  rows: readonly ValueRow[],
  pieces: readonly Piece[],
  separators: Separators,
): LabelColumns {
  const lines = linesAtLevels(pieces)
  const found = placesOf(lines).flatMap((place) => runsAt(place, rows, lines, separators))
  const borders = [...new Set(found.map(({ x }) => x))].sort((a, b) => a - b)
  const taken = new Set<Piece>()
  const headings = found
    .sort((a, b) => a.x - b.x)
    .map(({ x, first, last, left, reaching }): RowHeadings => {
      const own = left.filter((piece) => !taken.has(piece))
      for (const piece of own) taken.add(piece)
      return { column: borders.indexOf(x), firstRow: first, lastRow: last, reaching, pieces: own }
    })
  return { borders, headings, lines: linesAtLevels(pieces.filter((piece) => !taken.has(piece))) }
}

/** Pieces side by side are one line; the lines from the top. */
export function linesAtLevels(pieces: readonly Piece[]): readonly LabelLine[] {
  const groups: Piece[][] = []
  let level = Number.NEGATIVE_INFINITY
  for (const piece of [...pieces].sort((a, b) => a.level - b.level)) {
    if (piece.level - level <= SAME_LEVEL * piece.size) groups.at(-1)?.push(piece)
    else {
      groups.push([piece])
      level = piece.level
    }
  }
  return groups.flatMap((group) => {
    const sorted = group.sort((a, b) => a.box.left - b.box.left)
    const box = boxAround(sorted.map((piece) => piece.box))
    const size = Math.max(...sorted.map((piece) => piece.size))
    return box === undefined ? [] : [{ pieces: sorted, box, level: centreY(box), size }]
  })
}

interface Gap {
  readonly left: number
  readonly right: number
}

/** In ems: the lines of two cells side by side are nowhere further apart than half a line. */
const BESIDE = 0.8

/** Where a border may run: between neighbours at about one height, at the place that other lines keep clear. */
function placesOf(lines: readonly LabelLine[]): readonly Place[] {
  const pieces = lines.flatMap((line) => line.pieces)
  const gaps = pieces
    .filter((piece) => !isBareNumber(piece))
    .flatMap((piece): Gap[] => {
      const after = pieces
        .filter(
          ({ box, level, size }) =>
            box.left > piece.box.right && Math.abs(level - piece.level) <= BESIDE * size,
        )
        .map(({ box }) => box.left)
      return after.length === 0 ? [] : [{ left: piece.box.right, right: Math.min(...after) }]
    })
  const places: Place[] = []
  for (const gap of gaps) {
    const x = clearestIn(gap, lines)
    const width = gap.right - gap.left
    const known = places.findIndex((place) => Math.abs(place.x - x) < SAME_BORDER)
    const place = places[known]
    if (place === undefined) places.push({ x, width })
    else places[known] = { x: place.x, width: Math.max(place.width, width) }
  }
  return places
}

/** In points: two places nearer to each other are one border. */
const SAME_BORDER = 8

interface Place {
  readonly x: number
  /** Width of the widest gap there, in points. */
  readonly width: number
}

/** `1.` or `一、` alone, with a wide space before its words. */
const isBareNumber = ({ text }: Piece) =>
  /^(?:[（(]?[\d一二三四五六七八九十]+[)）.．、]+|\d+)$/u.test(text.trim())

interface Run {
  readonly x: number
  readonly first: number
  readonly last: number
  readonly left: readonly Piece[]
  readonly reaching: ReadonlySet<number>
}

function runsAt(
  { x, width }: Place,
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
  separators: Separators,
): readonly Run[] {
  const isClear = rows.map((row) => isClearAt(x, row, lines))
  const reaching = reachingOver(x, rows, lines)
  const runs: Run[] = []
  for (let first = 0; first < rows.length; first += 1) {
    if (isClear[first] !== true || isClear[first - 1] === true) continue
    const end = isClear.indexOf(false, first)
    const last = (end < 0 ? rows.length : end) - 1
    const left = headingPieces(x, { first, last }, rows, lines, separators)
    const isWide = width >= WIDE_GAP * (left[0]?.size ?? 0)
    const isLong = left.some(({ text }) => text.length >= SHORTEST_HEADING)
    const isNumbered = lines.some(
      ({ pieces, level }) =>
        Math.abs(level - (rows[first]?.level ?? 0)) <= SAME_LEVEL * (left[0]?.size ?? 0) &&
        pieces.some((piece) => piece.box.left > x && isItem({ pieces: [piece] })),
    )
    if (left.length > 0 && (last > first || isNumbered || (isWide && isLong)))
      runs.push({ x, first, last, left, reaching })
  }
  return runs
}

/** The place in a gap that the fewest texts on other lines reach over, with the most room around it. */
function clearestIn(gap: Gap, lines: readonly LabelLine[]): number {
  const boxes = lines.flatMap(({ pieces }) => pieces.map(({ box }) => box))
  const edges = boxes
    .flatMap(({ left, right }) => [left, right])
    .filter((edge) => edge > gap.left && edge < gap.right)
  const stops = [gap.left, ...edges, gap.right].sort((a, b) => a - b)
  const places = stops.slice(1).map((stop, index) => {
    const start = stops[index] ?? stop
    const x = (start + stop) / 2
    return { x, room: stop - start, crossed: boxes.filter((box) => crosses(box, x)).length }
  })
  const [best] = places.sort((a, b) => a.crossed - b.crossed || b.room - a.room)
  return best?.x ?? gap.left
}

/** In ems: labels of one column that are centred have their middles this near to one another. */
const IN_COLUMN = 0.6

/** Rows whose labels have their middle where those have it that reach over the border: they may do so as well. */
function reachingOver(
  x: number,
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
): ReadonlySet<number> {
  const labels = rows.map((row) => labelAt(row, lines))
  const middles = labels.filter((label) => crosses(label, x)).map(middleOf)
  return new Set(
    labels.flatMap((label, row) => {
      const middle = middleOf(label)
      const isAlike = middles.some((other) => Math.abs(other - middle) < IN_COLUMN * label.size)
      return isAlike ? [row] : []
    }),
  )
}

const middleOf = ({ left, right }: Gap) => (left + right) / 2

/** The rightmost text on the line that is nearest to the row's numbers: its own label. */
function labelAt(row: ValueRow, lines: readonly LabelLine[]): Gap & { readonly size: number } {
  const distance = ({ level }: LabelLine) => Math.abs(level - row.level)
  const [nearest] = lines.toSorted((a, b) => distance(a) - distance(b))
  const piece = nearest?.pieces.at(-1)
  return { left: piece?.box.left ?? 0, right: piece?.box.right ?? 0, size: piece?.size ?? 0 }
}

/** Whether the row's own label stands to the right of a border, and nothing of it reaches over. */
function isClearAt(x: number, row: ValueRow, lines: readonly LabelLine[]): boolean {
  const near = lines.filter(({ level, size }) => Math.abs(level - row.level) <= NEAR * size)
  const beside = near.flatMap(({ pieces }) => pieces)
  return beside.some(({ box }) => box.left >= x) && !beside.some(({ box }) => crosses(box, x))
}

const crosses = (box: { readonly left: number; readonly right: number }, x: number) =>
  box.left < x && box.right > x

/** What stands to the left of the border beside the rows, and what it begins and ends with above and below them. */
function headingPieces(
  x: number,
  run: { readonly first: number; readonly last: number },
  rows: readonly ValueRow[],
  lines: readonly LabelLine[],
  separators: Separators,
): readonly Piece[] {
  const left = lines
    .flatMap(({ pieces }) => pieces.filter(({ box }) => box.right <= x))
    .sort((a, b) => a.level - b.level)
  const levelOf = (row: number, outside: number) => rows[row]?.level ?? outside
  const top = levelOf(run.first, 0)
  const bottom = levelOf(run.last, 0)
  const above = levelOf(run.first - 1, Number.NEGATIVE_INFINITY)
  const below = levelOf(run.last + 1, Number.POSITIVE_INFINITY)
  const beside = left.filter(
    ({ level, size }) => level >= top - NEAR * size && level <= bottom + NEAR * size,
  )
  const found = [...beside]
  for (const piece of left.toReversed()) {
    const next = found[0]
    if (next === undefined || piece.level >= next.level) continue
    const isOver = piece.level > above + NEAR * piece.size && isNext(piece, next, separators)
    if (!isOver || isItem({ pieces: [next] })) break
    found.unshift(piece)
  }
  for (const piece of left) {
    const last = found.at(-1)
    if (last === undefined || piece.level <= last.level) continue
    const isUnder = piece.level < below - NEAR * piece.size && isNext(last, piece, separators)
    if (!isUnder || isItem({ pieces: [piece] })) break
    found.push(piece)
  }
  return found
}

const isNext = (upper: Piece, lower: Piece, { partsRows }: Separators) =>
  lower.level - upper.level <= WIDEST_PITCH * lower.size &&
  upper.box.left < lower.box.right &&
  lower.box.left < upper.box.right &&
  !partsRows(upper.box, lower.box)
