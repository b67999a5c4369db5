import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** In a process of its own, for nothing but its own garbage is to be collected. */
const READ_MANY = `
import { readSource } from './main/readers/index.ts'
import { extractReport } from './shared/extract/extract-report.ts'
import { randomReport } from './test/builders/random-report.ts'
import { docxFile } from './test/builders/report-files.ts'
const files = Array.from({ length: 60 }, (_, seed) => docxFile(randomReport(seed)))
const readSome = async (from, to) => {
  for (const { bytes, name } of files.slice(from, to)) {
    const read = await readSource(new Uint8Array(bytes), name)
    if (read.ok) extractReport(read.value)
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
const before = await readSome(0, 10)
process.stdout.write(String(((await readSome(10, 60)) - before) / 50))
`

it('nothing of a Word file is kept when its report is read, though words of it are remembered', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--eval', READ_MANY],
    { cwd: new URL('../..', import.meta.url) },
  )
  // Bytes for each file. Its XML is 130 kB, and a word cut out of that would keep it all.
  expect(Number(stdout)).toBeLessThan(30_000)
})
