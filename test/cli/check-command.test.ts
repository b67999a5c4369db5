import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { GIVEN_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import { inShort, parseDocument, parseLines, runForJson } from './report-json.ts'
import { runCommand } from './run-command.ts'
import { asDocx, asHtml, asPage, asPdf, asText, goodReport, wrongReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let box: Sandbox

beforeAll(() => {
  box = createSandbox()
  box.put('good/a.txt', asText(goodReport(1)))
  box.put('good/b.html', asHtml(goodReport(2)))
  box.put('good/in/c.htm', asPage(goodReport(3)))
  box.put('good/in/d.docx', asDocx(goodReport(4)))
  box.put('good/in/e.pdf', asPdf(goodReport(5)))
  box.put('good/notes.pptx', 'other types are passed over')
  box.put('wrong.docx', asDocx(wrongReport()))
  box.put('empty.txt', '')
  mkdirSync(box.at('nothing'))
})

afterAll(() => box.remove())

const run = (...args: readonly string[]) => runCommand(args, { cwd: box.path })

describe('the exit status', () => {
  it('is 0 where every report was read and none has an error', async () => {
    expect(await run('good')).toMatchObject({ status: 0, stderr: '' })
  })

  it('is 1 where a report has an error', async () => {
    expect(await run('good', 'wrong.docx')).toMatchObject({ status: 1, stderr: '' })
  })

  it('is 2 where a file could not be read, even if a report has an error', async () => {
    expect((await run('empty.txt', 'wrong.docx', 'good')).status).toBe(2)
  })

  it('is 2 with a sentence where nothing was found', async () => {
    const outcome = await runForJson(['nothing'], { cwd: box.path })
    expect(outcome).toMatchObject({ status: 2, reports: [] })
    expect(outcome.stderr).toBe(
      `没有找到可以核对的文件，文件夹里只看 ${GIVEN_EXTENSIONS.join('、')} 文件。\n`,
    )
  })

  it.each([
    ['an unknown option', ['--frob', 'good']],
    ['a bad number', ['--jobs', 'two', 'good']],
    ['no path', []],
    ['a checklist format that is not there yet', ['--out', 'x', '--out-format', 'docx', 'good']],
    ['--previous with a path that is not there', ['--previous', 'none', 'good']],
  ])('is 2 with a sentence and a hint for %s', async (_, args) => {
    const outcome = await run(...args)
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/。\n用法：npm run -s check -- .*--help/)
  })
})

describe('--format', () => {
  it('json is one document, in the order of the paths and inside a folder of the names', async () => {
    const { reports, stderr } = await runForJson(['wrong.docx', 'none.pdf', './good/'], {
      cwd: box.path,
    })
    expect(inShort(reports)).toEqual([
      'wrong.docx checked',
      'none.pdf not-found',
      './good/a.txt checked',
      './good/b.html checked',
      './good/in/c.htm checked',
      './good/in/d.docx checked',
      './good/in/e.pdf checked',
    ])
    expect(stderr).toBe('')
  })

  it('ndjson has the same objects, one a line', async () => {
    const paths = ['wrong.docx', 'none.pdf', 'good'] as const
    const lines = parseLines((await run('--format', 'ndjson', ...paths)).stdout)
    const { reports } = await runForJson(paths, { cwd: box.path })
    const sorted = (objects: typeof lines) =>
      [...objects].sort((left, right) => (left.file < right.file ? -1 : 1))
    expect(sorted(lines)).toEqual(sorted(reports))
  })

  it('json says what each cell holds and what is wrong', async () => {
    const { reports } = await runForJson(['wrong.docx'], { cwd: box.path })
    const [report] = reports
    if (report?.status !== 'checked') throw new Error('not read')
    expect(report.cells['t3.new.total']).toMatchObject({ value: expect.any(Number) })
    expect(report.findings.map(({ severity }) => severity)).toContain('error')
  })

  it('text says in words what was found, and ends with the totals', async () => {
    const { stdout } = await run('wrong.docx', 'none.pdf', 'good/a.txt')
    expect(stdout).toMatch(/^wrong\.docx\n {2}.*2021 年式样|2019 年式样/)
    expect(stdout).toMatch(/\n {2}需修改（\d+ 项）：.*\n {4}1\. \[错误\] 表.*\n/)
    expect(stdout).toContain('none.pdf\n  读不了：找不到这个文件或文件夹')
    expect(stdout).toMatch(/good\/a\.txt\n.*\n {2}未发现问题：/)
    expect(
      stdout.endsWith('共 3 份：需修改 1 份，需人工核对 0 份，未发现问题 1 份，读不了 1 份。\n'),
    ).toBe(true)
  })

  it('gives the same bytes however many threads there are', async () => {
    const paths = ['good', 'wrong.docx', 'empty.txt'] as const
    const one = await run('--format', 'json', '--jobs', '1', ...paths)
    const four = await run('--format', 'json', '--jobs', '4', ...paths)
    expect(four).toEqual(one)
  })
})

describe('the command line', () => {
  it('--version prints the version', async () => {
    expect(await run('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n` })
  })

  it('--help names every option', async () => {
    const { status, stdout } = await run('--help')
    expect(status).toBe(0)
    for (const option of ['format', 'out', 'out-format', 'jobs', 'previous', 'version', 'help'])
      expect(stdout).toContain(`--${option} `)
  })

  it('says that --previous is not used yet, and checks all the same', async () => {
    expect(await run('--previous', 'good', 'good')).toMatchObject({
      status: 0,
      stderr: '跨年核对暂未提供，--previous 给出的报告没有使用，只核对了各份报告自身。\n',
    })
  })

  it('takes paths from where npm was called, if npm runs our own script', async () => {
    const npm = {
      INIT_CWD: box.at('good'),
      npm_lifecycle_event: 'check',
      npm_package_name: manifest.name,
    }
    const cwd = box.path
    const { reports } = await runForJson(['a.txt'], { cwd, env: npm })
    expect(inShort(reports)).toEqual(['a.txt checked'])
    const other = { ...npm, npm_package_name: 'other' }
    expect(inShort((await runForJson(['a.txt'], { cwd, env: other })).reports)).toEqual([
      'a.txt not-found',
    ])
  })
})

describe('standard output', () => {
  it('ends quietly when its reader has gone', async () => {
    for (let index = 0; index < 40; index += 1)
      box.put(`many/${index}.txt`, asText(goodReport(index)))
    const outcome = await runCommand(['--format', 'ndjson', '--jobs', '2', 'many'], {
      cwd: box.path,
      onOutput: (_, child) => child.stdout.destroy(),
    })
    expect(outcome).toMatchObject({ status: 141, stderr: '' })
  })

  it('is a complete document for a batch in which nothing could be read', async () => {
    const { stdout } = await run('--format', 'json', 'none')
    expect(inShort(parseDocument(stdout))).toEqual(['none not-found'])
  })
})
