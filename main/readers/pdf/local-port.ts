import { fieldOf } from './untyped.ts'

/**
 * pdf.js talks to its parsing half by messages. In Node it copies every message with structuredClone, and turns
 * every font into a font face nobody draws with; on a report that costs more than the parsing. These ports hand
 * the messages over as they are, in the same thread, and let the receiver's observer keep some back.
 */
export interface LocalPort {
  readonly postMessage: (message: unknown) => void
  readonly addEventListener: (
    type: string,
    listener: Listener,
    options?: { readonly signal?: AbortSignal } | null,
  ) => void
  readonly removeEventListener: (type: string, listener: Listener) => void
  readonly terminate: () => void
}

type Listener = (event: { readonly data: unknown }) => void

/** Sees a message before it arrives; `false` keeps it back. */
export type Observer = (message: unknown) => boolean

/** Two ends: what is posted on one arrives at the other. Each direction has an observer. */
export function connectPorts(
  fromFirst: Observer,
  fromSecond: Observer,
): readonly [LocalPort, LocalPort] {
  const first = new Set<Listener>()
  const second = new Set<Listener>()
  return [makePort(first, second, fromFirst), makePort(second, first, fromSecond)]
}

function makePort(own: Set<Listener>, peer: Set<Listener>, observe: Observer): LocalPort {
  return {
    postMessage: (message) => {
      if (!observe(message)) return
      const event = { data: withOwnChunk(message) }
      queueMicrotask(() => {
        for (const listener of [...peer]) listener(event)
      })
    },
    addEventListener: (_type, listener, options) => {
      own.add(listener)
      options?.signal?.addEventListener('abort', () => own.delete(listener))
    },
    removeEventListener: (_type, listener) => {
      own.delete(listener)
    },
    terminate: () => own.clear(),
  }
}

/**
 * The parser empties a chunk's arrays once it has posted them and fills them anew, so the receiver needs
 * arrays of its own; what is in them is not touched again.
 */
function withOwnChunk(message: unknown): unknown {
  const chunk = fieldOf(message, 'chunk')
  if (typeof chunk !== 'object' || chunk === null || typeof message !== 'object') return message
  const own = Object.entries(chunk).map(([key, value]): readonly [string, unknown] => [
    key,
    Array.isArray(value) ? value.slice() : value,
  ])
  return { ...message, chunk: Object.fromEntries(own) }
}
