import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findChromium as findInstalled } from '../../main/hosts/local/find-browser.ts'
import { createBrowserPrinting } from '../../main/hosts/local/print-with-browser.ts'
import { createPrintPages } from '../../main/hosts/print-pages.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import { findChromium as findPacked } from '../e2e/browser.ts'
import { call, openSession, type RunningHost, runHost } from './running-host.ts'

const ends: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const HTML = '<!doctype html><meta charset="utf-8"><p>更正清单</p>'

const FAILED = { ok: false, error: { code: 'failed' } }
const UNAVAILABLE = { ok: false, error: { code: 'unavailable' } }

/** A folder with a program `chromium` in it. */
function browserThat(...command: readonly string[]): Sandbox {
  const box = createSandbox()
  ends.push(box.remove)
  box.put('chromium', `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`)
  chmodSync(box.at('chromium'), 0o755)
  return box
}

/** Each run of it leaves a log there. */
const doubleThat = (how: string): Sandbox => {
  const box = createSandbox()
  ends.push(box.remove)
  const double = join(import.meta.dirname, 'browser-double.ts')
  box.put(
    'chromium',
    `#!/bin/sh\nexec '${process.execPath}' '${double}' ${how} "${box.path}/$$.json" "$@"\n`,
  )
  chmodSync(box.at('chromium'), 0o755)
  return box
}

async function hostWith(browsers: Sandbox): Promise<RunningHost> {
  const running = await runHost({ env: { PATH: browsers.path } })
  ends.push(running.stop)
  return running
}

const logsIn = ({ path }: Sandbox) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')))

const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('print-'))

describe.skipIf(process.platform === 'win32')('making a PDF', () => {
  it('shows the document to a browser without a window, and leaves nothing behind', async () => {
    const browsers = doubleThat('prints')
    const running = await hostWith(browsers)
    expect(await call(running, await openSession(running), 'print:pdf', HTML)).toEqual({
      ok: true,
      value: new Uint8Array(Buffer.from('%PDF-1.7 …')),
    })
    const [{ args, params, page }] = logsIn(browsers)
    expect(args).toEqual(
      expect.arrayContaining([
        '--headless',
        '--remote-debugging-pipe',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        expect.stringMatching(/^--user-data-dir=.+/),
      ]),
    )
    expect(params).toMatchObject({ preferCSSPageSize: true, displayHeaderFooter: false })
    expect(page).toMatchObject({ status: 200, body: HTML })
    expect(page.policy).toContain("default-src 'none'")
    expect(page.policy).not.toContain('script-src')
    expect(leftIn(running.box.at('data'))).toEqual([])
  })

  it.each(['prints-something-else', 'refuses', 'finds-no-page', 'dies', 'babbles'])(
    'fails where the browser %s',
    async (how) => {
      const running = await hostWith(doubleThat(how))
      expect(await call(running, await openSession(running), 'print:pdf', HTML)).toEqual(FAILED)
      expect(leftIn(running.box.at('data'))).toEqual([])
    },
  )

  it('is done one document after the other', async () => {
    const browsers = doubleThat('prints')
    const running = await hostWith(browsers)
    const token = await openSession(running)
    await Promise.all([1, 2, 3].map(() => call(running, token, 'print:pdf', HTML)))
    const times = logsIn(browsers).map((log) => log.times)
    expect(times).toHaveLength(3)
    const inOrder = times.toSorted(([one], [other]) => one - other).flat()
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other))
  })

  it('is unavailable without a browser, and so is the print dialog', async () => {
    const running = await runHost({ env: { PATH: '/nowhere' } })
    ends.push(running.stop)
    const token = await openSession(running)
    const hasFixedPlace = ['/opt/browser360', '/opt/qaxbrowser-safe', '/opt/apps'].some(existsSync)
    if (!hasFixedPlace) expect(await call(running, token, 'print:pdf', HTML)).toEqual(UNAVAILABLE)
    expect(await call(running, token, 'print:show', HTML)).toEqual({ kind: 'unavailable' })
  })
})

describe.skipIf(process.platform === 'win32')('a browser that never answers', () => {
  function printingWith(browsers: Sandbox, ending = new AbortController()) {
    return createBrowserPrinting({
      findBrowser: async () => browsers.at('chromium'),
      printPages: createPrintPages(),
      origin: () => 'http://127.0.0.1:1',
      dataFolder: browsers.path,
      isRoot: false,
      signal: ending.signal,
      timeout: 700,
    })
  }

  it('is ended when its time is over, and the next document has its turn', async () => {
    const browsers = doubleThat('hangs')
    const print = printingWith(browsers)
    expect(await Promise.all([print(HTML), print(HTML)])).toEqual([FAILED, FAILED])
    expect(leftIn(browsers.path)).toEqual([])
  })

  it('is not waited for, even where it leaves a program behind that cannot be ended', async () => {
    // As a start script does that does not hand over to the browser.
    const print = printingWith(browserThat('sh', '-c', 'sleep 20; true'))
    expect(await print(HTML)).toEqual(FAILED)
  }, 15_000)

  it('ends with the host', async () => {
    const ending = new AbortController()
    const made = printingWith(doubleThat('hangs'), ending)(HTML)
    setTimeout(() => ending.abort(), 200)
    expect(await made).toEqual(FAILED)
  })
})

describe.skipIf(process.platform === 'win32')('a real browser', () => {
  const PAGE = `<!doctype html><html><head><meta charset="utf-8"><style>@page{size:A4;margin:20mm}
    h1{break-after:page}</style></head><body><h1>一</h1><p id="p">二</p>
    <script>document.getElementById('p').textContent='SCRIPT'</script>
    <img src="https://example.com/x.png"></body></html>`

  const installed = () => findInstalled(process.env, process.platform)
  const packed = async () => {
    const { path, env } = await findPacked({})
    const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    return browserThat('env', ...settings, path).at('chromium')
  }

  it.each([
    ['as it comes as a package', packed],
    ['of this machine, where it has one', installed],
  ])('%s gives A4 pages with the document’s own margins, and runs no script', async (_, find) => {
    const program = await find()
    if (program === null) return
    const running = await hostWith(browserThat(program))
    const answer = await call(running, await openSession(running), 'print:pdf', PAGE)
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
