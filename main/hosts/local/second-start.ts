import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { isSameSecret, newSecret } from './session.ts'

/** Where the program that has that port keeps its secret; only programs of the same user can read it. */
export const secretFileOf = (dataFolder: string, port: number): string =>
  join(dataFolder, `local-host-${port}.key`)

/** What only who knows the secret can say to that question. */
export const proofOf = (secret: string, question: string): string =>
  createHmac('sha256', secret).update(`nianbao-desk ${question}`).digest('base64url')

/** What a second start is answered. */
export const FIRST_ANSWERS = {
  hello: z.strictObject({ proof: z.string() }),
  open: z.strictObject({ address: z.string() }),
} as const

/** Milliseconds to wait for each answer of who has the port. */
const PATIENCE = 2_000
/** A first start may have the port already and not yet have written its secret down. */
const ATTEMPTS = 8
const PAUSE = 300

/**
 * Hands files to the program that has the port, if that is this program: it must prove it before it is told anything.
 * Gives the address of the desk; null where another program has the port.
 */
export async function askFirst(
  port: number,
  dataFolder: string,
  paths: readonly string[],
): Promise<string | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(PAUSE)
    const secret = await readFile(secretFileOf(dataFolder, port), 'utf8').catch(() => null)
    if (secret === null || !(await isOurs(port, secret))) continue
    const answer = await post(port, 'open', { paths }, secret)
    const opened = FIRST_ANSWERS.open.safeParse(answer)
    if (opened.success) return opened.data.address
  }
  return null
}

async function isOurs(port: number, secret: string): Promise<boolean> {
  const question = newSecret()
  const hello = FIRST_ANSWERS.hello.safeParse(await post(port, 'hello', { question }))
  return hello.success && isSameSecret(hello.data.proof, proofOf(secret, question))
}

/** The JSON that comes back; undefined for anything else, for the other side may be any program. */
function post(port: number, name: string, body: unknown, bearer?: string): Promise<unknown> {
  return new Promise((resolve) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: `/desk/second-start/${name}`,
      method: 'POST',
      // An agent of its own: the usual one may be told to go through a proxy.
      agent: new Agent(),
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        'Content-Type': 'application/json',
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      },
    })
    outgoing.on('error', () => resolve(undefined))
    outgoing.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > LONGEST_ANSWER) outgoing.destroy()
      })
      response.on('error', () => resolve(undefined))
      response.on('close', () => resolve(response.statusCode === 200 ? parseJson(text) : undefined))
    })
    outgoing.end(JSON.stringify(body))
  })
}

/** Characters. */
const LONGEST_ANSWER = 4_096

/** Undefined where the text is no JSON. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
