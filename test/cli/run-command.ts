import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a run of the command left behind. */
export interface Outcome {
  /** Exit status; null where a signal ended the process. */
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Another program than the product's own, in this folder. */
  readonly entry?: string
  /** Run as another user; only root can. */
  readonly uid?: number | undefined
  /** Called with what came on standard output so far, each time something came. */
  readonly onOutput?: (stdout: string, child: Child) => void
}

type Child = ReturnType<typeof startCommand>

/** Starts the checker as a process of its own, the way a script would. */
export function startCommand(args: readonly string[], options: RunOptions = {}) {
  const entry = fileURLToPath(new URL(options.entry ?? '../../main/cli/check.ts', import.meta.url))
  return spawn(process.execPath, [entry, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
}

/** Runs the checker to its end. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = startCommand(args, options)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    options.onOutput?.(stdout, child)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
  })
}
