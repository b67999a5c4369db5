import { describe, expect, it } from 'vitest'
import type { GroundTruth } from '../../test/builders/ground-truth.ts'
import { numberedReport } from '../../test/builders/numbered-report.ts'
import { printedReport, printedTable } from '../../test/builders/printed-report.ts'
import type { PrintedTable } from '../../test/builders/printed-table.ts'
import {
  gridTable,
  paragraph,
  rowsTable,
  sourceDocument,
  withRows,
} from '../../test/builders/source-document.ts'
import type { Block } from '../document/source-document.ts'
import type { CellId, TableId } from '../form/edition.ts'
import type { Report } from '../report/report.ts'
import { extractReport } from './extract-report.ts'

// Every cell holds another number, so that no shift can hide.
const truth = numberedReport('2021')
const truth2019 = numberedReport('2019')

function read(
  of: GroundTruth,
  replaced: Partial<Record<TableId, readonly Block[]>>,
  reword: (text: string) => string = (text) => text,
): Report {
  const blocks = printedReport(of).flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'title':
      case 'closing':
        return block.lines.map((line) => paragraph(reword(line)))
      case 'heading':
        return [paragraph(block.text, block.numbering, 1)]
      case 'paragraph':
        return [paragraph(reword(block.text))]
      case 'table':
        return replaced[block.table.id] ?? [gridTable(block.table)]
    }
  })
  const result = extractReport(sourceDocument(blocks))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const wrong = (report: Report, of: GroundTruth): readonly CellId[] =>
  [...report.cells].flatMap(([id, cell]) =>
    cell.doubt === null && cell.raw !== of.cells.get(id)?.raw ? [id] : [],
  )

const certain = (report: Report, table: TableId): number =>
  [...report.cells].filter(([id, { doubt }]) => id.startsWith(`${table}.`) && doubt === null).length

const missing = (report: Report, of: GroundTruth): readonly CellId[] => {
  const unplaced = new Set(report.unplaced.flatMap(({ cells }) => cells))
  return [...of.cells.keys()].filter((id) => !report.cells.has(id) && !unplaced.has(id))
}

const withoutYear = (text: string): string => text.replace(/20\d\d/gu, '')

describe('the edition of the form', () => {
  it.each([
    ['2021', truth],
    ['2019', truth2019],
  ])('%s is told by table 2 where table 3 is not there, whatever year is named', (edition, of) => {
    for (const reword of [withoutYear, (text: string) => text.replace(/20(19|2\d)/gu, '2023')]) {
      const report = read(of, { t3: [] }, reword)
      expect(report.edition).toBe(edition)
      expect(wrong(report, of)).toEqual([])
    }
  })

  it('is not told by the number of rows that are left', () => {
    const isKept = (row: PrintedTable['rows'][number]) =>
      !row.some(({ cell }) => cell?.startsWith('t3.other.'))
    const t3 = printedTable(truth, 't3')
    const rest = withRows(t3, (row) => (isKept(row) ? [row] : []))
    expect(read(truth, { t2: [], t3: [gridTable(rest)] }).edition).toBe('2021')
  })

  it('leaves the cells that only one edition has in doubt where nothing tells it', () => {
    // 其他处理 without a number beside it may be the row of 2019 or the heading of 2021.
    const rows = withRows(printedTable(truth2019, 't3'), (row) => [
      row.map((cell) => (cell.cell?.startsWith('t3.other.') ? { ...cell, text: '' } : cell)),
    ])
    const report = read(truth2019, { t2: [], t3: [gridTable(rows)] }, withoutYear)
    const own = [...report.cells].filter(([id]) => id.startsWith('t3.other.'))
    expect(own.filter(([, { doubt }]) => doubt === null)).toEqual([])
    expect(certain(report, 't3')).toBeGreaterThan(150)
  })
})

describe('two tables of the same kind', () => {
  const t3 = printedTable(truth, 't3')
  const other = withRows(t3, (row) => [
    row.map((cell) => (cell.cell === null ? cell : { ...cell, text: `9${cell.text}` })),
  ])

  it('that show different numbers leave open which of them is meant', () => {
    const report = read(truth, { t3: [gridTable(t3), paragraph('下属单位'), gridTable(other)] })
    expect(certain(report, 't3')).toBe(0)
    expect(report.tables.t3.deviations.map(({ kind }) => kind)).toEqual(['duplicate-table'])
  })

  it('that show the same numbers do no harm', () => {
    const report = read(truth, { t3: [gridTable(t3), paragraph('下属单位'), gridTable(t3)] })
    expect(certain(report, 't3')).toBe(175)
  })

  it('are told apart by a caption that names the year before', () => {
    const report = read(truth, {
      t3: [paragraph('上年度'), gridTable(other), paragraph('本年度'), gridTable(t3)],
    })
    expect(wrong(report, truth)).toEqual([])
    expect(certain(report, 't3')).toBe(175)
  })
})

