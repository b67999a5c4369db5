import { describe, expect, it } from 'vitest'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { toHtml } from '../builders/write-html.ts'
import { damagedEverywhere, wrongNumbers } from './damage.ts'
import { PATIENCE } from './runs.ts'

const HEADING = /<th[^>]*>[^<]*<\/th>/g
const ROW = /<tr>.*<\/tr>\n/g
const BETWEEN_ROWS = /<\/tr>\n<tr>/g
const BETWEEN_CELLS = /<\/t[dh]><t[dh][^>]*>/g
const LABEL = /(?<=<th[^>]*>)[^<]+/g
const ROW_SPAN = /(?<=rowspan=")\d+/g
const COLUMN_SPAN = /(?<=colspan=")\d+/g
const SPAN = / (?:row|col)span="\d+"/g

const by =
  (change: number) =>
  (span: string): string =>
    String(Number(span) + change)

describe.each(['2019', '2021'] as const)('on the form of %s', (edition) => {
  const truth = numberedReport(edition)
  const page = toHtml(printedReport(truth))

  it.each<[string, RegExp, (found: string) => string]>([
    ['a heading is lost', HEADING, () => ''],
    ['a heading stands twice', HEADING, (cell) => cell + cell],
    ['an empty heading slips in', HEADING, (cell) => `${cell}<th></th>`],
    ['the text of a heading is lost', LABEL, () => ''],
    ['a heading is that of another row', LABEL, () => '2.重复申请'],
    ['a heading is that of another column', LABEL, () => '科研机构'],
    ['two cells become one', BETWEEN_CELLS, () => ''],
    ['a row is lost', ROW, () => ''],
    ['two rows become one', BETWEEN_ROWS, () => ''],
    ['the table is cut in two', BETWEEN_ROWS, () => '</tr></table><p></p><table><tr>'],
    ['a merged cell is one row shorter', ROW_SPAN, by(-1)],
    ['a merged cell is one row longer', ROW_SPAN, by(1)],
    ['a merged cell is one column narrower', COLUMN_SPAN, by(-1)],
    ['a merged cell is one column wider', COLUMN_SPAN, by(1)],
    ['a merged cell is no longer merged', SPAN, () => ''],
  ])(
    'no number is certain and wrong where %s',
    { timeout: PATIENCE },
    async (_, pattern, replacement) => {
      for (const { at, text } of damagedEverywhere(page, pattern, replacement)) {
        const file = { name: 'a.html', bytes: new TextEncoder().encode(text) }
        expect(await wrongNumbers(truth, file), at).toEqual([])
      }
    },
  )
})
