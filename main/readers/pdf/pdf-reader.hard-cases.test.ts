import { describe, expect, it } from 'vitest'
import { HARD_CASES } from '../../../test/builders/pdf-hard-cases.ts'
import { rawPdf, updatedPdf } from '../../../test/builders/pdf-raw-page.ts'
import { drawn, readPdfFile, tablesOf } from '../../../test/builders/pdf-reading.ts'

const cellOf = async (bytes: Uint8Array) => {
  const [table] = tablesOf(await readPdfFile(bytes))
  return table?.cells.find(({ row, column }) => row === 0 && column === 1)
}

describe('a number is what a person sees, or in doubt', () => {
  it.each(HARD_CASES)('%s', async (_, seen, expected, page) => {
    const cell = await cellOf(rawPdf(page))
    expect(cell?.doubt === undefined ? cell?.text : 'doubt').toBe(
      expected === 'certain' ? seen : 'doubt',
    )
  })

  it('a cell beside it is certain all the same', async () => {
    const doubted = HARD_CASES.filter(([name]) => !/two cells/.test(name))
    for (const [name, , , page] of doubted) {
      const [table] = tablesOf(await readPdfFile(rawPdf(page)))
      expect(table === undefined ? [] : drawn(table)[1], name).toBe('文件 | 7')
    }
  })
})

it('what an editor wrote at the end of the file is what counts', async () => {
  expect((await cellOf(updatedPdf('99', '12')))?.text).toBe('12')
})
