import { parentPort } from 'node:worker_threads'

/** What a thread tells its pool. */
export type ThreadMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }

/**
 * The thread's side of the pool: one task in, one answer out. Call it once, when everything is loaded.
 * An exception in `handle` is a bug; it ends the thread, and the pool starts another.
 */
export function serveTasks<Task, Answer>(handle: (task: Task) => Promise<Answer>): void {
  const port = parentPort
  if (port === null) throw new Error('serveTasks: not in a worker thread')
  const send = (message: ThreadMessage<Answer>) => port.postMessage(message)
  port.on('message', async (task: Task) => {
    send({ kind: 'answer', answer: await handle(task) })
  })
  send({ kind: 'ready' })
}
