import type { Ruling } from './rulings.ts'
import { SAME_LINE } from './rulings.ts'

/** Fewer lines than this under one another are the rules of a page's head and foot. */
const FEWEST = 3

/**
 * Where level lines of the same length stand one under another without any upright line, as in tables that are
 * ruled across only: for each such stack the heights of its lines, in points.
 */
export function parallelStacks(
  groups: readonly (readonly Ruling[])[],
): readonly (readonly number[])[] {
  const single = groups
    .filter((group) => group.every(({ axis }) => axis === 'horizontal'))
    .flat()
    .sort((a, b) => a.at - b.at)
  const stacks: Ruling[][] = []
  for (const line of single) {
    const stack = stacks.find(([first]) => first !== undefined && isSameStretch(first, line))
    if (stack === undefined) stacks.push([line])
    else stack.push(line)
  }
  return stacks.filter(({ length }) => length >= FEWEST).map((stack) => stack.map(({ at }) => at))
}

const isSameStretch = (a: Ruling, b: Ruling) =>
  Math.abs(a.from - b.from) <= SAME_LINE && Math.abs(a.to - b.to) <= SAME_LINE
