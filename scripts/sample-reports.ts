import type { CellId } from '../shared/form/edition.ts'
import type { NumberDraw } from '../test/builders/cell-numbers.ts'
import { reportFrom } from '../test/builders/drawn-report.ts'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import { withCells } from '../test/builders/ground-truth.ts'
import type { PrintedBlock } from '../test/builders/printed-report.ts'
import { printedReport } from '../test/builders/printed-report.ts'

/** A report of an invented town for people to try the program on. */
export interface SampleReport {
  /** The file's name with its extension, which decides the format. */
  readonly name: string
  readonly blocks: readonly PrintedBlock[]
}

/** The five samples: four with mistakes that clerks make, one without any. */
export const sampleReports = (): readonly SampleReport[] => [
  unbalanced(),
  wrongTotal(),
  clean(),
  oldForm(),
  leftBlank(),
]

/** The handled row was not brought up to date when the last reply went out. */
function unbalanced(): SampleReport {
  const truth = reportFrom({
    year: 2023,
    county: COUNTY.lanhe,
    town: TOWN.qingxi,
    naming: NAMING.twoLines,
    numbers: {
      ...QUIET,
      decided: [
        { row: ROW.granted, column: 0, count: 3 },
        { row: ROW.partial, column: 1, count: 1 },
        { row: ROW.notHeld, column: 0, count: 1 },
      ],
      waiting: [2],
      inherited: [1],
      files: [2, 1, 6, 48, 5, 0, 126, 2],
    },
    prose: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1],
    signed: true,
  })
  const slips = { 't3.handled.natural': '3', 't3.handled.total': '4' }
  return { name: '清溪镇2023.docx', blocks: printedReport(overwrite(truth, slips)) }
}

/** A pending review was added without its total, and an estimate stands where a number must. */
function wrongTotal(): SampleReport {
  const truth = reportFrom({
    year: 2022,
    county: COUNTY.qingling,
    town: TOWN.shidu,
    naming: NAMING.oneLine,
    numbers: {
      ...QUIET,
      decided: [
        { row: ROW.granted, column: 0, count: 2 },
        { row: ROW.petition, column: 0, count: 1 },
      ],
      disputes: [1, 0, 0, 1],
      files: [0, 0, 3, 120, 7, 1, 0, 0],
    },
    prose: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2],
    signed: true,
  })
  const slips = { 't4.review.total': '1', 't2.license.decisions': '约120' }
  return { name: '石渡镇2022.pdf', blocks: printedReport(overwrite(truth, slips)) }
}

/** A busy year on the form of 2019, without a mistake. */
function clean(): SampleReport {
  const truth = reportFrom({
    year: 2020,
    county: COUNTY.yunpu,
    town: TOWN.liuwan,
    naming: NAMING.oneLine,
    numbers: {
      ...QUIET,
      decided: [
        { row: ROW.granted, column: 0, count: 6 },
        { row: ROW.granted, column: 4, count: 1 },
        { row: ROW.notHeld, column: 0, count: 2 },
        { row: ROW.repeat, column: 0, count: 1 },
      ],
      inherited: [2],
      files: [1, 4, 31, 19, 86, 12, 5, 40, 8, 2, 17, 3, 3, 0, 6, 0, 3, 4862, 1],
    },
    prose: [2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 4, 3],
    signed: true,
  })
  return { name: '柳湾乡2020.html', blocks: printedReport(truth) }
}

/** Last year's file taken as it was: the old form, and the old date under the new year's report. */
function oldForm(): SampleReport {
  const lastYear = reportFrom({
    year: 2020,
    county: COUNTY.linxi,
    town: TOWN.bailu,
    naming: NAMING.oneLine,
    numbers: { ...QUIET, files: [0, 2, 14, 4, 25, 6, 1, 9, 2, 0, 3, 0, 0, 0, 2, 0, 1, 36500, 0] },
    prose: [0, 3, 0, 1, 2, 0, 0, 0, 0, 0, 1, 0],
    signed: true,
  })
  const anew = (text: string): string =>
    text.replaceAll('2021年', '2022年').replaceAll('2020年', '2021年')
  const truth: GroundTruth = {
    ...lastYear,
    title: lastYear.title.map(anew),
    preface: lastYear.preface.map(anew),
    sections: lastYear.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map(anew),
    })),
  }
  return { name: '白鹭镇2021.txt', blocks: printedReport(truth) }
}

/** Reviews left blank, the old name of a row, and nothing said under the last heading because it is gone. */
function leftBlank(): SampleReport {
  const truth = reportFrom({
    year: 2024,
    county: COUNTY.shatang,
    town: TOWN.nanping,
    naming: NAMING.oneLine,
    numbers: {
      ...QUIET,
      decided: [{ row: ROW.partial, column: 2, count: 1 }],
      files: [1, 0, 4, 22, 1, 0, 85, 1],
    },
    prose: [1, 0, 2, 0, 1, 2, 1, 0, 0, 0, 5, 1],
    signed: true,
  })
  const reviews = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
  const blank = Object.fromEntries(reviews.map((column) => [`t4.review.${column}`, '']))
  const shortened = {
    ...overwrite(truth, blank),
    sections: truth.sections.filter(({ number }) => number < 6),
  }
  const blocks = relabel(printedReport(shortened), '行政规范性文件', '规范性文件')
  return { name: '南坪乡2024.md', blocks }
}

/** A year without applications, reviews or suits. */
const QUIET: NumberDraw = {
  decided: [],
  waiting: [],
  inherited: [],
  disputes: [],
  files: [],
  writing: 'plain',
}

// Places in the builders' lists of names, and of the rows that are summed under 办理结果.
const COUNTY = { lanhe: 0, qingling: 1, yunpu: 2, linxi: 3, shatang: 4 }
const TOWN = { qingxi: 0, shidu: 1, liuwan: 2, bailu: 3, nanping: 4 }
const NAMING = { oneLine: 1, twoLines: 5 }
const ROW = { granted: 0, partial: 1, notHeld: 10, petition: 13, repeat: 14 }

/** Other texts in some cells; what the prose says stays as it was. */
function overwrite(truth: GroundTruth, slips: Readonly<Record<CellId, string>>): GroundTruth {
  const entries: readonly [string, string][] = Object.entries(slips)
  const known = [...truth.cells.keys()]
  const changes = entries.map(([name, raw]) => {
    const id = known.find((candidate) => candidate === name)
    if (id === undefined) throw new Error(`${name} is not in this report`)
    return [id, { raw, value: raw === '' ? null : Number(raw) }] as const
  })
  return withCells(truth, new Map(changes))
}

/** Another wording of a label of the form, wherever a table prints it. */
const relabel = (
  blocks: readonly PrintedBlock[],
  official: string,
  wording: string,
): readonly PrintedBlock[] =>
  blocks.map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          table: {
            ...block.table,
            rows: block.table.rows.map((cells) =>
              cells.map((cell) => (cell.text === official ? { ...cell, text: wording } : cell)),
            ),
          },
        }
      : block,
  )
