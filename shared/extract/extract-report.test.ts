import { describe, expect, it } from 'vitest'
import {
  type CellTruth,
  cellIdsOf,
  type EditionName,
  type GroundTruth,
  withCells,
} from '../../test/builders/ground-truth.ts'
import { printedReport, printedTable } from '../../test/builders/printed-report.ts'
import type { PrintedCell, PrintedTable } from '../../test/builders/printed-table.ts'
import { randomReport } from '../../test/builders/random-report.ts'
import {
  gridTable,
  paragraph,
  rowsTable,
  sourceDocument,
  withRows,
} from '../../test/builders/source-document.ts'
import type { Block } from '../document/source-document.ts'
import { cellsOfEdition } from '../form/cell-id.ts'
import type { CellId, Edition, TableId } from '../form/edition.ts'
import { edition2021 } from '../form/edition-2021.ts'
import { EDITIONS, findEdition } from '../form/editions.ts'
import { headingOf, OFFICIAL_SECTIONS } from '../form/official-sections.ts'
import type { Report } from '../report/report.ts'
import { extractReport } from './extract-report.ts'

/** A report in which every cell holds another number, so that no shift of a row or a column can hide. */
function reportOf(edition: EditionName): GroundTruth {
  const seed = Array.from({ length: 100 }, (_, i) => i).find(
    (i) => randomReport(i).edition === edition,
  )
  const report = randomReport(seed ?? 0)
  const cells = cellIdsOf(report).map((id, i): [CellId, CellTruth] => [
    id,
    { raw: `${i + 1}`, value: i + 1 },
  ])
  return withCells(report, new Map(cells))
}

const truth = reportOf('2021')
const truth2019 = reportOf('2019')

/** The report as a document of true tables, with one table replaced. */
function documentOf(of: GroundTruth, replaced: Partial<Record<TableId, readonly Block[]>> = {}) {
  const blocks = printedReport(of).flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'title':
      case 'closing':
        return block.lines.map((line) => paragraph(line))
      case 'heading':
        return [paragraph(block.text, block.numbering, 1)]
      case 'paragraph':
        return [paragraph(block.text)]
      case 'table':
        return replaced[block.table.id] ?? [gridTable(block.table)]
    }
  })
  return sourceDocument(blocks)
}

