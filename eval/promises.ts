import { FAMILIES, type Family } from './families.ts'
import { NOTHING, percentRight, plus, type Tally } from './tally.ts'

/** What came of a layout's files. */
export interface LayoutTally {
  readonly layout: string
  readonly family: Family
  readonly tally: Tally
}

/** What is asked of every run, whatever the record says, and was not kept; one line each. */
export function brokenPromises(tallies: readonly LayoutTally[]): readonly string[] {
  const alarms = tallies.flatMap(({ layout, tally }) =>
    tally.errors === 0 ? [] : [`${layout}: ${tally.errors} error findings on clean reports`],
  )
  const shares = familyTallies(tallies).flatMap(([family, tally]) => {
    const asked = FAMILIES[family]
    const right = percentRight(tally)
    return asked === null || right >= asked
      ? []
      : [`${family}: ${right}% right, asked are ${asked}%`]
  })
  return [...alarms, ...shares]
}

/** All layouts of a family together. */
export const familyTallies = (
  tallies: readonly LayoutTally[],
): readonly (readonly [Family, Tally])[] =>
  [...Map.groupBy(tallies, ({ family }) => family)].map(([family, own]) => [
    family,
    own.map(({ tally }) => tally).reduce(plus, NOTHING),
  ])
