import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import packed, { inflate } from '@sparticuz/chromium'
import { type BrowserContext, chromium } from 'playwright-core'
import { CACHE } from './built-page.ts'
import { alone } from './once.ts'

export interface ChromiumProgram {
  readonly path: string
  /** Added to the environment: where its libraries are, on a machine that has none. */
  readonly env: Readonly<Record<string, string>>
}

/** The browser of `$CHROMIUM`; else the one that comes as an npm package, which needs nothing of the machine. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<ChromiumProgram> {
  const { CHROMIUM } = env
  if (CHROMIUM !== undefined && CHROMIUM !== '') return { path: CHROMIUM, env: {} }
  return alone(join(CACHE, 'chromium.lock'), async () => {
    const path = await packed.executablePath()
    if (await starts(path)) return { path, env: {} }
    const packages = join(import.meta.dirname, '../../node_modules')
    const libraries = await inflate(join(packages, '@sparticuz/chromium/bin/al2023.tar.br'))
    return { path, env: { LD_LIBRARY_PATH: join(libraries, 'lib') } }
  })
}

const starts = (path: string): Promise<boolean> =>
  promisify(execFile)(path, ['--version']).then(
    () => true,
    () => false,
  )

/** What keeps the browser itself quiet, so that every request seen is one of the page. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export interface BrowserLook {
  readonly width: number
  readonly height: number
}

/** A browser with that profile folder, in which its databases stay. */
export async function openBrowser(
  profile: string,
  viewport: BrowserLook = { width: 1366, height: 768 },
): Promise<BrowserContext> {
  const program = await findChromium()
  return chromium.launchPersistentContext(profile, {
    executablePath: program.path,
    args: CHROMIUM_FLAGS,
    env: { ...definedOf(process.env), ...program.env },
    headless: true,
    locale: 'zh-CN',
    acceptDownloads: true,
    viewport,
  })
}

/** Without the names that are not set. */
export const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
