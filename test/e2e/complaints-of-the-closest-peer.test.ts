import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { startLocalHost } from '../../main/hosts/local/local-host.ts'
import { randomReport } from '../builders/random-report.ts'
import { docxFile } from '../builders/report-files.ts'
import { hostOptions } from '../hosts/running-host.ts'
import { type Desk, journey, SAMPLES } from './desk.ts'

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
      await desk.page.goto(`${new URL(desk.page.url()).origin}/#/reports`)
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
      await expect.poll(() => units(desk.page)).toHaveLength(5)
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
        await expect.poll(() => units(desk.page), { message: words }).toEqual(['岚河县清溪镇'])
      }
    },
  )

  journey(
    '5: filters that do nothing — each changes the list, shows that it is at work, and says how many it leaves',
    async (desk) => {
      await dropAndWait(desk, SAMPLES)
      await expect.poll(() => units(desk.page)).toHaveLength(5)
      const filters = { 年度: '2023', 结论: '未发现问题', 处理: '未处理', 问题: '' }
      for (const [name, choice] of Object.entries(filters)) {
        const box = desk.page.getByRole('combobox', { name: `按${name}筛选` })
        await box.click()
        const options = desk.page.locator(
          '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
        )
        const named = choice === '' ? options : options.filter({ hasText: choice })
        const option = (await named.count()) === 0 ? options.first() : named.first()
        const promised = Number(/（(\d+)）/.exec((await option.textContent()) ?? '')?.[1])
        await option.click()
        await desk.page.keyboard.press('Escape')
        await expect.poll(() => units(desk.page), { message: name }).toHaveLength(promised)
        expect(await desk.page.locator('.filter-active').count(), name).toBe(1)
        await desk.page.getByRole('button', { name: '清除筛选' }).click()
        await expect.poll(() => units(desk.page)).toHaveLength(5)
      }
    },
  )

  journey(
    '6: broken files among the good ones — they have a list of their own, with the remedy',
    async (desk) => {
      desk.box.put('in/坏的.docx', 'no zip at all')
      desk.box.put('in/清溪镇2023.docx', readFileSync(UNBALANCED))
      await dropAndWait(desk, desk.box.at('in'))
      expect(await units(desk.page)).toEqual(['岚河县清溪镇'])
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
      await expect
        .poll(() => desk.page.locator('.reports-list').textContent())
        .toContain('没有这个单位')
      await desk.page.getByLabel('搜索报告').fill('南坪')
      await expect.poll(() => units(desk.page)).toEqual(['沙棠县南坪乡'])
    },
  )

  journey(
    '9: pale badges — every problem has a word and a shape, and the word’s contrast is at least 4.5 to 1',
    async (desk) => {
      await dropAndWait(desk, UNBALANCED)
      await openUnit(desk.page, '岚河县清溪镇')
      const marks = desk.page.locator('.finding .finding-mark > :first-child')
      const found = await marks.evaluateAll((items) =>
        items.map((item) => ({
          words: item.textContent,
          shapes: item.querySelectorAll('svg').length,
        })),
      )
      expect(found.length).toBeGreaterThan(0)
      for (const { words, shapes } of found) {
        expect(words).toMatch(/错误|核对|提示/)
        expect(shapes).toBe(1)
      }
      for (const ratio of await desk.page.evaluate<readonly number[]>(CONTRASTS))
        expect(ratio).toBeGreaterThanOrEqual(4.5)
    },
  )
})

describe('a report that lies on the disk', () => {
  journey(
    'is checked again when its file is saved by rename, and the desk says what changed',
    async (desk) => {
      const { box, page } = desk
      box.put('disk/年报.docx', readFileSync(UNBALANCED))
      await giveToRunning(desk, box.at('disk/年报.docx'))
      await page.getByText('导入完成').waitFor()
      await openUnit(page, '岚河县清溪镇')
      // As Word and WPS save: under another name, then renamed over the old file.
      const { bytes } = docxFile(randomReport(4))
      box.put('disk/~WRD0001.tmp', bytes)
      renameSync(box.at('disk/~WRD0001.tmp'), box.at('disk/年报.docx'))
      const banner = page.locator('.new-version')
      await banner.waitFor({ timeout: 10_000 })
      expect(await banner.textContent()).toMatch(/第 2 版.*问题消失了/s)
      await banner.getByRole('button', { name: '查看对比' }).click()
      expect(await page.locator('.difference').textContent()).toContain('消失了')
    },
  )
})

/** A second start of the program with a path hands the file over to the desk that runs. */
async function giveToRunning({ box, page }: Desk, path: string): Promise<void> {
  const port = Number(new URL(page.url()).port)
  const second = await startLocalHost(hostOptions(box, { port, paths: [path] }))
  expect(second.kind).toBe('handed-over')
}

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

/** Runs in the page: the contrast of each problem's word to what lies behind it, as WCAG 2 counts it. */
const CONTRASTS = `(() => {
  const numbers = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0)
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  return [...document.querySelectorAll('.finding .finding-mark > :first-child')].map((item) => {
    const one = light(numbers(getComputedStyle(item).color))
    const other = light(behind(item))
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  })
})()`
