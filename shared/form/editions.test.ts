import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellsOfEdition, findCell, tableOfCell } from './cell-id.ts'
import { EDITIONS, editionInForce, findEdition } from './editions.ts'
import { equationsOf } from './equations.ts'
import { headingOf } from './official-sections.ts'

const edition = (id: string) => {
  const found = findEdition(id)
  if (found === undefined) throw new Error(`no edition ${id}`)
  return found
}

describe('the editions of the form', () => {
  it.each([
    ['2019', 22, 161, 15],
    ['2021', 10, 175, 15],
  ])('%s has its printed number of cells in each table', (id, t2, t3, t4) => {
    const tables = cellsOfEdition(edition(id)).map((cell) => tableOfCell(cell.id))
    const count = (table: string) => tables.filter((name) => name === table).length
    expect([count('t2'), count('t3'), count('t4')]).toEqual([t2, t3, t4])
  })

  it.each(EDITIONS)('$id names every cell once', (each) => {
    const ids = cellsOfEdition(each).map((cell) => cell.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2030, '2021'],
  ])('in %i the form in force is %j', (year, id) => {
    expect(editionInForce(year)?.id).toBe(id)
  })

  it('the money and the signed columns are marked as such', () => {
    const measures = EDITIONS.flatMap((each) =>
      cellsOfEdition(each)
        .filter((cell) => cell.measure !== 'count')
        .map((cell) => `${each.id} ${cell.id} ${cell.measure}`),
    )
    expect(measures).toEqual([
      '2019 t2.license.change change',
      '2019 t2.otherService.change change',
      '2019 t2.penalty.change change',
      '2019 t2.coercion.change change',
      '2019 t2.fee.change change',
      '2019 t2.procurement.amount money',
      '2021 t2.fee.amount money-10k',
    ])
  })

  it('headings are printed with their numbers', () => {
    expect(edition('2021').sections.map(headingOf)[5]).toBe('六、其他需要报告的事项')
  })
})

describe('the relations of the form', () => {
  it.each([
    ['2019', { 't3-balance': 7, 't3-row-total': 23, 't3-handled-sum': 7, 't4-total': 3 }, 19],
    ['2021', { 't3-balance': 7, 't3-row-total': 25, 't3-handled-sum': 7, 't4-total': 3 }, 21],
  ])('%s has all of them', (id, counts, leaves) => {
    const equations = equationsOf(edition(id))
    const counted: Record<string, number> = {}
    for (const { kind } of equations) counted[kind] = (counted[kind] ?? 0) + 1
    expect(counted).toEqual(counts)
    const sum = equations.find(({ kind }) => kind === 't3-handled-sum')
    expect(sum?.left).toHaveLength(leaves)
  })

  it.each(EDITIONS)('$id: every term is a cell of the form', (each) => {
    for (const { left, right } of equationsOf(each)) {
      for (const id of [...left, ...right]) expect(findCell(each, id)?.id).toBe(id)
    }
  })
})

// The published description of the form, where it stands beside the project.
const published = new URL('../../../shared/formats.json', import.meta.url)

if (existsSync(published)) {
  describe('the published description of the form', () => {
    it('has the same cells, labels, sections and notices', () => {
      const formats: unknown = JSON.parse(readFileSync(published, 'utf8'))
      const described = JSON.stringify(formats)
      for (const each of EDITIONS) {
        expect(described).toContain(JSON.stringify(each.source))
        for (const section of each.sections)
          expect(described).toContain(JSON.stringify(headingOf(section)))
        for (const cell of cellsOfEdition(each)) {
          expect(described).toContain(
            `{"id":"${cell.rowId}","label":${JSON.stringify(cell.rowLabel)}`,
          )
          expect(described).toContain(
            `{"id":"${cell.columnId}","label":${JSON.stringify(cell.columnLabel)}`,
          )
          for (const heading of cell.rowUnder) expect(described).toContain(JSON.stringify(heading))
        }
      }
    })
  })
}
