import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { randomReport } from '../builders/random-report.ts'
import { asText, goodReport } from '../cli/samples.ts'
import { journey } from './desk.ts'
import { eventually, importEnded } from './walking.ts'

/** So many that a slow click on “停止” still comes before the end. */
const FILES = 300

journey(
  'what was acknowledged when an import of hundreds of files is cancelled stays',
  async ({ page, box, drop }) => {
    const named = new Map(
      Array.from({ length: 1_200 }, (_, seed) => randomReport(seed)).map((truth) => [
        `${truth.unit}${truth.year}`,
        truth,
      ]),
    )
    const truths = [...named].slice(0, FILES)
    expect(truths).toHaveLength(FILES)
    for (const [name, truth] of truths) box.put(`many/${name}.txt`, asText(truth))
    await drop(box.at('many'))
    const count = page.locator('.import-count b')
    await eventually(async () =>
      Number.parseInt((await count.textContent()) ?? '', 10),
    ).toBeGreaterThanOrEqual(5)
    await page.getByRole('button', { name: '停止' }).click()
    const outcome = await importEnded(page)
    const saved = Number(/已停止，(\d+) 份已保存/.exec(outcome)?.[1])
    expect(saved).toBeGreaterThanOrEqual(5)
    expect(saved).toBeLessThan(FILES)
    await eventually(() => reportCount(page)).toBe(saved)
    await page.reload()
    await eventually(() => reportCount(page)).toBe(saved)
  },
)

journey(
  'a file that cannot be read stands in a list of its own, with cause, remedy and a retry',
  async ({ page, box, drop }) => {
    box.put('mixed/坏文件.docx', 'not a Word file at all')
    box.put('mixed/通知.txt', '关于召开会议的通知\n请准时参加。\n')
    box.put('mixed/年报.txt', asText(goodReport(3)))
    await drop(box.at('mixed'))
    expect(await importEnded(page)).toMatch(/新增 1 份，读不了 2 份/)
    await page.getByRole('button', { name: '查看读不了的 2 份' }).click()
    const items = page.locator('.unreadable-item')
    await eventually(() => items.count()).toBe(2)
    for (const advice of await items.locator('p').first().allTextContents())
      expect(advice).toMatch(/。$/)

    const broken = items.filter({ hasText: '坏文件.docx' })
    await broken.getByRole('button', { name: '重试' }).click()
    await page.getByText('坏文件.docx 还是读不了').waitFor()
    await eventually(() => broken.locator('.unreadable-facts').textContent()).toContain('试过 2 次')

    for (const name of ['坏文件.docx', '通知.txt'])
      await page.getByRole('button', { name: `把 ${name} 移出列表` }).click()
    await page.getByRole('heading', { name: '没有读不了的文件' }).waitFor()
  },
)

const reportCount = async (page: Page): Promise<number> =>
  Number(await page.getByRole('grid', { name: '报告' }).getAttribute('aria-rowcount')) - 1
