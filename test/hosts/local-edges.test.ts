import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { findChromium } from '../../main/hosts/local/find-browser.ts'
import type { ProgramEnd, RunProgram } from '../../main/hosts/local/run-program.ts'
import { runProgram } from '../../main/hosts/local/run-program.ts'
import { createSystemDialog } from '../../main/hosts/local/system-dialog.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import { ask, call, openSession, type RunningHost, runHost } from './running-host.ts'

const ends: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

type Ran = readonly [program: string, args: readonly string[]]

/** Programs that end as told, and what they were started with. */
function programs(answer: (program: string, args: readonly string[]) => ProgramEnd) {
  const ran: Ran[] = []
  const run: RunProgram = async (program, args) => {
    ran.push([program, args])
    return answer(program, args)
  }
  return { ran, run }
}

const MISSING: ProgramEnd = { kind: 'missing' }
const ended = (status: number, stdout = ''): ProgramEnd => ({ kind: 'ended', status, stdout })

describe('the system’s dialog', () => {
  const dialogOf = (run: RunProgram, platform: NodeJS.Platform = 'linux', hasDisplay = true) =>
    createSystemDialog({ platform, hasDisplay, run, signal: new AbortController().signal })

  it('gives the paths that were chosen, also with blanks and Chinese in them', async () => {
    const { ran, run } = programs(() => ended(0, '/in/甲 镇.docx\n/in/b.pdf\n'))
    expect(await dialogOf(run)('files')).toEqual(['/in/甲 镇.docx', '/in/b.pdf'])
    expect(ran).toEqual([['zenity', expect.arrayContaining(['--file-selection', '--multiple'])]])
  })

  it('is that of the other desktop where the first is not installed or does not work', async () => {
    const { ran, run } = programs((program) => (program === 'zenity' ? MISSING : ended(0, '/in\n')))
    expect(await dialogOf(run)('folder')).toEqual(['/in'])
    expect(ran.map(([program]) => program)).toEqual(['zenity', 'kdialog'])
    const failing = programs((program) => (program === 'zenity' ? ended(255) : ended(1)))
    expect(await dialogOf(failing.run)('files')).toEqual({ kind: 'cancelled' })
  })

  it('is unavailable without a program for it, and nothing is started without a display', async () => {
    expect(await dialogOf(programs(() => MISSING).run)('files')).toEqual({ kind: 'unavailable' })
    const { ran, run } = programs(() => ended(0, '/in'))
    expect(await dialogOf(run, 'linux', false)('files')).toEqual({ kind: 'unavailable' })
    expect(ran).toEqual([])
  })

  it('is cancelled when a person closes it', async () => {
    expect(await dialogOf(programs(() => ended(1)).run)('files')).toEqual({ kind: 'cancelled' })
  })

  it('is open once at a time', async () => {
    let close = (_end: ProgramEnd) => {}
    const dialog = dialogOf(
      () =>
        new Promise((resolve) => {
          close = resolve
        }),
    )
    const first = dialog('files')
    expect(await dialog('files')).toEqual({ kind: 'cancelled' })
    close(ended(0, '/in/a.docx\n'))
    expect(await first).toEqual(['/in/a.docx'])
  })

  it('is PowerShell’s on Windows, its script free of quoting', async () => {
    const { ran, run } = programs(() => ended(1))
    await dialogOf(run, 'win32')('files')
    await dialogOf(run, 'win32')('folder')
    const scripts = ran.map(([, args]) =>
      Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le'),
    )
    expect(ran.map(([program]) => program)).toEqual(['powershell.exe', 'powershell.exe'])
    expect(scripts[0]).toContain('OpenFileDialog')
    expect(scripts[0]).toContain('*.docx;*.pdf')
    expect(scripts[1]).toContain('FolderBrowserDialog')
  })

  it('is AppleScript’s on a Mac', async () => {
    const { ran, run } = programs(() => ended(0, '/in/a.docx\n/in/b.docx\n\n'))
    expect(await dialogOf(run, 'darwin')('files')).toEqual(['/in/a.docx', '/in/b.docx'])
    expect(ran[0]?.[0]).toBe('/usr/bin/osascript')
  })
})

describe('a program of the system', () => {
  it('gives what it printed and how it ended', async () => {
    const node = (script: string) => runProgram(process.execPath, ['-e', script])
    expect(await node('process.stdout.write("甲")')).toEqual(ended(0, '甲'))
    expect(await node('process.exit(5)')).toEqual(ended(5))
  })

  it('that is missing is told from one that fails', async () => {
    expect(await runProgram('/no/such/program', [])).toEqual(MISSING)
  })

  it('is ended when its time is over or nobody wants it any more', async () => {
    const forever = ['-e', 'setInterval(() => {}, 1000)']
    expect(await runProgram(process.execPath, forever, { timeout: 300 })).toMatchObject({
      kind: 'ended',
      status: null,
    })
    const ending = new AbortController()
    setTimeout(() => ending.abort(), 300)
    expect(await runProgram(process.execPath, forever, { signal: ending.signal })).toMatchObject({
      kind: 'ended',
    })
  })
})

