import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { formCell, importAndOpen } from './walking.ts'

describe('how a cell was found', () => {
  journey('is told on request, in words, for the chosen cell', async ({ page, drop }) => {
    await importAndOpen(page, drop, join(SAMPLES, '清溪镇2023.docx'))
    await formCell(page, 't3.granted.natural').click()
    await page.getByRole('button', { name: '依据' }).click()
    const words = page.locator('.evidence-words li')
    await words.first().waitFor()
    const [row, column, sure] = await words.allTextContents()
    expect(row).toMatch(/^行：标签与表样完全一致/)
    expect(column).toBe('列：表头与表样完全一致；本行 7 个数与表样列数一致')
    expect(sure).toMatch(/^把握：\d+%$/)
    // Another cell, another story: the words of the one before do not stay.
    await page.keyboard.press('Escape')
    await formCell(page, 't2.license.decisions').click()
    await words.first().waitFor({ state: 'hidden' })
  })
})
