import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/check/check-report.ts'
import { toChecklist, toUnreadableChecklist } from '../../shared/checklist/checklist.ts'
import { buildReport, formOf } from '../../test/builders/report.ts'
import { checklistHtml } from './checklist-html.ts'
import { indexHtml, toSummaryEntry } from './index-html.ts'

const TODAY = { year: 2026, month: 11, day: 22 }
const form = formOf()

const listOf = (...args: Parameters<typeof buildReport>) =>
  toChecklist('reports/a.docx', checkReport(buildReport(...args), form), form)

/** The visible text, without tags and style. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('checklistHtml', () => {
  it('says which report it is about, when it was checked, and what came of it', () => {
    const text = textOf(checklistHtml(listOf({ 't4.review.total': '9' }), TODAY))
    for (const part of [
      '政府信息公开工作年度报告 更正清单',
      '单位 清水镇',
      '年度 2021 年，按 2021 年式样（国办公开办函〔2021〕30号）填报',
      '报告文件 reports/a.docx',
      '核对日期 2026年11月22日',
      '结论 需修改',
      '序号 位置 表中现状 应为及怎样改 依据 已改 备注',
      '错误 表四「行政复议」整组（共 5 格） 9 应为：0',
      '核对人： 日期：',
      '更正人： 日期：',
    ])
      expect(text).toContain(part)
  })

  it('says in words that nothing was found', () => {
    const text = textOf(checklistHtml(listOf(), TODAY))
    expect(text).toContain('结论 未发现问题 已核对的内容中没有发现问题。')
    expect(text).not.toContain('更正项目')
  })

  it('says what was not checked', () => {
    expect(textOf(checklistHtml(listOf({}, { missing: ['t4'] }), TODAY))).toMatch(
      /以下内容没有核对 没有找到表四/,
    )
  })

  it('gives cause and remedy of a file that could not be read', () => {
    const list = toUnreadableChecklist('a.pdf', { code: 'encrypted' })
    expect(textOf(checklistHtml(list, TODAY))).toContain(
      '结论 读不了 文件设有打开密码，请去掉密码另存一份后再核对。',
    )
  })

  it('lets nothing in a document or a name become markup', () => {
    const evil = '<script>alert(1)</script><img src=x onerror="a">\'&amp;'
    const list = listOf(
      { 't2.rule.issued': evil },
      { title: { text: evil, unit: evil }, sections: { 1: { heading: evil } } },
    )
    const html = checklistHtml({ ...list, file: evil }, TODAY)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const index = indexHtml([toSummaryEntry({ ...list, file: evil }, `"><b>.html`)], TODAY)
    expect(index).not.toContain('<script')
    expect(index).not.toContain('"><b>.html')
  })

  it('needs nothing from outside and runs nothing', () => {
    const html = checklistHtml(listOf({ 't4.review.total': '9' }), TODAY)
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)|src=|url\(|@import|https?:/i)
  })

  it('is well formed', () => {
    const errors: string[] = []
    for (const html of [
      checklistHtml(listOf({ 't4.review.total': '9' }, { missing: ['t2'] }), TODAY),
      indexHtml([toSummaryEntry(listOf(), 'a.html')], TODAY),
    ])
      parse(html, { onParseError: (error) => errors.push(error.code) })
    expect(errors).toEqual([])
  })
})

describe('indexHtml', () => {
  const entries = [
    toSummaryEntry(listOf({ 't4.review.total': '9', 't2.fee.amount': '' }), 'a 1.docx.html'),
    toSummaryEntry(listOf(), 'b#.docx.html'),
    toSummaryEntry(toUnreadableChecklist('c.pdf', { code: 'encrypted' }), 'c.pdf.html'),
  ]

  it('counts the verdicts', () => {
    expect(textOf(indexHtml(entries, TODAY))).toContain(
      '共 3 份：需修改 1 份，需人工核对 0 份，未发现问题 1 份，读不了 1 份。',
    )
  })

  it('links to each checklist, whatever its name', () => {
    const html = indexHtml(entries, TODAY)
    expect(html).toContain('href="./a%201.docx.html"')
    expect(html).toContain('href="./b%23.docx.html"')
  })

  it('lists apart, with the remedy, what could not be read', () => {
    expect(textOf(indexHtml(entries, TODAY))).toMatch(
      /读不了的文件（共 1 份，没有核对） 序号 文件 原因和办法 1 c\.pdf 文件设有打开密码/,
    )
  })
})