function read(of: GroundTruth, replaced: Partial<Record<TableId, readonly Block[]>> = {}): Report {
  const result = extractReport(documentOf(of, replaced))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Cells whose reading is certain and yet not what the truth says. Must always be none. */
function silentlyWrong(report: Report, of: GroundTruth): readonly string[] {
  return [...report.cells].flatMap(([id, cell]) =>
    cell.doubt === null && cell.raw !== of.cells.get(id)?.raw ? [`${id}: ${cell.raw}`] : [],
  )
}

const certain = (report: Report, of: GroundTruth): number =>
  [...report.cells].filter(
    ([id, cell]) => cell.doubt === null && cell.raw === of.cells.get(id)?.raw,
  ).length

const absent = (report: Report, edition: string): readonly CellId[] => {
  const form = findEdition(edition)
  return form === undefined
    ? []
    : cellsOfEdition(form)
        .map((cell) => cell.id)
        .filter(
          (id) => !report.cells.has(id) && !report.unplaced.some(({ cells }) => cells.includes(id)),
        )
}

const kinds = (report: Report, table: TableId) =>
  report.tables[table].deviations.map(({ kind }) => kind)

const t3 = printedTable(truth, 't3')
const isRow = (row: readonly PrintedCell[], id: string) =>
  row.some(({ cell }) => cell?.startsWith(`t3.${id}.`))

describe('a report on the official form', () => {
  it.each([
    ['2021', truth, 200],
    ['2019', truth2019, 198],
  ])('of edition %s is read cell for cell', (edition, of, count) => {
    const report = read(of)
    expect(report.edition).toBe(edition)
    expect(certain(report, of)).toBe(count)
    expect(silentlyWrong(report, of)).toEqual([])
    expect([...kinds(report, 't2'), ...kinds(report, 't3'), ...kinds(report, 't4')]).toEqual([])
    expect(report.sections.map(({ agreement }) => agreement)).toEqual(Array(6).fill('official'))
    expect(report.title?.unit).toBe(of.unit)
    expect(report.title?.year).toBe(of.year)
  })
})

describe('rows of table 3', () => {
  it('a row that the document does not have is absent, and no other row takes its numbers', () => {
    const report = read(truth, {
      t3: [gridTable(withRows(t3, (row) => (isRow(row, 'declined.repeat') ? [] : [row])))],
    })
    expect(absent(report, '2021')).toEqual(
      edition2021.tables.t3.columns.map(({ id }) => `t3.declined.repeat.${id}`),
    )
    expect(silentlyWrong(report, truth)).toEqual([])
  })

  it('a row that the form does not have is named, and shifts nothing', () => {
    const extra = (row: readonly PrintedCell[]): readonly PrintedCell[] =>
      row.map((cell) => (cell.cell === null ? { ...cell, text: '9.其他' } : { ...cell, text: '1' }))
    const report = read(truth, {
      t3: [
        gridTable(withRows(t3, (row) => (isRow(row, 'denied.query') ? [row, extra(row)] : [row]))),
      ],
    })
    expect(kinds(report, 't3')).toEqual(['extra-row'])
    expect(certain(report, truth)).toBe(200)
  })

  it('two rows that changed places are read by their labels and reported', () => {
    const rows = [...t3.rows]
    const a = rows.findIndex((row) => isRow(row, 'declined.repeat'))
    const b = rows.findIndex((row) => isRow(row, 'declined.publication'))
    const [first = [], second = []] = [rows[a], rows[b]]
    rows.splice(a, 2, second, first)
    const report = read(truth, { t3: [gridTable({ ...t3, rows })] })
    expect(kinds(report, 't3')).toEqual(['out-of-order'])
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
  })

  it('a row without a label between two known rows is placed, but marked uncertain', () => {
    const report = read(truth, {
      t3: [
        gridTable(
          withRows(t3, (row) => [
            isRow(row, 'unavailable.create')
              ? row.map((cell) => (cell.text.includes('现成信息') ? { ...cell, text: '' } : cell))
              : row,
          ]),
        ),
      ],
    })
    expect(report.cells.get('t3.unavailable.create.total')?.doubt).toBe('row-label')
    expect(silentlyWrong(report, truth)).toEqual([])
  })

  it('a slip in a label is reported with the cells it names, and the row is still read', () => {
    const report = read(truth, {
      t3: [
        gridTable(
          withRows(t3, (row) => [
            row.map((c) =>
              c.text.startsWith('2.其他法律') ? { ...c, text: '2.其他法律法规禁止公开' } : c,
            ),
          ]),
        ),
      ],
    })
    const [deviation] = report.tables.t3.deviations
    expect(deviation).toMatchObject({ kind: 'label-differs', found: '2.其他法律法规禁止公开' })
    expect(certain(report, truth)).toBe(200)
  })

  it.each([
    ['numbers lost', (text: string) => text.replace(/^[（(]?[一二三四五六七\d][）)]?[、.]?/u, '')],
    [
      'half-width brackets and spaces',
      (text: string) => text.replace('（', '( ').replace('）', ' )'),
    ],
    ['line breaks inside', (text: string) => text.replace(/(.{2})/gu, '$1\n')],
    [
      'traditional characters',
      (text: string) => text.replaceAll('开', '開').replaceAll('请', '請').replaceAll('结', '結'),
    ],
  ])('labels with %s are the official labels', (_, rewrite) => {
    const report = read(truth, {
      t3: [
        gridTable(
          withRows(t3, (row) => [
            row.map((c) => (c.cell === null ? { ...c, text: rewrite(c.text) } : c)),
          ]),
        ),
      ],
    })
    expect(certain(report, truth)).toBe(200)
    expect(kinds(report, 't3')).toEqual([])
  })

  it('a row that lost one cell is not read at all: the others may have moved', () => {
    const report = read(truth, {
      t3: [
        gridTable(
          withRows(t3, (row) => [isRow(row, 'granted') ? row.slice(0, -1).map((c) => c) : row]),
        ),
      ],
    })
    expect(report.unplaced.flatMap(({ cells }) => cells)).toHaveLength(7)
    expect(silentlyWrong(report, truth)).toEqual([])
  })
})

describe('columns of table 3', () => {
  const shift = (cell: PrintedCell, by: number): PrintedCell => ({
    ...cell,
    column: cell.column + by,
  })

  it('a spare empty column at the right changes nothing', () => {
    const spare = withRows(t3, (row) => [
      [...row, { column: 10, rowSpan: 1, columnSpan: 1, text: '', cell: null }],
    ])
    const report = read(truth, { t3: [gridTable({ ...spare, columnCount: 11 })] })
    expect(certain(report, truth)).toBe(200)
  })

  it('a spare column in the middle, without a heading, changes nothing', () => {
    const at = 6
    const widened = withRows(t3, (row) => {
      const moved = row.map((cell) =>
        cell.column >= at
          ? shift(cell, 1)
          : cell.column + cell.columnSpan > at
            ? { ...cell, columnSpan: cell.columnSpan + 1 }
            : cell,
      )
      const covered = moved.some((cell) => cell.column <= at && cell.column + cell.columnSpan > at)
      return [
        covered
          ? moved
          : [...moved, { column: at, rowSpan: 1, columnSpan: 1, text: '', cell: null }],
      ]
    })
    const report = read(truth, { t3: [gridTable({ ...widened, columnCount: 11 })] })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
  })

  it('a column that the document does not have is absent in every row', () => {
    const at = 5
    const narrowed = withRows(t3, (row) => [
      row
        .filter((cell) => !(cell.column === at && cell.columnSpan === 1))
        .map((cell) =>
          cell.column > at
            ? shift(cell, -1)
            : cell.column + cell.columnSpan > at && cell.columnSpan > 1
              ? { ...cell, columnSpan: cell.columnSpan - 1 }
              : cell,
        ),
    ])
    const report = read(truth, { t3: [gridTable({ ...narrowed, columnCount: 9 })] })
    expect(absent(report, '2021')).toEqual(
      edition2021.tables.t3.rows.map(({ id }) => `t3.${id}.research`),
    )
    expect(silentlyWrong(report, truth)).toEqual([])
  })

  it('two columns that changed places are read by their headings, reported, and alone uncertain', () => {
    const swap = (column: number) => (column === 4 ? 5 : column === 5 ? 4 : column)
    const swapped = withRows(t3, (row) => [
      row.map((cell) => (cell.columnSpan === 1 ? { ...cell, column: swap(cell.column) } : cell)),
    ])
    const report = read(truth, { t3: [gridTable(swapped)] })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(kinds(report, 't3')).toContain('out-of-order')
    expect([...report.cells.values()].filter(({ doubt }) => doubt !== null)).toHaveLength(50)
  })
})

describe('a row torn by a page end', () => {
  const halves = (id: string, numbersFirst: boolean) =>
    withRows(t3, (row) => {
      if (!isRow(row, id)) return [row]
      const torn = (keep: (text: string) => string, withNumbers: boolean) =>
        row.map((cell) => ({
          ...cell,
          text: cell.cell === null ? keep(cell.text) : withNumbers ? cell.text : '',
        }))
      const head = torn((text) => text.slice(0, 4), numbersFirst)
      return [head, torn((text) => text.slice(4), !numbersFirst)]
    })

  it.each([
    ['declined.abusive', true],
    ['declined.abusive', false],
    ['other.overdueFee', true],
    ['denied.process', true],
    ['denied.process', false],
  ])('%s is one row again, its numbers in the first half: %s', (id, numbersFirst) => {
    const report = read(truth, { t3: [gridTable(halves(id, numbersFirst))] })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
    expect(kinds(report, 't3')).toEqual([])
  })
})

describe('a table in pieces', () => {
  const split = (table: PrintedTable, at: number, head: number): readonly Block[] => {
    const second = [...table.rows.slice(0, head), ...table.rows.slice(at)]
    return [
      gridTable({ ...table, rows: table.rows.slice(0, at) }),
      paragraph('— 4 —'),
      gridTable({ ...table, rows: second }),
    ]
  }

  it.each([
    ['with repeated headings', 3],
    ['without headings on the second page', 0],
  ])('%s is one table', (_, head) => {
    for (const at of [5, 9, 14, 20, 26]) {
      const report = read(truth, { t3: split(t3, at, head) })
      expect(silentlyWrong(report, truth)).toEqual([])
      expect(certain(report, truth)).toBe(200)
      expect(kinds(report, 't3')).toEqual([])
    }
  })

  it('a row of numbers alone on the next page still belongs to table 4', () => {
    const t4 = printedTable(truth, 't4')
    const report = read(truth, { t4: split(t4, 3, 0) })
    expect(certain(report, truth)).toBe(200)
  })

  it('a second copy of the table is named and not read', () => {
    const report = read(truth, {
      t3: [
        gridTable(t3),
        paragraph('附：统计表，供对照使用。'),
        gridTable(
          withRows(t3, (row) => [row.map((c) => (c.cell === null ? c : { ...c, text: '9' }))]),
        ),
      ],
    })
    expect(kinds(report, 't3')).toEqual(['duplicate-table'])
    expect(certain(report, truth)).toBe(200)
  })
})

describe('table 2', () => {
  it('on the other edition than table 3 is named, and only what both forms share is read', () => {
    const report = read(truth, { t2: [gridTable(printedTable(truth2019, 't2'))] })
    expect(report.edition).toBe('2021')
    expect(report.tables.t2.deviations).toMatchObject([{ kind: 'other-edition', edition: '2019' }])
  })

  it('with the older row name is read and reported', () => {
    const t2 = withRows(printedTable(truth, 't2'), (row) => [
      row.map((c) => (c.text === '行政规范性文件' ? { ...c, text: '规范性文件' } : c)),
    ])
    const report = read(truth, { t2: [gridTable(t2)] })
    expect(report.edition).toBe('2021')
    expect(kinds(report, 't2')).toEqual(['label-differs'])
    expect(certain(report, truth)).toBe(200)
  })

  it('with two headings cut to the same two characters is read by their order', () => {
    const t2 = withRows(printedTable(truth2019, 't2'), (row) => [
      row.map((c) => (/^本年新/u.test(c.text) ? { ...c, text: '本年新' } : c)),
    ])
    const report = read(truth2019, { t2: [gridTable(t2)] })
    expect(silentlyWrong(report, truth2019)).toEqual([])
    expect(report.edition).toBe('2019')
    expect(kinds(report, 't2')).toEqual(['label-differs', 'label-differs'])
  })
})

describe('rows of table 2', () => {
  it('that changed places are read by their labels and reported', () => {
    const rows = [...printedTable(truth, 't2').rows]
    const at = rows.findIndex((row) => row.some(({ text }) => text === '规章'))
    const [first = [], second = []] = [rows[at], rows[at + 1]]
    rows.splice(at, 2, second, first)
    const report = read(truth, { t2: [gridTable({ ...printedTable(truth, 't2'), rows })] })
    expect(certain(report, truth)).toBe(200)
    expect(kinds(report, 't2')).toEqual(['out-of-order'])
  })
})

describe('column headings in flattened text', () => {
  const flat = (change: (text: string) => string) =>
    t3.rows.map((row) =>
      row.toSorted((a, b) => a.column - b.column).map(({ text }) => change(text)),
    )

  it('in other words are reported', () => {
    const report = read(truth, {
      t3: [rowsTable(flat((text) => (text === '科研机构' ? '科研单位' : text)))],
    })
    expect(kinds(report, 't3')).toEqual(['label-differs'])
    expect(certain(report, truth)).toBe(200)
  })

  it('that changed places leave the two columns to a person', () => {
    const swap = (text: string) =>
      text === '科研机构' ? '商业企业' : text === '商业企业' ? '科研机构' : text
    const report = read(truth, { t3: [rowsTable(flat(swap))] })
    expect(kinds(report, 't3')).toEqual(['out-of-order'])
    expect(silentlyWrong(report, truth)).toEqual([])
  })
})

describe('table 4', () => {
  const t4 = printedTable(truth, 't4')

  it('with its last column lost, heading and number, lacks just that cell', () => {
    const cut = withRows(t4, (row) => [row.filter((cell) => !(cell.column === 14))])
    const report = read(truth, { t4: [gridTable({ ...cut, columnCount: 14 })] })
    expect(absent(report, '2021')).toEqual(['t4.afterReview.total'])
    expect(silentlyWrong(report, truth)).toEqual([])
  })

  it('stacked in three blocks is read group by group', () => {
    const numbers = (group: string) =>
      edition2021.tables.t4.columns.map(({ id }) => truth.cells.get(`t4.${group}.${id}`)?.raw ?? '')
    const headings = edition2021.tables.t4.columns.map(({ label }) => label)
    const stacked = edition2021.tables.t4.groups.flatMap(({ id, label }) => [
      [label],
      headings,
      numbers(id),
    ])
    const report = read(truth, { t4: [rowsTable(stacked)] })
    expect(certain(report, truth)).toBe(200)
    expect(silentlyWrong(report, truth)).toEqual([])
  })

  it('with a row for each group is read by the row labels', () => {
    const rows = [
      ['', ...edition2021.tables.t4.columns.map(({ label }) => label)],
      ...edition2021.tables.t4.groups.map(({ id, label }) => [
        label,
        ...edition2021.tables.t4.columns.map(
          (column) => truth.cells.get(`t4.${id}.${column.id}`)?.raw ?? '',
        ),
      ]),
    ]
    const report = read(truth, { t4: [rowsTable(rows)] })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
  })
})

describe('tables that the document holds as plain lines', () => {
  const lines = (table: PrintedTable): readonly string[] =>
    table.rows.flatMap((row) =>
      row.toSorted((a, b) => a.column - b.column).map((cell) => cell.text),
    )
  const paragraphs = (texts: readonly string[]) => texts.map((text) => paragraph(text))

  it('one cell a line is read', () => {
    const report = read(truth, {
      t2: paragraphs(lines(printedTable(truth, 't2'))),
      t3: paragraphs(lines(t3)),
      t4: paragraphs(lines(printedTable(truth, 't4'))),
    })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
  })

  it('one row a line, parted by spaces, is read', () => {
    const joined = (table: PrintedTable) =>
      table.rows.map((row) => row.map((cell) => cell.text).join(' '))
    const report = read(truth, { t3: paragraphs(joined(t3)) })
    expect(silentlyWrong(report, truth)).toEqual([])
    expect(certain(report, truth)).toBe(200)
  })
})

describe('a third edition', () => {
  // Registered by the list alone: another name for a column and one row more.
  const invented: Edition = {
    ...edition2021,
    id: '2030',
    reportYears: { from: 2030, to: null },
    source: '某通知〔2030〕1号',
    tables: {
      ...edition2021.tables,
      t3: {
        ...edition2021.tables.t3,
        rows: edition2021.tables.t3.rows.flatMap((row) =>
          row.id === 'denied.query'
            ? [
                row,
                {
                  id: 'denied.commercial',
                  label: '9.属于商业数据资产',
                  ...(row.under && { under: row.under }),
                },
              ]
            : [row],
        ),
      },
    },
  }

  it('is told from the others by its table 3', () => {
    const table = withRows(t3, (row) =>
      isRow(row, 'denied.query')
        ? [
            row,
            row.map((c) =>
              c.cell === null ? { ...c, text: '9.属于商业数据资产' } : { ...c, text: '4' },
            ),
          ]
        : [row],
    )
    const result = extractReport(documentOf(truth, { t3: [gridTable(table)] }), [
      ...EDITIONS,
      invented,
    ])
    expect(result.ok && result.value.edition).toBe('2030')
    expect(result.ok && result.value.cells.get('t3.denied.commercial.total')).toMatchObject({
      value: 4,
    })
    const older = extractReport(documentOf(truth), [...EDITIONS, invented])
    expect(older.ok && older.value.edition).toBe('2021')
  })
})

describe('a document that is no report', () => {
  it('is refused', () => {
    const letter = sourceDocument([
      paragraph('关于召开会议的通知'),
      paragraph('各村、各部门：'),
      gridTable(withRows({ ...t3, rows: [] }, (row) => [row])),
    ])
    expect(extractReport(letter)).toEqual({ ok: false, error: { code: 'not-a-report' } })
  })

  it('with title and headings but no tables is a report whose tables are missing', () => {
    const blocks = [
      paragraph('清溪镇2023年政府信息公开工作年度报告'),
      ...OFFICIAL_SECTIONS.map((section) => paragraph(headingOf(section))),
    ]
    const result = extractReport(sourceDocument(blocks))
    expect(result.ok && Object.values(result.value.tables).map(({ status }) => status)).toEqual([
      'missing',
      'missing',
      'missing',
    ])
  })
})
