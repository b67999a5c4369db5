import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startLocalHost } from '../../main/hosts/local/local-host.ts'
import { createLocalClient, type HostState } from '../../renderer/host/local-client.ts'
import { type TokenStore, takeCode } from '../../renderer/host/local-session.ts'
import { buildZip } from '../builders/zip.ts'
import { asText, goodReport } from '../cli/samples.ts'
import { hostOptions, type RunningHost, runHost } from './running-host.ts'

const ends: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function running(changes: Parameters<typeof runHost>[0] = {}): Promise<RunningHost> {
  const host = await runHost(changes)
  ends.push(host.stop)
  return host
}

/** The storage of a tab. */
function createTab(): TokenStore {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

/** Opens the desk in a tab, as its page does. */
function openPage(origin: string, hash: string, storage = createTab()) {
  const states: HostState[] = []
  const closing = new AbortController()
  ends.push(() => closing.abort())
  const desktop = createLocalClient({
    code: takeCode({ location: { hash, pathname: '/' }, history: { replaceState: () => {} } }),
    storage,
    fetch: (path, init) => {
      const headers = new Headers(init?.headers)
      headers.set('Origin', origin)
      return fetch(`${origin}${path}`, { ...init, headers, signal: closing.signal })
    },
    onState: (state) => states.push(state),
  })
  return { desktop, states, storage, close: () => closing.abort() }
}

const hashOf = (address: string) => new URL(address).hash

describe('the page’s side of the local host', () => {
  it('takes the code out of the address', () => {
    const shown: string[] = []
    const history = { replaceState: (_data: null, _unused: '', url: string) => shown.push(url) }
    expect(takeCode({ location: { hash: '#open=abc-_1', pathname: '/' }, history })).toBe('abc-_1')
    expect(shown).toEqual(['/'])
    expect(takeCode({ location: { hash: '#/review/7', pathname: '/' }, history })).toBeNull()
    expect(shown).toEqual(['/'])
  })

  it('reads a document over the wire', async () => {
    const { host } = await running()
    const { desktop } = openPage(host.origin, hashOf(host.newAddress()))
    const outcome = await desktop.readReport({
      id: '1',
      name: 'a.md',
      bytes: asText(goodReport()),
    })
    if (!outcome.ok) throw new Error(outcome.error.code)
    expect(outcome.value.report.cells.length).toBeGreaterThan(190)
    expect(outcome.value.view.kind).toBe('lines')
  })

  it('calls everything that the contract has', async () => {
    const { host, box } = await running()
    box.put('samples/a.txt', '甲')
    const { desktop } = openPage(host.origin, hashOf(host.newAddress()))
    expect(await desktop.listSamples()).toEqual([
      { name: 'a.txt', bytes: new Uint8Array(Buffer.from('甲')), modified: expect.any(Number) },
    ])
    expect(await desktop.readStatus()).toMatchObject({ version: '1.2.3', outsideRequests: 0 })
    expect(await desktop.pickFiles('files')).toEqual({ kind: 'unavailable' })
    expect(await desktop.adoptFiles([new File([], 'a.txt'), null])).toEqual([null, null])
    expect(await desktop.readFile('/etc/passwd')).toMatchObject({ error: { code: 'no-access' } })
    expect(await desktop.openOriginal('/etc/passwd')).toMatchObject({
      error: { code: 'no-access' },
    })
    expect(await desktop.watchFiles(['/etc/passwd'])).toBeNull()
    expect(await desktop.cancelReading(['1'])).toBeNull()
    const zip = buildZip([{ name: '镇/a.txt', content: '甲' }])
    expect(await desktop.unpackArchive(zip)).toEqual({
      ok: true,
      value: {
        kind: 'reports',
        reports: [
          { name: '镇/a.txt', content: { ok: true, value: new Uint8Array(Buffer.from('甲')) } },
        ],
      },
    })
    expect(await desktop.showPrint('<p>')).toEqual({ kind: 'unavailable' })
  })

  it('goes on after a reload, without the code', async () => {
    const { host } = await running()
    const first = openPage(host.origin, hashOf(host.newAddress()))
    await first.desktop.readStatus()
    first.close()
    const reloaded = openPage(host.origin, '', first.storage)
    expect(await reloaded.desktop.readStatus()).toMatchObject({ version: '1.2.3' })
    expect(reloaded.states).not.toContain('refused')
  })

  it('is refused where it was opened by hand', async () => {
    const { host } = await running()
    const { desktop, states } = openPage(host.origin, '')
    await expect(desktop.readStatus()).rejects.toThrow('refused')
    expect(states).toContain('refused')
  })

  it('gets the files that the program was started with, also those from before it listened', async () => {
    const { host, box } = await running()
    box.put('in/甲镇.txt', '甲')
    const second = await startLocalHost(
      hostOptions(box, { port: Number(new URL(host.origin).port), paths: [box.at('in')] }),
    )
    if (second.kind !== 'handed-over') throw new Error(second.kind)
    const { desktop } = openPage(host.origin, hashOf(second.address))
    await desktop.readStatus()
    await pause(300)
    const names: string[] = []
    desktop.on('file:opened', ({ files }) => names.push(...files.map(({ name }) => name)))
    expect(names).toEqual(['甲镇.txt'])
  })

  it('hears of saves of a file it watches', async () => {
    const { host, box } = await running()
    box.put('in/甲镇.txt', '甲')
    await startLocalHost(
      hostOptions(box, { port: Number(new URL(host.origin).port), paths: [box.at('in')] }),
    )
    const { desktop } = openPage(host.origin, hashOf(host.newAddress()))
    const opened = await new Promise<string>((resolve) => {
      desktop.on('file:opened', ({ files }) => resolve(files[0]?.path ?? ''))
    })
    await desktop.watchFiles([opened])
    await pause(100)
    const changed: string[] = []
    desktop.on('file:changed', ({ path }) => changed.push(path))
    box.put('in/甲镇.txt', '甲乙')
    await vi.waitFor(() => expect(changed).toEqual([box.at('in/甲镇.txt')]), { timeout: 2_000 })
    const content = await desktop.readFile(opened)
    expect(content).toMatchObject({ ok: true, value: { name: '甲镇.txt' } })
  })

  it('notices that the host has gone, and that another run of it refuses this page', async () => {
    const first = await running()
    const { desktop, states, storage } = openPage(
      first.host.origin,
      hashOf(first.host.newAddress()),
    )
    await vi.waitFor(() => expect(states).toEqual(['connected']))
    await first.host.stop()
    await vi.waitFor(() => expect(states.at(-1)).toBe('gone'), { timeout: 5_000 })
    await expect(desktop.readStatus()).rejects.toThrow('gone')
    const again = await running({ port: first.port })
    expect(again.host.origin).toBe(first.host.origin)
    await vi.waitFor(() => expect(states.at(-1)).toBe('refused'), { timeout: 5_000 })
    expect(storage.getItem('nianbao-desk-token')).toBeNull()
  })
})
