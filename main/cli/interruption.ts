/** Ctrl-C and its relatives, turned into an orderly end. */
export interface Interruption {
  readonly happened: () => boolean
  /** From now on the first signal calls `stop`, and the work ends by itself; a second one calls `abandon` and leaves. */
  readonly guard: (stop: () => void, abandon: () => void) => void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What this needs of the process. */
interface Signalled {
  readonly on: (signal: (typeof SIGNALS)[number], listener: () => void) => unknown
  readonly exit: (status: number) => void
  /** Ends the process at once, whatever its threads are doing. */
  readonly leave: (status: number) => void
}

/** Listens for signals; before anything is guarded there is nothing to clean up, and the process ends at once. */
export function listenForInterruption(process: Signalled, status: number): Interruption {
  let guarded: { readonly stop: () => void; readonly abandon: () => void } | null = null
  let happened = false
  const interrupt = () => {
    if (guarded === null) process.exit(status)
    else if (!happened) {
      happened = true
      guarded.stop()
    } else {
      guarded.abandon()
      process.leave(status)
    }
  }
  for (const signal of SIGNALS) process.on(signal, interrupt)
  return {
    happened: () => happened,
    guard: (stop, abandon) => {
      guarded = { stop, abandon }
    },
  }
}
