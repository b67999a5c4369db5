import { join } from 'node:path'
import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { expectFindings, formCell, importAndOpen } from './walking.ts'

journey(
  'a corrected reading takes the sum finding away, shows both values and outlives a reload',
  async ({ page, drop }) => {
    await importAndOpen(page, drop, join(SAMPLES, '石渡镇2022.pdf'))
    await expectFindings(page, ['cell-not-a-number 待处理', 't4-total 待处理'])
    const total = formCell(page, 't4.review.total')
    await total.click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')

    const isCorrected = async () => {
      await expectFindings(page, ['cell-not-a-number 待处理'])
      expect(await total.locator('.cell-raw').textContent()).toBe('2')
      await total.click()
      expect(await page.locator('.cell-bar').textContent()).toContain('人工填写；程序读出的是“1”')
    }
    await isCorrected()
    await page.reload()
    await isCorrected()

    await page.getByRole('button', { name: '恢复读数' }).click()
    await expectFindings(page, ['cell-not-a-number 待处理', 't4-total 待处理'])
    expect(await total.locator('.cell-raw').textContent()).toBe('1')
  },
)
