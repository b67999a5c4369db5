import type { Piece } from './pieces.ts'
import { asOneRow, type PieceLine, type ValueRow, valueRowsOf } from './value-rows.ts'

/** Rows under one another without words between them but labels: the body of a table, or of a block of one. */
export interface Body {
  readonly rows: readonly ValueRow[]
  /** Where the words before the numbers end, in points from the left; negative infinity where there are none. */
  readonly labelEnd: number
  /** Where the first number begins. */
  readonly valueStart: number
  /** Numbers that may be parts of others, broken over two lines. */
  readonly unsure: ReadonlySet<Piece>
}

/** In ems: the furthest that two rows of a table may be apart. */
const WIDEST_ROW = 12
/** In ems: words that reach this far into the numbers are no label. */
const INTO = 0.2
/** In ems: a number breaks over lines that are no further apart. */
const BREAK_PITCH = 1.7
/** In ems: no column is too narrow for less. */
const SHORTEST_BROKEN = 0.9

/** The bodies that stand among lines, which are in order from the top. */
export function bodiesOf(lines: readonly PieceLine[]): readonly Body[] {
  const rows = valueRowsOf(lines)
  const bodies: Draft[] = []
  let between: PieceLine[] = []
  lines.forEach((line, index) => {
    const row = rows[index]
    if (row === undefined) {
      between.push(line)
      return
    }
    const body = bodies.at(-1)
    if (body !== undefined && goesOn(body, row, between)) extend(body, row)
    else bodies.push(extend({ rows: [], labelEnd: NOWHERE, valueStart: -NOWHERE }, row))
    between = []
  })
  return bodies.map((body) => ({ ...body, unsure: brokenNumbers(body.rows) }))
}

const NOWHERE = Number.NEGATIVE_INFINITY

interface Draft {
  readonly rows: ValueRow[]
  labelEnd: number
  valueStart: number
}

function extend(body: Draft, row: ValueRow): Draft {
  const last = body.rows.at(-1)
  const one = last === undefined ? undefined : asOneRow(last, row)
  if (one === undefined) body.rows.push(row)
  else body.rows[body.rows.length - 1] = one
  body.labelEnd = Math.max(body.labelEnd, ...row.labels.map(({ box }) => box.right))
  body.valueStart = Math.min(body.valueStart, ...row.values.map(({ box }) => box.left))
  return body
}

function goesOn(body: Draft, row: ValueRow, between: readonly PieceLine[]): boolean {
  const last = body.rows.at(-1)
  if (last === undefined) return true
  const size = Math.max(last.size, row.size)
  if (row.level - last.level > WIDEST_ROW * size) return false
  const both = extend({ ...body, rows: [] }, row)
  return between.every(({ pieces }) =>
    pieces.every(({ box }) => isBeside({ left: box.left, right: box.right - INTO * size }, both)),
  )
}

/** Whether a text stands where the labels of a body stand: it begins before they end and keeps off the numbers. */
export const isBeside = (
  box: { readonly left: number; readonly right: number },
  { labelEnd, valueStart }: Pick<Body, 'labelEnd' | 'valueStart'>,
): boolean =>
  box.left < (Number.isFinite(labelEnd) ? labelEnd : valueStart) &&
  box.right <= Math.max(labelEnd, valueStart)

/**
 * Numbers right above or below others in a row with fewer of them, where the upper one fills the column: the two may
 * be one number that had no room on its line.
 */
function brokenNumbers(rows: readonly ValueRow[]): ReadonlySet<Piece> {
  const unsure = new Set<Piece>()
  const values = rows.flatMap((row) => row.values)
  rows.slice(1).forEach((below, index) => {
    const above = rows[index]
    if (above === undefined || above.values.length === below.values.length) return
    if (below.level - above.level > BREAK_PITCH * above.size) return
    for (const upper of above.values) {
      const lower = below.values.find((piece) => sharesWidth(upper, piece))
      const isFull =
        widthOf(upper) >= SHORTEST_BROKEN * upper.size &&
        values.every((piece) => !sharesWidth(upper, piece) || widthOf(piece) <= widthOf(upper) + 1)
      if (lower === undefined || !isFull) continue
      unsure.add(upper)
      unsure.add(lower)
    }
  })
  return unsure
}

const widthOf = ({ box }: Piece) => box.right - box.left

const sharesWidth = (a: Piece, b: Piece) => a.box.left < b.box.right && b.box.left < a.box.right
