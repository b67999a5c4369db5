import { describe, expect, it } from 'vitest'
import { numberedReport } from '../../../test/builders/numbered-report.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { randomReport } from '../../../test/builders/random-report.ts'
import { differences, readBack } from '../../../test/builders/read-back.ts'
import { viewResult } from '../../../test/builders/read-result.ts'
import { type RtfOptions, toRtf } from '../../../test/builders/write-rtf.ts'
import { rtfReader } from './rtf-reader.ts'

const DIALECTS: readonly (readonly [string, RtfOptions])[] = [
  ['Word', {}],
  ['Word, headings numbered, a table an article', { autoNumbered: true, tableForEachBlock: true }],
  ['Word, cells merged by marks', { across: 'marked-cells' }],
  ['Word, places behind the cells only', { definitions: 'after' }],
  ['Word, in a layout table', { around: 'layout-table' }],
  ['Word, in text boxes', { around: 'text-box' }],
  ['Word, tracked changes and hidden text', { revised: true }],
  ['Word, borders pulled by hand, labels broken', { uneven: true, brokenLabels: true }],
  ['LibreOffice', { script: 'libreoffice', definitions: 'before' }],
  ['WordPad', { script: 'gbk', definitions: 'before', across: 'marked-cells' }],
  ['WordPad, in a layout table', { script: 'gbk', around: 'layout-table' }],
]

describe.each(DIALECTS)('a report in the RTF of %s', (_, options) => {
  it.each([numberedReport('2019'), numberedReport('2021'), randomReport(4), randomReport(9)])(
    'is read back cell for cell',
    async (truth) => {
      const bytes = toRtf(printedReport(truth), options)
      const { report } = await readBack({ name: '年报.doc', bytes })
      expect(differences(truth, report)).toEqual([])
    },
  )
})

it('shows each cell under the id that the document gives as its place', async () => {
  const bytes = toRtf(printedReport(numberedReport('2021')))
  const { report } = await readBack({ name: '年报.rtf', bytes })
  const view = await viewResult(rtfReader, bytes)
  const html = view.ok ? view.value : ''
  for (const { raw, at } of report.cells.values()) {
    const [place] = at
    const id = place?.kind === 'element' ? place.id : ''
    const shown = new RegExp(`id="${id}"[^>]*>(.*?)</td>`).exec(html)?.[1]
    expect(shown?.replace(/<[^>]*>/g, '')).toBe(raw)
  }
})
