import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startLocalHost } from '../main/hosts/local/local-host.ts'
import { readDocument } from '../main/work/read-document.ts'
import { checkReport } from '../shared/check/check-report.ts'
import { findEdition } from '../shared/form/editions.ts'
import { fromPlainReport } from '../shared/ipc/plain-report.ts'
import { breakOneCell } from '../test/builders/break-one-cell.ts'
import { randomReport } from '../test/builders/random-report.ts'
import { docxFile, htmlFile, pdfFile } from '../test/builders/report-files.ts'
import { createSandbox } from '../test/cli/sandbox.ts'
import { openBrowser } from '../test/e2e/browser.ts'
import { builtPage } from '../test/e2e/built-page.ts'
import { hostOptions } from '../test/hosts/running-host.ts'
import { cloneReports } from './desk-store.ts'
import { median, textTable } from './report-table.ts'

// npm run bench:desk: prints figures of the desk in a real Chromium, asserts none; they hang on the machine.

const REPORTS = 10_000
/** The median of these is under 50 ms, 95 of 100 frames are under 20 ms. */
const KEYSTROKES = 24
const FRAMES = 300
const STARTS = 5
/** Every report has a finding, so that there is something to filter by. */
const MISTAKE = { kind: 'wrong-number', by: 1 } as const
const WHOLE_RUNS = [1, 2, 3]

const box = createSandbox()
const start = await startLocalHost(hostOptions(box, { staticRoot: await builtPage() }))
if (start.kind !== 'started') throw new Error(start.kind)
const { host } = start
const files = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
const context = await openBrowser(box.at('profile'))
const page = context.pages()[0] ?? (await context.newPage())

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

try {
  print(
    `node ${process.version}, Chromium ${context.browser()?.version() ?? '?'}, ${availableParallelism()} cpus`,
  )
  await page.goto(host.newAddress())
  await page.getByRole('navigation').waitFor()
  const emptyStart = await startTime(page, '.reports-first')
  await firstFindings(page)
  await page.locator('.report-unit').first().waitFor()
  await cloneReports(page, REPORTS)
  const fullStart = await startTime(page, '.report-unit')
  print(`start-up: ${shown(emptyStart)} with 0 reports, ${shown(fullStart)} with ${REPORTS}`)
  await page.waitForTimeout(3_000)
  await page.evaluate(watchInPage())
  print(await searchTimes(page))
  print(await filterTimes(page))
  print(await frames(page))
} finally {
  await context.close()
  await host.stop()
  box.remove()
  rmSync(files, { recursive: true, force: true })
}

function shown(times: readonly number[]): string {
  return `${Math.round(median(times))} ms`
}

/** Milliseconds from asking for the page to that part of it. */
async function startTime(page: Page, part: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const before = performance.now()
    await page.reload({ waitUntil: 'commit' })
    await page.locator(part).first().waitFor()
    times.push(performance.now() - before)
  }
  return times
}

