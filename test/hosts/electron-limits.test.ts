import { describe, expect, it } from 'vitest'
import { DESK_FRAME, type ElectronDouble, invoke, preventable } from './electron-double.ts'
import { programFolder, windowOf } from './program-folder.ts'

const { runShell } = programFolder()

const outsideRequests = async (double: ElectronDouble): Promise<unknown> => {
  const status = await invoke(double, 'host:status', [])
  return typeof status === 'object' && status !== null && 'outsideRequests' in status
    ? status.outsideRequests
    : undefined
}

describe('the scheme', () => {
  const get = async (double: ElectronDouble, url: string, init?: RequestInit) => {
    const handler = double.served.get('app')
    if (handler === undefined) throw new Error('not served')
    return handler(new Request(url, init))
  }

  it('serves the desk with a strict policy', async () => {
    const double = await runShell()
    const page = await get(double, 'app://desk/')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html><title>desk</title>')
    const policy = page.headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await get(double, 'app://desk/assets/desk-1a2b.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://desk/..%2f..%2fsecret.html',
    'app://desk/%2e%2e/%2e%2e/secret.html',
    'app://desk/assets/..%5c..%5c..%5csecret.html',
    'app://desk//secret.html',
    'app://desk/missing.html',
    'app://other/index.html',
    'app://desk.evil.example/index.html',
  ])('ends at its folder and its name: %s is refused', async (url) => {
    const answer = await get(await runShell(), url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  it('only gives', async () => {
    const double = await runShell()
    expect((await get(double, 'app://desk/', { method: 'POST', body: '' })).status).toBe(404)
  })
})

describe('requests', () => {
  it('that would leave the program are refused and counted, in a window as in the background', async () => {
    const double = await runShell({ isPackaged: true })
    const isCancelled = (url: string) => {
      let cancel: boolean | undefined
      double.session.rules.beforeRequest?.({ url }, (answer) => {
        cancel = answer.cancel
      })
      return cancel
    }
    const outside = [
      'https://evil.example/',
      'http://127.0.0.1:8080/',
      'ws://evil.example/',
      'file:///etc/passwd',
      'app://other/x',
      'app://desk.evil.example/',
      'blob:https://evil.example/1',
      'devtools://devtools/bundled/x.js',
      'chrome-extension://x/y',
    ]
    expect(outside.map(isCancelled)).toEqual(outside.map(() => true))
    const inside = ['app://desk/', 'app://desk/assets/a.js', 'blob:app://desk/1', 'data:image/png,']
    expect(inside.map(isCancelled)).toEqual(inside.map(() => false))
    expect(await outsideRequests(double)).toBe(outside.length)
  })

  it('that the policy of the page kept back are counted too', async () => {
    const double = await runShell()
    const from = { sender: windowOf(double).webContents, senderFrame: DESK_FRAME }
    double.messages.emit('host:blocked', from, 'https://evil.example/pixel.png')
    double.messages.emit('host:blocked', from, 'inline')
    double.messages.emit('host:blocked', from, { toString: 'no' })
    double.messages.emit('host:blocked', { ...from, senderFrame: null }, 'https://evil.example/')
    expect(await outsideRequests(double)).toBe(1)
  })
})

describe('permissions', () => {
  it('are all denied but two, and those two to the desk alone', async () => {
    const { session } = await runShell()
    const requested = (permission: string, url: string) => {
      let isGranted: boolean | undefined
      session.rules.permissionRequest?.({ getURL: () => url }, permission, (granted) => {
        isGranted = granted
      })
      return isGranted
    }
    const checked = (permission: string, origin: string) =>
      session.rules.permissionCheck?.(null, permission, origin)
    for (const permission of ['persistent-storage', 'clipboard-sanitized-write']) {
      expect(requested(permission, 'app://desk/#/reports')).toBe(true)
      expect(checked(permission, 'app://desk/')).toBe(true)
      expect(requested(permission, 'app://desk.evil.example/')).toBe(false)
      expect(checked(permission, 'https://evil.example')).toBe(false)
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
      'fullscreen',
      'unknown',
    ]) {
      expect(requested(permission, 'app://desk/')).toBe(false)
      expect(checked(permission, 'app://desk/')).toBe(false)
    }
    expect(session.rules.device?.()).toBe(false)
    expect(session.rules.spellChecker).toBe(false)
  })

  it('let the desk save what it made itself, and nothing else', async () => {
    const { session } = await runShell()
    const download = (url: string) => {
      const event = preventable()
      session.emit('will-download', event, { getURL: () => url })
      return event.prevented
    }
    expect(download('blob:app://desk/1')).toBe(false)
    expect(download('https://evil.example/a.exe')).toBe(true)
  })
})

describe('navigation', () => {
  it('away from the desk is denied, in the window and in its frames, and counted', async () => {
    const double = await runShell()
    const { webContents } = windowOf(double)
    const goes = (name: string, details: Readonly<Record<string, unknown>>) => {
      const event = preventable(details)
      webContents.emit(name, event)
      return !event.prevented
    }
    expect(goes('will-navigate', { url: 'https://evil.example/' })).toBe(false)
    expect(goes('will-navigate', { url: 'app://desk/assets/desk-1a2b.js' })).toBe(false)
    expect(goes('will-navigate', { url: 'data:text/html,x' })).toBe(false)
    expect(goes('will-navigate', { url: 'file:///etc/passwd' })).toBe(false)
    expect(goes('will-navigate', { url: 'app://desk/#/reports' })).toBe(true)
    expect(goes('will-redirect', { url: 'https://evil.example/' })).toBe(false)
    expect(goes('will-attach-webview', {})).toBe(false)
    const frame = (url: string) => goes('will-frame-navigate', { url, isMainFrame: false })
    expect(frame('https://evil.example/')).toBe(false)
    expect(frame('app://desk/')).toBe(false)
    expect(frame('about:srcdoc')).toBe(true)
    expect(frame('blob:app://desk/1')).toBe(true)
    expect(await outsideRequests(double)).toBe(4)
  })

  it('to a new window is denied', async () => {
    const { webContents } = windowOf(await runShell())
    for (const url of ['https://evil.example/', 'app://desk/', 'about:blank'])
      expect(webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
  })
})
