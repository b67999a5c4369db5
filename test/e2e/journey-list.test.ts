import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { eventually, importEnded, shownReports } from './walking.ts'

journey(
  'search, filters and order stay as they were when the window is loaded again, and can be seen to',
  async ({ page, drop }) => {
    await drop(SAMPLES)
    await importEnded(page)
    await eventually(() => shownReports(page)).toHaveLength(5)
    await page.getByRole('combobox', { name: '按结论筛选' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '需修改' }).click()
    await page.keyboard.press('Escape')
    await page.getByLabel('搜索报告').fill('镇')
    await page.getByRole('button', { name: '年度', exact: true }).click()
    const shown = [
      '临汐县白鹭镇 2021 需修改 2 0',
      '青岭县石渡镇 2022 需修改 2 0',
      '岚河县清溪镇 2023 需修改 4 0',
    ]
    await eventually(() => shownReports(page)).toEqual(shown)

    await page.reload()
    await eventually(() => shownReports(page)).toEqual(shown)
    expect(await page.getByLabel('搜索报告').inputValue()).toBe('镇')
    expect(await page.locator('.filter-active').allTextContents()).toEqual([
      expect.stringContaining('需修改'),
    ])
    expect(await page.locator('.selection-bar [role=status]').textContent()).toBe(
      '显示 3 份，共 5 份',
    )
    await page.getByRole('button', { name: '清除筛选' }).click()
    await eventually(() => shownReports(page)).toHaveLength(5)
  },
)
