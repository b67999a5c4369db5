import { describe, expect, it } from 'vitest'
import { extractReport } from '../../../shared/extract/extract-report.ts'
import {
  type CellTruth,
  cellIdsOf,
  type GroundTruth,
  withCells,
} from '../../../test/builders/ground-truth.ts'
import { numberedReport } from '../../../test/builders/numbered-report.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { randomReport } from '../../../test/builders/random-report.ts'
import { differences } from '../../../test/builders/read-back.ts'
import { toXls, type XlsOptions } from '../../../test/builders/write-xls.ts'
import { toXlsx, type XlsxOptions } from '../../../test/builders/write-xlsx.ts'
import { readSource } from '../index.ts'

/** Only the totals of table 3 are filled in, as some towns do. */
function withBlankApplicants(truth: GroundTruth): GroundTruth {
  const blank: CellTruth = { raw: '', value: null }
  const ids = cellIdsOf(truth).filter((id) => id.startsWith('t3.') && !id.endsWith('.total'))
  return withCells(truth, new Map(ids.map((id) => [id, blank])))
}

const REPORTS = [
  numberedReport('2021'),
  numberedReport('2019'),
  randomReport(12),
  withBlankApplicants(randomReport(21)),
]

const LAYOUTS: readonly (readonly [string, XlsxOptions & XlsOptions])[] = [
  ['all in one sheet', {}],
  ['all in one sheet, with blank rows around tables', { blankRows: true, wideText: true }],
  ['each table on a sheet of its own', { sheets: 'each-table' }],
  ['from cell B2 on', { rowOffset: 1, columnOffset: 1 }],
  ['numbers typed as text', { numbersAsText: true, texts: 'inline' }],
  ['merged labels as blank cells', { merges: 'empty-cells' }],
  ['merged labels repeated in each cell', { merges: 'repeated' }],
  ['no lines, merged labels repeated', { lines: false, merges: 'repeated' }],
  ['no lines', { lines: false }],
  [
    'no lines, blank rows, headings as wide as the sheet',
    { lines: false, blankRows: true, wideText: true },
  ],
  ['no lines and merged labels as blank cells', { lines: false, merges: 'empty-cells' }],
  ['hidden rows, columns and sheets', { hiddenNotes: true }],
  ['texts in runs and broken records', { recordSize: 40 }],
]

describe.each([
  {
    extension: 'xlsx',
    write: (truth: GroundTruth, options: XlsxOptions) => toXlsx(printedReport(truth), options),
  },
  {
    extension: 'xls',
    write: (truth: GroundTruth, options: XlsOptions) => toXls(printedReport(truth), options),
  },
])('a report as .$extension is read back cell for cell', ({ extension, write }) => {
  it.each(LAYOUTS)('%s', async (_, options) => {
    for (const truth of REPORTS) {
      const source = await readSource(write(truth, options), `年报.${extension}`)
      if (!source.ok) throw new Error(source.error.code)
      const report = extractReport(source.value)
      if (!report.ok) throw new Error(report.error.code)
      expect(differences(truth, report.value)).toEqual([])
    }
  })
})
