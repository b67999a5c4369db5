import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DESK_PORT } from '../../main/hosts/local/local-host.ts'
import { openWithSystem } from '../../main/hosts/local/open-with-system.ts'
import { runLocalHost } from '../../main/hosts/local/run-local-host.ts'
import { runProgram } from '../../main/hosts/local/run-program.ts'
import { dataFolderOf, hasDisplay } from '../../main/hosts/program-paths.ts'
import manifest from '../../package.json' with { type: 'json' }
import { type Bundle, ensureBuilt } from './built.ts'
import { findElectron, PATIENCE } from './electron-binary.ts'
import { parseStartOptions, START_USAGE, type StartOptions } from './options.ts'
import { chooseHost, ELSEWHERE, rememberedHost, rememberHost } from './remembered-host.ts'
import { runElectron } from './run-electron.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'out')

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the desk: in Electron where it can be had, else in the browser. Gives the exit status. */
export async function start(args: readonly string[]): Promise<number> {
  const options = parseStartOptions(args)
  switch (options.kind) {
    case 'help':
      process.stdout.write(START_USAGE)
      return 0
    case 'wrong':
      process.stderr.write(`${options.problem}\n\n${START_USAGE}`)
      return 2
    case 'start':
      return startDesk(options)
  }
}

type Wanted = Extract<StartOptions, { readonly kind: 'start' }>

async function startDesk(wanted: Wanted): Promise<number> {
  const paths = wanted.paths.map((path) => resolve(callersFolder(process.env), path))
  const dataFolder = dataFolderOf(process.env, process.platform)
  const remembered = await rememberedHost(dataFolder)
  const { host, remark } = chooseHost(wanted.host, remembered)
  if (remark !== null) say(remark)
  await ensureBuilt(PAGE, () => say('正在准备界面，第一次启动需要几秒钟……'))
  if (host !== 'local') {
    const status = await startInElectron(wanted, paths)
    if (status !== null) {
      await rememberHost(dataFolder, 'electron')
      return status
    }
    if (remembered === 'electron') say(ELSEWHERE.electron)
  }
  await rememberHost(dataFolder, 'local')
  return startLocally(wanted, paths, dataFolder)
}

const startLocally = (wanted: Wanted, paths: readonly string[], dataFolder: string) =>
  runLocalHost(
    {
      port: wanted.port ?? DESK_PORT,
      paths,
      version: manifest.version,
      dataFolder,
      staticRoot: join(OUT, 'renderer'),
      samplesFolder: join(ROOT, 'samples'),
      workerUrl: pathToFileURL(join(ROOT, 'main/work/desk-worker.ts')),
      env: process.env,
      platform: process.platform,
      hasDisplay: hasDisplay(process.env, process.platform),
      run: runProgram,
      openWithSystem,
      log: (line) => process.stderr.write(`${line}\n`),
    },
    process,
  )

/** Null where it cannot be; the reason has been said in one line. */
async function startInElectron(wanted: Wanted, paths: readonly string[]): Promise<number | null> {
  if (!hasDisplay(process.env, process.platform)) {
    say('没有显示器，不用 Electron，改用本机服务方式。')
    return null
  }
  const binary = await findElectron({
    package: join(ROOT, 'node_modules/electron'),
    memory: join(ROOT, 'node_modules/.cache/nianbao-desk/electron-failed'),
    env: process.env,
    attempt: wanted.host === 'electron' ? 'again' : 'once',
    patience: PATIENCE,
    onAttempt: () => say(`正在取 Electron，最多等 ${PATIENCE / 1_000} 秒……`),
  })
  if (binary === null) {
    say('这台电脑上没有 Electron，改在浏览器中打开。')
    return null
  }
  await ensureBuilt(SHELL, () => say('正在准备 Electron 程序……'))
  const status = await runElectron(binary, ROOT, paths)
  if (status === null) say('Electron 在这台电脑上不能运行，改在浏览器中打开。')
  return status
}

/** npm runs a script in the folder of the package, and says in INIT_CWD where it was called: paths are meant from there. */
function callersFolder({ INIT_CWD, npm_lifecycle_event, npm_package_name }: NodeJS.ProcessEnv) {
  const isOurScript = npm_lifecycle_event === 'start' && npm_package_name === manifest.name
  return isOurScript && INIT_CWD !== undefined ? INIT_CWD : process.cwd()
}

/** What both bundles are made of. */
const COMMON_SOURCES = ['shared', 'package.json', 'package-lock.json']

/** The page, the same for both hosts. */
const PAGE: Bundle = {
  sources: [...COMMON_SOURCES, 'renderer', 'renderer.vite.config.ts'].map((name) =>
    join(ROOT, name),
  ),
  result: join(OUT, 'renderer/index.html'),
  stamp: join(OUT, 'renderer.stamp'),
  build: async () => {
    const { build } = await import('vite')
    await build({ configFile: join(ROOT, 'renderer.vite.config.ts'), logLevel: 'warn' })
  },
}

/** The main process, its threads and the preload script. */
const SHELL: Bundle = {
  sources: [...COMMON_SOURCES, 'main', 'electron.vite.config.ts'].map((name) => join(ROOT, name)),
  result: join(OUT, 'main/index.js'),
  stamp: join(OUT, 'main.stamp'),
  build: async () => {
    const { build } = await import('electron-vite')
    await build({
      configFile: join(ROOT, 'electron.vite.config.ts'),
      root: ROOT,
      logLevel: 'warn',
      ignoreConfigWarning: true,
    })
  },
}
