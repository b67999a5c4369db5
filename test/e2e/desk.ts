import { chmodSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BrowserContext, _electron as electron, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startLocalHost } from '../../main/hosts/local/local-host.ts'
import { runProgram } from '../../main/hosts/local/run-program.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import { DESK_WORKER, hostOptions } from '../hosts/running-host.ts'
import {
  type BrowserLook,
  type ChromiumProgram,
  definedOf,
  findChromium,
  openBrowser,
} from './browser.ts'
import { builtPage } from './built-page.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The five sample reports. */
export const SAMPLES = join(ROOT, 'samples')

/** The desk as a person has it before them: a real host, a real browser, a profile and a data folder of its own. */
export interface Desk {
  readonly page: Page
  readonly context: BrowserContext
  /** A folder for the files of this journey; removed at its end. */
  readonly box: Sandbox
  /** Drops files and folders onto the middle of the window, as a file manager does. */
  readonly drop: (...paths: readonly string[]) => Promise<void>
  /** Requests that went anywhere but to the host. */
  readonly outside: () => readonly string[]
  /** What the page said was wrong: exceptions and lines of error. */
  readonly problems: () => readonly string[]
  /** Ends the whole program and starts it again with all that it had kept. The page is another one afterwards. */
  readonly restart: (whileClosed: () => void) => Promise<Desk>
  readonly close: () => Promise<void>
}

export interface DeskOptions {
  readonly viewport?: BrowserLook
  /** Milliseconds that the journey may take. */
  readonly timeout?: number
}

/** Opens the desk; in Electron where `ELECTRON_E2E=1` and its binary is there. */
export const openDesk = (options: DeskOptions = {}): Promise<Desk> =>
  startDesk(createSandbox(), options, { outside: [], problems: [] }, 0)

/** What was seen over all starts of the program. */
interface Records {
  readonly outside: string[]
  readonly problems: string[]
}

async function startDesk(
  box: Sandbox,
  options: DeskOptions,
  { outside, problems }: Records,
  port: number,
): Promise<Desk> {
  const shell = wantsElectron(process.env)
    ? await openElectron(box)
    : await openLocal(box, options, port)
  const { page, context, origin } = shell
  context.on('request', (request) => {
    if (isOutside(request.url(), origin)) outside.push(request.url())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await shell.open()
  // Written by the last effect of the first drawing: now the desk listens to drops, keys and pastes.
  await page.locator('html[data-contrast]').waitFor({ state: 'attached' })
  let next: Desk | null = null
  return {
    page,
    context,
    box,
    drop: (...paths) => dropFiles(context, page, paths),
    outside: () => outside,
    problems: () => problems,
    restart: async (whileClosed) => {
      if (next !== null) return next.restart(whileClosed)
      await shell.close()
      whileClosed()
      // The port belongs to the origin, and the origin to what was kept.
      next = await startDesk(box, options, { outside, problems }, Number(new URL(origin).port))
      return next
    },
    close: async () => {
      if (next !== null) return next.close()
      await shell.close()
      box.remove()
    },
  }
}

/** Milliseconds of one journey; the machine may be busy with much else. */
const TIMEOUT = 120_000

/** A journey of a person through the desk, in which nothing goes wrong unseen and nothing leaves the machine. */
export const journey = (
  name: string,
  walk: (desk: Desk) => Promise<void>,
  options: DeskOptions = {},
): void => {
  // Once more on a fresh desk: a browser on a machine with two busy cores now and then misses a wait.
  it(name, { retry: 1, timeout: options.timeout ?? TIMEOUT }, async () => {
    const desk = await openDesk(options)
    try {
      await walk(desk)
      expect(desk.outside()).toEqual([])
      expect(desk.problems()).toEqual([])
    } finally {
      await desk.close()
    }
  })
}

interface Shell {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

async function openLocal(box: Sandbox, { viewport }: DeskOptions, port: number): Promise<Shell> {
  const staticRoot = await builtPage()
  const program = await findChromium()
  const start = await startLocalHost(
    hostOptions(box, {
      port,
      staticRoot,
      samplesFolder: SAMPLES,
      workerUrl: DESK_WORKER,
      env: { ...process.env, PATH: folderWith(box, program) },
      run: runProgram,
    }),
  )
  if (start.kind !== 'started') throw new Error(`the host is ${start.kind}`)
  const { host } = start
  const context = await openBrowser(box.at('profile'), viewport)
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    context,
    origin: host.origin,
    open: async () => {
      await page.goto(host.newAddress())
    },
    close: async () => {
      await context.close()
      await host.stop()
    },
  }
}

/** A folder in which the host finds this browser, and no other, when it makes a PDF. */
function folderWith(box: Sandbox, { path, env }: ChromiumProgram): string {
  const settings = Object.entries(env).map(([name, value]) => `${name}='${value}' `)
  box.put('bin/chromium', `#!/bin/sh\n${settings.join('')}exec '${path}' "$@"\n`)
  chmodSync(box.at('bin/chromium'), 0o755)
  return box.at('bin')
}

const ELECTRON_PATH = join(ROOT, 'node_modules/electron/path.txt')

const wantsElectron = ({ ELECTRON_E2E }: NodeJS.ProcessEnv): boolean =>
  ELECTRON_E2E === '1' && existsSync(ELECTRON_PATH)

/** The program as `npm run build` made it. */
async function openElectron(box: Sandbox): Promise<Shell> {
  const program = await electron.launch({
    args: [ROOT, `--user-data-dir=${box.at('profile')}`],
    env: { ...definedOf(process.env), NIANBAO_DESK_DATA: box.at('data') },
  })
  const page = await program.firstWindow()
  return {
    page,
    context: program.context(),
    origin: 'app://desk',
    open: async () => {},
    close: () => program.close(),
  }
}

const isOutside = (url: string, origin: string): boolean =>
  !url.startsWith(`${origin}/`) && !/^(?:blob|data|about):/.test(url)

/** The events of a drag from another program, with files that lie on disk. */
async function dropFiles(
  context: BrowserContext,
  page: Page,
  paths: readonly string[],
): Promise<void> {
  const session = await context.newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  await session.detach()
}