describe('making a PDF', () => {
  const HTML = '<!doctype html><meta charset="utf-8"><p>更正清单</p>'

  /** A host that finds a browser, which is the given program. */
  async function hostWithBrowser(run: RunProgram): Promise<RunningHost> {
    const browsers: Sandbox = createSandbox()
    ends.push(browsers.remove)
    browsers.put('chromium', '#!/bin/sh\n')
    const { chmodSync } = await import('node:fs')
    chmodSync(browsers.at('chromium'), 0o755)
    const running = await runHost({ run, env: { PATH: browsers.path } })
    ends.push(running.stop)
    return running
  }

  const fileIn = (args: readonly string[]) =>
    args.find((arg) => arg.startsWith('--print-to-pdf='))?.replace('--print-to-pdf=', '') ?? ''

  const leftIn = (running: RunningHost) =>
    readdirSync(running.box.at('data')).filter((name) => name.startsWith('print-'))

  it.skipIf(process.platform === 'win32')(
    'shows the document to a browser without a window, and leaves nothing behind',
    async () => {
      let seen = { status: 0, policy: '', body: '' }
      const running = await hostWithBrowser(async (_, args) => {
        const url = new URL(args.at(-1) ?? '')
        const page = await ask(Number(url.port), url.pathname)
        seen = {
          status: page.status,
          policy: `${page.headers['content-security-policy']}`,
          body: page.body.toString(),
        }
        expect(args).toContain('--headless')
        expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
        expect(args.some((arg) => arg.startsWith('--user-data-dir='))).toBe(true)
        writeFileSync(fileIn(args), '%PDF-1.7 …')
        return ended(0)
      })
      const token = await openSession(running)
      expect(await call(running, token, 'print:pdf', HTML)).toEqual({
        ok: true,
        value: new Uint8Array(Buffer.from('%PDF-1.7 …')),
      })
      expect(seen.status).toBe(200)
      expect(seen.body).toBe(HTML)
      expect(seen.policy).toContain("default-src 'none'")
      expect(seen.policy).not.toContain('script-src')
      expect(leftIn(running)).toEqual([])
    },
  )

  it.skipIf(process.platform === 'win32').each([
    ['writes nothing', () => {}],
    ['writes something else', (file: string) => writeFileSync(file, '<html>')],
  ])('fails where the browser %s, also where it ends well', async (_, write) => {
    const running = await hostWithBrowser(async (_program, args) => {
      write(fileIn(args))
      return ended(0)
    })
    expect(await call(running, await openSession(running), 'print:pdf', HTML)).toEqual({
      ok: false,
      error: { code: 'failed' },
    })
    expect(leftIn(running)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is done one document after the other', async () => {
    let atOnce = 0
    let most = 0
    const running = await hostWithBrowser(async (_, args) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise((resolve) => setTimeout(resolve, 50))
      writeFileSync(fileIn(args), '%PDF-')
      atOnce -= 1
      return ended(0)
    })
    const token = await openSession(running)
    await Promise.all([1, 2, 3].map(() => call(running, token, 'print:pdf', HTML)))
    expect(most).toBe(1)
  })

  it('is unavailable without a browser, and so is the print dialog', async () => {
    const running = await runHost({ env: { PATH: '/nowhere' } })
    ends.push(running.stop)
    const token = await openSession(running)
    const hasFixedPlace = ['/opt/browser360', '/opt/qaxbrowser-safe', '/opt/apps'].some(existsSync)
    if (!hasFixedPlace)
      expect(await call(running, token, 'print:pdf', HTML)).toEqual({
        ok: false,
        error: { code: 'unavailable' },
      })
    expect(await call(running, token, 'print:show', HTML)).toEqual({ kind: 'unavailable' })
  })

  it('gives A4 pages in the real browser of this machine, with the document’s own margins', async () => {
    const browser = await findChromium(process.env, process.platform)
    // Where there is none, the cases above say what happens.
    if (browser === null) return
    const running = await runHost({ run: runProgram, env: process.env })
    ends.push(running.stop)
    const html = `<!doctype html><html><head><meta charset="utf-8"><style>@page{size:A4;margin:20mm}
      h1{break-after:page}</style></head><body><h1>一</h1><p id="p">二</p>
      <script>document.getElementById('p').textContent='SCRIPT'</script>
      <img src="https://example.com/x.png"></body></html>`
    const answer = await call(running, await openSession(running), 'print:pdf', html)
    if (answer === null || typeof answer !== 'object' || !('value' in answer))
      throw new Error(JSON.stringify(answer))
    if (!(answer.value instanceof Uint8Array)) throw new Error('no bytes')
    const text = Buffer.from(answer.value).toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
    expect(Math.round(Number(width))).toBe(595)
    expect(Math.round(Number(height))).toBe(842)
  })
})
