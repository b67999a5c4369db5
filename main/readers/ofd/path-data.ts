import { apply, type Matrix } from '../pdf/matrix.ts'
import type { Point, Subpath } from '../pdf/subpaths.ts'

/** How many numbers follow each instruction of abbreviated path data (GB/T 33190, 9.3); its end point is the last two. */
const OPERANDS: ReadonlyMap<string, number> = new Map([
  ['S', 2],
  ['M', 2],
  ['L', 2],
  ['Q', 4],
  ['B', 6],
  ['A', 7],
  ['C', 0],
])

/** The pieces of a path, each placed on the page. What cannot be understood ends the path there. */
export function pathOf(data: string, matrix: Matrix): readonly Subpath[] {
  const subpaths: Subpath[] = []
  let points: Point[] = []
  let isCurved = false
  const finish = (isClosed: boolean) => {
    if (points.length > 1) subpaths.push({ points, isClosed, isCurved })
    points = []
    isCurved = false
  }
  const words = data.trim().split(/[\s,]+/)
  for (let index = 0; index < words.length; ) {
    const command = words[index] ?? ''
    const count = OPERANDS.get(command)
    if (count === undefined) break
    const operands = words.slice(index + 1, index + 1 + count).map(Number)
    index += 1 + count
    if (operands.length < count || !operands.every(Number.isFinite)) break
    if (command === 'C') {
      const start = points[0]
      finish(true)
      // What follows a closing without a move starts where the closed piece started.
      if (start !== undefined) points = [start]
      continue
    }
    if (command === 'M' || command === 'S') finish(false)
    if (command === 'Q' || command === 'B' || command === 'A') isCurved = true
    points.push(apply(matrix, operands.at(-2) ?? 0, operands.at(-1) ?? 0))
  }
  finish(false)
  return subpaths
}
