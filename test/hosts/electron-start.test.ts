import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Area, startShell } from './electron-double.ts'
import { programFolder, windowOf } from './program-folder.ts'

const { box, runShell } = programFolder()

describe('the start', () => {
  it('takes the lock and makes the scheme one like https before the program is ready', async () => {
    const double = await startShell({ appPath: box().path })
    expect(double.order).toEqual(['lock', 'schemes'])
    expect(double.windows).toEqual([])
    expect(double.schemes).toEqual([
      [
        {
          scheme: 'app',
          privileges: expect.objectContaining({
            standard: true,
            secure: true,
            supportFetchAPI: true,
            bypassCSP: false,
            allowServiceWorkers: false,
          }),
        },
      ],
    ])
  })

  it('keeps its data in a folder of its own, under a name that no other program has', async () => {
    const double = await runShell()
    expect(double.paths.get('userData')).toBe(join(box().at('data'), 'electron'))
  })

  it('looks no name up and keeps Chromium’s own services silent', async () => {
    const double = await startShell({ appPath: box().path })
    expect(double.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND')
    expect(double.switches).toContain('disable-background-networking=')
  })

  it('ends at once where the program runs already, and hands its files over', async () => {
    const double = await startShell({ appPath: box().path, isSecond: true }, [
      '--some-switch',
      'a.docx',
      box().at('b.pdf'),
    ])
    expect(double.appDeeds).toEqual(['quit'])
    expect(double.lockData).toEqual([{ paths: [join(process.cwd(), 'a.docx'), box().at('b.pdf')] }])
    expect(double.schemes).toEqual([])
  })

  it('ends when the window is closed', async () => {
    const double = await runShell()
    double.app.emit('window-all-closed')
    expect(double.appDeeds).toEqual(['quit'])
  })
})

describe('the window', () => {
  it('shows the desk with every protection on', async () => {
    const window = windowOf(await runShell({ isPackaged: true }))
    expect(window.deeds).toContain('load app://desk/')
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      preload: join(box().path, 'out/preload/preload.cjs'),
    })
  })

  it('is shown when there is something to see', async () => {
    const window = windowOf(await runShell())
    expect(window.options.show).toBe(false)
    expect(window.deeds).not.toContain('show')
    window.emit('ready-to-show')
    expect(window.deeds).toContain('show')
  })

  it('loads again when its page has died, but not for ever', async () => {
    const { webContents } = windowOf(await runShell())
    webContents.emit('render-process-gone', {}, { reason: 'oom' })
    expect(webContents.reloads).toHaveLength(1)
    webContents.emit('render-process-gone', {}, { reason: 'oom' })
    expect(webContents.reloads).toHaveLength(1)
  })

  it('opens where it was left', async () => {
    const first = windowOf(await runShell())
    first.bounds = { x: 50, y: 60, width: 1000, height: 700 }
    first.isMax = true
    first.emit('close')
    const second = windowOf(await runShell())
    expect(second.options).toMatchObject({ x: 50, y: 60, width: 1000, height: 700 })
    expect(second.deeds).toContain('maximize')
  })

  const LEFT: Area = { x: 0, y: 0, width: 1366, height: 728 }
  const RIGHT: Area = { x: 1366, y: 0, width: 2560, height: 1400 }

  it.each([
    ['for the first time, in the middle', null, [LEFT], { x: 43, y: 4, width: 1280, height: 720 }],
    [
      'on the second screen',
      { x: 1500, y: 100, width: 2000, height: 1200 },
      [LEFT, RIGHT],
      { x: 1500, y: 100, width: 2000, height: 1200 },
    ],
    [
      'after the second screen is gone',
      { x: 1500, y: 100, width: 2000, height: 1200 },
      [LEFT],
      { x: 43, y: 4, width: 1280, height: 720 },
    ],
    [
      'half off the screen',
      { x: -600, y: -80, width: 1200, height: 700 },
      [LEFT],
      { x: 0, y: 0, width: 1200, height: 700 },
    ],
    [
      'larger than the screen that is there now',
      { x: 100, y: 100, width: 2400, height: 1300 },
      [LEFT],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'with only a strip of it on a screen',
      { x: 1350, y: 0, width: 1000, height: 700 },
      [LEFT],
      { x: 43, y: 4, width: 1280, height: 720 },
    ],
  ])('opens wholly on a screen: %s', async (_, bounds, displays, expected) => {
    mkdirSync(box().at('data/electron'), { recursive: true })
    if (bounds !== null)
      writeFileSync(
        box().at('data/electron/window.json'),
        JSON.stringify({ bounds, isMaximized: false }),
      )
    expect(windowOf(await runShell({ displays })).options).toMatchObject(expected)
  })

  it.each(['', '{', '{"bounds":{"x":"1"}}', '{"bounds":{"x":0,"y":0,"width":-5,"height":1e9}}'])(
    'opens in the middle where what was remembered is no use: %s',
    async (text) => {
      box().put('data/electron/window.json', text)
      const window = windowOf(await runShell({ displays: [LEFT] }))
      expect(window.options).toMatchObject({ x: 43, y: 4, width: 1280, height: 720 })
      window.bounds = LEFT
      window.emit('close')
      expect(JSON.parse(readFileSync(box().at('data/electron/window.json'), 'utf8'))).toEqual({
        bounds: LEFT,
        isMaximized: false,
      })
    },
  )
})
