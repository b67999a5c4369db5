import { execFile } from 'node:child_process'
import { codeOf } from '../../work/file-error.ts'

export interface ProgramOptions {
  /** Milliseconds; without it the program may take as long as it likes. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

export type ProgramEnd =
  /** `status` is null where it was ended from outside. */
  | { readonly kind: 'ended'; readonly status: number | null; readonly stdout: string }
  /** There is no such program, or it may not be run. */
  | { readonly kind: 'missing' }

/** Runs another program of this machine to its end; no shell reads the arguments. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options?: ProgramOptions,
) => Promise<ProgramEnd>

/** Bytes of output: a long list of chosen files. */
const MOST_OUTPUT = 64 * 1024 * 1024

export const runProgram: RunProgram = (program, args, options = {}) =>
  new Promise((resolve) => {
    const limits = { maxBuffer: MOST_OUTPUT, windowsHide: true, killSignal: 'SIGKILL' } as const
    const child = execFile(program, [...args], { ...limits, ...options }, (error, stdout) => {
      if (error === null) resolve({ kind: 'ended', status: 0, stdout })
      else if (MISSING.has(codeOf(error))) resolve({ kind: 'missing' })
      else resolve({ kind: 'ended', status: child.exitCode, stdout })
    })
    // A program that waits for input would wait for ever.
    child.stdin?.end()
  })

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENOEXEC'])
