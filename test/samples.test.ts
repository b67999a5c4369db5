import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cellsOfEdition } from '../shared/form/cell-id.ts'
import type { CellId } from '../shared/form/edition.ts'
import { edition2021 } from '../shared/form/edition-2021.ts'
import type { ExpectedFinding } from './builders/break-one-cell.ts'
import { asExpected, ofKnownRules, readBack } from './builders/read-back.ts'

const folder = fileURLToPath(new URL('../samples/', import.meta.url))

const cellsLike = (pattern: RegExp): readonly CellId[] =>
  cellsOfEdition(edition2021)
    .map(({ id }) => id)
    .filter((id) => pattern.test(id))

const balance = (column: string): ExpectedFinding => ({
  rule: 't3-balance',
  cells: cellsLike(new RegExp(`^t3\\.(?:new|carriedIn|handled|carriedOut)\\.${column}$`)),
})

const handledSum = (column: string): ExpectedFinding => ({
  rule: 't3-handled-sum',
  cells: cellsLike(new RegExp(`^t3\\.(?!new|carriedIn|carriedOut).*\\.${column}$`)),
})

/** What docs/samples.md says of each file. */
const SAMPLES: Readonly<Record<string, readonly ExpectedFinding[]>> = {
  '清溪镇2023.docx': [
    balance('natural'),
    balance('total'),
    handledSum('natural'),
    handledSum('total'),
    { rule: 'narrative-mismatch', cells: ['t3.handled.total'] },
  ],
  '石渡镇2022.pdf': [
    { rule: 'cell-not-a-number', cells: ['t2.license.decisions'] },
    { rule: 't4-total', cells: cellsLike(/^t4\.review\./) },
    { rule: 'narrative-mismatch', cells: ['t4.review.total'] },
  ],
  '柳湾乡2020.html': [],
  '白鹭镇2021.txt': [
    { rule: 'edition-mismatch', cells: [] },
    { rule: 'year-mismatch', cells: [] },
  ],
  '南坪乡2024.md': [
    { rule: 'cell-blank', cells: cellsLike(/^t4\.review\./) },
    { rule: 'section-missing', cells: [] },
    { rule: 'table-structure', cells: cellsLike(/^t2\.normative\./) },
  ],
}

describe('each sample has exactly the mistakes that its README tells of', () => {
  it('has an entry here for every file', () => {
    const files = readdirSync(folder).filter((name) => name !== 'README.md')
    expect(files.toSorted()).toEqual(Object.keys(SAMPLES).toSorted())
  })

  it.each(Object.entries(SAMPLES))('%s', async (name, expected) => {
    const bytes = new Uint8Array(readFileSync(folder + name))
    const { findings } = await readBack({ name, bytes })
    expect(asExpected(findings)).toEqual(ofKnownRules(expected))
  })
})
