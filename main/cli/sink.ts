import type { Writable } from 'node:stream'
import { codeOf } from '../work/file-error.ts'

/** Standard output, one piece after the other. */
export interface Sink {
  /** Done when the piece has left this process, so that a slow reader slows us down and nothing piles up. */
  readonly write: (text: string) => Promise<void>
  /** `closed`: the reader has gone away (`| head`); else the system's code for why nothing more can be written. */
  readonly problem: () => 'closed' | { readonly code: string } | null
}

export function toSink(stream: Writable): Sink {
  let problem: ReturnType<Sink['problem']> = null
  const note = (error: unknown) => {
    const code = codeOf(error)
    problem ??= GONE.includes(code) ? 'closed' : { code }
  }
  // Without a listener the error would end the process in the middle of things, with a trace on the screen.
  stream.on('error', note)
  return {
    problem: () => problem,
    write: (text) => {
      if (problem !== null || text === '') return Promise.resolve()
      return new Promise((resolve) => {
        stream.write(text, (error) => {
          if (error !== null && error !== undefined) note(error)
          resolve()
        })
      })
    },
  }
}

/** How the systems say that nobody reads a pipe any more. */
const GONE: readonly string[] = ['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED']
