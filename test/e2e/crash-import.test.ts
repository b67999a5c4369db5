import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type LocalHost, startLocalHost } from '../../main/hosts/local/local-host.ts'
import { mulberry32, randomReport } from '../builders/random-report.ts'
import type { ReportFile } from '../builders/read-back.ts'
import { docxFile, htmlFile, pdfFile, textFile } from '../builders/report-files.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import { hostOptions } from '../hosts/running-host.ts'
import { CHROMIUM_FLAGS, findChromium } from './browser.ts'
import { builtPage } from './built-page.ts'
import { eventually } from './walking.ts'

// CRASH_RUNS=20 npx vitest run test/e2e/crash-import.test.ts: as often, with 100 files each time.
const { CRASH_RUNS } = process.env
const RUNS = CRASH_RUNS === undefined ? 4 : Number(CRASH_RUNS)
const FILES = CRASH_RUNS === undefined ? 30 : 100
/** Milliseconds within which the browser is killed after the screen has acknowledged a random number of files. */
const KILLED_WITHIN = 150

it(
  `a browser killed ${RUNS} times while it imports ${FILES} files keeps each report whole or not at all, and all that the screen had said`,
  async () => {
    const box = createSandbox()
    const host = await openHost(box)
    const random = mulberry32(RUNS)
    const seen: Acknowledged[] = []
    const written = new Set<string>()
    try {
      for (let run = 0; run < RUNS; run++) {
        const desk = await openDesk(host, box)
        if (run > 0) checkStore(await readStore(desk.page), seen, written)
        const files = writeFiles(box, run)
        for (const { bytes } of files) written.add(createHash('sha256').update(bytes).digest('hex'))
        const moment = {
          done: Math.ceil(random() * FILES * 0.8),
          milliseconds: random() * KILLED_WITHIN,
        }
        seen.push(await importUntilKilled(desk, box, run, moment))
      }
      const desk = await openDesk(host, box)
      const stored = await readStore(desk.page)
      checkStore(stored, seen, written)
      // The first screen shows them all, and nobody is told of a loss.
      await eventually(() => desk.page.locator('.selection-bar [role=status]').textContent()).toBe(
        `共 ${stored.reports.length} 份`,
      )
      expect(await desk.page.getByText('没有保住').count()).toBe(0)
      await desk.kill()
      process.stdout.write(`${summary(seen, stored)}\n`)
    } finally {
      await host.stop()
      box.remove()
    }
  },
  60_000 + RUNS * 30_000,
)

/** What the screen had said when the browser was killed. */
interface Acknowledged {
  /** Files whose result is kept, as the progress line counted them. */
  readonly done: number
  /** Units that stood in the list. */
  readonly units: ReadonlySet<string>
}

const summary = (seen: readonly Acknowledged[], stored: StoredDesk): string =>
  `killed after ${seen.map(({ done }) => done).join(', ')} of ${FILES} files were acknowledged; ${stored.versions.length} are kept whole`

const WRITERS: readonly ((truth: ReturnType<typeof randomReport>) => ReportFile)[] = [
  docxFile,
  htmlFile,
  (truth) => textFile(truth, { layout: 'cell-lines' }),
  pdfFile,
]

/** Files of their own for each run: none is known before. */
function writeFiles(box: Sandbox, run: number): readonly ReportFile[] {
  return Array.from({ length: FILES }, (_, index) => {
    const write = WRITERS[index % WRITERS.length] ?? docxFile
    const { name, bytes } = write(randomReport(run * FILES + index))
    const file = { name: `${index}-${name}`, bytes }
    box.put(`files-${run}/${file.name}`, bytes)
    return file
  })
}

async function openHost(box: Sandbox): Promise<LocalHost> {
  const start = await startLocalHost(hostOptions(box, { staticRoot: await builtPage() }))
  if (start.kind !== 'started') throw new Error(start.kind)
  return start.host
}

interface MortalDesk {
  readonly page: Page
  /** As if the plug were pulled: nothing of the browser gets to end its work. */
  readonly kill: () => Promise<void>
}

