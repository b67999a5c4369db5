import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { eventually, expectFindings, importEnded, openFinding, shownReports } from './walking.ts'

journey(
  'a folder dropped onto the window becomes five reports, each with its verdict',
  async ({ page, drop }) => {
    await drop(SAMPLES)
    expect(await importEnded(page)).toContain('新增 5 份')
    await eventually(async () => (await shownReports(page)).toSorted()).toEqual(
      [
        '岚河县清溪镇 2023 需修改 4 0',
        '临汐县白鹭镇 2021 需修改 2 0',
        '青岭县石渡镇 2022 需修改 2 0',
        '沙棠县南坪乡 2024 需修改 1 2',
        '云浦县柳湾乡 2020 未发现问题 0 0',
      ].toSorted(),
    )
  },
)

journey(
  'all findings are walked, decided and taken back by keyboard alone',
  async ({ page, drop }) => {
    const { keyboard } = page
    await drop(SAMPLES)
    await importEnded(page)
    await eventually(() => shownReports(page)).toHaveLength(5)

    await keyboard.press('/')
    await keyboard.type('qxz')
    await eventually(async () => (await shownReports(page)).length).toBe(1)
    await tabTo(page, '[role=grid]')
    await keyboard.press('Enter')
    await expectFindings(
      page,
      QINGXI.map((rule) => `${rule} 待处理`),
    )

    expect(await openFinding(page)).toBe(0)
    for (const next of [1, 2, 3]) {
      await keyboard.press('j')
      await eventually(() => openFinding(page)).toBe(next)
    }
    for (const before of [2, 1, 0]) {
      await keyboard.press('k')
      await eventually(() => openFinding(page)).toBe(before)
    }

    await keyboard.press('c')
    await eventually(() => openFinding(page)).toBe(1)
    await keyboard.press('x')
    await page.getByRole('dialog').waitFor()
    await eventually(() => focused(page, 'textarea')).toBe(true)
    await keyboard.insertText('已与填报单位核实')
    await keyboard.press('Enter')
    await eventually(() => openFinding(page)).toBe(2)
    const decided = [
      `${QINGXI[0]} 已确认`,
      `${QINGXI[1]} 已搁置`,
      ...QINGXI.slice(2).map((rule) => `${rule} 待处理`),
    ]
    await expectFindings(page, decided)

    await keyboard.press('Control+z')
    await expectFindings(page, decided.with(1, `${QINGXI[1]} 待处理`))
    await keyboard.press('Control+y')
    await expectFindings(page, decided)
  },
)

journey(
  'the next report with problems and the list of keys are one key away',
  async ({ page, drop }) => {
    const { keyboard } = page
    await drop(SAMPLES)
    await importEnded(page)
    await eventually(() => shownReports(page)).toHaveLength(5)
    await tabTo(page, '[role=grid]')
    await keyboard.press('Enter')
    const heading = page.locator('.review-head h1')
    const seen = new Set<string | null>()
    for (let step = 0; step < 4; step++) {
      await heading.waitFor()
      seen.add(await heading.textContent())
      if (step === 3) break
      await keyboard.press(']')
      await eventually(async () => seen.has(await heading.textContent())).toBe(false)
    }
    expect([...seen].join(' ')).not.toContain('柳湾乡')
    expect(seen.size).toBe(4)

    await keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await keyboard.press('Escape')
    await page.getByRole('grid', { name: '报告' }).waitFor()
  },
)

/** What is wrong with the sample of 清溪镇, in the order of the list. */
const QINGXI = ['t3-balance', 't3-balance', 't3-handled-sum', 't3-handled-sum']

const focused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.matches('${selector}') ?? false`)

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60 && !(await focused(page, selector)); step++)
    await page.keyboard.press('Tab')
  expect(await focused(page, selector)).toBe(true)
}
