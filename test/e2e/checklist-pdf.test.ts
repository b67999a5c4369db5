import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { loadPdf } from '../../main/readers/pdf/load-pdf.ts'
import { toChecklist } from '../../shared/checklist/checklist.ts'
import { placeWords, SEVERITY_WORDS } from '../../shared/checklist/checklist-words.ts'
import { LONGEST_REASON } from '../../shared/desk/decisions.ts'
import { findEdition } from '../../shared/form/editions.ts'
import { RADICALS } from '../../shared/text/radicals.ts'
import { readBack } from '../builders/read-back.ts'
import { type Desk, journey, SAMPLES } from './desk.ts'
import { eventually } from './walking.ts'

const UNBALANCED = join(SAMPLES, '清溪镇2023.docx')
const REASON = '已与填报单位核实，原文无误'

describe('the printed checklist as PDF', () => {
  journey('of one report says what the headless checker finds, and nothing else', async (desk) => {
    await dropAndWait(desk, UNBALANCED)
    await openFirst(desk.page)
    await desk.page.getByRole('button', { name: '打印清单' }).click()
    const pages = await savePdf(desk)
    expect(rowsIn(pages)).toBe(await expectedRows(UNBALANCED))
    expect(pages.map(({ foot }) => foot)).toEqual(feet('岚河县清溪镇2023年度', pages.length))
    for (const { width, height } of pages) expect([width, height]).toEqual(A4_ON_ITS_SIDE)
  })

  journey('of all selected reports has a sheet for each, one after the other', async (desk) => {
    await dropAndWait(desk, SAMPLES)
    await desk.page.getByRole('checkbox', { name: '全选', exact: true }).check()
    await desk.page.getByRole('button', { name: '打印清单' }).click()
    const pages = await savePdf(desk)
    const files = readdirSync(SAMPLES).filter((name) => name !== 'README.md')
    for (const name of files) {
      const sheet = pages.filter(({ foot }) => foot.startsWith(UNITS[name] ?? '?'))
      expect(rowsIn(sheet), name).toBe(await expectedRows(join(SAMPLES, name)))
      expect(sheet.map(({ foot }) => foot)).toEqual(feet(UNITS[name] ?? '', sheet.length))
    }
    expect(pages.filter(({ text }) => text.includes('没有需要更正的项目'))).toHaveLength(1)
    expect(new Set(pages.map(({ foot }) => foot)).size).toBe(pages.length)
  })

  journey('gives what was set aside with its reason, or leaves it out', async (desk) => {
    await dropAndWait(desk, UNBALANCED)
    await openFirst(desk.page)
    await desk.page.keyboard.press('j')
    await desk.page.keyboard.press('x')
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByRole('button', { name: REASON }).click()
    await dialog.getByRole('button', { name: '搁置', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await desk.page.getByRole('button', { name: '打印清单' }).click()
    const items = await checklistItems(UNBALANCED)

    const whole = textOf(await savePdf(desk))
    expect(whole).toContain(`更正项目（共${items.length - 1}项）`)
    expect(whole).toContain('已搁置、不需更正的（共1项）')
    expect(whole.endsWith(REASON) || whole.includes(`${REASON}核对人`)).toBe(true)
    for (const { message } of items) expect(whole).toContain(packed(message))

    await toggle(desk.page, '列出已搁置的')
    const short = textOf(await savePdf(desk))
    expect(short).not.toContain(REASON)
    expect(short).not.toContain('已搁置')
    expect(items.filter(({ message }) => short.includes(packed(message)))).toHaveLength(
      items.length - 1,
    )
  })

  journey('in large print says the same on more paper', async (desk) => {
    await dropAndWait(desk, UNBALANCED)
    await openFirst(desk.page)
    await desk.page.getByRole('button', { name: '打印清单' }).click()
    const normal = await savePdf(desk)
    await toggle(desk.page, '大字')
    const large = await savePdf(desk)
    expect(rowsIn(large)).toBe(rowsIn(normal))
    expect(large.length).toBeGreaterThan(normal.length)
    expect(large.map(({ foot }) => foot)).toEqual(feet('岚河县清溪镇2023年度', large.length))
    for (const { width, height } of large) expect([width, height]).toEqual(A4_ON_ITS_SIDE)
  })

  journey('in large print cuts no row, however long a reason is', async (desk) => {
    const { page } = desk
    await dropAndWait(desk, UNBALANCED)
    await openFirst(page)
    const reason = '经与填报单位核实，'.repeat(100).slice(0, LONGEST_REASON)
    await page.keyboard.press('x')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: '搁置', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await eventually(() => page.locator('.findings-progress').textContent()).toContain('1 / 4')
    await page.getByRole('button', { name: '打印清单' }).click()
    await toggle(page, '大字')
    const pages = await savePdf(desk)
    expect(pages.map(({ foot }) => foot)).toEqual(feet('岚河县清溪镇2023年度', pages.length))
    expect(pages.filter(({ text }) => text.includes(reason))).toHaveLength(1)
  })
})

/** Millimetres. */
const A4_ON_ITS_SIDE = [297, 210]

const UNITS: Readonly<Record<string, string>> = {
  '清溪镇2023.docx': '岚河县清溪镇2023年度',
  '石渡镇2022.pdf': '青岭县石渡镇2022年度',
  '柳湾乡2020.html': '云浦县柳湾乡2020年度',
  '白鹭镇2021.txt': '临汐县白鹭镇2021年度',
  '南坪乡2024.md': '沙棠县南坪乡2024年度',
}

const feet = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => packed(`${name}第${index + 1}页，共${count}页`))

async function dropAndWait(desk: Desk, path: string): Promise<void> {
  await desk.drop(path)
  await desk.page.getByText('导入完成').waitFor()
}

const openFirst = async (page: Page): Promise<void> => {
  await page.locator('.report-unit').first().dblclick()
  await page.locator('.finding').first().waitFor()
}

/** Changes an option of the printing, and waits until the pages are laid out anew. */
async function toggle(page: Page, name: string): Promise<void> {
  const preview = page.getByTitle('清单预览')
  const before = await preview.getAttribute('srcdoc')
  await page.getByRole('checkbox', { name }).click()
  await eventually(() => preview.getAttribute('srcdoc')).not.toBe(before)
}

async function checklistItems(path: string) {
  const name = basename(path)
  const checked = await readBack({ name, bytes: new Uint8Array(readFileSync(path)) })
  const form = findEdition(checked.report.edition)
  if (form === undefined) throw new Error(name)
  return toChecklist(name, checked, form).items
}

/** All rows of the sheet in order as the PDF must hold them: number, place, what stands, what to do, basis. */
async function expectedRows(path: string): Promise<string> {
  const rows = (await checklistItems(path)).map((item) =>
    [
      item.number,
      SEVERITY_WORDS[item.severity],
      placeWords(item) || '—',
      item.stands ?? '—',
      item.should === null ? '' : `应为：${item.should}`,
      item.message,
      item.basis,
    ].join(''),
  )
  return packed(rows.join(''))
}

interface PrintedPage {
  /** In millimetres, rounded. */
  readonly width: number
  readonly height: number
  /** Without white space and without the last line. */
  readonly text: string
  readonly foot: string
}

const textOf = (pages: readonly PrintedPage[]): string => pages.map(({ text }) => text).join('')

/** What stands in the table of corrections, over all its pages, without the heads. */
const rowsIn = (pages: readonly PrintedPage[]): string =>
  pages
    .map(({ text }) => text.split('序号位置表中现状应为及怎样改依据已改备注')[1] ?? '')
    .map((rows) => rows.replace(/(?:核对人：|以下内容没有核对|已搁置、不需更正的).*$/s, ''))
    .join('')

/** The browser's own download is what a person gets. */
async function savePdf(desk: Desk): Promise<readonly PrintedPage[]> {
  await desk.page.getByText(/份报告，共 \d+ 页/).waitFor()
  const download = desk.page.waitForEvent('download', { timeout: 100_000 })
  await desk.page.getByRole('button', { name: '存为 PDF' }).click()
  const file = desk.box.at('printed.pdf')
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^更正清单 .+\.pdf$/)
  await saved.saveAs(file)
  return readPages(new Uint8Array(readFileSync(file)))
}

const POINTS_TO_MILLIMETRES = 25.4 / 72

async function readPages(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  const opened = await loadPdf(bytes, 'strict')
  if (!opened.ok) throw new Error(opened.error.code)
  const { document, close } = opened.value
  const pages: PrintedPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const whole = packed(items.map((item) => ('str' in item ? item.str : '')).join(''))
    const { width, height } = page.getViewport({ scale: 1 })
    const foot = Math.max(...Object.values(UNITS).map((unit) => whole.lastIndexOf(unit)))
    pages.push({
      width: Math.round(width * POINTS_TO_MILLIMETRES),
      height: Math.round(height * POINTS_TO_MILLIMETRES),
      text: whole.slice(0, foot),
      foot: whole.slice(foot),
    })
  }
  await close()
  return pages
}

/** Some fonts give a PDF the radicals that look like the characters meant. */
const packed = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fdf]/g, (radical) => RADICALS.get(radical) ?? radical.normalize('NFKC'))
    .replace(/\s+/g, '')
