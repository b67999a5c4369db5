import { describe, expect, it } from 'vitest'
import { readSource } from '../main/readers/index.ts'
import { toPastedDocument } from '../renderer/features/reports/import/pasted.ts'
import type { Table } from '../shared/document/source-document.ts'
import { draw } from './builders/docx-reading.ts'
import { type PrintedBlock, printedReport } from './builders/printed-report.ts'
import { randomReport } from './builders/random-report.ts'
import { differences, readBack } from './builders/read-back.ts'
import { toExcelClipboard, toWordHtml } from './builders/write-word-html.ts'

const SEEDS = [1, 2, 3, 4, 5]

function pasted(html: string): { readonly name: string; readonly bytes: Uint8Array } {
  const document = toPastedDocument({ html, text: '' }, '2022-01-11 09.30')
  if (document === null) throw new Error('nothing was pasted')
  return document
}

async function tablesOf(bytes: Uint8Array, name: string): Promise<readonly (readonly string[])[]> {
  const read = await readSource(bytes, name)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.blocks.filter((block): block is Table => block.kind === 'table').map(draw)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('what is copied in Word and pasted', () => {
  it('is the report, cell for cell', async () => {
    for (const seed of SEEDS) {
      const truth = randomReport(seed)
      const html = toWordHtml(printedReport(truth), { isClipboard: true, autoNumbered: true })
      const { report } = await readBack(pasted(html))
      expect(differences(truth, report)).toEqual([])
    }
  })

  it('has the cells that the page has that Word saves', async () => {
    const blocks = printedReport(randomReport(1))
    const copied = pasted(toWordHtml(blocks, { isClipboard: true, charset: 'unicode' }))
    const saved = utf8(toWordHtml(blocks))
    expect(await tablesOf(copied.bytes, copied.name)).toEqual(await tablesOf(saved, '年报.htm'))
  })
})

describe('cells that are copied in Excel and pasted', () => {
  const tables = (blocks: readonly PrintedBlock[]): readonly PrintedBlock[] =>
    blocks.filter(({ kind }) => kind === 'table')

  it('are the cells of the report', async () => {
    for (const seed of SEEDS) {
      const truth = randomReport(seed)
      const blocks = printedReport(truth).filter(
        ({ kind }) => kind === 'table' || kind === 'heading',
      )
      const { report } = await readBack(pasted(toExcelClipboard(blocks)))
      const wrong = [...truth.cells].filter(
        ([id, { raw }]) => report.cells.get(id)?.raw !== raw.trim(),
      )
      expect(wrong).toEqual([])
    }
  })

  it('are those that the form has, merged as there, one table after the other', async () => {
    const [block] = tables(printedReport(randomReport(2))).slice(-1)
    if (block?.kind !== 'table') throw new Error('no table')
    const copied = pasted(toExcelClipboard([block]))
    const word = utf8(toWordHtml([block]))
    expect(await tablesOf(copied.bytes, copied.name)).toEqual(
      (await tablesOf(word, '年报.htm')).map((rows) => rows.slice(0, block.table.rows.length)),
    )
  })
})
