import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { goTo, importEnded, openReport } from './walking.ts'

journey('axe finds nothing serious on any screen', async ({ page, box, drop }) => {
  await page.getByRole('heading', { name: '把年度报告拖到这里，马上核对' }).waitFor()
  const found = [...(await seriousOn(page, 'reports, empty'))]
  box.put('坏文件.docx', 'not a Word file at all')
  await drop(SAMPLES, box.at('坏文件.docx'))
  await importEnded(page)
  await page.getByRole('grid', { name: '报告' }).waitFor()
  found.push(...(await seriousOn(page, 'reports, full')))

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
  found.push(...(await seriousOn(page, 'keys')))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  for (const [unit, name] of [
    ['清溪镇', 'review of a Word file'],
    ['石渡镇', 'review of a PDF'],
    ['白鹭镇', 'review of a text'],
  ] as const) {
    await openReport(page, unit)
    await page.locator('.source-view').waitFor()
    found.push(...(await seriousOn(page, name)))
    if (unit !== '白鹭镇') await goTo(page, 'reports')
  }

  await page.getByRole('button', { name: '打印清单' }).click()
  await page
    .getByRole('button', { name: '打印', exact: true })
    .and(page.locator(':enabled'))
    .waitFor()
  found.push(...(await seriousOn(page, 'checklist')))
  for (const screen of ['unreadable', 'settings', 'help'] as const) {
    await goTo(page, screen)
    await page.locator(`.${screen} h1`).waitFor()
    found.push(...(await seriousOn(page, screen)))
  }
  expect(found).toEqual([])
})

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
