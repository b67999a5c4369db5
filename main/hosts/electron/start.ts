import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, type BrowserWindow, dialog, session, shell } from 'electron'
import { z } from 'zod'
import { GIVEN_EXTENSIONS } from '../../../shared/document/report-extensions.ts'
import type { EventName, Events, PickKind } from '../../../shared/ipc/contract.ts'
import { createHandlers, type Handlers } from '../../handlers/create-handlers.ts'
import type { Pick } from '../../handlers/files.ts'
import { isOutsideAddress } from '../page-headers.ts'
import { createPrintPages, type PrintPages } from '../print-pages.ts'
import { dataFolderOf } from '../program-paths.ts'
import { pathsOf } from './command-line.ts'
import { answerCalls } from './handle.ts'
import { setDeskMenu } from './menu.ts'
import { denyNavigation } from './navigation.ts'
import { DESK_ORIGIN } from './origin.ts'
import { createPrinting } from './printing.ts'
import { registerDeskScheme, serveDesk } from './scheme.ts'
import { applySessionRules } from './session-rules.ts'
import { openDeskWindow, preloadOf, showWindow } from './window.ts'

const SECOND_START = z.object({ paths: z.array(z.string()) })

/** Starts the desk in Electron, or hands over to the one that runs. Must be called before the program is ready. */
export function startDesk(process: NodeJS.Process): void {
  const dataFolder = join(dataFolderOf(process.env, process.platform), 'electron')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', dataFolder)
  const paths = pathsOf({
    argv: process.argv,
    folder: process.cwd(),
    isPackaged: app.isPackaged,
  })
  if (!app.requestSingleInstanceLock({ paths })) {
    app.quit()
    return
  }
  registerDeskScheme()
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)

  const desk = createDesk(process)
  desk.open(paths)
  app.on('second-instance', (_, _argv, _folder, data) => {
    const second = SECOND_START.safeParse(data)
    desk.open(second.success ? second.data.paths : [])
    desk.show()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    desk.open([path])
    desk.show()
  })
  app.on('web-contents-created', (_, contents) => denyNavigation(contents, desk.countOutside))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => void desk.stop())
  void app.whenReady().then(desk.run)
}

/** No name is looked up, and Chromium's own services stay silent; requests of pages are refused elsewhere. */
const OFFLINE_SWITCHES = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['no-pings', ''],
] as const

interface Desk {
  /** May be called before the program is ready; the files then wait. */
  readonly open: (paths: readonly string[]) => void
  readonly show: () => void
  readonly countOutside: () => void
  readonly run: () => Promise<void>
  readonly stop: () => Promise<void>
}

function createDesk({ platform, stderr }: NodeJS.Process): Desk {
  const printPages = createPrintPages()
  const log = (line: string) => stderr.write(`${line}\n`)
  let outsideRequests = 0
  let window: BrowserWindow | null = null
  let handlers: Handlers | null = null
  let waitingPaths: readonly string[] = []
  const events = createEventQueue(() => window)
  const countOutside = () => {
    outsideRequests += 1
  }
  const open = (paths: readonly string[]) => {
    if (handlers === null) waitingPaths = [...waitingPaths, ...paths]
    else handlers.openFiles(paths).catch((bug: unknown) => log(`${bug}`))
  }
  const run = async () => {
    applySessionRules(session.defaultSession, {
      allowDevtools: !app.isPackaged,
      onOutsideRequest: countOutside,
    })
    serveDesk(join(app.getAppPath(), 'out/renderer'), printPages)
    setDeskMenu(platform)
    handlers = await createHandlers({
      ...edgesOf(printPages, () => window),
      outsideRequests: () => outsideRequests,
      send: events.send,
      log,
    })
    answerCalls({
      handlers,
      deskContents: () => window?.webContents ?? null,
      onBlocked: (address) => {
        if (isOutsideAddress(address, DESK_ORIGIN)) countOutside()
      },
    })
    window = openDeskWindow({
      preload: preloadOf(app.getAppPath()),
      stateFile: join(app.getPath('userData'), 'window.json'),
      onLoaded: events.flush,
    })
    window.on('closed', () => {
      window = null
    })
    open(waitingPaths)
  }
  return {
    open,
    run,
    countOutside,
    show: () => {
      if (window !== null) showWindow(window)
    },
    stop: async () => handlers?.stop(),
  }
}

/** What the handlers need and only Electron has. */
function edgesOf(printPages: PrintPages, window: () => BrowserWindow | null) {
  const appPath = app.getAppPath()
  return {
    ...createPrinting(printPages),
    version: app.getVersion(),
    dataFolder: app.getPath('userData'),
    samplesFolder: join(appPath, 'samples'),
    // A thread cannot be loaded from inside the archive that the program is packed in.
    workerUrl: pathToFileURL(
      join(appPath.replace(/app\.asar$/, 'app.asar.unpacked'), 'out/main/desk-worker.js'),
    ),
    pick: createPick(window),
    openPath: async (path: string) => (await shell.openPath(path)) === '',
  }
}

const createPick =
  (window: () => BrowserWindow | null): Pick =>
  async (kind: PickKind) => {
    const parent = window()
    if (parent === null) return { kind: 'unavailable' }
    const picked = await dialog.showOpenDialog(parent, {
      title: kind === 'files' ? '选择年度报告' : '选择放年度报告的文件夹',
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      filters: kind === 'files' ? [{ name: '年度报告', extensions: [...GIVEN_EXTENSIONS] }] : [],
    })
    return picked.canceled ? { kind: 'cancelled' } : picked.filePaths
  }

/** Holds events back until the page listens. */
function createEventQueue(window: () => BrowserWindow | null) {
  const waiting: (() => void)[] = []
  let isLoaded = false
  return {
    send: <E extends EventName>(event: E, payload: Events[E]) => {
      const send = () => window()?.webContents.send(event, payload)
      if (isLoaded) send()
      else waiting.push(send)
    },
    flush: () => {
      isLoaded = true
      for (const send of waiting.splice(0)) send()
    },
  }
}
