import type { Strip } from './page-content.ts'

/** A ruling line: straight marks that lie in one another's course, joined. */
export type Ruling = Strip

/** All in points. Two borders drawn side by side (double lines, spaced cells) are one; rows are never this low. */
export const SAME_LINE = 3
/** The gap of a dashed or dotted line, or of a line drawn cell by cell. */
const LONGEST_GAP = 3.5
/** A stroke of a drawn character or a bullet is shorter, every border is longer. */
const SHORTEST_RULING = 3
/** More lines than any table a person draws; a drawing or a map, where lines say nothing about cells. */
const MOST_RULINGS = 4000
/** How far marks may lie apart across their course to be one line. */
const IN_COURSE = 1

/** The ruling lines that a page's marks add up to; none for a page that is a drawing. */
export function rulingsOf(strips: readonly Strip[]): readonly Ruling[] {
  const rulings = [...joined(strips, 'horizontal'), ...joined(strips, 'vertical')]
  return rulings.length > MOST_RULINGS ? [] : rulings
}

function joined(strips: readonly Strip[], axis: Strip['axis']): readonly Ruling[] {
  const marks = strips.filter((strip) => strip.axis === axis).sort((a, b) => a.at - b.at)
  const courses: Strip[][] = []
  let start = Number.NEGATIVE_INFINITY
  for (const mark of marks) {
    if (mark.at - start <= IN_COURSE) courses.at(-1)?.push(mark)
    else {
      courses.push([mark])
      start = mark.at
    }
  }
  return courses.flatMap((course) => joinedInCourse(course, axis))
}

function joinedInCourse(course: readonly Strip[], axis: Strip['axis']): readonly Ruling[] {
  const rulings: Ruling[] = []
  for (const mark of [...course].sort((a, b) => a.from - b.from)) {
    const last = rulings.at(-1)
    if (last !== undefined && mark.from - last.to <= LONGEST_GAP) {
      rulings[rulings.length - 1] = { ...last, to: Math.max(last.to, mark.to) }
    } else rulings.push({ axis, at: mark.at, from: mark.from, to: mark.to })
  }
  return rulings.filter(({ from, to }) => to - from >= SHORTEST_RULING)
}

/**
 * Lines that hang together: each meets or crosses another of its group. A table's borders are one group;
 * an underlined word or the rule under a page's head is a group of one.
 */
export function groupsOf(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const parents = rulings.map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    parents[index] = root
    return root
  }
  rulings.forEach((a, i) => {
    rulings.forEach((b, j) => {
      if (j > i && meets(a, b)) parents[find(j)] = find(i)
    })
  })
  const groups = new Map<number, Ruling[]>()
  rulings.forEach((ruling, index) => {
    const root = find(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [ruling])
    else group.push(ruling)
  })
  return [...groups.values()]
}

function meets(a: Ruling, b: Ruling): boolean {
  if (a.axis === b.axis) return false
  return reaches(a, b.at) && reaches(b, a.at)
}

const reaches = (ruling: Ruling, at: number) =>
  at >= ruling.from - SAME_LINE && at <= ruling.to + SAME_LINE
