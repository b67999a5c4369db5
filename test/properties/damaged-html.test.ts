import { describe, expect, it } from 'vitest'
import { htmlReader } from '../../main/readers/html/html-reader.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import type { CellId } from '../../shared/form/edition.ts'
import { type CellTruth, cellIdsOf, withCells } from '../builders/ground-truth.ts'
import { printedReport } from '../builders/printed-report.ts'
import { randomReport } from '../builders/random-report.ts'
import { readResult } from '../builders/read-result.ts'
import { toHtml } from '../builders/write-html.ts'

/** Every cell another number, so that no shift can hide. */
const truth = (() => {
  const report = randomReport(2)
  const cells = cellIdsOf(report).map((id, i): [CellId, CellTruth] => [
    id,
    { raw: `${i + 1}`, value: i + 1 },
  ])
  return withCells(report, new Map(cells))
})()

const page = toHtml(printedReport(truth))
const cells = [...page.matchAll(/<td[^>]*>\s*(?:<p[^>]*>)?\s*\d+\s*(?:<\/p>)?\s*<\/td>/gu)]
const rows = [...page.matchAll(/<tr[^>]*>[\s\S]*?<\/tr>/gu)]

/** Certain readings of the page that are not what the report said; `allowed` is the number that was blanked. */
async function silentlyWrong(html: string, allowed = ''): Promise<readonly string[]> {
  const source = await readResult(htmlReader, new TextEncoder().encode(html))
  if (!source.ok) return []
  const report = extractReport(source.value)
  if (!report.ok) return []
  return [...report.value.cells].flatMap(([id, cell]) => {
    const raw = truth.cells.get(id)?.raw
    return cell.doubt !== null || cell.raw === raw || raw === allowed
      ? []
      : [`${id}: ${cell.raw} for ${raw}`]
  })
}

const replaced = (match: RegExpExecArray, by: string): string =>
  page.slice(0, match.index) + by + page.slice(match.index + match[0].length)

describe('a page that lost, gained or merged a cell never shows a certain number in the wrong cell', () => {
  it('has every number cell to damage', () => {
    expect(cells).toHaveLength(truth.cells.size)
  })

  it.each([
    ['a cell is left out', () => ''],
    ['a cell stands twice', (cell: string) => cell + cell],
    ['an empty cell is put in', (cell: string) => `${cell}<td></td>`],
    ['a cell takes two columns', (cell: string) => cell.replace('<td', '<td colspan="2"')],
    ['a cell takes two rows', (cell: string) => cell.replace('<td', '<td rowspan="2"')],
    ['a cell is emptied', (cell: string) => cell.replace(/>\s*\d+\s*</u, '><')],
  ])('where %s', async (name, damage) => {
    for (const match of cells) {
      const number = /\d+/u.exec(match[0].replace(/<[^>]*>/gu, ''))?.[0] ?? ''
      const wrong = await silentlyWrong(
        replaced(match, damage(match[0])),
        name.includes('emptied') ? number : '',
      )
      expect(wrong, `${name} at ${number}`).toEqual([])
    }
  })

  it.each([
    ['is left out', (index: number) => replacedRow(index, '')],
    ['stands twice', (index: number) => replacedRow(index, (rows[index]?.[0] ?? '').repeat(2))],
    ['changed places with the next', (index: number) => swapped(index)],
  ])('where a row %s', async (name, damage) => {
    for (const index of rows.keys()) {
      expect(await silentlyWrong(damage(index)), `row ${index} ${name}`).toEqual([])
    }
  })
})

const replacedRow = (index: number, by: string): string => {
  const row = rows[index]
  return row === undefined ? page : replaced(row, by)
}

function swapped(index: number): string {
  const [first, second] = [rows[index], rows[index + 1]]
  if (first === undefined || second === undefined) return page
  const between = page.slice(first.index + first[0].length, second.index)
  const after = page.slice(second.index + second[0].length)
  return page.slice(0, first.index) + second[0] + between + first[0] + after
}
