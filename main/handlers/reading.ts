import type { Cancelled, ReadOutcome, ReadRequest } from '../../shared/ipc/contract.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result } from '../../shared/result.ts'
import {
  FILE_SIZE_LIMIT,
  FILES_PER_THREAD,
  SECONDS_PER_FILE,
  THREAD_LIMITS,
} from '../work/limits.ts'
import type { ReadAnswer, ReadTask } from '../work/read-document.ts'
import type { ThreadFailure } from '../work/thread.ts'
import { createWorkerPool, type WorkerPool } from '../work/worker-pool.ts'

export interface ReadingOptions {
  readonly workerUrl: URL
  /** Documents that are read at the same time. */
  readonly threads: number
  readonly secondsPerFile?: number | undefined
  /** A thread died over a document; `detail` is for the person who looks for the bug. */
  readonly onCrash?: (name: string, detail: string) => void
}

export interface Reading {
  readonly read: (request: ReadRequest) => Promise<Result<ReadOutcome, ReadError | Cancelled>>
  /** Ends the readings of those ids, whether they wait, are under way, or are yet to arrive. */
  readonly cancel: (ids: readonly string[]) => Promise<null>
  /** Ends all threads; what is under way ends as cancelled. */
  readonly stop: () => Promise<void>
}

/** Reads documents in worker threads, under limits of time and memory. Each id is used for one reading only. */
export function createReading(options: ReadingOptions): Reading {
  const lanes = Array.from({ length: Math.max(1, options.threads) }, () => createLane(options))
  const idle = [...lanes]
  const waiting: Waiting[] = []
  const early = createEarlyCancels()

  const takeLane = (id: string): Promise<Lane | null> => {
    const lane = idle.pop()
    lane?.reserve(id)
    if (lane !== undefined) return Promise.resolve(lane)
    return new Promise((resolve) => waiting.push({ id, resolve }))
  }
  const giveLane = (lane: Lane) => {
    const next = waiting.shift()
    if (next === undefined) {
      lane.reserve(null)
      idle.push(lane)
    } else {
      lane.reserve(next.id)
      next.resolve(lane)
    }
  }

  const read: Reading['read'] = async ({ id, name, bytes }) => {
    if (early.take(id)) return CANCELLED
    if (bytes.byteLength > FILE_SIZE_LIMIT) return failure({ code: 'too-large', limit: 'file' })
    const lane = await takeLane(id)
    if (lane === null) return CANCELLED
    try {
      const outcome = await lane.run({ name, bytes })
      if (outcome.ok) return outcome.value
      if (outcome.error.kind === 'crashed') options.onCrash?.(name, outcome.error.detail)
      return failure(meaningOf(outcome.error))
    } finally {
      giveLane(lane)
    }
  }

  const cancel: Reading['cancel'] = async (ids) => {
    for (const id of ids) {
      const place = waiting.findIndex((reading) => reading.id === id)
      const [found] = place < 0 ? [] : waiting.splice(place, 1)
      if (found !== undefined) found.resolve(null)
      else if (!lanes.some((lane) => lane.cancel(id))) early.add(id)
    }
    return null
  }

  const stop = async () => {
    for (const { resolve } of waiting.splice(0)) resolve(null)
    await Promise.all(lanes.map((lane) => lane.stop()))
  }
  return { read, cancel, stop }
}

interface Waiting {
  readonly id: string
  /** Null: cancelled before its turn came. */
  readonly resolve: (lane: Lane | null) => void
}

const CANCELLED = failure<Cancelled>({ code: 'cancelled' })

/** One thread that takes one document at a time, so that ending the thread ends that document and no other. */
interface Lane {
  /** Whose turn it is from now on; null for nobody's. */
  readonly reserve: (id: string | null) => void
  readonly run: (task: ReadTask) => Promise<Result<ReadAnswer, ThreadFailure>>
  /** Ends the thread if it is that reading's; false if it is not. */
  readonly cancel: (id: string) => boolean
  readonly stop: () => Promise<void>
}

function createLane({ workerUrl, secondsPerFile }: ReadingOptions): Lane {
  const newPool = (): WorkerPool<ReadTask, ReadAnswer> =>
    createWorkerPool({
      workerUrl,
      size: 1,
      seconds: secondsPerFile ?? SECONDS_PER_FILE,
      resourceLimits: THREAD_LIMITS,
      tasksPerThread: FILES_PER_THREAD,
    })
  let pool = newPool()
  let holder: { readonly id: string | null; readonly pool: typeof pool } = { id: null, pool }
  return {
    reserve: (id) => {
      holder = { id, pool }
    },
    run: (task) => holder.pool.run(task),
    cancel: (id) => {
      if (holder.id !== id) return false
      void holder.pool.stop()
      pool = newPool()
      return true
    },
    stop: () => holder.pool.stop(),
  }
}

function meaningOf(reason: ThreadFailure): ReadError | Cancelled {
  switch (reason.kind) {
    case 'timeout':
      return { code: 'timeout', seconds: reason.seconds }
    case 'crashed':
      return { code: 'damaged', reason: 'crashed' }
    case 'stopped':
      return { code: 'cancelled' }
  }
}

/** Ids kept of readings that were cancelled before they arrived; more than an import has files. */
const MOST_EARLY_CANCELS = 20_000

/** A large document may take longer to arrive than the word that it is not wanted any more. */
function createEarlyCancels() {
  const ids = new Set<string>()
  return {
    add: (id: string) => {
      ids.add(id)
      const [oldest] = ids
      if (ids.size > MOST_EARLY_CANCELS && oldest !== undefined) ids.delete(oldest)
    },
    /** Whether that reading was cancelled; asked once. */
    take: (id: string): boolean => ids.delete(id),
  }
}
