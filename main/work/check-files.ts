import type { ReadError } from '../../shared/read-error.ts'
import type { InsidePath } from '../archive/report-archive.ts'
import { type CheckAnswer, type CheckTask, unreadableAnswer, type Wants } from './check-file.ts'
import { asDone, inOrder } from './deliver.ts'
import { FILES_PER_THREAD, SECONDS_PER_FILE, THREAD_LIMITS } from './limits.ts'
import type { FilePath } from './read-bytes.ts'
import type { ThreadFailure } from './thread.ts'
import { createWorkerPool } from './worker-pool.ts'

/** The one place that says where the threads' code is. Its extension is that of this file, before and after bundling. */
export const CHECK_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js',
  import.meta.url,
)

/** A path to be checked, or one of which it is known already that it cannot be. */
export type Candidate =
  | { readonly file: string; readonly path: FilePath; readonly inside?: InsidePath }
  | { readonly file: string; readonly error: ReadError }

export interface CheckFilesOptions {
  readonly wants: Wants
  /** `input`: in the order of the candidates; `done`: each as soon as it is done. */
  readonly order: 'input' | 'done'
  readonly threads: number
  readonly workerUrl?: URL | undefined
  readonly secondsPerFile?: number | undefined
  /** A file goes to a thread. */
  readonly onStart?: (file: string) => void
  /** A thread could not be ended: the process can leave only by force. */
  readonly onLostThread?: (() => void) | undefined
  /** A thread died over a file; `detail` is for the person who looks for the bug. */
  readonly onCrash?: (file: string, detail: string) => void
}

/** The answer for one candidate; `index` is its place among them. */
export interface Delivery {
  readonly index: number
  readonly file: string
  readonly answer: CheckAnswer
}

export interface FileCheck {
  /** The answers; reading them slowly slows the threads down, so that nothing piles up. */
  readonly deliveries: AsyncIterable<Delivery>
  /** Ends the threads at once; no more deliveries come. */
  readonly stop: () => Promise<void>
}

/** Answers that may wait for their turn, for each thread: enough that one slow file does not idle the others. */
const AHEAD = { input: 32, done: 2 } as const

/** Checks many files on worker threads, under limits of time and memory. One that fails never stops the others. */
export function checkFiles(
  candidates: readonly Candidate[],
  options: CheckFilesOptions,
): FileCheck {
  const { wants } = options
  const pool = createWorkerPool<CheckTask, CheckAnswer>({
    workerUrl: options.workerUrl ?? CHECK_WORKER,
    size: Math.max(1, Math.min(options.threads, candidates.length)),
    seconds: options.secondsPerFile ?? SECONDS_PER_FILE,
    resourceLimits: THREAD_LIMITS,
    tasksPerThread: FILES_PER_THREAD,
    onLost: options.onLostThread,
  })
  const checkOne = async (candidate: Candidate, index: number): Promise<Delivery | null> => {
    const { file } = candidate
    const unreadable = (error: ReadError): Delivery => ({
      index,
      file,
      answer: unreadableAnswer({ file, wants }, error),
    })
    if ('error' in candidate) return unreadable(candidate.error)
    const { path, inside } = candidate
    const task: CheckTask = { path, inside, file, wants }
    const outcome = await pool.run(task, () => options.onStart?.(file))
    if (outcome.ok) return { index, file, answer: outcome.value }
    if (outcome.error.kind === 'stopped') return null
    if (outcome.error.kind === 'crashed') options.onCrash?.(file, outcome.error.detail)
    return unreadable(readErrorOf(outcome.error))
  }
  const deliver = options.order === 'input' ? inOrder : asDone
  const ahead = options.threads * AHEAD[options.order]
  return {
    deliveries: untilStopped(deliver(candidates, checkOne, ahead), pool.stop),
    stop: pool.stop,
  }
}

async function* untilStopped(
  deliveries: AsyncIterable<Delivery | null>,
  stop: () => Promise<void>,
): AsyncGenerator<Delivery> {
  try {
    for await (const delivery of deliveries) {
      if (delivery === null) return
      yield delivery
    }
  } finally {
    await stop()
  }
}

function readErrorOf(reason: Exclude<ThreadFailure, { kind: 'stopped' }>): ReadError {
  switch (reason.kind) {
    case 'timeout':
      return { code: 'timeout', seconds: reason.seconds }
    case 'crashed':
      return { code: 'damaged', reason: 'crashed' }
  }
}
