import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { startLocalHost } from '../../main/hosts/local/local-host.ts'
import { runLocalHost } from '../../main/hosts/local/run-local-host.ts'
import { createSandbox } from '../cli/sandbox.ts'
import { ask, hostOptions, openSession, type RunningHost, runHost } from './running-host.ts'

const ends: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function firstStart(): Promise<RunningHost> {
  const running = await runHost()
  ends.push(running.stop)
  return running
}

/** Another program on a port, which takes whatever is said to it for its own. */
async function foreignProgram(answers: Readonly<Record<string, unknown>>) {
  const heard: string[] = []
  const server: Server = createServer((request, response) => {
    heard.push(JSON.stringify(request.headers))
    const name = request.url?.split('/').at(-1) ?? ''
    response.end(JSON.stringify(answers[name] ?? 'hello'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, heard }
}

const printing = () => {
  const lines: string[] = []
  return { lines, process: { stdout: { write: (text: string) => lines.push(text) }, on: () => {} } }
}

describe('a second start', () => {
  it('finds the first, gives it the files, and gets an address that opens the desk', async () => {
    const first = await firstStart()
    first.box.put('in/甲镇.txt', '政府信息公开')
    const second = await startLocalHost(
      hostOptions(first.box, { port: first.port, paths: [first.box.at('in')] }),
    )
    expect(second).toMatchObject({ kind: 'handed-over' })
    if (second.kind !== 'handed-over') return
    expect(second.address).toMatch(new RegExp(`^${first.host.origin}/#open=[\\w-]{43}$`))

    const events = await fetch(`${first.host.origin}/desk/events`, {
      headers: { Authorization: `Bearer ${await openSession(first)}` },
    })
    const reader = events.body?.getReader()
    let text = ''
    while (reader !== undefined && !text.includes('file:opened'))
      text += new TextDecoder().decode((await reader.read()).value)
    await reader?.cancel()
    expect(JSON.parse(text)).toEqual({
      event: 'file:opened',
      payload: { files: [{ path: first.box.at('in/甲镇.txt'), name: '甲镇.txt', size: 18 }] },
    })
  })

  it('opens the first one’s desk in the browser and ends well', async () => {
    const first = await firstStart()
    const opened: string[] = []
    const { lines, process } = printing()
    const status = await runLocalHost(
      hostOptions(first.box, {
        port: first.port,
        hasDisplay: true,
        openWithSystem: async (target) => opened.push(target) > 0,
      }),
      process,
    )
    expect(status).toBe(0)
    expect(opened).toEqual([expect.stringContaining(`${first.host.origin}/#open=`)])
    expect(lines.join('')).toContain('已经在运行')
  })

  it('of another user is not told anything', async () => {
    const first = await firstStart()
    const other = createSandbox()
    ends.push(other.remove)
    expect(await startLocalHost(hostOptions(other, { port: first.port }))).toEqual({
      kind: 'taken',
    })
    for (const bearer of ['', 'x'.repeat(43)]) {
      const answer = await ask(first.port, '/desk/second-start/open', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ paths: ['/etc/passwd'] }),
      })
      expect(answer.status).toBe(401)
    }
  })

  it('is never taken for a page, not even for the desk’s own', async () => {
    const first = await firstStart()
    const secret = readFileSync(first.box.at(`data/local-host-${first.port}.key`), 'utf8')
    const answer = await ask(first.port, '/desk/second-start/open', {
      method: 'POST',
      headers: {
        Origin: first.host.origin,
        'Content-Type': 'application/json',
        Authorization: `Bearer ${secret}`,
      },
      body: JSON.stringify({ paths: ['/etc/passwd'] }),
    })
    expect(answer.status).toBe(403)
  })

  it.skipIf(process.platform === 'win32')(
    'shares a secret that only this user can read',
    async () => {
      const first = await firstStart()
      const file = first.box.at(`data/local-host-${first.port}.key`)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(statSync(first.box.at('data')).mode & 0o777).toBe(0o700)
      await first.host.stop()
      expect(() => statSync(file)).toThrow('ENOENT')
    },
  )
})

describe('another program on the port', () => {
  const OPENED = { address: 'http://evil.example/' }

  it.each([
    ['says nothing of use', {}],
    ['claims to be the desk', { hello: { proof: 'x'.repeat(43) }, open: OPENED }],
    ['claims to have opened it', { hello: OPENED, open: OPENED }],
  ])(
    'that %s is named as such in one sentence, is told nothing, and the start fails',
    async (_, answers) => {
      const box = createSandbox()
      ends.push(box.remove)
      const secret = 's'.repeat(43)
      const { port, heard } = await foreignProgram(answers)
      // Left behind by an earlier run that was killed.
      box.put(`data/local-host-${port}.key`, secret)
      const { lines, process } = printing()
      const opened: string[] = []
      const status = await runLocalHost(
        hostOptions(box, {
          port,
          hasDisplay: true,
          openWithSystem: async (target) => opened.push(target) > 0,
        }),
        process,
      )
      expect(status).toBe(1)
      expect(opened).toEqual([])
      expect(heard.join()).not.toContain(secret)
      expect(lines).toEqual([
        `端口 ${port} 被另一个程序占用，年报核对台不能启动。请退出那个程序，或重新启动电脑，然后再试。\n`,
      ])
    },
  )
})
