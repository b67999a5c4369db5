import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import {
  eventually,
  expectFindings,
  goTo,
  importAndOpen,
  importEnded,
  openFinding,
  openReport,
  pressFast,
} from './walking.ts'

const UNBALANCED = join(SAMPLES, '清溪镇2023.docx')
const FOUND = ['t3-balance', 't3-balance', 't3-handled-sum', 't3-handled-sum']
const TEXT = readFileSync(join(SAMPLES, '南坪乡2024.md'), 'utf8')

const decided = (count: number): readonly string[] =>
  FOUND.map((rule, index) => `${rule} ${index < count ? '已确认' : '待处理'}`)

describe('keys that come faster than the disk', () => {
  journey('each confirms a finding of its own', async ({ page, drop }) => {
    const { keyboard } = page
    await importAndOpen(page, drop, UNBALANCED)
    await expectFindings(page, decided(0))
    await pressFast(page, 'c', 'c', 'c')
    await expectFindings(page, decided(3))
    expect(await openFinding(page)).toBe(3)
    await keyboard.press('Control+z')
    await keyboard.press('Control+z')
    await expectFindings(page, decided(1))
  })

  journey('take the focus along in the list of findings', async ({ page, drop }) => {
    const { keyboard } = page
    await importAndOpen(page, drop, UNBALANCED)
    await page.locator('.finding-line').first().focus()
    await pressFast(page, 'Enter', 'Enter')
    await expectFindings(page, decided(2))
    await keyboard.press('x')
    const dialog = page.getByRole('dialog', { name: '搁置这个问题' })
    await dialog.waitFor()
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    // The dialog gives the focus back to the line of the finding that it was about.
    expect(await page.locator('.finding-open .finding-line:focus').count()).toBe(1)
    await keyboard.press('Enter')
    await expectFindings(page, decided(3))
  })

  journey('lead out of a report that is not there yet', async ({ page, drop }) => {
    await drop(SAMPLES)
    await importEnded(page)
    await openReport(page, '清溪镇')
    await pressFast(page, ']', ']', '?', 'Escape', 'Escape')
    await page.getByRole('grid', { name: '报告' }).waitFor()
  })
})

journey(
  'the second click of a double click presses nothing in the report that the first has opened',
  async ({ page, drop }) => {
    await drop(UNBALANCED)
    await importEnded(page)
    const row = page.getByRole('grid', { name: '报告' }).locator('tbody tr').first()
    const { y: top, height: rowHeight } = (await row.boundingBox()) ?? { y: 0, height: 0 }
    const middle = top + rowHeight / 2
    await openReport(page, '清溪镇')
    await page.locator('.cell-related').first().waitFor()
    // A cell of the form lies where the row of the list was.
    const boxes = await page.locator('[data-cell]').evaluateAll((cells) =>
      cells.map((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect()
        return { x: (left + right) / 2, top, bottom }
      }),
    )
    const cell = boxes.find((box) => box.top + 4 < middle && box.bottom - 4 > middle)
    expect(cell).toBeDefined()
    await goTo(page, 'reports')
    await row.waitFor()
    const at = [cell?.x ?? 0, middle] as const
    await page.mouse.click(...at)
    await page.locator('.form-view').waitFor()
    for (const press of ['down', 'up'] as const) await page.mouse[press]({ clickCount: 2 })
    await page.waitForTimeout(300)
    expect(await page.locator('.cell-input').count()).toBe(0)
    expect(await openFinding(page)).toBe(0)
    // Here a double click is meant.
    await page.waitForTimeout(900)
    await page.locator('[data-cell]').first().dblclick()
    await page.locator('.cell-input').waitFor()
  },
)

journey(
  'what came of a drop is told in the review, with the way to each report',
  async ({ page, box, drop }) => {
    await importAndOpen(page, drop, UNBALANCED)
    const panel = page.getByRole('region', { name: '导入' })
    await drop(UNBALANCED)
    await eventually(() => panel.textContent()).toContain(
      '清溪镇2023.docx 和已有的“岚河县清溪镇 2023 年度”是同一个文件，没有重复添加。就是正在看的这一份。',
    )
    box.put('坏文件.docx', 'not a Word file at all')
    await drop(join(SAMPLES, '石渡镇2022.pdf'), box.at('坏文件.docx'))
    await eventually(() => panel.textContent()).toContain('新增 1 份，读不了 1 份')
    await panel.getByRole('button', { name: '查看读不了的 1 份' }).waitFor()
    const line = panel.locator('li').filter({ hasText: '新增“青岭县石渡镇 2022 年度”' })
    await line.getByRole('button', { name: '打开' }).click()
    await page.getByRole('heading', { name: '青岭县石渡镇 2022 年度' }).waitFor()
    // It was said where the person was; here it is known.
    expect(await panel.count()).toBe(0)
  },
)

