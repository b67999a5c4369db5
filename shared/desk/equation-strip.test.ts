import { describe, expect, it } from 'vitest'
import {
  BUSY,
  buildReport,
  type CellChanges,
  changeAll,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { checkReport } from '../check/check-report.ts'
import { cellsOfEdition } from '../form/cell-id.ts'
import type { CellId } from '../form/edition.ts'
import { equationsOf } from '../form/equations.ts'
import { stripsOfCell, stripsOfFinding } from './equation-strip.ts'

const form = formOf()

const textsOfCell = (id: CellId, changes: CellChanges, options?: ReportOptions) =>
  stripsOfCell(id, buildReport(changes, options), form).map(({ place, text }) => `${place} ${text}`)

const stripsOf = (rule: string, changes: CellChanges) => {
  const report = buildReport(changes)
  const finding = checkReport(report, form).findings.find((one) => one.rule === rule)
  if (finding === undefined) throw new Error(`no ${rule}`)
  return stripsOfFinding(finding, report, form)
}

describe('the strip of a finding', () => {
  it('writes a balance out', () => {
    const changes = { 't3.new.natural': '2', 't3.new.total': '2' }
    const [strip] = stripsOf('t3-balance', changes)
    expect(strip?.text).toBe('新收 2 + 结转 0 = 办理 0 + 结转下年 0 ✗ 差 2')
    expect(strip?.place).toBe('表三「自然人」列')
  })

  it('is the one relation the finding is about', () => {
    expect(
      stripsOf('t4-total', { ...BUSY, 't4.review.total': '4' }).map(({ text }) => text),
    ).toEqual(['结果维持 2 + 结果纠正 0 + 其他结果 0 + 尚未审结 1 = 总计 4 ✗ 差 1'])
  })

  it('writes a row of table 3 out with all its columns', () => {
    const [strip] = stripsOf('t3-row-total', {
      ...BUSY,
      't3.granted.total': '3',
      't3.handled.total': '5',
    })
    expect(strip?.text).toBe(
      '自然人 2 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 总计 3 ✗ 差 1',
    )
    expect(strip?.place).toBe('表三「（一）予以公开」行')
  })

  it('shows of a long sum only what adds something', () => {
    const [strip] = stripsOf('t3-handled-sum', {
      ...BUSY,
      't3.handled.natural': '4',
      't3.new.natural': '4',
    })
    expect(strip?.text).toMatch(
      /^予以公开 2 \+ 属于国家秘密 1 \+ （其余 \d+ 项为 0） = 办理结果总计 4 ✗ 差 1$/,
    )
    const cells = strip?.left.flatMap((term) => (term.kind === 'rest' ? term.cells : [term.cell]))
    expect(cells).toHaveLength(form.tables.t3.sums.handledParts.length)
  })

  it('tells zeros and blanks of a long sum apart', () => {
    const changes = { ...changeAll(/^t3\.denied\.\w+\.natural$/, ''), 't3.handled.natural': '1' }
    const [strip] = stripsOf('t3-handled-sum', changes)
    expect(strip?.text).toMatch(
      /^（其余 \d+ 项为 0） \+ （其余 8 项空白） = 办理结果总计 1 ✗ 差 1$/,
    )
  })

  it('says so where all addends are zero', () => {
    const [strip] = stripsOf('t3-handled-sum', { 't3.handled.natural': '1' })
    expect(strip?.text).toMatch(/^（\d+ 项都为 0） = /)
  })

  it('of a blank is the sums it stands in', () => {
    const strips = stripsOf('cell-blank', { ...BUSY, 't4.review.total': '' })
    expect(strips.map(({ answer }) => answer)).toEqual([
      { kind: 'open', why: 'blank-result', should: '3', words: '合计空白' },
    ])
    expect(strips[0]?.right).toMatchObject([{ shown: '空白', isBlank: true, isFocus: true }])
  })

  it('is nothing for a run of blanks, which stands in sums by the dozen', () => {
    expect(stripsOf('cell-blank', changeAll(/^t3\..*\.research$/, ''))).toEqual([])
  })
})

describe('the strips of a cell', () => {
  it('are all relations it stands in, those that fail first', () => {
    const texts = textsOfCell('t3.new.natural', { ...BUSY, 't3.new.natural': '4' })
    expect(texts).toEqual([
      '表三「自然人」列 新收 4 + 结转 1 = 办理 3 + 结转下年 1 ✗ 差 1',
      expect.stringContaining('表三「一、本年新收政府信息公开申请数量」行 自然人 4'),
    ])
  })

  it('are none for a cell of table 2, which has no sums', () => {
    expect(textsOfCell('t2.rule.issued', {})).toEqual([])
  })

  it('cover every relation of both editions', () => {
    for (const edition of ['2019', '2021'] as const) {
      const own = formOf({ edition })
      const report = buildReport({}, { edition })
      const strips = cellsOfEdition(own).flatMap(({ id }) => stripsOfCell(id, report, own))
      const places = new Set(strips.map(({ place, kind }) => `${kind} ${place}`))
      expect(places.size).toBe(equationsOf(own).length)
      expect(strips.every(({ text }) => text.endsWith('✓'))).toBe(true)
    }
  })

  it.each<[string, CellChanges, ReportOptions, string, object]>([
    [
      'a cell that was not found',
      { 't4.review.upheld': null },
      {},
      '结果维持 没找到',
      { isUnusable: true },
    ],
    [
      'a cell with words',
      { 't4.review.upheld': '若干' },
      {},
      '结果维持 若干',
      { isUnusable: true },
    ],
    [
      'a blank',
      { 't4.review.upheld': '' },
      {},
      '结果维持 空白',
      { isBlank: true, isUnusable: false },
    ],
    ['a slash', { 't4.review.upheld': '/' }, {}, '结果维持 /', { isBlank: true }],
    [
      'a reading in doubt',
      { 't4.review.upheld': { raw: '0', doubt: 'source' } },
      {},
      '结果维持 0',
      { isUncertain: true },
    ],
    [
      'a cell that could not be placed',
      {},
      { unplaced: [{ cells: ['t4.review.upheld'], values: ['1'], reason: 'row-length', at: [] }] },
      '结果维持 没读出',
      { isUnusable: true, isUncertain: true },
    ],
  ])('show %s', (_, changes, options, text, term) => {
    const [strip] = stripsOfCell('t4.review.total', buildReport(changes, options), form)
    expect(strip?.text).toContain(text)
    expect(strip?.left[0]).toMatchObject(term)
  })

  it.each([
    ['missing', { 't4.review.upheld': null }, '？ 缺少要用到的格'],
    ['words', { 't4.review.upheld': '若干' }, '？ 有格填的不是件数'],
  ])('never call a sum right that cannot be told (%s)', (_, changes, expected) => {
    const [strip] = stripsOfCell('t4.review.total', buildReport(changes), form)
    expect(strip?.text.endsWith(expected)).toBe(true)
    expect(strip?.answer.kind).toBe('open')
  })

  it('keep the cell that was asked for in sight, though it is one zero among many', () => {
    const [strip] = stripsOfCell('t3.denied.query.natural', buildReport(BUSY), form).filter(
      ({ kind }) => kind === 't3-handled-sum',
    )
    expect(strip?.left).toContainEqual(
      expect.objectContaining({ cell: 't3.denied.query.natural', shown: '0', isFocus: true }),
    )
  })

  it('show numbers too large for a double to the last digit', () => {
    const [strip] = stripsOfCell(
      't4.review.total',
      buildReport({ 't4.review.total': '9007199254740993' }),
      form,
    )
    expect(strip?.text).not.toContain('✓')
  })
})
