import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BUSY,
  buildReport,
  type CellChanges,
  changeAll,
  formOf,
} from '../../test/builders/report.ts'
import { checkReport } from '../check/check-report.ts'
import type { Finding } from '../report/finding.ts'
import type { Report } from '../report/report.ts'
import { anchorsOf, findingKeyOf, isDecidable, keyFindings } from './finding-key.ts'

const keyed = (report: Report) =>
  keyFindings(
    checkReport(report, formOf({ edition: report.edition === '2019' ? '2019' : '2021' })).findings,
    report,
  )

const keysOf = (changes: CellChanges, options = {}) =>
  keyed(buildReport(changes, options)).map(({ key }) => key)

const finding = (part: Partial<Finding>): Finding => ({
  rule: 't4-total',
  severity: 'error',
  message: '',
  cells: [],
  basis: '',
  at: [],
  ...part,
})

const OFF_BY_ONE = { ...BUSY, 't4.review.total': '4' }

describe('the key of a finding about cells', () => {
  it('is the same for the same numbers, whatever else changed in the report', () => {
    const [sum] = keysOf(OFF_BY_ONE)
    const other = keysOf({ ...OFF_BY_ONE, 't3.new.natural': '9', 't2.rule.issued': '' })
    expect(sum).toBeDefined()
    expect(other).toContain(sum)
  })

  it.each([
    ['full width', '４'],
    ['white space', ' 4 '],
    ['a counter', '4件'],
    ['a sign', '+4'],
  ])('is the same for the same number in %s', (_, raw) => {
    expect(keysOf({ ...BUSY, 't4.review.total': raw })).toEqual(keysOf(OFF_BY_ONE))
  })

  it('is another one when a number it rests on changes', () => {
    const [before] = keysOf(OFF_BY_ONE)
    expect(keysOf({ ...BUSY, 't4.review.total': '5' })).not.toContain(before)
    expect(keysOf({ ...OFF_BY_ONE, 't4.review.upheld': '1' })).not.toContain(before)
  })

  it.each([
    ['nothing and a slash', '', '/'],
    ['a slash and a dash', '/', '—'],
    ['a dash and 无', '—', '无'],
    ['words', '若干', '很多'],
    ['two ways to write a number in doubt', '1 2', '12件'],
  ])('tells apart %s', (_, left, right) => {
    const cell = { rule: 'cell-blank', cells: ['t2.fee.amount' as const] }
    const keys = [left, right].map((raw) =>
      findingKeyOf(finding(cell), buildReport({ 't2.fee.amount': raw })),
    )
    expect(new Set(keys).size).toBe(2)
  })

  it('does not hang on doubts that leave the number alone', () => {
    const changes = { ...OFF_BY_ONE, 't4.review.total': { raw: '4', doubt: 'source' as const } }
    const sums = (report: Report) =>
      keyed(report).flatMap(({ key, finding: { rule } }) => (rule === 't4-total' ? [key] : []))
    expect(sums(buildReport(changes))).toEqual(sums(buildReport(OFF_BY_ONE)))
  })

  it('holds the values that could not be placed', () => {
    const unplaced = (values: readonly string[]) => ({
      cells: ['t3.new.natural' as const],
      values,
      reason: 'row-length' as const,
      at: [],
    })
    const key = (values: readonly string[]) =>
      keysOf({}, { unplaced: [unplaced(values)] }).find((one) => one.includes('cell-uncertain'))
    expect(key(['1', '2'])).toBe(key([' 1', '２']))
    expect(key(['1', '2'])).not.toBe(key(['1', '3']))
  })

  it('of a label does not change with the numbers beside it', () => {
    const label = finding({
      rule: 'table-structure',
      cells: ['t3.new.natural'],
      expected: '一、本年新收政府信息公开申请数量',
      actual: '一、本年新收申请数量',
    })
    const key = (raw: string) => findingKeyOf(label, buildReport({ 't3.new.natural': raw }))
    expect(key('1')).toBe(key('2'))
    expect(findingKeyOf({ ...label, actual: '新收' }, buildReport())).not.toBe(key('1'))
  })
})

describe('the key of a finding without cells', () => {
  const key = (message: string, part: Partial<Finding> = {}) =>
    findingKeyOf(finding({ rule: 'title-wording', message, ...part }), buildReport())

  it('changes with what is quoted or counted, not with the wording', () => {
    expect(key('标题写的是“甲镇年报”，请核对。')).toBe(key('标题是“甲镇年报”，请看一看。'))
    expect(key('标题写的是“甲镇年报”')).not.toBe(key('标题写的是“乙镇年报”'))
    expect(key('文件里还有 3 条批注')).not.toBe(key('文件里还有 2 条批注'))
    expect(key('没有找到表三')).not.toBe(key('没有找到表四'))
  })

  it('takes what stands there and what should before the message', () => {
    const told = { expected: '一、总体情况', actual: '一、概述' }
    expect(key('标题“一、概述”不对', told)).toBe(key('第 1 处“别的”', told))
  })
})

describe('keyFindings', () => {
  it('gives every finding of a report a key of its own', () => {
    const twice = [
      finding({ rule: 'table-structure', message: '表三多出一列“备注”' }),
      finding({ rule: 'table-structure', message: '表三多出一行“备注”' }),
    ]
    const keys = keyFindings(twice, buildReport()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('always does, for reports with any cells changed', () => {
    const ids = Object.keys(changeAll(/./, ''))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('', '/', '1', '2', '若干', '1 2')),
        (changes) => {
          const keys = keysOf(changes)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('gives a report the same keys each time, with and without other wording', () => {
    const report = buildReport({ ...OFF_BY_ONE, 't2.rule.issued': '' })
    const { findings } = checkReport(report, formOf())
    const reworded = findings.map((one) =>
      one.cells.length === 0 ? one : { ...one, message: '换了说法', severity: 'info' as const },
    )
    expect(keyFindings(reworded, report).map(({ key }) => key)).toEqual(
      keyFindings(findings, report).map(({ key }) => key),
    )
  })
})

describe('anchorsOf', () => {
  it.each([
    [
      'the cells',
      finding({ cells: ['t4.review.total'], message: '「总计」' }),
      ['t4.review.total'],
    ],
    [
      'else the official names, years apart',
      finding({ message: '应为「机关＋2021年报告」，表三' }),
      ['「机关＋年报告」'],
    ],
    ['else the table', finding({ message: '没有找到表三，请补上' }), ['表三']],
    ['else nothing', finding({ message: '文件里还有 3 条批注' }), []],
  ])('are %s', (_, one, expected) => {
    expect([...anchorsOf(one)]).toEqual(expected)
  })
})

describe('isDecidable', () => {
  it('leaves out what was not checked', () => {
    expect(isDecidable(finding({ rule: 'not-checked' }))).toBe(false)
    expect(isDecidable(finding({}))).toBe(true)
  })
})
