import { median, rounded, textTable } from '../bench/report-table.ts'
import { FAMILIES } from './families.ts'
import { familyTallies, type LayoutTally } from './promises.ts'
import { percentRight, type Tally } from './tally.ts'

const HEADINGS = 'files,cells,right %,uncertain,missing,wrong,errors,warnings,ms'.split(',')

/** One line for each layout. */
export const layoutTable = (tallies: readonly LayoutTally[]): string =>
  textTable(
    ['layout', ...HEADINGS],
    tallies.map(({ layout, tally }) => [layout, ...columnsOf(tally)]),
  )

/** One line for each family, with the share that is asked of it. */
export function familyTable(tallies: readonly LayoutTally[]): string {
  const rows = familyTallies(tallies).map(([family, tally]) => [
    family,
    ...columnsOf(tally),
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
