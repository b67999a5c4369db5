import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import {
  type LocalHost,
  type LocalHostOptions,
  startLocalHost,
} from '../../main/hosts/local/local-host.ts'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
import { createSandbox, type Sandbox } from '../cli/sandbox.ts'

/** A local host for a test, with a folder of its own and no program of the system within reach. */
export interface RunningHost {
  readonly host: LocalHost
  readonly port: number
  readonly box: Sandbox
  /** What it wrote down for the person who looks for bugs. */
  readonly log: readonly string[]
  readonly stop: () => Promise<void>
}

export const DESK_WORKER = new URL('../../main/work/desk-worker.ts', import.meta.url)

/** The options of a host in that folder; the built desk is what lies in its `desk`. */
export const hostOptions = (
  box: Sandbox,
  changes: Partial<LocalHostOptions> = {},
): LocalHostOptions => ({
  port: 0,
  version: '1.2.3',
  dataFolder: box.at('data'),
  samplesFolder: box.at('samples'),
  staticRoot: box.at('desk'),
  workerUrl: DESK_WORKER,
  paths: [],
  env: {},
  platform: 'linux',
  hasDisplay: false,
  run: async () => ({ kind: 'missing' }),
  openWithSystem: async () => false,
  log: () => {},
  ...changes,
})

export async function runHost(changes: Partial<LocalHostOptions> = {}): Promise<RunningHost> {
  const box = createSandbox()
  box.put('desk/index.html', '<!doctype html><title>desk</title>')
  box.put('desk/assets/desk-1a2b.js', 'export {}')
  box.put('secret.html', 'secret')
  const log: string[] = []
  const start = await startLocalHost(
    hostOptions(box, { log: (line) => log.push(line), ...changes }),
  )
  if (start.kind !== 'started') throw new Error(`the host is ${start.kind}`)
  const { host } = start
  const stop = async () => {
    await host.stop()
    box.remove()
  }
  return { host, port: Number(new URL(host.origin).port), box, log, stop }
}

export interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

export interface Asking {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

/** A request as it stands, also one that no browser would send. */
export function ask(port: number, path: string, asking: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path,
      method: asking.method ?? 'GET',
      setHost: false,
      agent: new Agent(),
      headers: { Host: `127.0.0.1:${port}`, ...asking.headers },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
    })
    outgoing.end(asking.body)
  })
}

/** The token that a page gets for the address it was opened with. */
export async function openSession({ host, port }: RunningHost): Promise<string> {
  const code = new URL(host.newAddress()).hash.replace('#open=', '')
  const answer = await ask(port, '/desk/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(code),
  })
  const token: unknown = JSON.parse(answer.body.toString())
  if (typeof token !== 'string') throw new Error('no token')
  return token
}

/** The headers of a call from the desk's own page. */
export const pageHeaders = ({ host }: RunningHost, token: string): OutgoingHttpHeaders => ({
  Origin: host.origin,
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/octet-stream',
  Authorization: `Bearer ${token}`,
})

/** Calls the host as the desk does. */
export async function call(
  running: RunningHost,
  token: string,
  name: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  const answer = await ask(running.port, `/desk/call/${name}`, {
    method: 'POST',
    headers: pageHeaders(running, token),
    body: encodeWire(args),
  })
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
  const value = decodeWire(answer.body)
  if (!value.ok) throw new Error(`${name}: not a message`)
  return value.value
}