describe('tables flattened to lines', () => {
  const linesOf = (table: PrintedTable, namesFirst: boolean) =>
    table.rows.flatMap((row) => {
      const cells = row.toSorted((a, b) => a.column - b.column)
      const names = cells.filter(({ cell }) => cell === null)
      const numbers = cells.filter(({ cell }) => cell !== null)
      return (namesFirst ? [...names, ...numbers] : [...numbers, ...names]).map(({ text }) =>
        paragraph(text),
      )
    })

  it.each(['t2', 't3'] as const)('with the names behind the numbers: %s is uncertain', (id) => {
    const report = read(truth, { [id]: linesOf(printedTable(truth, id), false) })
    expect(wrong(report, truth)).toEqual([])
    expect(certain(report, id)).toBe(0)
    expect(missing(report, truth)).toEqual([])
  })

  it.each(['- 3 -', '第 3 页 共 8 页'])('are read across the page number %s', (number) => {
    const lines = linesOf(printedTable(truth, 't3'), true)
    const report = read(truth, { t3: lines.toSpliced(60, 0, paragraph(number)) })
    expect(certain(report, 't3')).toBe(175)
  })

  it('are uncertain around a number that may be a page number', () => {
    const lines = linesOf(printedTable(truth, 't3'), true)
    const report = read(truth, { t3: lines.toSpliced(60, 0, paragraph('3')) })
    expect(wrong(report, truth)).toEqual([])
    expect(certain(report, 't3')).toBe(168)
  })

  it('miss no cell where all names come first and all numbers behind them', () => {
    const cells = printedTable(truth, 't3').rows.flat()
    const [names, numbers] = [true, false].map((isName) =>
      cells.filter(({ cell }) => (cell === null) === isName).map(({ text }) => paragraph(text)),
    )
    const report = read(truth, { t3: [...(names ?? []), ...(numbers ?? [])] })
    expect(wrong(report, truth)).toEqual([])
    expect(missing(report, truth)).toEqual([])
  })
})

describe('a row of flattened text', () => {
  const withRow = (texts: readonly string[]) => {
    const t3 = printedTable(truth, 't3')
    const rows = t3.rows.map((row) => row.map(({ text }) => text))
    const at = t3.rows.findIndex((row) => row.some(({ cell }) => cell === 't3.granted.natural'))
    return read(truth, { t3: [rowsTable(rows.map((row, i) => (i === at ? texts : row)))] })
  }
  const isOpen = (report: Report) =>
    report.unplaced.some(({ cells }) => cells.includes('t3.granted.total'))

  it('of which one cell holds two lines of numbers shows no place of the others', () => {
    expect(isOpen(withRow(['（一）予以公开', '25', '26', '27\n28', '29', '30', '31', '8']))).toBe(
      true,
    )
  })

  it.each(['规章', '3（一）予以公开', '获取信息'])(
    'with the label %s among its numbers is two rows',
    (label) => {
      expect(isOpen(withRow(['（一）予以公开', '25', '26', label, '28', '29', '30', '31']))).toBe(
        true,
      )
    },
  )

  it('with a remark among its numbers is one row', () => {
    expect(isOpen(withRow(['（一）予以公开', '25', '26', '约3', '28', '29', '30', '31']))).toBe(
      false,
    )
  })
})

describe('a blank beside words', () => {
  const t3 = printedTable(truth, 't3')
  const withTexts = (texts: Readonly<Partial<Record<CellId, string>>>) => {
    const rows = withRows(t3, (row) => [
      row.map((cell) => ({ ...cell, text: (cell.cell && texts[cell.cell]) ?? cell.text })),
    ])
    return read(truth, { t3: [gridTable(rows)] }).cells
  }

  it('may have lost its number to them', () => {
    const cells = withTexts({ 't3.granted.other': '31（五）项', 't3.granted.total': '' })
    expect(cells.get('t3.granted.total')).toMatchObject({ kind: 'blank', doubt: 'row-length' })
    expect(cells.get('t3.granted.company')?.doubt).toBeNull()
  })

  it.each(['/', '0'])('is as sure as any beside %s', (text) => {
    const cells = withTexts({ 't3.granted.other': text, 't3.granted.total': '' })
    expect(cells.get('t3.granted.total')).toMatchObject({ kind: 'blank', doubt: null })
  })
})

describe('a table wider than any person fills in', () => {
  it('is refused at once', () => {
    const wide = rowsTable([Array.from({ length: 5_000 }, (_, i) => `某某情况${i}`)])
    expect(extractReport(sourceDocument([wide]))).toEqual({
      ok: false,
      error: { code: 'too-large', limit: 'table' },
    })
  })
})
