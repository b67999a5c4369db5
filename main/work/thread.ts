import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import { failure, success } from '../../shared/result.ts'
import type { ThreadMessage } from './serve-tasks.ts'

export interface ThreadOptions {
  readonly workerUrl: URL
  /** How long one task may take. */
  readonly seconds: number
  readonly resourceLimits: ResourceLimits
}

/** Why there is no answer. `detail` is for the person who looks for the bug. */
export type ThreadFailure =
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'crashed'; readonly cause: 'memory' | 'other'; readonly detail: string }
  | { readonly kind: 'stopped' }

/** A worker thread that is ready; it does one task at a time. */
export interface Thread<Task, Answer> {
  /** After a failure the thread is of no more use: end it. */
  readonly run: (task: Task) => Promise<Result<Answer, ThreadFailure>>
  /**
   * Ends the thread, whatever it is doing; a task it has fails as `stopped`. `lost` is a thread that could not be
   * ended: it goes on in the background, and the process can leave only by force.
   */
  readonly end: () => Promise<'ended' | 'lost'>
}

/** Loading a thread's code takes well under a second; this is for a disk that has gone to sleep. */
const SECONDS_TO_START = 60
/** Code outside JavaScript cannot be interrupted; a thread caught in it is left to itself after this time. */
const SECONDS_TO_END = 5
/** A timer that fires this much too late says that the process was stopped or blocked, not that the task is slow. */
const LATE_SECONDS = 1

/**
 * A thread loads no code outside JavaScript. pdf.js would load a drawing library that reading has no use for; Node
 * (24.21) reads memory it has given back when it ends a thread that has such a library, and takes the process with it.
 */
const NODE_OPTIONS_OF_A_THREAD = ['--no-addons']

/** Starts a thread and waits until its code is loaded. */
export async function startThread<Task, Answer>(
  options: ThreadOptions,
): Promise<Result<Thread<Task, Answer>, ThreadFailure>> {
  // Standard streams of a thread would end up in ours, and ours carry nothing but the output.
  const worker = new Worker(options.workerUrl, {
    resourceLimits: options.resourceLimits,
    env: environment(),
    execArgv: NODE_OPTIONS_OF_A_THREAD,
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  let settle: (outcome: Result<Answer | null, ThreadFailure>) => void = () => {}
  let death: ThreadFailure | null = null
  const fail = (reason: ThreadFailure) => settle(failure(reason))
  const die = (reason: ThreadFailure) => {
    // Also a thread that waits for work may die, of what the last task left behind.
    death ??= reason
    fail(reason)
  }
  worker.on('message', (message: ThreadMessage<Answer>) => {
    settle(success(message.kind === 'answer' ? message.answer : null))
  })
  worker.on('error', (error: unknown) => die(deathBy(error)))
  worker.on('messageerror', (error) => die(deathBy(error)))
  worker.on('exit', (code) =>
    die({ kind: 'crashed', cause: 'other', detail: `thread exited with code ${code}` }),
  )

  const next = (seconds: number): Promise<Result<Answer | null, ThreadFailure>> =>
    new Promise((resolve) => {
      const cancelLimit = limit(seconds, () => fail({ kind: 'timeout', seconds }))
      settle = (outcome) => {
        cancelLimit()
        settle = () => {}
        resolve(outcome)
      }
    })

  const end = () => {
    fail({ kind: 'stopped' })
    return endWorker(worker)
  }
  const ready = await next(SECONDS_TO_START)
  if (!ready.ok) {
    await end()
    return ready
  }
  return success({
    end,
    run: async (task) => {
      if (death !== null) return failure(death)
      const answer = next(options.seconds)
      worker.postMessage(task)
      const outcome = await answer
      if (!outcome.ok) return outcome
      if (outcome.value === null) throw new Error('a thread said twice that it is ready')
      return success(outcome.value)
    },
  })
}

/** A thread does not inherit the cache of compiled code that the program may have switched on. */
function environment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir()
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) }
}

function deathBy(error: unknown): ThreadFailure {
  const cause =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? 'memory'
      : 'other'
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { kind: 'crashed', cause, detail }
}

/** Calls `onLimit` after that time, unless the function it gives is called first. */
function limit(seconds: number, onLimit: () => void): () => void {
  let timer: NodeJS.Timeout
  const arm = () => {
    const due = performance.now() + seconds * 1000
    timer = setTimeout(() => {
      // A terminal that is held (Ctrl-S) blocks this process, Ctrl-Z and sleep stop it; the task is not to blame.
      if (performance.now() > due + LATE_SECONDS * 1000) arm()
      else onLimit()
    }, seconds * 1000)
  }
  arm()
  return () => clearTimeout(timer)
}

function endWorker(worker: Worker): Promise<'ended' | 'lost'> {
  worker.unref()
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('lost'), SECONDS_TO_END * 1000)
    worker.terminate().then(() => {
      clearTimeout(timer)
      resolve('ended')
    })
  })
}
