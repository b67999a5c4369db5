import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import {
  dismissImport,
  eventually,
  expectFindings,
  goTo,
  importAndOpen,
  importEnded,
  openFinding,
  openReport,
  shownFindings,
} from './walking.ts'

const NAME = '南坪乡2024.md'
const FOUND = ['section-missing', 'table-structure', 'cell-blank']

journey(
  'decisions outlive a reload, the same file given twice, and the next version of the file',
  async ({ page, box, drop }) => {
    const text = readFileSync(join(SAMPLES, NAME), 'utf8')
    box.put(`first/${NAME}`, text)
    await importAndOpen(page, drop, box.at(`first/${NAME}`))
    await expectFindings(
      page,
      FOUND.map((rule) => `${rule} 待处理`),
    )
    await page.keyboard.press('c')
    await eventually(() => openFinding(page)).toBe(1)
    await page.keyboard.press('c')
    const decided = [`${FOUND[0]} 已确认`, `${FOUND[1]} 已确认`, `${FOUND[2]} 待处理`]
    await expectFindings(page, decided)

    await page.reload()
    await expectFindings(page, decided)

    await goTo(page, 'reports')
    await drop(box.at(`first/${NAME}`))
    await eventually(
      async () => (await page.locator('.import-notices').textContent()) ?? '',
    ).toContain('是同一个文件，没有重复添加')
    await openReport(page, '南坪乡')
    await expectFindings(page, decided)

    // A total that no longer is the sum: one more finding, and the three of before.
    box.put(
      `second/${NAME}`,
      text.replace('| 0 | 0 | 1 | 0 | 0 | 0 | 1 |', '| 0 | 0 | 1 | 0 | 0 | 0 | 2 |'),
    )
    await goTo(page, 'reports')
    await dismissImport(page)
    await drop(box.at(`second/${NAME}`))
    expect(await importEnded(page)).toContain('新版本 1 份')
    expect(await page.locator('.import-notices').textContent()).toContain('第 2 版')
    await openReport(page, '南坪乡')
    const found = await shownFindings(page)
    expect(found).toEqual(expect.arrayContaining(decided))
    const news = found.filter((finding) => !decided.includes(finding))
    expect(news).toEqual(['t3-row-total 待处理', 't3-balance 待处理'])
  },
)
