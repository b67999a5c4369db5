import { describe, expect, it, vi } from 'vitest'
import { CALL_ARGUMENTS } from '../../shared/ipc/contract.ts'
import { invoke, preventable, startShell } from './electron-double.ts'
import { programFolder, windowOf } from './program-folder.ts'

const { box, runShell } = programFolder()

describe('messages', () => {
  it('are answered for every call of the contract', async () => {
    const double = await runShell()
    expect([...double.invokable.keys()].sort()).toEqual(
      [...Object.keys(CALL_ARGUMENTS), 'host:adopt-files'].sort(),
    )
    expect(await invoke(double, 'host:status', [])).toMatchObject({
      version: '1.2.3',
      outsideRequests: 0,
      freeBytes: expect.any(Number),
    })
  })

  it.each([
    ['another window', { sender: {} }],
    ['a frame in the page', { senderFrame: { origin: 'app://desk', parent: {} } }],
    [
      'a frame of another origin',
      { senderFrame: { origin: 'https://evil.example', parent: null } },
    ],
    ['a frame that has gone', { senderFrame: null }],
  ])('from %s are refused, whatever they ask for', async (_, from) => {
    const double = await runShell()
    for (const name of double.invokable.keys())
      await expect(invoke(double, name, [], from)).rejects.toThrow(`${name}: not from the desk`)
  })

  it.each([
    ['report:read', [{ id: 'a', name: 'a.txt', bytes: [1, 2] }]],
    ['report:read', [{ id: 'a', name: 'a.txt', bytes: new Uint8Array(), path: '/etc/passwd' }]],
    ['report:cancel', ['a']],
    ['archive:unpack', [[1, 2]]],
    ['file:pick', ['everything']],
    ['file:read', [{}]],
    ['file:look', ['a']],
    ['file:watch', ['a']],
    ['file:open', []],
    ['print:pdf', [7]],
    ['sample:list', [1]],
    ['host:status', [null]],
    ['host:adopt-files', [[1]]],
  ])('%s with arguments of another form is refused', async (name, args) => {
    await expect(invoke(await runShell(), name, args)).rejects.toThrow()
  })
})

describe('files', () => {
  it('of the first start, of a second one and of the system reach the page when it is there', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) box().put(name, '甲')
    const double = await startShell({ appPath: box().path }, [box().at('a.txt')])
    double.app.emit('open-file', preventable(), box().at('b.txt'))
    double.becomeReady()
    await vi.waitFor(() => expect(double.windows).toHaveLength(1))
    const window = windowOf(double)
    window.isMin = true
    double.app.emit('second-instance', {}, ['ignored'], '/', { paths: [box().at('c.txt')] })
    double.app.emit('second-instance', {}, ['ignored'], '/', { paths: [1] })
    double.app.emit('second-instance', {}, ['ignored'], '/', undefined)
    const event = preventable()
    double.app.emit('open-file', event, box().at('d.txt'))
    expect(event.prevented).toBe(true)
    await vi.waitFor(() => expect(window.webContents.sent).toHaveLength(3))
    const sent = JSON.stringify(window.webContents.sent)
    expect([...sent.matchAll(/"(file:\w+)"/g)].map(([, event]) => event)).toEqual([
      'file:opened',
      'file:opened',
      'file:opened',
    ])
    expect([...sent.matchAll(/"name":"(.*?)"/g)].map(([, name]) => name).sort()).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
      'd.txt',
    ])
    expect(window.deeds.slice(-3)).toEqual(['restore', 'show', 'focus'])
  })

  it('that were dropped can be read, others cannot', async () => {
    box().put('dropped.txt', '甲')
    const double = await runShell()
    const adopted = await invoke(double, 'host:adopt-files', [
      [box().at('dropped.txt'), '', box().at('missing.txt'), box().path],
    ])
    expect(adopted).toEqual([
      { path: box().at('dropped.txt'), name: 'dropped.txt', size: 3 },
      null,
      null,
      null,
    ])
    expect(await invoke(double, 'file:read', [box().at('dropped.txt')])).toMatchObject({ ok: true })
    expect(await invoke(double, 'file:read', [box().at('secret.html')])).toEqual({
      ok: false,
      error: { code: 'no-access' },
    })
  })

  it('are picked in the system’s dialog', async () => {
    box().put('in/a.docx', 'x')
    box().put('in/b.exe', 'x')
    const double = await runShell({ picks: [box().at('in')] })
    expect(await invoke(double, 'file:pick', ['folder'])).toEqual({
      kind: 'picked',
      files: [{ path: box().at('in/a.docx'), name: 'a.docx', size: 1 }],
    })
    expect(double.dialogs).toEqual([expect.objectContaining({ properties: ['openDirectory'] })])
    const closed = await runShell({ picks: null })
    expect(await invoke(closed, 'file:pick', ['files'])).toEqual({ kind: 'cancelled' })
  })

  it('are opened in the program that the system has for them', async () => {
    for (const name of ['a.docx', 'b.wps', 'c.exe']) box().put(name, 'x')
    const double = await runShell()
    const paths = ['a.docx', 'b.wps', 'c.exe'].map(box().at)
    await invoke(double, 'host:adopt-files', [paths])
    const answers = await Promise.all(paths.map((path) => invoke(double, 'file:open', [path])))
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: false, error: { code: 'no-program' } },
      { ok: false, error: { code: 'no-program' } },
    ])
    // Asked at once, they are opened in whatever order the file system answers.
    expect(double.openedPaths.toSorted()).toEqual(paths.slice(0, 2))
  })
})
