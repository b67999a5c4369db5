import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { DESK_ORIGIN } from './origin.ts'
import { placeWindow, readWindowState, writeWindowState } from './window-bounds.ts'

/** Rules of every window: a page is a page, without Node, in a world and a process of its own. */
export const PAGE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const

/** Milliseconds between two page processes that die; one that dies faster would die for ever. */
const LEAST_LIFE = 60_000

export interface DeskWindowOptions {
  readonly preload: string
  readonly stateFile: string
  /** The page is there and listens. */
  readonly onLoaded: () => void
}

/** Opens the one window of the desk where it was left. */
export function openDeskWindow({ preload, stateFile, onLoaded }: DeskWindowOptions): BrowserWindow {
  const state = readWindowState(stateFile)
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const window = new BrowserWindow({
    ...placeWindow(state?.bounds ?? null, [
      main.workArea,
      ...others.map(({ workArea }) => workArea),
    ]),
    minWidth: 800,
    minHeight: 500,
    title: '年报核对台',
    backgroundColor: '#ffffff',
    // Shown when there is something to see.
    show: false,
    webPreferences: { ...PAGE_PREFERENCES, preload, devTools: !app.isPackaged },
  })
  if (state?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    })
  })
  let died = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', () => {
    const isOften = performance.now() - died < LEAST_LIFE
    died = performance.now()
    // Everything that was acknowledged is stored; the page finds it there again.
    if (!isOften && !window.isDestroyed()) window.webContents.reload()
  })
  window.webContents.on('did-finish-load', onLoaded)
  void window.loadURL(`${DESK_ORIGIN}/`)
  return window
}

/** Brings the window to the front, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The bundled preload script. */
export const preloadOf = (appPath: string): string => join(appPath, 'out/preload/preload.cjs')
