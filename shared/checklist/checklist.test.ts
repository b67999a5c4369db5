import { describe, expect, it } from 'vitest'
import { BUSY, buildReport, type CellChanges, formOf } from '../../test/builders/report.ts'
import { checkReport } from '../check/check-report.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { countItems, toChecklist, toUnreadableChecklist } from './checklist.ts'
import { placeWords } from './checklist-words.ts'

const form = formOf()

const finding = (changes: Partial<Finding>): Finding => ({
  rule: 'some-rule',
  severity: 'warning',
  message: '请核对。',
  cells: [],
  basis: '通知',
  at: [],
  ...changes,
})

function itemOf(changes: Partial<Finding>, report: Report = buildReport()) {
  const findings = [finding(changes)]
  const checked = { report, findings, verdict: 'must-review', notChecked: [] } as const
  const [item] = toChecklist('a.docx', checked, form).items
  if (item === undefined) throw new Error('no item')
  return item
}

const withCells = (cells: CellChanges) => buildReport(cells)

describe('toChecklist', () => {
  it('names the report, its form and the verdict', () => {
    const report = buildReport()
    expect(toChecklist('in/a.docx', checkReport(report, form), form)).toEqual({
      kind: 'report',
      file: 'in/a.docx',
      title: '清水镇人民政府2021年政府信息公开工作年度报告',
      unit: '清水镇',
      year: 2021,
      edition: '2021',
      notice: '国办公开办函〔2021〕30号',
      verdict: 'clean',
      items: [],
      notChecked: [],
    })
  })

  it('does not show a sum of a balance as what should stand in one of its cells', () => {
    const item = itemOf({ rule: 't3-balance', expected: '6', actual: '5' })
    expect(item.stands).toBe('新收加结转共 6，办理加结转下年共 5')
    expect(item.should).toBe('两边相等')
  })

  it('names cells by their official labels, and says what stands there and what should', () => {
    const report = withCells({ ...BUSY, 't4.review.total': '9' })
    const { items } = toChecklist('a.docx', checkReport(report, form), form)
    expect(items).toMatchObject([
      {
        number: 1,
        rule: 't4-total',
        severity: 'error',
        place: '表四「行政复议」整组（共 5 格）',
        stands: '9',
        should: '3',
        basis: '国办公开办函〔2021〕30号，表四',
      },
    ])
  })

  it('says of blank cells that they are blank', () => {
    const report = withCells({ 't2.fee.amount': '' })
    expect(itemOf({ cells: ['t2.fee.amount'] }, report).stands).toBe('空白')
  })

  it('shows the different texts of several cells, while they are few', () => {
    const report = withCells({ 't2.rule.issued': '2', 't2.rule.repealed': '/' })
    expect(
      itemOf({ cells: ['t2.rule.issued', 't2.rule.repealed', 't2.rule.effective'] }, report).stands,
    ).toBe('2、/、0')
  })

  it('does not say what stands in a cell that is not there', () => {
    const report = buildReport({ 't2.rule.issued': null })
    expect(itemOf({ cells: ['t2.rule.issued'] }, report).stands).toBeNull()
  })

  it('gives the pages on which the cells and the other places stand, each once, in order', () => {
    const on = (page: number) =>
      ({ kind: 'page', page, box: { left: 0, top: 0, right: 1, bottom: 1 } }) as const
    const report = buildReport()
    const cell = report.cells.get('t2.rule.issued')
    if (cell === undefined) throw new Error('no cell')
    const placed = {
      ...report,
      cells: new Map(report.cells).set('t2.rule.issued', { ...cell, at: [on(3), on(2)] }),
    }
    const item = itemOf({ cells: ['t2.rule.issued'], at: [on(3)] }, placed)
    expect(item.pages).toEqual([2, 3])
    expect(placeWords(item)).toBe('表二「规章」行「本年制发件数」列，第 2、3 页')
  })

  it('says what was not checked apart from the items', () => {
    const report = buildReport({}, { missing: ['t4'] })
    const checklist = toChecklist('a.docx', checkReport(report, form), form)
    expect(checklist.items.map((item) => item.rule)).toEqual(['table-missing'])
    expect(checklist.notChecked).toHaveLength(1)
  })

  it('is fit to be printed, whatever the document and the name of the file hold', () => {
    const item = itemOf({ message: '写的是\u001b[31m“\n2”', actual: '\u202e1', expected: '' })
    expect(item).toMatchObject({ message: '写的是�[31m“ 2”', stands: '�1', should: '空白' })
    expect(toUnreadableChecklist('a\u001b.pdf', { code: 'encrypted' }).file).toBe('a�.pdf')
  })
})

describe('countItems', () => {
  it('counts each severity, and nothing in a file that could not be read', () => {
    const report = buildReport({ 't4.review.total': '9', 't2.fee.amount': '' })
    expect(countItems(toChecklist('a', checkReport(report, form), form))).toEqual({
      error: 1,
      warning: 1,
      info: 0,
    })
    expect(countItems(toUnreadableChecklist('a', { code: 'encrypted' }))).toEqual({
      error: 0,
      warning: 0,
      info: 0,
    })
  })
})
