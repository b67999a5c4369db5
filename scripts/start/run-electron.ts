import { spawn } from 'node:child_process'

/** Milliseconds. An Electron that this machine cannot run ends before that; a person needs longer to close a window. */
const FAILS_WITHIN = 5_000

/** Runs the desk in Electron to its end; null where it could not be started on this machine. */
export function runElectron(
  binary: string,
  root: string,
  paths: readonly string[],
): Promise<number | null> {
  const started = performance.now()
  const child = spawn(binary, [root, ...paths], { stdio: 'inherit', windowsHide: false })
  const stop = () => child.kill()
  for (const signal of SIGNALS) process.on(signal, stop)
  return new Promise((resolve) => {
    const end = (status: number | null) => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve(status)
    }
    child.on('error', () => end(null))
    child.on('close', (status) => {
      const isEarly = performance.now() - started < FAILS_WITHIN
      end(status === 0 ? 0 : isEarly && !child.killed ? null : (status ?? 0))
    })
  })
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
