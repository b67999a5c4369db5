import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fingerprintOf } from '../../scripts/start/built.ts'
import { alone } from './once.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** What the journeys keep from one run to the next. */
export const CACHE = join(ROOT, 'node_modules/.cache/nianbao-desk/e2e')

const SOURCES = [
  'shared',
  'renderer',
  'package-lock.json',
  'renderer.vite.config.ts',
  'test/e2e/built-page.ts',
]

/** The folder of the desk's page as Vite bundles it; built when its sources have changed. */
export const builtPage = (): Promise<string> =>
  alone(join(CACHE, 'page.lock'), async () => {
    const fingerprint = await fingerprintOf(SOURCES.map((name) => join(ROOT, name)))
    const folder = join(CACHE, `page-${fingerprint.slice(0, 16)}`)
    if ((await stat(folder).catch(() => null)) !== null) return folder
    await removeOld()
    const { build } = await import('vite')
    const unfinished = join(CACHE, 'page-unfinished')
    await asProduction(() =>
      build({
        configFile: join(ROOT, 'renderer.vite.config.ts'),
        logLevel: 'error',
        build: { outDir: unfinished, emptyOutDir: true },
      }),
    )
    await rename(unfinished, folder)
    return folder
  })

/** A test run says of itself that it is one; the page is built as people get it. */
async function asProduction(build: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV } = process.env
  Object.assign(process.env, { NODE_ENV: 'production' })
  try {
    await build()
  } finally {
    if (NODE_ENV !== undefined) Object.assign(process.env, { NODE_ENV })
  }
}

/** Milliseconds; a younger page may still be served by another run. */
const OLD = 600_000

async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name)
    const status = await stat(folder).catch(() => null)
    if (!name.startsWith('page-') || status === null) continue
    if (Date.now() - status.mtimeMs > OLD) await rm(folder, { recursive: true, force: true })
  }
}
