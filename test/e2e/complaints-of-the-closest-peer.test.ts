import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Desk, journey, SAMPLES } from './desk.ts'
import { eventually, goTo, setSetting } from './walking.ts'

const UNBALANCED = join(SAMPLES, '清溪镇2023.docx')

describe('what users of the closest peer complained about cannot be said here', () => {
  journey(
    '1: which table a problem is in — table, row, column and both sides stand in words',
    async (desk) => {
      await dropAndWait(desk, UNBALANCED)
      await openUnit(desk.page, '岚河县清溪镇')
      const balance = desk.page.locator('.finding[data-finding="t3-balance"]').first()
      expect(await balance.locator('.finding-message').textContent()).toMatch(
        /^表三「自然人」列不平衡：新收 5 \+ 上年结转 1 = 6，办理结果总计 3 \+ 结转下年度 2 = 5，差 1/,
      )
      await balance.locator('.finding-line').click()
      // The sum is written out under the table, and its cells are marked in table and source.
      expect(await desk.page.getByRole('region', { name: '算式' }).textContent()).toContain('差 1')
      const words = await desk.page.locator('.findings-pane').textContent()
      expect(words).not.toMatch(/[a-z]\w*\.[a-z]\w*|左值|右值|未定位/i)
    },
  )

  journey(
    '2: a screen full of what is right — only problems and what was not checked are listed',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      await openUnit(desk.page, '云浦县柳湾乡')
      await desk.page.getByText('没有发现问题。').waitFor()
      expect(await desk.page.locator('.finding').count()).toBe(0)
      await goTo(desk.page, 'reports')
      await openUnit(desk.page, '岚河县清溪镇')
      // Problems first: what must be corrected stands before what is to be looked at.
      const marks = await desk.page
        .locator('.finding')
        .evaluateAll((items) =>
          items.map(
            (item) => /finding-(error|warning|info)/.exec(`${item.getAttribute('class')}`)?.[1],
          ),
        )
      expect(marks[0]).toBe('error')
      expect(marks.toSorted(bySeverity)).toEqual(marks)
    },
  )

  journey(
    '3: clicking one report after the other — a folder is checked at one drop (pairing with last year is yet to come; the store keeps the unit’s key and year for it)',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      await eventually(() => units(desk.page)).toHaveLength(5)
      expect(await desk.page.getByText(/需修改|请核对|未发现问题/).count()).toBeGreaterThanOrEqual(
        5,
      )
      const rows = await storedReports(desk.page)
      for (const row of rows)
        expect(row).toMatchObject({ unitKey: row.unit, year: expect.any(Number) })
      expect(await indexesOfReports(desk.page)).toContain('unitKey')
    },
  )

  journey(
    '4: searching for a unit finds nothing — any part of it, or its pinyin initials, finds it',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      const search = desk.page.getByLabel('搜索报告')
      for (const words of ['清溪', '岚河县', 'lhxqxz', 'qxz', '岚河县清溪镇人民政府2023年']) {
        await search.fill(words)
        await eventually(() => units(desk.page), words).toEqual(['岚河县清溪镇'])
      }
    },
  )

  journey(
    '5: filters that do nothing — each changes the list, shows that it is at work, and says how many it leaves',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      await eventually(() => units(desk.page)).toHaveLength(5)
      // One report is being worked on, so that this filter too has something to tell apart.
      await openUnit(desk.page, '岚河县清溪镇')
      await goTo(desk.page, 'reports')
      await eventually(() => units(desk.page)).toHaveLength(5)
      const filters = {
        年度: '2023 年度',
        结论: '未发现问题',
        处理: '处理中',
        问题: '表三收办平衡',
      }
      for (const [name, choice] of Object.entries(filters)) {
        const box = desk.page.getByRole('combobox', { name: `按${name}筛选` })
        await box.click()
        const option = desk.page
          .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
          .filter({ hasText: new RegExp(`^${choice}（\\d+）$`) })
        const promised = Number(/（(\d+)）/.exec((await option.textContent()) ?? '')?.[1])
        expect(promised, name).toBeGreaterThan(0)
        expect(promised, name).toBeLessThan(5)
        await option.click()
        await desk.page.keyboard.press('Escape')
        await eventually(() => units(desk.page), name).toHaveLength(promised)
        const active = desk.page.locator('.filter-active')
        expect(await active.count(), name).toBe(1)
        expect(await active.textContent(), name).toContain(choice)
        expect(await desk.page.locator('.selection-bar [role=status]').textContent()).toBe(
          `显示 ${promised} 份，共 5 份`,
        )
        await desk.page.getByRole('button', { name: '清除筛选' }).click()
        await eventually(() => units(desk.page)).toHaveLength(5)
      }
    },
  )

  journey(
    '6: broken files among the good ones — they have a list of their own, with the remedy',
    async (desk) => {
      desk.box.put('in/坏的.docx', 'no zip at all')
      desk.box.put('in/清溪镇2023.docx', readFileSync(UNBALANCED))
      await dropAndWait(desk, desk.box.at('in'))
      await eventually(() => units(desk.page)).toEqual(['岚河县清溪镇'])
      await desk.page.getByRole('button', { name: /查看读不了的 1 份/ }).click()
      const item = desk.page.locator('.unreadable-item')
      await item.waitFor()
      expect(await item.getByRole('heading').textContent()).toBe('坏的.docx')
      expect(await item.textContent()).toMatch(/请/)
    },
  )

  journey(
    '7: who has not submitted yet — not answered yet; every row holds unit and year, and units are indexed',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      const rows = await storedReports(desk.page)
      expect(new Set(rows.map(({ unitKey, year }) => `${unitKey} ${year}`)).size).toBe(5)
      expect(await indexesOfReports(desk.page)).toEqual(expect.arrayContaining(['key', 'unitKey']))
    },
  )

  journey(
    '8: a unit is not found in the summary — the search that finds it stands over the one list of all reports',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      await desk.page.getByLabel('搜索报告').fill('没有这个单位')
      // Where nothing is found, the screen says why and how to go on.
      await eventually(() => desk.page.locator('.reports-list').textContent()).toContain(
        '没有这个单位',
      )
      await desk.page.getByLabel('搜索报告').fill('南坪')
      await eventually(() => units(desk.page)).toEqual(['沙棠县南坪乡'])
    },
  )

  journey(
    '9: pale badges — every problem has a word and a shape, and strong contrast: at least 4.5 to 1, in high contrast 7 to 1',
    async (desk) => {
      const { page } = desk
      await dropAndWait(desk, UNBALANCED)
      for (const [least, isHigh] of [
        [4.5, false],
        [7, true],
      ] as const) {
        await setSetting(page, '黑字白底', isHigh)
        await goTo(page, 'reports')
        await openUnit(page, '岚河县清溪镇')
        const found = await lookOf(page, 'document', '.finding .finding-mark > :first-child')
        expect(found.length).toBe(4)
        for (const { words, shapes, contrast } of found) {
          expect(words).toMatch(/错误|核对|提示/)
          expect(shapes).toBe(1)
          expect(contrast).toBeGreaterThanOrEqual(least)
        }
      }
    },
  )

  journey(
    '9: pale badges, on paper — each severity is a word in black with a frame of its own',
    async (desk) => {
      const { page } = desk
      await dropAndWait(desk, SAMPLES)
      await page.getByRole('checkbox', { name: '全选', exact: true }).check()
      await page.getByRole('button', { name: '打印清单' }).click()
      await page.getByText(/份报告，共 \d+ 页/).waitFor()
      await page.emulateMedia({ media: 'print', colorScheme: 'light' })
      const sheets = `document.querySelector('iframe[title="清单预览"]').contentDocument`
      await eventually(
        async () => (await lookOf(page, sheets, '.severity')).length,
      ).toBeGreaterThan(5)
      const found = await lookOf(page, sheets, '.severity')
      const frames = new Map(found.map(({ words, frame }) => [words, frame]))
      expect([...frames.keys()].toSorted()).toEqual(['请核对', '错误'].toSorted())
      expect(new Set(frames.values()).size).toBe(frames.size)
      for (const { words, frame, contrast } of found) {
        expect(frame).toBe(frames.get(words))
        expect(contrast).toBe(21)
      }
    },
  )
})

