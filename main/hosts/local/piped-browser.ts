import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { z } from 'zod'

/** What a message of the DevTools protocol carries. */
export type Fields = Readonly<Record<string, unknown>>

/** A browser without a window that is told over a pipe what to do; nobody else on the machine can speak to it. */
export interface PipedBrowser {
  /** What the browser answers; null where it refuses, has ended or was not quick enough. `session` is a page's. */
  readonly ask: (method: string, params: Fields, session?: string) => Promise<Fields | null>
  /** Closes it, by force where it does not go; gives up on one that cannot be ended. */
  readonly end: () => Promise<void>
}

/** Milliseconds that a browser which was told to close has for that, and for dying once it was killed. */
const TIME_TO_CLOSE = 5_000
const TIME_TO_DIE = 2_000

/**
 * Starts a browser of the Chromium family; null where there is none to start. All answers are null once `over`
 * says so. Unlike `--print-to-pdf` the protocol is known to every build, says what went wrong, and does not hang on
 * programs that the browser leaves behind.
 */
export async function startPipedBrowser(
  program: string,
  args: readonly string[],
  over: AbortSignal,
): Promise<PipedBrowser | null> {
  const child = spawn(program, ['--remote-debugging-pipe', ...args], {
    // The browser reads from the fourth of its files and writes to the fifth.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const isStarted = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true))
    child.on('error', () => resolve(false))
  })
  if (!isStarted) return null
  const { ask, giveUp } = speak(child)
  const onOver = () => {
    giveUp()
    child.kill('SIGKILL')
  }
  child.once('exit', giveUp)
  over.addEventListener('abort', onOver)
  if (over.aborted) onOver()
  return {
    ask,
    end: async () => {
      // The profile is thrown away, so a browser that cannot be told need not be spared.
      void ask('Browser.close', {}).then((answer) => answer ?? child.kill('SIGKILL'))
      if (!(await endsWithin(exit, TIME_TO_CLOSE))) {
        child.kill('SIGKILL')
        await endsWithin(exit, TIME_TO_DIE)
      }
      over.removeEventListener('abort', onOver)
    },
  }
}

const MESSAGE = z.object({
  id: z.int().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
})

/** Null where a program that is no such browser says something else. */
function readMessage(text: string): z.infer<typeof MESSAGE> | null {
  try {
    return MESSAGE.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

interface Speaking {
  readonly ask: PipedBrowser['ask']
  /** All questions, past and to come, have no answer. */
  readonly giveUp: () => void
}

/** Messages are JSON, each with a zero byte behind it. */
function speak({ stdio: [, , , toBrowser, fromBrowser] }: ChildProcess): Speaking {
  const asked = new Map<number, (answer: Fields | null) => void>()
  let count = 0
  let isOver = false
  const giveUp = () => {
    isOver = true
    for (const resolve of asked.values()) resolve(null)
    asked.clear()
  }
  if (!(toBrowser instanceof Socket) || !(fromBrowser instanceof Socket))
    throw new Error('a browser was started without its pipes')
  toBrowser.on('error', giveUp)
  fromBrowser.on('error', giveUp)
  fromBrowser.on('end', giveUp)
  onMessages(fromBrowser, (text) => {
    const message = readMessage(text)
    if (message === null) return giveUp()
    // What has no number nobody asked for.
    const { id, result = null } = message
    if (id === undefined) return
    asked.get(id)?.(result)
    asked.delete(id)
  })
  return {
    giveUp,
    ask: (method, params, session) =>
      new Promise((resolve) => {
        if (isOver) return resolve(null)
        const id = ++count
        asked.set(id, resolve)
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`)
      }),
  }
}

/** A PDF of a hundred pages is one message that comes in thousands of parts. */
function onMessages(pipe: Socket, take: (text: string) => void): void {
  let parts: Buffer[] = []
  pipe.on('data', (data: Buffer) => {
    let from = 0
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, from)) {
      const whole = Buffer.concat([...parts, data.subarray(from, end)])
      parts = []
      from = end + 1
      take(whole.toString('utf8'))
    }
    if (from < data.length) parts.push(data.subarray(from))
  })
}

function endsWithin(exit: Promise<void>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds)
    void exit.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
