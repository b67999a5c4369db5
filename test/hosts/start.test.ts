import { spawn } from 'node:child_process'
import { readFileSync, utimesSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runLocalHost } from '../../main/hosts/local/run-local-host.ts'
import { dataFolderOf, hasDisplay } from '../../main/hosts/program-paths.ts'
import { ensureBuilt } from '../../scripts/start/built.ts'
import { findElectron } from '../../scripts/start/electron-binary.ts'
import { parseStartOptions } from '../../scripts/start/options.ts'
import { chooseHost, rememberedHost, rememberHost } from '../../scripts/start/remembered-host.ts'
import { runElectron } from '../../scripts/start/run-electron.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'
import { hostOptions } from './running-host.ts'

let box: Sandbox

beforeEach(() => {
  box = createSandbox()
})

afterEach(() => box.remove())

describe('the command line of npm start', () => {
  it.each([
    [[], { kind: 'start', host: 'any', port: null, paths: [] }],
    [['--local', 'a.docx', 'in'], { kind: 'start', host: 'local', paths: ['a.docx', 'in'] }],
    [['--electron'], { kind: 'start', host: 'electron' }],
    [['--local', '--port', '50000'], { kind: 'start', port: 50_000 }],
    [['--help'], { kind: 'help' }],
    [['--frob'], { kind: 'wrong' }],
    [['--port'], { kind: 'wrong' }],
    [['--port', '80'], { kind: 'wrong' }],
    [['--port', 'x'], { kind: 'wrong' }],
    [['--local', '--electron'], { kind: 'wrong' }],
  ])('%j', (args, expected) => {
    expect(parseStartOptions(args)).toMatchObject(expected)
  })
})

describe('the way to run the desk', () => {
  it('stays the one in which the data is, unless a person asks for the other', () => {
    expect(chooseHost('any', null)).toEqual({ host: 'any', remark: null })
    expect(chooseHost('any', 'local')).toEqual({
      host: 'local',
      remark: expect.stringContaining('--electron'),
    })
    expect(chooseHost('any', 'electron')).toEqual({ host: 'electron', remark: null })
    expect(chooseHost('local', 'local')).toEqual({ host: 'local', remark: null })
    expect(chooseHost('electron', 'local')).toEqual({
      host: 'electron',
      remark: expect.stringContaining('这里看不到'),
    })
  })

  it('is remembered from the first time', async () => {
    expect(await rememberedHost(box.at('data'))).toBeNull()
    await rememberHost(box.at('data'), 'local')
    await rememberHost(box.at('data'), 'electron')
    expect(await rememberedHost(box.at('data'))).toBe('local')
  })
})

describe('the bundles', () => {
  const bundleOf = () => ({
    sources: [box.at('src'), box.at('package.json'), box.at('missing')],
    result: box.at('out/index.html'),
    stamp: box.at('out.stamp'),
    build: async () => box.put('out/index.html', 'built'),
  })

  async function builds(): Promise<number> {
    let count = 0
    await ensureBuilt(bundleOf(), () => {
      count += 1
    })
    return count
  }

  it('are built when something has changed, and only then', async () => {
    box.put('src/a.ts', '1')
    box.put('package.json', '{}')
    expect(await builds()).toBe(1)
    expect(await builds()).toBe(0)
    utimesSync(box.at('src/a.ts'), 1, 1)
    expect(await builds()).toBe(1)
    box.put('src/deep/b.tsx', '2')
    expect(await builds()).toBe(1)
    box.put('src/deep/b.test.tsx', 'test')
    expect(await builds()).toBe(0)
  })

  it('are built again where the result is gone or the last build broke off', async () => {
    box.put('src/a.ts', '1')
    const broken = { ...bundleOf(), build: () => Promise.reject(new Error('syntax')) }
    await expect(ensureBuilt(broken, () => {})).rejects.toThrow('syntax')
    expect(await builds()).toBe(1)
    const gone = { ...bundleOf(), result: box.at('out/other.html') }
    let again = 0
    await ensureBuilt(gone, () => {
      again += 1
    })
    expect(again).toBe(1)
  })
})

