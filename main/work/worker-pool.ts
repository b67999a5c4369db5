import type { Result } from '../../shared/result.ts'
import { failure } from '../../shared/result.ts'
import { startThread, type Thread, type ThreadFailure, type ThreadOptions } from './thread.ts'

export interface PoolOptions extends ThreadOptions {
  /** Most threads at a time; they are started as they are needed. */
  readonly size: number
  /** A thread that has had so many tasks makes room for a new one, and gives back what memory it gathered. */
  readonly tasksPerThread?: number
  /** A thread could not be ended; it is replaced, but the process can leave only by force. */
  readonly onLost?: (() => void) | undefined
}

/** A few worker threads that take turns. One that dies or hangs is replaced; the others do not notice. */
export interface WorkerPool<Task, Answer> {
  /** Waits for a free thread; only then does the time of the task begin. `onStart` tells when that is. */
  readonly run: (task: Task, onStart?: () => void) => Promise<Result<Answer, ThreadFailure>>
  /** Ends every thread; tasks that are under way or wait fail as `stopped`. */
  readonly stop: () => Promise<void>
}

/** Gives a pool; no thread runs yet. `run` throws where the code of the threads cannot even be loaded. */
export function createWorkerPool<Task, Answer>(options: PoolOptions): WorkerPool<Task, Answer> {
  const idle: Thread<Task, Answer>[] = []
  const threads = new Set<Thread<Task, Answer>>()
  const tasks = new WeakMap<Thread<Task, Answer>, number>()
  const waiting: (() => void)[] = []
  let free = options.size
  let stopped = false
  let hasStarted = false

  const takePlace = (): Promise<void> => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const givePlace = () => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }

  const start = async (): Promise<Result<Thread<Task, Answer>, ThreadFailure>> => {
    const started = await startThread<Task, Answer>(options)
    if (started.ok) {
      hasStarted = true
      threads.add(started.value)
      if (!stopped) return started
      await discard(started.value)
      return failure({ kind: 'stopped' })
    }
    // Without this a broken installation would call every single file damaged.
    if (!hasStarted) throw new Error(`worker thread did not start: ${describe(started.error)}`)
    return started
  }
  const discard = async (thread: Thread<Task, Answer>) => {
    threads.delete(thread)
    if ((await thread.end()) === 'lost') options.onLost?.()
  }

  const runOn = async (
    thread: Thread<Task, Answer>,
    task: Task,
  ): Promise<Result<Answer, ThreadFailure>> => {
    const outcome = await thread.run(task)
    const count = (tasks.get(thread) ?? 0) + 1
    tasks.set(thread, count)
    if (outcome.ok && count < (options.tasksPerThread ?? Number.POSITIVE_INFINITY))
      idle.push(thread)
    else await discard(thread)
    return outcome
  }

  const runInPlace = async (task: Task): Promise<Result<Answer, ThreadFailure>> => {
    const used = idle.pop()
    if (used !== undefined) {
      const outcome = await runOn(used, task)
      // What an earlier file left behind may have ended the thread: only a death on a new thread is the file's own.
      if (outcome.ok || outcome.error.kind !== 'crashed') return outcome
    }
    const started = await start()
    return started.ok ? runOn(started.value, task) : started
  }

  const run: WorkerPool<Task, Answer>['run'] = async (task, onStart) => {
    await takePlace()
    try {
      if (stopped) return failure({ kind: 'stopped' })
      onStart?.()
      return await runInPlace(task)
    } finally {
      givePlace()
    }
  }

  const stop = async () => {
    stopped = true
    await Promise.all([...threads].map(discard))
  }
  return { run, stop }
}

const describe = (reason: ThreadFailure): string =>
  reason.kind === 'crashed' ? reason.detail : reason.kind
