import { apply, type Matrix } from './matrix.ts'

/** A run of joined straight lines, in points of the page. */
export interface Subpath {
  readonly points: readonly Point[]
  readonly isClosed: boolean
  /** Some part of it was a curve; its points are then only where the curves begin and end. */
  readonly isCurved: boolean
}

export type Point = readonly [x: number, y: number]

/** pdf.js writes a path as one list of numbers: an instruction, then its coordinates. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
/** How many numbers follow an instruction; its end point is the last two. */
const OPERANDS: ReadonlyMap<number, number> = new Map([
  [MOVE, 2],
  [LINE, 2],
  [CURVE, 6],
  [QUADRATIC, 4],
])

/** The pieces of a path, each placed on the page. */
export function subpathsOf(commands: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const subpaths: Subpath[] = []
  let points: Point[] = []
  let isCurved = false
  const finish = (isClosed: boolean) => {
    if (points.length > 1) subpaths.push({ points, isClosed, isCurved })
    points = []
    isCurved = false
  }
  for (let index = 0; index < commands.length; ) {
    const command = commands[index] ?? MOVE
    const operands = OPERANDS.get(command)
    if (operands === undefined) {
      const start = points[0]
      finish(true)
      // What follows a closing without a move starts where the closed piece started.
      if (start !== undefined) points = [start]
      index += 1
      continue
    }
    if (command === MOVE) finish(false)
    if (command === CURVE || command === QUADRATIC) isCurved = true
    const end = index + operands
    points.push(apply(matrix, commands[end - 1] ?? 0, commands[end] ?? 0))
    index = end + 1
  }
  finish(false)
  return subpaths
}
