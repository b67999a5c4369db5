import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCommand } from './run-command.ts'
import { asDocx, asText, goodReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let box: Sandbox

beforeAll(() => {
  box = createSandbox()
  box.put('one/a.docx', asDocx(goodReport(1)))
  box.put('one/b.txt', asText(goodReport(2)))
})

afterAll(() => box.remove())

/** Highest resident memory of the process, in MB, while it checks the folder that many times; Linux only. */
async function peakMemory(
  times: number,
): Promise<{ readonly peak: number; readonly lines: number }> {
  const paths = Array.from({ length: times }, () => 'one')
  const child = startCommand(['--format', 'ndjson', '--jobs', '2', ...paths], { cwd: box.path })
  let lines = 0
  let peak = 0
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0)
    peak = Math.max(peak, highWaterMark(child.pid))
  })
  await new Promise((resolve) => child.on('close', resolve))
  return { peak, lines }
}

function highWaterMark(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

describe.skipIf(process.platform !== 'linux')('--format ndjson', () => {
  it('keeps no results: ten times as many files take hardly more memory', async () => {
    const few = await peakMemory(100)
    const many = await peakMemory(1000)
    expect(many.lines).toBe(2000)
    // The results alone would be 40 MB, and more than twice that as objects.
    expect(many.peak - few.peak).toBeLessThan(60)
  })
})
