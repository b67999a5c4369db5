import { boxAround, centreX, centreY, widthOf } from './boxes.ts'
import type { Piece } from './pieces.ts'
import type { Separators } from './separators.ts'
import { columnsUnder, type Extent } from './value-columns.ts'

/** The headings above the numbers, laid onto the columns. */
export interface TableHead {
  /** All columns: those with numbers, and those of which only the heading is there. */
  readonly columns: readonly Extent[]
  /** Some numbers have no heading above them, some headings no numbers below: they may belong together. */
  readonly isUnsure: boolean
  /** For each column its own heading; empty where it has none. */
  readonly leaves: readonly (readonly Piece[])[]
  /** Headings over several columns, or above a column's own. */
  readonly others: readonly HeadCell[]
  /** What stands above the labels of the rows. */
  readonly corner: Levelled
}

export interface HeadCell {
  readonly piece: Piece
  readonly first: number
  readonly last: number
}

/** A heading that stands level with its neighbours, and what stands above it; each from the top. */
export interface Levelled {
  readonly own: readonly Piece[]
  readonly above: readonly Piece[]
}

/** In ems: lines further apart than this are not of one heading. */
const WIDEST_PITCH = 2
/** In ems: what cells keep free on both sides of their texts together, at least. */
const MARGIN = 0.6
/** In ems: the least of it, in a table that is set very tightly. */
const TOUCH = 0.2
/** In ems: headings at the same height. */
const SAME_LEVEL = 0.3
/** A heading above the labels with more lines than this fills its width. */
const FEW_LINES = 3

/**
 * Lays the words above a body onto its columns. `labelEnd` is where the labels of its rows end, in points from the
 * left; negative infinity where they have none.
 */
export function tableHeadOf(
  pieces: readonly Piece[],
  columns: readonly Extent[],
  separators: Separators,
  labelEnd: number,
): TableHead {
  const { stacks, spanning } = stacksOf(
    pieces.filter(({ box }) => box.left >= labelEnd),
    columns,
    separators,
  )
  const corner = cornerOf(pieces, stacks, columns, labelEnd)
  const all = [...stacks.map((stack) => stack.pieces), ...(corner.length > 0 ? [corner] : [])]
  const goesOn = paintedNext(pieces)
  const whole = stacks.map((stack) => levelled(stack.pieces, all, roomOf(stack, stacks), goesOn))
  const laid = layOnto(
    whole.map(({ own }) => own),
    columns,
  )
  return {
    ...laid,
    corner: levelled(corner, all, cornerRoom(corner), () => false),
    others: [...spanning, ...whole.flatMap(({ above }) => above)].map((piece) => {
      const [first, last] = reach(piece, laid.columns)
      return { piece, first, last }
    }),
  }
}

/** What stands above the labels, from the bottom up. A heading left of all numbers does, where it is centred. */
function cornerOf(
  pieces: readonly Piece[],
  stacks: Stack[],
  [first]: readonly Extent[],
  labelEnd: number,
): readonly Piece[] {
  const own = pieces.filter(({ box }) => box.left < labelEnd)
  if (own.length > 0) return own.toSorted((a, b) => b.level - a.level)
  const [stack] = stacks
  const isAbove = Number.isFinite(labelEnd) && (stack?.right ?? 0) <= (first?.left ?? 0)
  return isAbove ? (stacks.shift()?.pieces ?? []) : []
}

/** A corner has room for more than its widest line, unless it has so many lines that it must be full. */
const cornerRoom = (corner: readonly Piece[]): number =>
  corner.length > FEW_LINES
    ? Math.max(...corner.map(({ box }) => widthOf(box)))
    : Number.POSITIVE_INFINITY

interface Stack {
  /** From the bottom up. */
  readonly pieces: Piece[]
  left: number
  right: number
  /** Something over several columns stands above it. */
  isClosed: boolean
}

/** Pieces over one another from the bottom up; what reaches over several columns closes what is below it. */
function stacksOf(
  pieces: readonly Piece[],
  columns: readonly Extent[],
  separators: Separators,
): { readonly stacks: Stack[]; readonly spanning: readonly Piece[] } {
  const stacks: Stack[] = []
  const spanning: Piece[] = []
  for (const piece of [...pieces].sort((a, b) => b.level - a.level)) {
    const under = stacks.filter(
      ({ left, right }) => left < piece.box.right && piece.box.left < right,
    )
    const [only] = under
    const isWide = under.length > 1 || isOverSeveral(piece.box, columns)
    if (only === undefined && !isWide) {
      stacks.push({
        pieces: [piece],
        left: piece.box.left,
        right: piece.box.right,
        isClosed: false,
      })
    } else if (only !== undefined && !isWide && !only.isClosed && isNext(piece, only, separators)) {
      only.pieces.push(piece)
      only.left = Math.min(only.left, piece.box.left)
      only.right = Math.max(only.right, piece.box.right)
    } else {
      spanning.push(piece)
      for (const stack of under) stack.isClosed = true
    }
  }
  return { stacks: stacks.sort((a, b) => a.left - b.left), spanning: spanning.reverse() }
}

/** Whether a text reaches over several columns, or on both sides past the middle between its column and the next. */
function isOverSeveral(box: Extent, columns: readonly Extent[]): boolean {
  const [first, last] = columnsUnder(box, columns)
  if (first === undefined || last === undefined || first !== last) return first !== last
  const middle = (index: number) =>
    ((columns[index]?.right ?? 0) + (columns[index + 1]?.left ?? 0)) / 2
  if (first === 0 || first === columns.length - 1) return false
  return box.left < middle(first - 1) && box.right > middle(first)
}

