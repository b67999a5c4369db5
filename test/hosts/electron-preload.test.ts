import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DesktopApi } from '../../shared/ipc/contract.ts'

/** The preload script's side of Electron, and what the script does with it. */
function createPreloadDouble() {
  const exposed = new Map<string, DesktopApi>()
  const invoked: (readonly unknown[])[] = []
  const sent: (readonly unknown[])[] = []
  const messages = new EventEmitter()
  const page = new EventEmitter()
  return {
    exposed,
    invoked,
    sent,
    messages,
    page,
    document: { addEventListener: page.on.bind(page) },
    electron: {
      contextBridge: {
        exposeInMainWorld: (name: string, api: DesktopApi) => exposed.set(name, api),
      },
      ipcRenderer: Object.assign(messages, {
        invoke: async (...args: readonly unknown[]) => {
          invoked.push(args)
          return 'answer'
        },
        send: (...args: readonly unknown[]) => sent.push(args),
      }),
      webUtils: {
        getPathForFile: (file: unknown) => {
          if (!(file instanceof File)) throw new TypeError('not a file')
          return file.name === 'pasted' ? '' : `/in/${file.name}`
        },
      },
    },
  }
}

let double: ReturnType<typeof createPreloadDouble>
let desktop: DesktopApi

beforeEach(async () => {
  double = createPreloadDouble()
  vi.resetModules()
  vi.doMock('electron', () => double.electron)
  vi.stubGlobal('document', double.document)
  await import('../../main/hosts/electron/preload.ts')
  const api = double.exposed.get('desktop')
  if (api === undefined) throw new Error('nothing exposed')
  desktop = api
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('electron')
})

describe('the preload script', () => {
  it('exposes the contract, one method a message, and nothing else', () => {
    expect([...double.exposed.keys()]).toEqual(['desktop'])
    expect(Object.keys(desktop).sort()).toEqual(
      [
        'adoptFiles',
        'cancelReading',
        'listSamples',
        'lookAtFiles',
        'makePdf',
        'on',
        'openOriginal',
        'pickFiles',
        'readFile',
        'readReport',
        'readStatus',
        'showPrint',
        'unpackArchive',
        'watchFiles',
      ].sort(),
    )
  })

  it('sends each call under its own name', async () => {
    const bytes = new Uint8Array(2)
    await desktop.readReport({ id: 'a', name: 'a.txt', bytes })
    await desktop.cancelReading(['a'])
    await desktop.unpackArchive(bytes)
    await desktop.pickFiles('folder')
    await desktop.readFile('/a')
    await desktop.lookAtFiles(['/a'])
    await desktop.watchFiles(['/a'])
    await desktop.openOriginal('/a')
    await desktop.showPrint('<p>')
    await desktop.makePdf('<p>')
    await desktop.listSamples()
    await desktop.readStatus()
    expect(double.invoked).toEqual([
      ['report:read', { id: 'a', name: 'a.txt', bytes }],
      ['report:cancel', ['a']],
      ['archive:unpack', bytes],
      ['file:pick', 'folder'],
      ['file:read', '/a'],
      ['file:look', ['/a']],
      ['file:watch', ['/a']],
      ['file:open', '/a'],
      ['print:show', '<p>'],
      ['print:pdf', '<p>'],
      ['sample:list'],
      ['host:status'],
    ])
  })

  it('asks where dropped files lie, and takes nothing else for a file', async () => {
    const files = [new File([], 'a.docx'), new File([], 'pasted'), { path: '/etc/passwd' }, null]
    await desktop.adoptFiles(files)
    expect(double.invoked).toEqual([['host:adopt-files', ['/in/a.docx', '', '', '']]])
  })

  it('keeps files that were opened before the page listens', () => {
    const files = [{ path: '/in/a.docx', name: 'a.docx', size: 1 }]
    double.messages.emit('file:opened', {}, { files })
    const seen: unknown[] = []
    const end = desktop.on('file:opened', (payload) => seen.push(payload))
    expect(seen).toEqual([{ files }])
    end()
    double.messages.emit('file:opened', {}, { files })
    expect(seen).toHaveLength(1)
  })

  it('tells what the page was kept from', () => {
    double.page.emit('securitypolicyviolation', { blockedURI: 'https://evil.example/' })
    expect(double.sent).toEqual([['host:blocked', 'https://evil.example/']])
  })
})
