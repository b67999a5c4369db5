import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BUSY,
  buildReport,
  type CellChange,
  type CellChanges,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { cellsOfEdition } from '../form/cell-id.ts'
import { cellsIn } from '../form/cell-order.ts'
import type { CellId, Measure } from '../form/edition.ts'
import { fromPlainReport, toPlainReport } from '../ipc/plain-report.ts'
import type { UnplacedCells } from '../report/report.ts'
import { checkReading } from './check-reading.ts'
import { applyCorrections, carryCorrections, handSetOf, readHandText } from './corrections.ts'

const plain = (changes: CellChanges = {}, options: ReportOptions = {}) =>
  toPlainReport(buildReport(changes, options))

const texts = (...pairs: readonly (readonly [CellId, string])[]) => new Map(pairs)

const cellOf = (report: ReturnType<typeof plain>, id: CellId) =>
  fromPlainReport(report).cells.get(id)

const rules = (report: ReturnType<typeof plain>) =>
  checkReading(report).findings.map(({ finding }) => finding.rule)

const AT = [{ kind: 'element', id: 'c7' } as const]
const ROW: readonly CellId[] = ['t3.new.natural', 't3.new.company']

const group = (part: Partial<UnplacedCells> = {}): UnplacedCells => ({
  cells: ROW,
  values: ['1', '2'],
  reason: 'row-length',
  at: AT,
  ...part,
})

describe('applyCorrections', () => {
  it('puts the number set by hand in place of what was read, and settles the doubt', () => {
    const report = plain({ 't3.new.natural': { raw: '1 2', doubt: 'spaced-digits' } })
    expect(
      cellOf(applyCorrections(report, texts(['t3.new.natural', '12'])), 't3.new.natural'),
    ).toEqual({
      kind: 'number',
      raw: '12',
      value: 12,
      at: [],
      doubt: null,
    })
  })

  it('makes the finding of a misread sum go away', () => {
    const report = plain({ ...BUSY, 't4.review.total': '8' })
    expect(rules(report)).toEqual(['t4-total'])
    expect(rules(applyCorrections(report, texts(['t4.review.total', '3'])))).toEqual([])
  })

  it.each([
    ['/', { kind: 'blank', mark: 'slash' }],
    ['', { kind: 'blank', mark: 'empty' }],
    ['若干', { kind: 'text', reason: 'words' }],
  ])('takes %j as it stands', (raw, expected) => {
    expect(
      cellOf(applyCorrections(plain(), texts(['t3.new.natural', raw])), 't3.new.natural'),
    ).toMatchObject(expected)
  })

  it('locates a cell that had not been found', () => {
    const report = plain({ 't3.new.natural': null })
    expect(rules(report)).toContain('cell-missing')
    expect(rules(applyCorrections(report, texts(['t3.new.natural', '0'])))).toEqual([])
  })

  it('takes a cell out of those that could not be placed, and keeps where they stand', () => {
    const after = applyCorrections(
      plain({}, { unplaced: [group()] }),
      texts(['t3.new.natural', '1']),
    )
    expect(after.unplaced).toEqual([group({ cells: ['t3.new.company'] })])
    expect(cellOf(after, 't3.new.natural')?.at).toEqual(AT)
  })

  it('removes a group once every cell of it was set', () => {
    const after = applyCorrections(
      plain({}, { unplaced: [group()] }),
      texts(['t3.new.natural', '0'], ['t3.new.company', '0']),
    )
    expect(after.unplaced).toEqual([])
    expect(rules(after)).toEqual([])
  })

  it('takes a table that was typed in as a whole for read', () => {
    const report = plain({}, { missing: ['t4'] })
    const all = new Map(cellsIn(formOf(), 't4').map(({ id }) => [id, '0'] as const))
    expect(rules(applyCorrections(report, all))).toEqual([])
    const [first] = all.keys()
    if (first !== undefined) all.delete(first)
    expect(applyCorrections(report, all).tables.t4.status).toBe('missing')
  })

  it('leaves out cells that the form does not have', () => {
    const report = plain()
    const after = applyCorrections(report, texts(['t3.nowhere.natural', '1']))
    expect(after.cells).toHaveLength(report.cells.length)
  })

  it('gives back the very report where nothing was set', () => {
    const report = plain()
    expect(applyCorrections(report, new Map())).toBe(report)
  })

  it('never changes the reading, any other cell, or the answer when done twice', () => {
    const ids = cellsOfEdition(formOf()).map(({ id }) => id)
    const hand = fc.array(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom('', '0', '7', '/', '无')),
    )
    fc.assert(
      fc.property(hand, (pairs) => {
        const report = plain(BUSY)
        const before = JSON.stringify(report)
        const set = new Map(pairs)
        const after = applyCorrections(report, set)
        expect(JSON.stringify(report)).toBe(before)
        expect(applyCorrections(after, set)).toEqual(after)
        const [read, corrected] = [fromPlainReport(report).cells, fromPlainReport(after).cells]
        for (const id of ids) {
          if (set.has(id))
            expect(corrected.get(id)).toMatchObject({ raw: set.get(id), doubt: null })
          else expect(corrected.get(id)).toEqual(read.get(id))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('handSetOf', () => {
  it('keeps what the program had read', () => {
    const report = plain({ 't3.new.natural': '8', 't3.new.company': null })
    expect([...handSetOf(report, texts(['t3.new.natural', '3'], ['t3.new.company', '1']))]).toEqual(
      [
        ['t3.new.natural', { raw: '3', read: '8' }],
        ['t3.new.company', { raw: '1', read: null }],
      ],
    )
  })
})

describe('readHandText', () => {
  it.each<[string, Measure]>([
    ['12', 'count'],
    ['1,585.50', 'money'],
    ['12件', 'count'],
    ['-3', 'change'],
    ['', 'count'],
    ['/', 'count'],
    ['若干', 'count'],
  ])('takes %j for %s', (text, measure) => {
    expect(readHandText(` ${text} `, measure)).toEqual({ ok: true, value: text })
  })

  it.each<[string, Measure, string]>([
    ['1 2', 'count', 'two-numbers'],
    ['012', 'count', 'two-numbers'],
    ['12元', 'money-10k', 'other-unit'],
    ['12345678901234567891', 'count', 'inexact'],
    ['字'.repeat(61), 'count', 'too-long'],
  ])('refuses %j for %s', (text, measure, code) => {
    expect(readHandText(text, measure)).toEqual({ ok: false, error: { code } })
  })
})

describe('carryCorrections', () => {
  const hand = texts(['t3.new.natural', '3'])
  const before = plain({ 't3.new.natural': '8' })

  it('keeps a text where the program reads the very same again', () => {
    const after = plain({ 't3.new.natural': '8', 't3.new.company': '1' })
    expect(carryCorrections(hand, before, after)).toEqual(hand)
  })

  it.each<[string, CellChange]>([
    ['another text', '3'],
    ['the same text with a doubt', { raw: '8', doubt: 'source' }],
    ['nothing', null],
  ])('drops it where the program now reads %s', (_, change) => {
    expect(carryCorrections(hand, before, plain({ 't3.new.natural': change })).size).toBe(0)
  })

  it('drops it where the program had read nothing and still does not', () => {
    const blind = plain({ 't3.new.natural': null })
    expect(carryCorrections(hand, blind, blind).size).toBe(0)
  })
})