/** From a drop to what was found in it, beside reading and checking the same file in Node; both warm. */
async function firstFindings(page: Page): Promise<void> {
  const rows: string[][] = []
  const session = await page.context().newCDPSession(page)
  await page.evaluate(watchDrops())
  for (const [name, write] of Object.entries({ docx: docxFile, pdf: pdfFile, html: htmlFile })) {
    const desk: number[] = []
    const headless: number[] = []
    for (let seed = 0; seed < 13; seed++) {
      const report = { ...randomReport(seed + 50), unit: `测试${name}${seed}镇` }
      const { bytes } = write(breakOneCell(report, 40 + seed, MISTAKE).truth)
      const path = join(files, `${seed}.${name}`)
      writeFileSync(path, bytes)
      const own = performance.now()
      await checkHeadless(`${seed}.${name}`, bytes)
      headless.push(performance.now() - own)
      const data = { items: [], files: [path], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
      await page.waitForTimeout(100)
      await session.send('Input.dispatchDragEvent', { type: 'drop', x: 500, y: 400, data })
      await page.getByText('导入完成').waitFor()
      desk.push(await page.evaluate<number>('window.benchDrop()'))
      await page.getByRole('button', { name: '收起' }).click()
      await page.waitForTimeout(300)
    }
    // The first ones only warm up.
    const [one, other] = [median(desk.slice(3)), median(headless.slice(3))]
    const whole = median(WHOLE_RUNS.map(() => wholeRun(join(files, `5.${name}`))))
    const ratio = (time: number): string => (one / time).toFixed(1)
    const shownTimes = [one, other, whole].map((time) => time.toFixed(0))
    rows.push([name, ...shownTimes, ratio(other), ratio(whole)])
  }
  print('\nfrom drop to finding, one file after the other; times in ms')
  print(
    textTable(
      ['format', 'desk', 'core alone, warm', 'npm run check', 'desk / core', 'desk / check'],
      rows,
    ),
  )
}

/** Milliseconds of the headless checker for one file, as a person runs it. */
function wholeRun(path: string): number {
  const before = performance.now()
  spawnSync(process.execPath, ['main/cli/check.ts', '--format', 'json', path], { stdio: 'ignore' })
  return performance.now() - before
}

async function checkHeadless(name: string, bytes: Uint8Array): Promise<void> {
  const read = await readDocument({ name, bytes: bytes.slice() })
  if (!read.ok) throw new Error(read.error.code)
  const form = findEdition(read.value.report.edition)
  if (form !== undefined) checkReport(fromPlainReport(read.value.report), form)
}

/** From each key to the frame after the last change of the list. */
async function searchTimes(page: Page): Promise<string> {
  const times: number[] = []
  const search = page.getByLabel('搜索报告')
  for (const word of ['qingxi', 'lhx', '清溪镇', '2023', '乡人民', 'bailu']) {
    await search.fill('')
    await settled(page)
    for (const key of word) {
      await search.focus()
      await page.evaluate('window.benchBegin()')
      await page.keyboard.insertText(key)
      times.push(await settled(page))
    }
  }
  await search.fill('')
  await settled(page)
  return `search: median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms, ${times.length} keystrokes (at least ${KEYSTROKES})`
}

/** From each choice in a filter to the frame after the last change of the list. */
async function filterTimes(page: Page): Promise<string> {
  const times: number[] = []
  for (const name of ['年度', '结论', '处理', '问题']) {
    for (let choice = 0; choice < 2; choice++) {
      await page.getByRole('combobox', { name: `按${name}筛选` }).click()
      const option = page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .first()
      await option.waitFor()
      await settled(page)
      await page.evaluate('window.benchBegin()')
      await option.click()
      times.push(await settled(page))
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '清除筛选' }).click()
      await settled(page)
    }
  }
  return `filter: median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms, ${times.length} choices`
}

async function frames(page: Page): Promise<string> {
  const times = await page.evaluate<readonly number[]>(scrollInPage())
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `scrolling: 95th percentile ${at(0.95)} ms, median ${at(0.5)} ms, longest ${at(0.999)} ms, ${times.length} frames`
}

function settled(page: Page): Promise<number> {
  return page.evaluate<number>('window.benchSettled()')
}

/** Runs in the page: the time from a drop to the frame that shows the last report's row and the import's end. */
function watchDrops(): string {
  return `(() => {
  let dropped = 0
  let ended = 0
  addEventListener('drop', (event) => { dropped = event.timeStamp; ended = 0 }, true)
  new MutationObserver(() => {
    if (dropped === 0 || ended > 0 || !document.body.textContent.includes('导入完成')) return
    ended = 1
    requestAnimationFrame(() => { ended = performance.now() })
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  window.benchDrop = async () => {
    while (ended <= 1) await new Promise((resolve) => setTimeout(resolve, 5))
    return ended - dropped
  }
})()`
}

/** Runs in the page: how long after the input the list still changed. */
function watchInPage(): string {
  return `(() => {
  let began = 0
  let last = 0
  const mark = (event) => { if (began === 0) began = event.timeStamp }
  for (const name of ['beforeinput', 'input', 'click']) addEventListener(name, mark, true)
  new MutationObserver(() => {
    requestAnimationFrame(() => { last = performance.now() })
  }).observe(document.querySelector('.reports'), { subtree: true, childList: true, characterData: true })
  window.benchBegin = () => { began = 0; last = 0 }
  window.benchSettled = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    return Math.max(0, last - began)
  }
})()`
}

/** Runs in the page: the list goes down a little more than three rows at each frame. */
function scrollInPage(): string {
  return `new Promise((resolve) => {
  const view = document.querySelector('.virtual-table')
  const times = []
  let before = 0
  const step = (now) => {
    if (before > 0) times.push(now - before)
    before = now
    view.scrollTop += 150
    if (times.length < ${FRAMES}) requestAnimationFrame(step)
    else resolve(times)
  }
  requestAnimationFrame(step)
})`
}
