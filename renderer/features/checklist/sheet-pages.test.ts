import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../shared/check/check-report.ts'
import type { Decisions } from '../../../shared/desk/decisions.ts'
import { keyFindings } from '../../../shared/desk/finding-key.ts'
import { buildReport, formOf } from '../../../test/builders/report.ts'
import { type Sheet, toSheet } from './sheet.ts'
import { type Measure, sheetDocument, sheetPages } from './sheet-pages.ts'

const REPORT = buildReport({
  't4.review.total': '1',
  't3.new.natural': '',
  't2.rule.issued': '<3>',
})
const CHECKED = checkReport(REPORT, formOf())
const FINDINGS = keyFindings(CHECKED.findings, REPORT)

function sheetOf(decisions: Decisions = new Map(), withSetAside = true): Sheet {
  return toSheet(
    {
      ...CHECKED,
      form: formOf(),
      findings: FINDINGS,
      decisions,
      fileName: '清水镇.docx',
      version: 2,
    },
    {
      office: '平原县政务公开办',
      contact: '0000-1234567',
      date: { year: 2026, month: 11, day: 22 },
      withSetAside,
    },
  )
}

/** Every piece takes so much, in millimetres. */
const each =
  (height: number): Measure =>
  (pieces) =>
    pieces.map(() => height)

const [first] = FINDINGS
const ASIDE: Decisions = new Map(
  first === undefined ? [] : [[first.key, { kind: 'set-aside', reason: '上级要求<这样>' }]],
)

describe('toSheet', () => {
  it('lists every finding once, what was set aside after the rest, with its reason', () => {
    expect(sheetOf().items).toHaveLength(FINDINGS.length)
    const { items, setAside } = sheetOf(ASIDE)
    expect(items).toHaveLength(FINDINGS.length - 1)
    expect(setAside).toMatchObject([{ number: FINDINGS.length, reason: '上级要求<这样>' }])
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1))
  })

  it('leaves out what was set aside where that is wished', () => {
    const { items, setAside } = sheetOf(ASIDE, false)
    expect(items).toHaveLength(FINDINGS.length - 1)
    expect(setAside).toEqual([])
  })

  it('ticks what a person has put right', () => {
    const fixed: Decisions = new Map(first === undefined ? [] : [[first.key, { kind: 'fixed' }]])
    expect(sheetOf(fixed).items.map(({ isFixed }) => isFixed)).toEqual(
      FINDINGS.map(({ key }) => key === first?.key),
    )
  })
})

describe('sheetPages', () => {
  it('numbers its pages, and says on each whose they are', () => {
    const pages = sheetPages(sheetOf(), each(40))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
      expect(page).toContain('清水镇 2021 年度')
    }
  })

  it('holds every sentence once, and the facts of office and version', () => {
    const html = sheetPages(sheetOf(ASIDE), each(10)).join('')
    for (const { number, message } of sheetOf(ASIDE).items) {
      expect(html.split(`<p>${number}</p>`)).toHaveLength(2)
      expect(html).toContain(message.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    }
    expect(html).toContain('平原县政务公开办')
    expect(html).toContain('第 2 版')
    expect(html).toContain('2026年11月22日')
  })

  it('what documents and people wrote can never be markup', () => {
    const html = sheetPages(sheetOf(ASIDE), each(10)).join('')
    expect(html).not.toContain('<3>')
    expect(html).not.toContain('<这样>')
    expect(sheetDocument('</title><script>', [html], 'normal', '')).not.toContain('<script>')
  })

  it('repeats the headings of the table on each page it goes over', () => {
    const pages = sheetPages(sheetOf(), each(30))
    const withRows = pages.filter((page) => page.includes('class="severity'))
    for (const page of withRows) expect(page).toContain('<th scope="col">应为及怎样改</th>')
  })
})
