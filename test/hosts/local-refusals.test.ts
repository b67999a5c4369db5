import { symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALL_ARGUMENTS } from '../../shared/ipc/contract.ts'
import { encodeWire } from '../../shared/ipc/wire.ts'
import {
  type Asking,
  ask,
  call,
  openSession,
  pageHeaders,
  type RunningHost,
  runHost,
} from './running-host.ts'

let running: RunningHost
let token: string

beforeAll(async () => {
  running = await runHost()
  token = await openSession(running)
})

afterAll(() => running.stop())

const post = (path: string, asking: Asking) =>
  ask(running.port, path, {
    method: 'POST',
    ...asking,
    headers: { ...pageHeaders(running, token), ...asking.headers },
  })

const STATUS = '/desk/call/host:status'
const NO_ARGUMENTS = encodeWire([])

describe('the token', () => {
  it('opens every call', async () => {
    expect(await call(running, token, 'host:status')).toMatchObject({ version: '1.2.3' })
  })

  it.each([
    ['none', {}],
    ['an empty one', { Authorization: 'Bearer ' }],
    ['a wrong one', { Authorization: `Bearer ${'x'.repeat(43)}` }],
    ['a shorter one', { Authorization: 'Bearer x' }],
    ['a wrong scheme', { Authorization: 'Basic eDp4' }],
  ])('is asked for: %s is refused for every call and for the events', async (_, headers) => {
    for (const path of [...Object.keys(CALL_ARGUMENTS).map((name) => `/desk/call/${name}`)]) {
      const { Authorization: _own, ...others } = pageHeaders(running, token)
      const answer = await ask(running.port, path, {
        method: 'POST',
        headers: { ...others, ...headers },
        body: NO_ARGUMENTS,
      })
      expect([path, answer.status]).toEqual([path, 401])
    }
    expect((await ask(running.port, '/desk/events', { headers })).status).toBe(401)
  })

  it('is given once for a code, and never for a wrong one', async () => {
    const code = new URL(running.host.newAddress()).hash.replace('#open=', '')
    const redeem = (body: string) =>
      post('/desk/session', { headers: { 'Content-Type': 'application/json' }, body })
    expect((await redeem(JSON.stringify(code))).status).toBe(200)
    expect((await redeem(JSON.stringify(code))).status).toBe(401)
    expect((await redeem(JSON.stringify('x'.repeat(43)))).status).toBe(401)
    expect((await redeem('{"a":')).status).toBe(400)
    expect((await redeem('"'.padEnd(300))).status).toBe(413)
  })
})

