import { describe, expect, it } from 'vitest'
import {
  buildReport,
  type CellChanges,
  formOf,
  type ReportOptions,
} from '../../test/builders/report.ts'
import { cellsOfEdition } from '../form/cell-id.ts'
import { checkReport } from './check-report.ts'
import { toReportJson, toUnreadableJson } from './report-json.ts'

const json = (changes: CellChanges = {}, options: ReportOptions = {}) =>
  toReportJson(
    'reports/qingshui.docx',
    checkReport(buildReport(changes, options), formOf(options)),
    formOf(options),
  )

describe('toReportJson', () => {
  it('has the members of the contract in its order', () => {
    expect(Object.keys(json())).toEqual([
      'file',
      'status',
      'title',
      'unit',
      'year',
      'edition',
      'cells',
      'sections',
      'findings',
    ])
  })

  it('says what the title says', () => {
    expect(json()).toMatchObject({
      file: 'reports/qingshui.docx',
      status: 'checked',
      title: '清水镇人民政府2021年政府信息公开工作年度报告',
      unit: '清水镇',
      year: 2021,
      edition: '2021',
    })
  })

  it('says null where nothing is known', () => {
    expect(json({}, { title: null, period: null })).toMatchObject({
      title: null,
      unit: null,
      year: null,
    })
  })

  it('has every located cell in the order of the form, and no other', () => {
    const ids = cellsOfEdition(formOf()).map(({ id }) => id)
    expect(Object.keys(json().cells)).toEqual(ids)
    expect(Object.keys(json({ 't3.new.total': null }).cells)).toEqual(
      ids.filter((id) => id !== 't3.new.total'),
    )
  })

  it('shows raw and value, and uncertain only where it is', () => {
    const { cells } = json({
      't3.new.natural': '',
      't3.new.company': '１２',
      't3.new.research': '见附件',
      't3.new.legal': { raw: '4', doubt: 'row-length' },
      't2.fee.amount': '12.5万元',
    })
    expect(cells['t3.new.natural']).toEqual({ raw: '', value: null })
    expect(cells['t3.new.company']).toEqual({ raw: '１２', value: 12 })
    expect(cells['t3.new.research']).toEqual({ raw: '见附件', value: null })
    expect(cells['t3.new.legal']).toEqual({ raw: '4', value: 4, uncertain: true })
    expect(cells['t2.fee.amount']).toEqual({ raw: '12.5万元', value: 12.5 })
  })

  it('lists the sections that were found', () => {
    const { sections } = json(
      {},
      {
        sections: {
          1: { heading: '总体情况', agreement: 'number-absent' },
          5: { heading: null, agreement: 'absent' },
        },
      },
    )
    expect(sections.map(({ number, standard }) => [number, standard])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, true],
      [6, true],
    ])
    expect(sections[0]).toEqual({ number: 1, heading: '总体情况', standard: false })
  })

  it('gives findings without their places, in the contract’s order of members', () => {
    const [finding] = json({ 't4.review.total': '1' }).findings
    expect(Object.keys(finding ?? {})).toEqual([
      'rule',
      'severity',
      'message',
      'cells',
      'expected',
      'actual',
      'basis',
    ])
    const uncertain = json({ 't4.review.total': { raw: '1', doubt: 'source' } }).findings.at(0)
    expect(Object.keys(uncertain ?? {})).toEqual([
      'rule',
      'severity',
      'message',
      'cells',
      'expected',
      'actual',
      'basis',
      'uncertain',
    ])
  })

  it('survives a round trip through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(json({ 't3.new.total': '1' })))).toEqual(
      json({ 't3.new.total': '1' }),
    )
  })
})

it('an unreadable file says why and what to do', () => {
  expect(toUnreadableJson('reports/scan.pdf', { code: 'no-text-layer', pages: 3 })).toEqual({
    file: 'reports/scan.pdf',
    status: 'unreadable',
    error: { code: 'no-text-layer', message: expect.stringMatching(/^3 页都是扫描图像/) },
  })
})