/** Another township of the same name: hardly a number in common. */
const NAMESAKE = TEXT.replace(/(?<=\| )\d+(?:\.\d+)?(?= \|)/g, (number) =>
  number === '0' ? number : `${Number(number) + 7}`,
)

journey(
  'two offices of one name are told apart by their files, wherever they are met',
  async ({ page, box, drop }) => {
    box.put('甲县/年报.md', TEXT)
    box.put('乙县/年报.md', NAMESAKE)
    await drop(box.at('甲县'))
    await importEnded(page)
    await drop(box.at('乙县'))
    const notices = page.locator('.import-notices')
    await eventually(() => notices.textContent()).toContain(
      '年报.md 与已有的“沙棠县南坪乡 2024 年度”同名同年度，内容不同，作为另一份新增',
    )
    await notices.getByRole('button', { name: '打开' }).click()
    const banner = page.locator('.namesakes')
    await banner.waitFor()
    expect(await banner.textContent()).toContain('这一份是 年报.md（乙县）。')
    await banner.getByRole('button', { name: '打开 年报.md（甲县）' }).click()
    await eventually(() => banner.textContent()).toContain('这一份是 年报.md（甲县）。')
  },
)

journey(
  'a problem that can no longer be checked is never passed off as gone',
  async ({ page, box, drop }) => {
    const wrong = TEXT.replace('|  |  |  |  |  | 0 |', '| 0 | 0 | 0 | 0 | 3 | 0 |')
    const lines = wrong.split('\n')
    const table = lines.findIndex((line) => line.startsWith('| 行政复议'))
    box.put('一/年报.md', wrong)
    box.put('二/年报.md', [...lines.slice(0, table), ...lines.slice(table + 5)].join('\n'))
    await importAndOpen(page, drop, box.at('一/年报.md'))
    await page.locator('.finding[data-finding="t4-total"]').waitFor()
    await drop(box.at('二/年报.md'))
    const banner = page.locator('.new-version')
    await eventually(() => banner.textContent()).toContain('1 处没法再核对')
    await banner.getByRole('button', { name: '查看对比' }).click()
    const part = page.locator('.difference > section').filter({ hasText: '没法再核对（1 处）' })
    expect(await part.textContent()).toContain('不能算改好了')
    expect(await part.locator('li').allTextContents()).toEqual([expect.stringContaining('表四')])
    await page.keyboard.press('Escape')
    expect(await page.locator('.not-checked').textContent()).toContain(
      '上一版的问题，这一版没法再核对（1 处）',
    )
  },
)

describe('with text of twice the size on a small screen', () => {
  for (const [name, unit] of [
    ['清溪镇2023.docx', '清溪镇'],
    ['石渡镇2022.pdf', '石渡镇'],
  ] as const)
    journey(
      `a finding of ${name} is seen with its cell and its place in the source`,
      async (desk) => {
        const { page, drop } = desk
        await goTo(page, 'settings')
        await page.getByText('特大 200%').click()
        await goTo(page, 'reports')
        await drop(join(SAMPLES, name))
        await importEnded(page)
        await openReport(page, unit)
        const count = await page.locator('.finding').count()
        for (let number = 0; number < count; number++) {
          if (number > 0) await page.keyboard.press('j')
          await eventually(() => openFinding(page)).toBe(number)
          const seen = () => Promise.all(SEEN.map((selector) => isWhollySeen(page, selector)))
          await eventually(seen, `finding ${number}`).toEqual(SEEN.map(() => true))
        }
      },
    )
})

/** The finding in words, the first cell it is about, and the first place in the source. */
const SEEN = [
  '.finding-open .finding-message',
  '[data-cell].cell-selected, [data-cell].cell-related',
  '.source-view [data-mark]',
]

/** Whether the element lies in the window and in each view that scrolls around it. */
const isWhollySeen = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.getBoundingClientRect()
      for (let view = element.parentElement; view !== null; view = view.parentElement) {
        const frame = view.getBoundingClientRect()
        const isOut =
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1 ||
          box.left < frame.left - 1 ||
          box.right > frame.right + 1
        if (isOut && frame.height > 0) return false
      }
      return true
    })