function isNext(piece: Piece, { pieces }: Stack, { partsRows }: Separators): boolean {
  const below = pieces.at(-1)
  return (
    below !== undefined &&
    below.level - piece.level <= WIDEST_PITCH * piece.size &&
    !partsRows(piece.box, below.box)
  )
}

/**
 * A column's own heading without what only stands above it: side by side, headings have their middles or their
 * tops at one height. A line that is full is not parted from the next one, unless all the others stand level with
 * that one alone. `room` is the width of the column.
 */
function levelled(
  stack: readonly Piece[],
  all: readonly (readonly Piece[])[],
  room: number,
  goesOn: (upper: Piece, lower: Piece) => boolean,
): Levelled {
  const inOrder = stack.toReversed()
  const agreeing = (pieces: readonly Piece[]) =>
    all.filter((other) => other !== stack && isLevel(pieces, other.toReversed())).length
  let best: Levelled = { own: inOrder, above: [] }
  let most = agreeing(inOrder)
  for (let start = 1; start < inOrder.length; start += 1) {
    const above = inOrder[start - 1]
    const below = inOrder[start]
    if (above === undefined || below === undefined || goesOn(above, below)) continue
    const own = inOrder.slice(start)
    const width = widthOf(above.box)
    // What has no room in the column is no line of its heading; what just fills it is.
    if (width > room - TOUCH * above.size) return { own, above: inOrder.slice(0, start) }
    const isFull = width + (1 + MARGIN) * above.size > room
    const isAlone = own.length === 1 && agreeing(own) === all.length - 1 && all.length > FEW_LINES
    const count = isFull && !(isAlone && most === 0) ? 0 : agreeing(own)
    if (count > most) {
      best = { own, above: inOrder.slice(0, start) }
      most = count
    }
  }
  return best
}

/** Whether one text was painted right after another: programs paint a cell's lines one after the other. */
function paintedNext(pieces: readonly Piece[]): (upper: Piece, lower: Piece) => boolean {
  const runOf = ({ glyphs }: Piece) => glyphs[0]?.run ?? 0
  const order = new Map(
    pieces.toSorted((a, b) => runOf(a) - runOf(b)).map((piece, index) => [piece, index]),
  )
  return (upper, lower) => order.get(lower) === (order.get(upper) ?? -2) + 1
}

/** The width of a column, by where the middles of its neighbours stand; without any, that of its widest text. */
function roomOf(stack: Extent, all: readonly Extent[]): number {
  const middle = (extent: Extent) => (extent.left + extent.right) / 2
  const distances = all
    .filter((other) => other !== stack)
    .map((other) => Math.abs(middle(other) - middle(stack)))
  return distances.length === 0 ? stack.right - stack.left : Math.min(...distances)
}

/** Whether two headings, each from the top, stand level with one another. */
function isLevel(a: readonly Piece[], b: readonly Piece[]): boolean {
  const boxA = boxAround(a.map(({ box }) => box))
  const boxB = boxAround(b.map(({ box }) => box))
  if (boxA === undefined || boxB === undefined) return false
  const slack = SAME_LEVEL * Math.max(a[0]?.size ?? 0, b[0]?.size ?? 0)
  return Math.abs(centreY(boxA) - centreY(boxB)) <= slack || Math.abs(boxA.top - boxB.top) <= slack
}

/** Headings onto columns: each over its numbers, or in turn where there are as many; the rest are columns of blanks. */
function layOnto(
  stacks: readonly (readonly Piece[])[],
  columns: readonly Extent[],
): Pick<TableHead, 'columns' | 'leaves' | 'isUnsure'> {
  const extents = stacks.map((pieces) => extentOf(pieces))
  const partners = extents.map((extent) => columnsUnder(extent, columns)[0])
  const isOver = partners.every((partner) => partner !== undefined)
  if (!isOver && stacks.length === columns.length)
    return {
      columns: columns.map((column, index) => around(column, extents[index])),
      leaves: stacks,
      isUnsure: false,
    }
  const all = columns.map((extent, index): { extent: Extent; leaf: readonly Piece[] } => {
    const leaf = stacks.filter((_, stack) => partners[stack] === index).flat()
    return { extent: leaf.length > 0 ? around(extent, extentOf(leaf)) : extent, leaf }
  })
  const isOpen = all.some(({ leaf }) => leaf.length === 0)
  stacks.forEach((leaf, index) => {
    const extent = extents[index]
    if (partners[index] === undefined && extent !== undefined) all.push({ extent, leaf })
  })
  all.sort((a, b) => a.extent.left - b.extent.left)
  return {
    columns: all.map(({ extent }) => extent),
    leaves: all.map(({ leaf }) => leaf),
    isUnsure: !isOver && isOpen,
  }
}

const around = (a: Extent, b: Extent | undefined): Extent =>
  b === undefined ? a : { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) }

const extentOf = (pieces: readonly Piece[]): Extent =>
  boxAround(pieces.map(({ box }) => box)) ?? { left: 0, right: 0 }

/** The columns that a heading stands over: those it shares width with, else the one nearest to its middle. */
function reach({ box }: Piece, columns: readonly Extent[]): readonly [number, number] {
  const [first, last] = columnsUnder(box, columns)
  if (first !== undefined && last !== undefined) return [first, last]
  const distances = columns.map(({ left, right }) => Math.abs((left + right) / 2 - centreX(box)))
  const nearest = Math.max(0, distances.indexOf(Math.min(...distances)))
  return [nearest, nearest]
}
