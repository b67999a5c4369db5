import type { CellId } from '../form/edition.ts'
import type { PlainReport } from '../ipc/contract.ts'

/**
 * Whether two files that name the same unit and year can be versions of one report. Townships of two counties may
 * share a name; taken for one, a report would vanish among the versions of another. Versions share most of their
 * numbers; where there are too few to tell, the name decides.
 */
export function couldBeVersions(before: PlainReport, after: PlainReport): boolean {
  const [old, current] = [numbersOf(before), numbersOf(after)]
  const both = [...old.keys()].filter((id) => current.has(id))
  if (both.length < TELLING_CELLS) return true
  const shared = both.filter((id) => old.get(id) === current.get(id)).length
  return shared / both.length >= SHARED_AT_LEAST
}

/** Fewer cells that hold a number in both files tell nothing: tables may only just have been filled in. */
const TELLING_CELLS = 8

/** Of these cells so many show the same number in two versions, even after thorough corrections. */
const SHARED_AT_LEAST = 0.2

/** The numbers that are not zero. */
const numbersOf = ({ cells }: PlainReport): ReadonlyMap<CellId, number> =>
  new Map(
    cells.flatMap(([id, cell]): readonly (readonly [CellId, number])[] =>
      cell.kind === 'number' && cell.value !== 0 ? [[id, cell.value]] : [],
    ),
  )