describe('a request from elsewhere', () => {
  it.each([
    ['a foreign name that leads here', { Host: 'evil.example:47821' }],
    ['the other name of this machine', { Host: 'localhost:47821' }],
    ['a foreign page', { Origin: 'https://evil.example' }],
    ['a page of another port', { Origin: 'http://127.0.0.1:8080', 'Sec-Fetch-Site': 'same-site' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a page that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('is refused whatever it asks for: %s', async (_, headers) => {
    for (const path of [
      STATUS,
      '/desk/session',
      '/desk/blocked',
      '/desk/second-start/hello',
      '/',
    ]) {
      const answer = await post(path, { headers, body: NO_ARGUMENTS })
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.body.length).toBe(0)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    const page = await ask(running.port, '/', { headers })
    expect(page.status).toBe(403)
  })

  it('is refused without a name of the host', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(running.port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.0\r\n\r\n'),
      )
      let received = ''
      socket.on('data', (part) => {
        received += part
      })
      socket.on('close', () => resolve(received))
    })
    expect(text).toMatch(/^HTTP\/1\.1 403/)
  })

  it('gets no leave to ask', async () => {
    const answer = await ask(running.port, STATUS, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('a body', () => {
  it.each([
    ['no message', new Uint8Array()],
    ['noise', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
    ['JSON alone', Buffer.from('[]')],
    ['a message with its end cut off', encodeWire([{ a: new Uint8Array(9) }]).slice(0, -1)],
    ['no list of arguments', encodeWire({ id: 'a' })],
    ['an argument too many', encodeWire([1])],
  ])('that is %s is refused', async (_, body) => {
    expect((await post(STATUS, { body })).status).toBe(400)
  })

  it.each([
    ['report:read', [{ id: 'a', name: 'a.txt', bytes: 'not bytes' }]],
    ['report:read', [{ id: '', name: 'a.txt', bytes: new Uint8Array() }]],
    ['report:read', [{ id: 'a', name: 'a.txt', bytes: new Uint8Array(), path: '/etc/passwd' }]],
    ['report:cancel', ['a']],
    ['archive:unpack', ['not bytes']],
    ['file:pick', ['everything']],
    ['file:read', [7]],
    ['file:read', ['']],
    ['file:look', ['a']],
    ['file:watch', [[null]]],
    ['print:pdf', [null]],
  ])('of %s with arguments of another form is refused', async (name, args) => {
    expect((await post(`/desk/call/${name}`, { body: encodeWire(args) })).status).toBe(400)
  })

  it('that is too large is refused, whether it says so or not', async () => {
    const large = new Uint8Array(70_000)
    expect((await post(STATUS, { body: large })).status).toBe(413)
    const chunked = await post(STATUS, { headers: { 'Transfer-Encoding': 'chunked' }, body: large })
    expect(chunked.status).toBe(413)
  })

  it('of another type is refused, as a form of a foreign page would be', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json'])
      expect((await post(STATUS, { headers: { 'Content-Type': type } })).status).toBe(415)
  })

  it('is taken by POST only, and by calls that there are', async () => {
    expect((await post(STATUS, { method: 'GET' })).status).toBe(405)
    expect((await post('/desk/call/file:write', { body: NO_ARGUMENTS })).status).toBe(404)
    expect((await post('/desk/call/constructor', { body: NO_ARGUMENTS })).status).toBe(404)
    expect((await post('/desk/call/', { body: NO_ARGUMENTS })).status).toBe(404)
    expect((await post('/desk/other', { body: NO_ARGUMENTS })).status).toBe(404)
  })
})

describe('the files of the desk', () => {
  it('are served with a strict policy', async () => {
    const page = await ask(running.port, '/')
    expect([page.status, page.body.toString()]).toEqual([200, '<!doctype html><title>desk</title>'])
    const policy = `${page.headers['content-security-policy']}`
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    const script = await ask(running.port, '/assets/desk-1a2b.js?v=1')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/assets/..%5c..%5csecret.html',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.html',
    '//secret.html',
    '/./index.html',
    '/%00index.html',
    '/index.html%00',
    '/%',
    '/%c0%ae%c0%ae/secret.html',
    '/assets',
    '/link.html',
    '/linked/secret.html',
    '/C:/secret.html',
    '/index.html::$DATA',
    '/.hidden.html',
    'http://evil.example/index.html',
  ])('end at their folder: %s is refused', async (path) => {
    running.box.put('desk/.hidden.html', 'secret')
    try {
      symlinkSync(running.box.at('secret.html'), running.box.at('desk/link.html'))
      symlinkSync(running.box.path, running.box.at('desk/linked'))
    } catch {
      // They are there from the case before, or this system has no links.
    }
    const answer = await ask(running.port, path)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('secret')
  })
})

describe('what a page was kept from', () => {
  const report = (blocked: string, type = 'application/csp-report') =>
    post('/desk/blocked', {
      headers: { 'Content-Type': type },
      body: JSON.stringify({ 'csp-report': { 'blocked-uri': blocked } }),
    })
  const count = async () => {
    const status = await call(running, token, 'host:status')
    return status !== null && typeof status === 'object' && 'outsideRequests' in status
      ? status.outsideRequests
      : undefined
  }

  it('is counted where it would have left the machine, and only there', async () => {
    expect(await count()).toBe(0)
    expect((await report('https://evil.example/pixel.png')).status).toBe(204)
    await report('wss://evil.example')
    await report('inline')
    await report('eval')
    await report(running.host.origin)
    await report(`${running.host.origin}/x`)
    expect(await count()).toBe(2)
    expect((await report('https://evil.example', 'text/plain')).status).toBe(415)
    expect(
      (
        await post('/desk/blocked', {
          headers: { 'Content-Type': 'application/csp-report' },
          body: '{}',
        })
      ).status,
    ).toBe(400)
    expect(await count()).toBe(2)
  })
})