/** A browser in a process group of its own, so that all of it can be killed at once. */
async function openDesk(host: LocalHost, box: Sandbox): Promise<MortalDesk> {
  const { path, env } = await findChromium()
  const program = spawn(
    path,
    [
      ...CHROMIUM_FLAGS,
      '--headless',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${box.at('profile')}`,
      'about:blank',
    ],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    },
  )
  const browser = await chromium.connectOverCDP(await endpointOf(program))
  const context = browser.contexts()[0] ?? (await browser.newContext())
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(host.newAddress())
  await page.getByRole('navigation', { name: '画面' }).waitFor()
  return { page, kill: () => killAll(program, browser) }
}

async function endpointOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('no stderr')
  for await (const line of createInterface({ input: stderr })) {
    const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (endpoint !== undefined) {
      stderr.resume()
      return endpoint
    }
  }
  throw new Error('the browser did not start')
}

async function killAll(program: ChildProcess, browser: Browser): Promise<void> {
  const ended = once(program, 'exit')
  if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL')
  await ended
  await browser.close().catch(() => {})
}

/** Imports the run's files and kills the browser so long after the screen has acknowledged so many. */
async function importUntilKilled(
  { page, kill }: MortalDesk,
  box: Sandbox,
  run: number,
  moment: { readonly done: number; readonly milliseconds: number },
): Promise<Acknowledged> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [box.at(`files-${run}`)], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  const units = new Set<string>()
  let done = 0
  let killAt = Number.POSITIVE_INFINITY
  while (Date.now() < killAt && done < FILES) {
    const [count] = await page.locator('.import-count b').allInnerTexts()
    for (const unit of await page.locator('.report-unit b').allInnerTexts()) units.add(unit)
    done = Math.max(done, Number(/^\d+/.exec(count ?? '')?.[0] ?? 0))
    if (done >= moment.done && killAt === Number.POSITIVE_INFINITY)
      killAt = Date.now() + moment.milliseconds
    await pause(5)
  }
  await kill()
  return { done, units }
}

/** What a killed browser left, read past the program. */
interface StoredDesk {
  readonly reports: readonly {
    readonly id: number
    readonly unit: string | null
    readonly currentVersion: number
    readonly versions: number
    readonly errors: number
    readonly warnings: number
    readonly verdict: string
  }[]
  readonly versions: readonly {
    readonly id: number
    readonly reportId: number
    readonly sha256: string
    readonly size: number
  }[]
  readonly readings: readonly number[]
  readonly views: readonly number[]
  readonly checks: readonly {
    readonly versionId: number
    readonly verdict: string
    readonly errors: number
    readonly warnings: number
  }[]
  /** `sha256` is the key, `actual` that of the bytes. */
  readonly sources: readonly {
    readonly sha256: string
    readonly actual: string
    readonly size: number
  }[]
  readonly unreadable: number
  readonly journalled: readonly number[]
}

/** Each report is wholly there, of files that were given, and whatever the screen had acknowledged is there. */
function checkStore(
  stored: StoredDesk,
  seen: readonly Acknowledged[],
  written: ReadonlySet<string>,
): void {
  const { reports, versions, readings, views, checks, sources } = stored
  const ids = versions.map(({ id }) => id).toSorted((one, other) => one - other)
  expect(readings).toEqual(ids)
  expect(views).toEqual(ids)
  expect(checks.map(({ versionId }) => versionId)).toEqual(ids)
  for (const { sha256, actual } of sources) expect(actual).toBe(sha256)
  expect(sources.map(({ sha256 }) => sha256).toSorted()).toEqual(
    versions.map(({ sha256 }) => sha256).toSorted(),
  )
  for (const { sha256 } of versions) expect(written.has(sha256)).toBe(true)
  for (const report of reports) {
    const own = versions.filter(({ reportId }) => reportId === report.id)
    expect(own).toHaveLength(report.versions)
    expect(own.map(({ id }) => id)).toContain(report.currentVersion)
    const check = checks.find(({ versionId }) => versionId === report.currentVersion)
    expect(check).toMatchObject({
      verdict: report.verdict,
      errors: report.errors,
      warnings: report.warnings,
    })
    expect(stored.journalled).toContain(report.id)
  }
  const known = new Set(reports.map(({ id }) => id))
  for (const { reportId } of versions) expect(known.has(reportId)).toBe(true)
  const units = new Set(reports.map(({ unit }) => unit))
  for (const acknowledged of seen)
    for (const unit of acknowledged.units) expect(units).toContain(unit)
  const least = seen.reduce((sum, { done }) => sum + done, 0)
  expect(versions.length + stored.unreadable).toBeGreaterThanOrEqual(least)
}

const readStore = async (page: Page): Promise<StoredDesk> => page.evaluate<StoredDesk>(READ_STORE)

/** Runs in the page: all tables through IndexedDB itself, without the program's own database layer. */
const READ_STORE = `(async () => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('nianbao-desk')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const all = (name) => new Promise((resolve, reject) => {
    const reading = database.transaction(name).objectStore(name).getAll()
    reading.onsuccess = () => resolve(reading.result)
    reading.onerror = () => reject(reading.error)
  })
  const hash = async (bytes) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const count = (findings, severity) =>
    findings.filter(({ finding }) => finding.severity === severity).length
  const sources = []
  for (const { sha256, bytes, size } of await all('sources'))
    sources.push({ sha256, size, actual: await hash(bytes) })
  const stored = {
    reports: await all('reports'),
    versions: await all('versions'),
    readings: (await all('readings')).map(({ versionId }) => versionId),
    views: (await all('views')).map(({ versionId }) => versionId),
    checks: (await all('checks')).map(({ versionId, verdict, findings }) => ({
      versionId, verdict, errors: count(findings, 'error'), warnings: count(findings, 'warning'),
    })),
    sources,
    unreadable: (await all('unreadable')).length,
    journalled: (await all('journal')).map(({ reportId }) => reportId),
  }
  database.close()
  return stored
})()`
