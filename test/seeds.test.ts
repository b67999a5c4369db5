import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { CheckedReport } from '../shared/check/checked-report.ts'
import { cellsOfEdition } from '../shared/form/cell-id.ts'
import { findEdition } from '../shared/form/editions.ts'
import { readBack } from './builders/read-back.ts'

// Five published reports that are not part of the project; test/fixtures holds their like in our own words.
const folder = fileURLToPath(new URL('../../shared/seeds', import.meta.url))
const isThere = existsSync(folder)

it(`runs ${isThere ? 'with' : 'without'} the five published reports beside the repository`, () => {
  expect(isThere ? readdirSync(folder).length : 0).toBe(isThere ? 5 : 0)
})

/** Reads the seed whose name starts with the number. */
function seed(number: string): Promise<CheckedReport> {
  const name = readdirSync(folder).find((file) => file.startsWith(number))
  if (name === undefined) throw new Error(`seed ${number} is not there`)
  return readBack({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })
}

const idsOf = (edition: string, prefix = ''): readonly string[] => {
  const form = findEdition(edition)
  if (form === undefined) throw new Error(`no edition ${edition}`)
  return cellsOfEdition(form)
    .map(({ id }) => id)
    .filter((id) => id.startsWith(prefix))
}

/** Raw texts of certain cells, by id. */
const certainCells = ({ report }: CheckedReport): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...report.cells].filter(([, { doubt }]) => doubt === null).map(([id, { raw }]) => [id, raw]),
  )

/** Every cell of the edition is `0` but for those given. */
const zerosBut = (
  edition: string,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(idsOf(edition).map((id) => [id, '0'])),
  ...others,
})

const cellsOf = ({ findings }: CheckedReport, rule: string): readonly (readonly string[])[] =>
  findings.filter((finding) => finding.rule === rule).map(({ cells }) => cells)

const errorsOf = ({ findings }: CheckedReport): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)

const APPLICANTS = ['natural', 'company', 'research', 'charity', 'legal', 'other']