describe('Electron', () => {
  /** A package whose installer does what the script says. */
  function packageWith(installer: string) {
    box.put('electron/package.json', '{\n  "version": "45.4.1"\n}')
    box.put('electron/install.js', installer)
    let attempts = 0
    const search = (attempt: 'once' | 'again' = 'once', patience = 10_000) =>
      findElectron({
        package: box.at('electron'),
        memory: box.at('cache/electron-failed'),
        env: process.env,
        attempt,
        patience,
        onAttempt: () => {
          attempts += 1
        },
      })
    return { search, attempts: () => attempts }
  }

  const FETCHES = `
    const { mkdirSync, writeFileSync } = require('node:fs')
    mkdirSync(__dirname + '/dist')
    writeFileSync(__dirname + '/dist/electron', '')
    writeFileSync(__dirname + '/path.txt', 'electron')`

  it('is taken where it is, without an attempt to fetch it', async () => {
    const { search, attempts } = packageWith('process.exit(1)')
    box.put('electron/path.txt', 'electron')
    box.put('electron/dist/electron', '')
    expect(await search()).toBe(box.at('electron/dist/electron'))
    expect(attempts()).toBe(0)
  })

  it('is fetched once where it is not', async () => {
    const { search, attempts } = packageWith(FETCHES)
    expect(await search()).toBe(box.at('electron/dist/electron'))
    expect(await search()).toBe(box.at('electron/dist/electron'))
    expect(attempts()).toBe(1)
  })

  it('is not waited for twice where it cannot be had, unless a person asks', async () => {
    const { search, attempts } = packageWith('process.exit(1)')
    expect(await search()).toBeNull()
    expect(await search()).toBeNull()
    expect(attempts()).toBe(1)
    expect(await search('again')).toBeNull()
    expect(attempts()).toBe(2)
    // Another version is another chance.
    box.put('electron/package.json', '{\n  "version": "46.0.0"\n}')
    expect(await search()).toBeNull()
    expect(attempts()).toBe(3)
  })

  it('is not waited for longer than the limit', async () => {
    const { search } = packageWith('setInterval(() => {}, 1000)')
    const before = performance.now()
    expect(await search('once', 500)).toBeNull()
    expect(performance.now() - before).toBeLessThan(3_000)
    expect(readFileSync(box.at('cache/electron-failed'), 'utf8')).toBe('45.4.1')
  })

  it('is not there where the package is not', async () => {
    const missing = findElectron({
      package: box.at('none'),
      memory: box.at('memory'),
      env: {},
      attempt: 'once',
      patience: 10,
      onAttempt: () => {},
    })
    expect(await missing).toBeNull()
  })

  it.skipIf(process.platform === 'win32')(
    'that cannot run on this machine is told from one that ran to its end',
    async () => {
      const { chmodSync } = await import('node:fs')
      const binary = (name: string, script: string) => {
        box.put(name, `#!/bin/sh\n${script}\n`)
        chmodSync(box.at(name), 0o755)
        return runElectron(box.at(name), box.path, [])
      }
      expect(await binary('broken', 'exit 127')).toBeNull()
      expect(await binary('killed', 'kill -6 $$')).toBeNull()
      expect(await binary('fine', 'exit 0')).toBe(0)
      expect(await runElectron(box.at('none'), box.path, [])).toBeNull()
    },
  )
})

describe('the local host', () => {
  /** Runs the host until Ctrl-C, which comes as soon as it has said what it has to say. */
  async function run(changes: Parameters<typeof hostOptions>[1]) {
    const lines: string[] = []
    let interrupt = () => {}
    const status = await runLocalHost(hostOptions(box, changes), {
      stdout: {
        write: (line) => {
          lines.push(line)
          if (line.includes('Ctrl-C')) setTimeout(() => interrupt(), 10)
        },
      },
      on: (signal, listener) => {
        if (signal === 'SIGINT') interrupt = listener
      },
    })
    return { status, text: lines.join('') }
  }

  it('prints the address and waits where there is no display', async () => {
    const { status, text } = await run({ hasDisplay: false })
    expect(status).toBe(0)
    expect(text).toMatch(/没有可用的显示器或浏览器.*\nhttp:\/\/127\.0\.0\.1:\d+\/#open=[\w-]{43}\n/)
  })

  it('prints the address too where no browser opens', async () => {
    const { text } = await run({ hasDisplay: true, openWithSystem: async () => false })
    expect(text).toMatch(/没有可用的显示器或浏览器.*\nhttp/)
  })

  it('opens the browser, and prints another address, for that one works once', async () => {
    const opened: string[] = []
    const { text } = await run({
      hasDisplay: true,
      openWithSystem: async (target) => opened.push(target) > 0,
    })
    expect(opened).toHaveLength(1)
    expect(text).toContain('已在浏览器中打开')
    expect(text).not.toContain(opened[0])
    expect(text).toMatch(/#open=/)
  })

  it.skipIf(process.platform === 'win32')('as a program ends on Ctrl-C, and well', async () => {
    box.put('desk/index.html', 'desk')
    const script = `
      import { hostOptions } from ${JSON.stringify(new URL('./running-host.ts', import.meta.url).href)}
      import { runLocalHost } from ${JSON.stringify(new URL('../../main/hosts/local/run-local-host.ts', import.meta.url).href)}
      const box = { at: (name) => ${JSON.stringify(box.path)} + '/' + name }
      process.exitCode = await runLocalHost(hostOptions(box), process)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      if (text.includes('Ctrl-C')) child.kill('SIGINT')
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(0)
  })
})

describe('the places of the program', () => {
  it('are the user’s own on each system', () => {
    expect(dataFolderOf({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/nianbao-desk')
    expect(dataFolderOf({ XDG_DATA_HOME: 'relative' }, 'linux')).toMatch(
      /\/\.local\/share\/nianbao-desk$/,
    )
    expect(dataFolderOf({ APPDATA: '/roaming' }, 'win32')).toBe('/roaming/nianbao-desk')
    expect(dataFolderOf({ NIANBAO_DESK_DATA: '/own' }, 'win32')).toBe('/own')
  })

  it('have a display where somebody sits in front of one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})
