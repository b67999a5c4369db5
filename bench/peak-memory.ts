import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { corpusFolder } from './corpus.ts'
import { rounded, textTable } from './report-table.ts'

/** Milliseconds between two looks at the memory; the kernel keeps the peak, so only the last look counts. */
const LOOK_EVERY = 50

/** Largest resident memory of the command line over a folder of that many files, with its worker threads. */
export async function peakMemory(sizes: readonly number[]): Promise<string> {
  const rows: string[][] = []
  for (const size of sizes) {
    const { megabytes, seconds, lines } = await runCommandLine(await corpusFolder(size))
    if (lines !== size) throw new Error(`${lines} reports came for ${size} files`)
    rows.push([
      String(size),
      megabytes === null ? 'not measured here' : rounded(megabytes),
      rounded(seconds),
      rounded(size / seconds),
    ])
  }
  return textTable(['files', 'peak RSS (MB)', 'seconds', 'files/s'], rows)
}

interface CommandLineRun {
  /** Null where the system has no /proc. */
  readonly megabytes: number | null
  readonly seconds: number
  readonly lines: number
}

function runCommandLine(folder: string): Promise<CommandLineRun> {
  const program = fileURLToPath(new URL('../main/cli/check.ts', import.meta.url))
  const start = performance.now()
  const child = spawn(process.execPath, [program, '--format', 'ndjson', '--jobs', '2', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let megabytes: number | null = null
  let lines = 0
  const look = setInterval(() => {
    megabytes = residentPeak(child.pid) ?? megabytes
  }, LOOK_EVERY)
  child.stdout.on('data', (data: Buffer) => {
    lines += data.filter((byte) => byte === 0x0a).length
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(look)
      resolve({ megabytes, seconds: (performance.now() - start) / 1000, lines })
    })
  })
}

/** Megabytes; null where there is no such process or no such file system. */
function residentPeak(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