async function dropAndWait({ drop, page }: Desk, path: string): Promise<void> {
  await drop(path)
  await page.getByText('导入完成').waitFor()
}

const units = (page: Page): Promise<readonly string[]> =>
  page.locator('.report-unit b').allInnerTexts()

async function openUnit(page: Page, unit: string): Promise<void> {
  await page.locator('.report-unit').filter({ hasText: unit }).first().dblclick()
  await page.locator('.findings-pane').waitFor()
}

const ORDER = ['error', 'warning', 'info', undefined]

const bySeverity = (one: string | undefined, other: string | undefined): number =>
  ORDER.indexOf(one) - ORDER.indexOf(other)

interface StoredReport {
  readonly unit: string
  readonly unitKey: string
  readonly year: number
}

const OPENED = `new Promise((resolve) => {
  const opening = indexedDB.open('nianbao-desk')
  opening.onsuccess = () => resolve(opening.result.transaction('reports').objectStore('reports'))
})`

const storedReports = (page: Page): Promise<readonly StoredReport[]> =>
  page.evaluate<readonly StoredReport[]>(`(async () => {
    const store = await ${OPENED}
    return new Promise((resolve) => {
      const reading = store.getAll()
      reading.onsuccess = () => resolve(reading.result.map(({ unit, unitKey, year }) => ({ unit, unitKey, year })))
    })
  })()`)

const indexesOfReports = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`${OPENED}.then((store) => [...store.indexNames])`)

interface Look {
  readonly words: string
  /** How many signs stand beside the words. */
  readonly shapes: number
  /** What of it does not need colour. */
  readonly frame: string
  /** Of the words to what lies behind them, as WCAG 2 counts it. */
  readonly contrast: number
}

/** How those elements of a document look. */
const lookOf = (page: Page, document: string, selector: string): Promise<readonly Look[]> =>
  page.evaluate<readonly Look[]>(`(${LOOKS})(${document}, ${JSON.stringify(selector)})`)

const LOOKS = `(document, selector) => {
  const styleOf = (element) => document.defaultView.getComputedStyle(element)
  const numbers = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0)
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = numbers(styleOf(at).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  return [...document.querySelectorAll(selector)].map((item) => {
    const style = styleOf(item)
    const one = light(numbers(style.color))
    const other = light(behind(item))
    return {
      words: item.textContent,
      shapes: item.querySelectorAll('svg').length,
      frame: [style.borderTopStyle, style.borderTopWidth, style.fontWeight, style.textDecorationLine].join(' '),
      contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
    }
  })
}`
