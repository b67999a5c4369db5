import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)

/** In a process of its own, because the test runner has native addons itself. */
const READ_AND_REPORT = `
import { readFileSync } from 'node:fs'
import { createReading } from './main/handlers/reading.ts'
const reading = createReading({
  workerUrl: new URL('./main/work/desk-worker.ts', import.meta.url),
  threads: 2,
})
const read = async (name) => {
  const bytes = new Uint8Array(readFileSync('samples/' + name))
  return (await reading.read({ id: name, name, bytes })).ok
}
const ok = await Promise.all(['石渡镇2022.pdf', '清溪镇2023.docx'].map(read))
const addons = process.report.getReport().sharedObjects.filter((path) => path.endsWith('.node'))
await reading.stop()
process.stdout.write(JSON.stringify({ ok, addons }))
`

describe('threads', () => {
  it('read PDF and Word without any native addon in the process', async () => {
    const { stdout } = await run(process.execPath, ['--eval', READ_AND_REPORT], {
      cwd: new URL('../..', import.meta.url),
    })
    expect(JSON.parse(stdout)).toEqual({ ok: [true, true], addons: [] })
  })
})
