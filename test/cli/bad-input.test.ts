import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MISNAMED, UNREADABLE } from './hostile-files.ts'
import { ORDINARY_USER } from './ordinary-user.ts'
import { inShort, type ReportObject, runForJson } from './report-json.ts'
import { asText, goodReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

/** For all of the files together on two slow cores. */
const MILLISECONDS = 60_000

let box: Sandbox

beforeAll(() => {
  box = createSandbox()
})

afterAll(() => box.remove())

describe('a batch of bad files with a good one at each end', () => {
  let reports: readonly ReportObject[] = []
  let status: number | null = null

  beforeAll(async () => {
    box.put('bad/0.txt', asText(goodReport()))
    box.put('bad/z.txt', asText(goodReport()))
    for (const [name, , make] of UNREADABLE) box.put(`bad/${name}`, make())
    const names = UNREADABLE.map(([name]) => `bad/${name}`)
    const outcome = await runForJson(['bad/0.txt', ...names, 'bad/z.txt'], { cwd: box.path })
    reports = outcome.reports
    status = outcome.status
  }, MILLISECONDS)

  it('goes through to the end, and is 2', () => {
    expect(status).toBe(2)
    expect(reports).toHaveLength(UNREADABLE.length + 2)
    expect(inShort([reports[0], reports.at(-1)].flatMap((one) => one ?? []))).toEqual([
      'bad/0.txt checked',
      'bad/z.txt checked',
    ])
  })

  it.each(UNREADABLE)('%s is %s', (name, code) => {
    const report = reports.find((one) => one.file === `bad/${name}`)
    expect(inShort(report === undefined ? [] : [report])).toEqual([`bad/${name} ${code}`])
  })
})

describe('a good report under a name that promises something else', () => {
  let shorts: readonly string[] = []

  beforeAll(async () => {
    for (const [name, make] of MISNAMED) box.put(`misnamed/${name}`, make())
    const names = MISNAMED.map(([name]) => `misnamed/${name}`)
    shorts = inShort((await runForJson(names, { cwd: box.path })).reports)
  }, MILLISECONDS)

  it.each(MISNAMED)('%s is read by its content', (name) => {
    expect(shorts).toContain(`misnamed/${name} checked`)
  })
})

describe('a path that leads nowhere good', () => {
  const run = async (...paths: readonly string[]) => {
    const { reports, status } = await runForJson(paths, { cwd: box.path })
    return { shorts: inShort(reports), status }
  }

  it('gets an entry each', async () => {
    box.put('a.txt', asText(goodReport()))
    expect(await run('none.docx', 'none/', 'a.txt/b.txt', 'a.txt')).toEqual({
      status: 2,
      shorts: ['none.docx not-found', 'none/ not-found', 'a.txt/b.txt not-found', 'a.txt checked'],
    })
  })

  it('is too large over a hundred megabytes', async () => {
    box.put('large.txt', '')
    truncateSync(box.at('large.txt'), 101 * 1024 * 1024)
    expect(await run('large.txt')).toEqual({ status: 2, shorts: ['large.txt too-large'] })
  })

  it.skipIf(process.platform === 'win32')('may be a folder with a link to itself', async () => {
    box.put('loop/a.txt', asText(goodReport()))
    symlinkSync('.', box.at('loop/self'))
    symlinkSync('../loop', box.at('loop/again'))
    expect(await run('loop')).toEqual({ status: 0, shorts: ['loop/a.txt checked'] })
  })

  it.skipIf(process.platform === 'win32')('may be a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [box.at('pipe.txt')])
    expect(await run('pipe.txt')).toEqual({ status: 2, shorts: ['pipe.txt unsupported-type'] })
  })

  it.skipIf(process.platform === 'win32')(
    'may be a file or a folder without permission',
    async () => {
      box.put('locked/a.txt', asText(goodReport()))
      box.put('locked/b.txt', asText(goodReport()))
      mkdirSync(box.at('locked/in'))
      chmodSync(box.at('locked/a.txt'), 0o000)
      chmodSync(box.at('locked/in'), 0o000)
      const { reports, status } = await runForJson(['locked', 'locked/in'], {
        cwd: box.path,
        uid: ORDINARY_USER,
      })
      expect(inShort(reports)).toEqual([
        'locked/a.txt no-access',
        'locked/b.txt checked',
        'locked/in no-access',
        'locked/in no-access',
      ])
      expect(status).toBe(2)
      chmodSync(box.at('locked/in'), 0o755)
    },
  )
})
