import { median, rounded, textTable } from '../bench/report-table.ts'
import { FAMILIES, type Family } from './families.ts'
import { NOTHING, percentRight, plus, type Tally } from './tally.ts'

/** What came of a layout's files. */
export interface LayoutTally {
  readonly layout: string
  readonly family: Family
  readonly tally: Tally
}

const HEADINGS = 'files,cells,right %,uncertain,missing,wrong,errors,warnings,ms'.split(',')

/** One line for each layout. */
export const layoutTable = (tallies: readonly LayoutTally[]): string =>
  textTable(
    ['layout', ...HEADINGS],
    tallies.map(({ layout, tally }) => [layout, ...columnsOf(tally)]),
  )

/** One line for each family, with the share that is asked of it. */
export function familyTable(tallies: readonly LayoutTally[]): string {
  const byFamily = Map.groupBy(tallies, ({ family }) => family)
  const rows = [...byFamily].map(([family, own]) => [
    family,
    ...columnsOf(own.map(({ tally }) => tally).reduce(plus, NOTHING)),
    String(FAMILIES[family] ?? '-'),
  ])
  return textTable(['family', ...HEADINGS, 'asked %'], rows)
}

function columnsOf(tally: Tally): readonly string[] {
  const { uncertain, missing, wrong } = tally.outcomes
  return [
    String(tally.files),
    String(tally.cells),
    percentRight(tally).toFixed(2),
    ...[uncertain, missing, wrong, tally.errors, tally.warnings].map(String),
    rounded(median(tally.times)),
  ]
}
