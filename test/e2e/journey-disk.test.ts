import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startLocalHost } from '../../main/hosts/local/local-host.ts'
import { randomReport } from '../builders/random-report.ts'
import { docxFile } from '../builders/report-files.ts'
import { buildZip } from '../builders/zip.ts'
import { hostOptions } from '../hosts/running-host.ts'
import { type Desk, journey, SAMPLES } from './desk.ts'
import {
  eventually,
  expectFindings,
  importEnded,
  openFinding,
  openReport,
  shownFindings,
} from './walking.ts'

const TEXT = readFileSync(join(SAMPLES, '南坪乡2024.md'), 'utf8')

/** The blank cells are filled in, and one total is no longer the sum of its row. */
const SAVED = TEXT.replace('|  |  |  |  |  | 0 |', '| 0 | 0 | 0 | 0 | 0 | 0 |').replace(
  '| 0 | 0 | 1 | 0 | 0 | 0 | 1 |',
  '| 0 | 0 | 1 | 0 | 0 | 0 | 2 |',
)

journey(
  'a file saved by rename is checked again: what went away, what is new, and decisions stay with what is the same',
  async (desk) => {
    const { box, page } = desk
    await openFromDisk(desk, '年报.md', TEXT, '南坪乡')
    await expectFindings(page, [
      'section-missing 待处理',
      'table-structure 待处理',
      'cell-blank 待处理',
    ])
    await page.keyboard.press('c')
    await eventually(() => openFinding(page)).toBe(1)
    await expectFindings(page, [
      'section-missing 已确认',
      'table-structure 待处理',
      'cell-blank 待处理',
    ])

    // As Word and WPS save: under another name, then renamed over the old file.
    box.put('disk/~WRD0001.tmp', SAVED)
    renameSync(box.at('disk/~WRD0001.tmp'), box.at('disk/年报.md'))
    const banner = page.locator('.new-version')
    await banner.waitFor()
    expect(await banner.textContent()).toContain(
      '（第 2 版）：1 处问题消失了，新出现 2 处，2 处没有变。',
    )
    await eventually(async () => (await shownFindings(page)).toSorted()).toEqual(
      [
        'section-missing 已确认',
        't3-row-total 待处理',
        't3-balance 待处理',
        'table-structure 待处理',
      ].toSorted(),
    )

    await banner.getByRole('button', { name: '查看对比' }).click()
    const parts = page.locator('.difference > section')
    expect(await parts.locator('h3').allTextContents()).toEqual([
      '消失了（1 处）',
      '新出现（2 处）',
      '没有变（2 处）',
      '改动的格（6 格）',
    ])
    expect(await parts.nth(0).locator('li').allTextContents()).toEqual([
      expect.stringContaining('空白'),
    ])
    const added = (await parts.nth(1).locator('li').allTextContents()).join('\n')
    expect(added).toContain('「总计」应为 1，表中为 2')
    expect(added).toContain('不平衡')
    expect(await parts.nth(3).textContent()).toContain('“1” → “2”')
  },
)

journey(
  'a file saved while the desk was closed is checked again at the next start, which says so',
  async (desk) => {
    await openFromDisk(desk, '年报.docx', readFileSync(join(SAMPLES, '清溪镇2023.docx')), '清溪镇')
    desk.box.put('disk/没改.txt', readFileSync(join(SAMPLES, '白鹭镇2021.txt')))
    await giveToRunning(desk, desk.box.at('disk/没改.txt'))
    await eventually(() => desk.page.locator('.import-outcome').textContent()).toContain('新增')
    const { page } = await desk.restart(() =>
      desk.box.put('disk/年报.docx', docxFile(randomReport(4)).bytes),
    )
    const notice = page.getByRole('region', { name: '程序关着时改过的原件' })
    await notice.waitFor()
    expect(await notice.getByRole('status').textContent()).toContain('有 1 份报告的原件改过')
    expect(await notice.locator('li').allTextContents()).toEqual([
      expect.stringMatching(/第 2 版：.*问题消失了/),
    ])
    await notice.getByRole('button', { name: '打开' }).click()
    await page.getByRole('button', { name: '与上一版对比' }).waitFor()
    await notice.getByRole('button', { name: '知道了' }).click()
    await notice.waitFor({ state: 'hidden' })

    // Once: the next start has nothing to say.
    const again = await desk.restart(() => {})
    await again.page.locator('.report-unit').first().waitFor()
    await again.page.waitForTimeout(SEARCH_TIME)
    expect(await again.page.getByRole('region', { name: '程序关着时改过的原件' }).count()).toBe(0)
  },
  { timeout: 120_000 },
)

journey('a zip that could not be opened is taken apart when it is tried again', async (desk) => {
  const { box, page } = desk
  const report = docxFile(randomReport(3))
  const zip = buildZip([{ name: '乡镇/年报.docx', content: report.bytes }])
  box.put('disk/全县.zip', zip.subarray(0, -30))
  await giveToRunning(desk, box.at('disk/全县.zip'))
  expect(await importEnded(page)).toContain('读不了 1 份')
  await page.getByRole('button', { name: '查看读不了的 1 份' }).click()
  const item = page.locator('.unreadable-item')
  await item.waitFor()

  box.put('disk/全县.zip', zip)
  await item.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { name: '没有读不了的文件' }).waitFor()
  expect(await importEnded(page)).toContain('新增 1 份')
})

/** Milliseconds in which a desk with two reports has looked for files that were saved meanwhile. */
const SEARCH_TIME = 3_000

async function openFromDisk(
  desk: Desk,
  name: string,
  content: string | Uint8Array,
  unit: string,
): Promise<void> {
  desk.box.put(`disk/${name}`, content)
  await giveToRunning(desk, desk.box.at(`disk/${name}`))
  expect(await importEnded(desk.page)).toContain('新增 1 份')
  await openReport(desk.page, unit)
  await desk.page.locator('.findings-pane').waitFor()
}

/** A second start of the program with a path hands the file over to the desk that runs. */
async function giveToRunning({ box, page }: Desk, path: string): Promise<void> {
  const port = Number(new URL(page.url()).port)
  const second = await startLocalHost(hostOptions(box, { port, paths: [path] }))
  expect(second.kind).toBe('handed-over')
}