if (isThere) {
  describe('seed 000: only the totals are filled in', async () => {
    const checked = await seed('000')
    const blank = idsOf('2021', 't3.').filter((id) => !id.endsWith('.total'))

    it('is the 2021 report of 大洼区清水镇 on the 2021 form', () => {
      expect(checked.report.title).toMatchObject({ unit: '大洼区清水镇', year: 2021 })
      expect(checked.report.title?.text).toBe('大洼区清水镇2021年度政府信息公开工作报告')
      expect(checked.report.edition).toBe('2021')
    })

    it('has all 200 cells: 150 applicant cells blank, all others 0', () => {
      expect(blank).toHaveLength(150)
      const blanks = Object.fromEntries(blank.map((id) => [id, '']))
      expect(certainCells(checked)).toEqual(zerosBut('2021', blanks))
      expect(checked.report.cells.size).toBe(200)
    })

    it('reports the blanks once and no failed sum', () => {
      const [cells, ...more] = cellsOf(checked, 'cell-blank')
      expect(new Set(cells)).toEqual(new Set(blank))
      expect(more).toEqual([])
      expect(errorsOf(checked)).toEqual([])
    })

    it('reports the old label, the heading and the title', () => {
      expect(cellsOf(checked, 'table-structure')).toEqual([
        ['t2.normative.issued', 't2.normative.repealed', 't2.normative.effective'],
      ])
      expect(cellsOf(checked, 'title-wording')).toHaveLength(1)
      expect(checked.report.sections.map(({ agreement }) => agreement)).toEqual([
        'number-absent',
        'words-differ',
        'official',
        'official',
        'official',
        'official',
      ])
      const headings = checked.findings.filter(({ rule }) => rule === 'section-heading')
      expect(headings.filter(({ severity }) => severity === 'warning')).toHaveLength(1)
    })
  })

  describe('seed 001: the 2019 form for 2020, with signed changes', async () => {
    const checked = await seed('001')

    it('is the 2020 report of 龙岩市永定区峰市镇 on the 2019 form, which is right for that year', () => {
      expect(checked.report.title).toMatchObject({
        text: '龙岩市永定区峰市镇2020年政府信息公开工作年度报告',
        unit: '龙岩市永定区峰市镇',
        year: 2020,
      })
      expect(checked.report.edition).toBe('2019')
      expect(cellsOf(checked, 'edition-mismatch')).toEqual([])
    })

    it('has all 198 cells with certainty', () => {
      expect(certainCells(checked)).toEqual(
        zerosBut('2019', {
          't2.normative.total': '2',
          't2.license.change': '+8',
          't2.otherService.change': '+189',
          't2.otherService.decisions': '334',
          't2.penalty.change': '+5',
          't2.coercion.change': '+5',
          't2.procurement.count': '1',
          't2.procurement.amount': '838110',
        }),
      )
      expect(checked.report.cells.size).toBe(198)
    })

    it('reads the signed changes as numbers', () => {
      const { cells } = checked.report
      expect(cells.get('t2.license.change')).toMatchObject({ kind: 'number', value: 8 })
      expect(cells.get('t2.otherService.change')).toMatchObject({ kind: 'number', value: 189 })
    })

    it('has no error, and the period, signature and date that stand there', () => {
      expect(errorsOf(checked)).toEqual([])
      expect(checked.report.period).toMatchObject({
        start: { year: 2020, month: 1, day: 1 },
        end: { year: 2020, month: 12, day: 31 },
      })
      expect(checked.report.signature).toMatchObject({
        unit: '龙岩市永定区峰市镇人民政府',
        date: { year: 2021, month: 1, day: 11 },
      })
      expect(checked.report.sections[1]?.agreement).toBe('words-differ')
    })
  })

  describe('seed 002: the handled total left at 0', async () => {
    const checked = await seed('002')

    it('is the 2021 report of 新绛县三泉镇 on the 2021 form', () => {
      expect(checked.report.title).toMatchObject({
        text: '新绛县三泉镇人民政府2021年政府信息公开工作年度报告',
        unit: '新绛县三泉镇',
        year: 2021,
      })
      expect(checked.report.edition).toBe('2021')
    })

    it('has all 200 cells with certainty although the rows are shifted on the grid', () => {
      expect(certainCells(checked)).toEqual(
        zerosBut('2021', {
          't3.new.natural': '2',
          't3.new.total': '2',
          't3.granted.natural': '2',
          't3.granted.total': '2',
        }),
      )
      expect(checked.report.cells.size).toBe(200)
    })

    it('fails balance and handled sum for natural persons and in total, and no other relation', () => {
      const columns = (rule: string): readonly (string | undefined)[] =>
        cellsOf(checked, rule).map((cells) => cells[0]?.split('.').at(-1))
      expect(columns('t3-balance').toSorted()).toEqual(['natural', 'total'])
      expect(columns('t3-handled-sum').toSorted()).toEqual(['natural', 'total'])
      expect(errorsOf(checked)).toHaveLength(4)
      const [natural] = checked.findings.filter(({ rule }) => rule === 't3-handled-sum')
      expect(natural).toMatchObject({ expected: '2', actual: '0' })
    })

    it('reports the damaged column label', () => {
      expect(cellsOf(checked, 'table-structure')).toEqual([
        ['t2.rule.repealed', 't2.normative.repealed'],
      ])
    })
  })

  describe('seed 003: one group of table 4 blank', async () => {
    const checked = await seed('003')
    const blank = idsOf('2019', 't4.review.')

    it('is the 2020 report of 桦川县四马架镇 on the 2019 form', () => {
      expect(checked.report.title).toMatchObject({
        text: '桦川县四马架镇2020年政府信息公开工作年度报告',
        unit: '桦川县四马架镇',
        year: 2020,
      })
      expect(checked.report.edition).toBe('2019')
    })

    it('has all 198 cells with certainty, across every torn page', () => {
      expect(certainCells(checked)).toEqual(
        zerosBut('2019', {
          't2.procurement.count': '1',
          't2.procurement.amount': '1585.5',
          ...Object.fromEntries(blank.map((id) => [id, ''])),
        }),
      )
    })

    it('reports the five blank cells once, the label and nothing that must be corrected', () => {
      expect(cellsOf(checked, 'cell-blank')).toEqual([blank])
      expect(cellsOf(checked, 'table-structure')).toEqual([idsOf('2019', 't3.partial.')])
      expect(errorsOf(checked)).toEqual([])
    })

    it('has no period, signature or date, and no contradiction of years', () => {
      expect(checked.report.period).toBeNull()
      expect(checked.report.signature).toBeNull()
      expect(cellsOf(checked, 'year-mismatch')).toEqual([])
    })
  })

  describe('seed 004: columns lost in the conversion', async () => {
    const checked = await seed('004')
    const certain = certainCells(checked)

    it('is the 2022 report of 汤旺县汤旺河镇 on the 2021 form', () => {
      expect(checked.report.title).toMatchObject({
        text: '汤旺县汤旺河镇2022年政府信息公开工作年度报告',
        unit: '汤旺县汤旺河镇',
        year: 2022,
      })
      expect(checked.report.edition).toBe('2021')
    })

    it('is sure of table 2, of the whole rows of table 3 and of the 14 cells of table 4', () => {
      const sure = [
        ...idsOf('2021', 't2.'),
        ...['new', 'carriedIn', 'granted', 'partial'].flatMap((row) => idsOf('2021', `t3.${row}.`)),
        ...idsOf('2021', 't4.').filter((id) => id !== 't4.afterReview.total'),
      ]
      expect(Object.fromEntries(sure.map((id) => [id, certain[id]]))).toEqual(
        Object.fromEntries(sure.map((id) => [id, '0'])),
      )
    })

    it('is sure of nothing that was lost, and gives no certain reading that is wrong', () => {
      const lost = [
        't4.afterReview.total',
        ...['handled', 'carriedOut', 'other.misc'].flatMap((row) => idsOf('2021', `t3.${row}.`)),
        ...idsOf('2021', 't3.unavailable.').filter((id) => /\.(?:other|total)$/.test(id)),
        ...['denied', 'declined', 'other'].flatMap((group) =>
          idsOf('2021', `t3.${group}.`).filter((id) => id.endsWith('.total')),
        ),
      ]
      expect(lost.filter((id) => certain[id] !== undefined)).toEqual([])
      expect(Object.entries(certain).filter(([, raw]) => raw !== '0')).toEqual([])
    })

    it('reports the foreign row, the label and the missing cell', () => {
      const { deviations } = checked.report.tables.t3
      expect(deviations.filter(({ kind }) => kind === 'extra-row')).toHaveLength(1)
      expect(cellsOf(checked, 'table-structure')).toContainEqual(
        [...APPLICANTS, 'total'].map((column) => `t3.denied.forbidden.${column}`),
      )
      expect(cellsOf(checked, 'cell-missing')).toContainEqual(['t4.afterReview.total'])
      expect(checked.findings).not.toContainEqual(
        expect.objectContaining({ rule: 't3-handled-sum', severity: 'error' }),
      )
    })
  })
}
