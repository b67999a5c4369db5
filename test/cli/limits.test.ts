import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inShort, parseLines, runForJson } from './report-json.ts'
import { runCommand } from './run-command.ts'
import { asText, goodReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let box: Sandbox

beforeEach(() => {
  box = createSandbox()
})

afterEach(() => box.remove())

const trouble = (seconds = 2) => ({
  cwd: box.path,
  entry: './troublesome-check.ts',
  env: { TEST_SECONDS: `${seconds}` },
})

describe('a thread in trouble', () => {
  it.each([
    ['never comes back', 'hang', 2, 'timeout', ''],
    ['cannot be ended without our care', 'cling', 2, 'timeout', ''],
    ['takes all the memory', 'balloon', 40, 'damaged', 'JS heap out of memory'],
    ['ends itself', 'exit', 2, 'damaged', 'thread exited with code 0'],
    ['hits a bug', 'throw', 2, 'damaged', 'TypeError: a bug in a rule'],
  ])('that %s costs its own file only', async (_, name, seconds, code, detail) => {
    const files = ['a.txt', `${name}.txt`, 'x.txt', 'y.txt'].sort()
    for (const file of files) box.put(`in/${file}`, asText(goodReport()))
    const outcome = await runForJson(['--jobs', '1', 'in'], trouble(seconds))
    expect(inShort(outcome.reports)).toEqual(
      files.map((file) => `in/${file} ${file === `${name}.txt` ? code : 'checked'}`),
    )
    expect(outcome.status).toBe(2)
    expect(outcome.stderr).toContain(detail)
  })

  it('does not hold up what other threads have done', async () => {
    for (const file of ['a.txt', 'hang.txt', 'x.txt', 'y.txt'])
      box.put(`in/${file}`, asText(goodReport()))
    const { stdout } = await runCommand(['--format', 'ndjson', '--jobs', '2', 'in'], trouble())
    expect(inShort(parseLines(stdout)).at(-1)).toBe('in/hang.txt timeout')
  })

  it('loses nothing to a reader of the output that pauses for longer than a file may take', async () => {
    for (let index = 0; index < 60; index += 1)
      box.put(`in/${index}.txt`, asText(goodReport(index)))
    let pauses = 0
    const outcome = await runCommand(['--format', 'ndjson', '--jobs', '2', 'in'], {
      ...trouble(2),
      onOutput: (_, child) => {
        if (pauses > 0) return
        pauses += 1
        child.stdout.pause()
        setTimeout(() => child.stdout.resume(), 5000)
      },
    })
    const reports = inShort(parseLines(outcome.stdout))
    expect(reports).toHaveLength(60)
    expect(reports.filter((one) => !one.endsWith('checked'))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a process that does not end by itself', () => {
  it('leaves with its status even where a thread cannot be ended', async () => {
    box.put('in/a.txt', asText(goodReport()))
    box.put('in/cling.txt', 'x')
    const outcome = await runForJson(['--jobs', '1', 'in'], {
      cwd: box.path,
      entry: './unendable-check.ts',
    })
    expect(outcome.status).toBe(2)
    expect(inShort(outcome.reports)).toEqual(['in/a.txt checked', 'in/cling.txt timeout'])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 130 at %s', async (signal) => {
    box.put('in/a.txt', asText(goodReport()))
    box.put('in/hang.txt', 'x')
    const outcome = await runCommand(['--format', 'ndjson', '--jobs', '1', 'in'], {
      ...trouble(600),
      onOutput: (_, child) => child.kill(signal),
    })
    expect(outcome).toMatchObject({ status: 130, stderr: '' })
  })
})

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it('leaves only whole checklists behind', async () => {
    for (let index = 0; index < 60; index += 1)
      box.put(`in/${index}.txt`, asText(goodReport(index)))
    const outcome = await runCommand(['--format', 'ndjson', '--out', 'out', 'in'], {
      cwd: box.path,
      onOutput: (soFar, child) => {
        if (soFar.split('\n').length > 10) child.kill('SIGINT')
      },
    })
    expect(outcome).toMatchObject({ status: 130, stderr: '' })
    const files = readdirSync(box.at('out'))
    expect(files.length).toBeGreaterThan(5)
    expect(files.length).toBeLessThan(60)
    for (const file of files) {
      expect(file).toMatch(/^\d+\.txt\.html$/)
      expect(readFileSync(box.at(`out/${file}`), 'utf8')).toMatch(/<\/html>\n$/)
    }
  })
})
