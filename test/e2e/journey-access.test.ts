import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Desk, journey, SAMPLES } from './desk.ts'
import { eventually, goTo, importAndOpen, importEnded, openReport, setSetting } from './walking.ts'

/** Milliseconds: axe looks at every element of some fifteen screens. */
const TIMEOUT = 240_000

describe('axe finds nothing serious', () => {
  journey('on any screen', (desk) => lookAtAll(desk), { timeout: TIMEOUT })

  journey(
    'in high contrast',
    async (desk) => {
      await setSetting(desk.page, '黑字白底', true)
      await goTo(desk.page, 'reports')
      await lookAtAll(desk)
    },
    { timeout: TIMEOUT },
  )

  journey(
    'with text of twice the size',
    async (desk) => {
      await goTo(desk.page, 'settings')
      await desk.page.getByText('特大 200%').click()
      await eventually(() =>
        desk.page.evaluate<string>('getComputedStyle(document.documentElement).fontSize'),
      ).toBe('32px')
      await goTo(desk.page, 'reports')
      await lookAtAll(desk)
    },
    { timeout: TIMEOUT },
  )

  journey(
    'in what compares two versions, tells what came of a drop, and tells namesakes apart',
    async (desk) => {
      const { page, box, drop } = desk
      const text = readFileSync(join(SAMPLES, '南坪乡2024.md'), 'utf8')
      box.put('甲/年报.md', text)
      box.put('乙/年报.md', text.replace('|  |  |  |  |  | 0 |', '| 0 | 0 | 0 | 0 | 3 | 0 |'))
      box.put('丙/年报.md', namesakeOf(text))
      await importAndOpen(page, drop, box.at('甲'))
      await drop(box.at('乙'))
      await page.locator('.new-version').waitFor()
      const found = [...(await seriousOn(page, 'review, after a drop'))]
      await page.getByRole('button', { name: '查看对比' }).click()
      await page.getByRole('dialog').waitFor()
      found.push(...(await seriousOn(page, 'difference')))
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await drop(box.at('丙'))
      await page.locator('.namesakes').waitFor()
      found.push(...(await seriousOn(page, 'review, with a namesake')))
      expect(found).toEqual([])
    },
    { timeout: TIMEOUT },
  )
})

const namesakeOf = (text: string): string =>
  text.replace(/(?<=\| )\d+(?:\.\d+)?(?= \|)/g, (number) =>
    number === '0' ? number : `${Number(number) + 7}`,
  )

async function lookAtAll({ page, context, box, drop }: Desk): Promise<void> {
  await page.getByRole('heading', { name: '把年度报告拖到这里，马上核对' }).waitFor()
  const found = [...(await seriousOn(page, 'reports, empty'))]
  const look = async (screen: string): Promise<void> => {
    found.push(...(await seriousOn(page, screen)))
  }
  await page.getByRole('button', { name: '粘贴' }).click()
  await page.getByRole('dialog', { name: '粘贴一份报告' }).waitFor()
  await look('paste')
  await closeDialog(page)

  box.put('坏文件.docx', 'not a Word file at all')
  await drop(SAMPLES, box.at('坏文件.docx'))
  await importEnded(page)
  await page.getByRole('grid', { name: '报告' }).waitFor()
  await look('reports, full')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
  await look('keys')
  await closeDialog(page)

  for (const [unit, name] of [
    ['石渡镇', 'review of a PDF'],
    ['白鹭镇', 'review of a text'],
    ['清溪镇', 'review of a Word file'],
  ] as const) {
    await goTo(page, 'reports')
    await openReport(page, unit)
    await page.locator('.source-view').waitFor()
    await look(name)
  }
  await page.keyboard.press('x')
  await page.getByRole('dialog', { name: '搁置这个问题' }).waitFor()
  await look('set aside')
  await closeDialog(page)

  await page.getByRole('button', { name: '打印清单' }).click()
  await page
    .getByRole('button', { name: '打印', exact: true })
    .and(page.locator(':enabled'))
    .waitFor()
  await look('checklist')
  // The pages stand in a document of their own, in which no script runs: looked at as a page.
  const sheets = (await page.getByTitle('清单预览').getAttribute('srcdoc')) ?? ''
  const other = await context.newPage()
  await other.setContent(sheets)
  found.push(...(await seriousOn(other, 'checklist pages')))
  await other.close()

  for (const screen of ['unreadable', 'settings', 'help'] as const) {
    await goTo(page, screen)
    await page.locator(`.${screen} h1`).waitFor()
    await look(screen)
  }
  expect(found).toEqual([])
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe holds for serious or worse, one line for each place. */
async function seriousOn(page: Page, screen: string): Promise<readonly string[]> {
  await page.evaluate(`${AXE}; 0`)
  const violations = await page.evaluate<readonly Violation[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${screen}: ${id}: ${html} ${failureSummary}`),
    )
}
