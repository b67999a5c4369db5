import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORDINARY_USER } from './ordinary-user.ts'
import { inShort, runForJson } from './report-json.ts'
import { runCommand } from './run-command.ts'
import { asDocx, asText, goodReport, wrongReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let box: Sandbox

beforeEach(() => {
  box = createSandbox()
})

afterEach(() => box.remove())

const run = (...args: readonly string[]) => runCommand(args, { cwd: box.path })
const read = (name: string) => readFileSync(box.at(name), 'utf8')

describe('--out', () => {
  it('writes a checklist for each file and a summary, into a folder that need not be there', async () => {
    box.put('in/a.docx', asDocx(goodReport()))
    box.put('in/b.txt', asText(wrongReport()))
    box.put('in/c.pdf', '')
    const outcome = await run('--out', 'out/new', 'in')
    expect(outcome.status).toBe(2)
    expect(readdirSync(box.at('out/new'))).toEqual([
      'a.docx.html',
      'b.txt.html',
      'c.pdf.html',
      'index.html',
    ])
    expect(read('out/new/a.docx.html')).toContain('未发现问题')
    expect(read('out/new/b.txt.html')).toContain('需修改')
    expect(read('out/new/c.pdf.html')).toContain('读不了')
    expect(read('out/new/index.html')).toMatch(
      /in\/a\.docx.*in\/b\.txt.*读不了的文件（共 1 份，没有核对）.*in\/c\.pdf/s,
    )
  })

  it('does not change what goes to standard output', async () => {
    box.put('in/a.docx', asDocx(wrongReport()))
    const without = await run('--format', 'json', 'in')
    expect(await run('--format', 'json', '--out', 'out', 'in')).toEqual(without)
  })

  it('keeps files of the same name from different folders apart', async () => {
    box.put('x/年报.txt', asText(goodReport()))
    box.put('y/年报.txt', asText(wrongReport()))
    await run('--out', 'out', 'x', 'y')
    expect(readdirSync(box.at('out')).sort()).toEqual([
      'index.html',
      '年报 (2).txt.html',
      '年报.txt.html',
    ])
    expect(read('out/年报 (2).txt.html')).toContain('y/年报.txt')
  })

  it('may be the folder of the reports: a second run does not take the checklists for reports', async () => {
    box.put('in/a.txt', asText(goodReport()))
    await run('--out', 'in', 'in')
    const { reports } = await runForJson(['--out', 'in', 'in'], { cwd: box.path })
    expect(inShort(reports)).toEqual(['in/a.txt checked'])
  })

  it('never writes over a file that is not its own', async () => {
    box.put('in/index.html', asText(goodReport()))
    const outcome = await run('--out', 'in', 'in/index.html')
    expect(outcome.status).toBe(2)
    expect(outcome.stderr).toBe(
      'in/index.html 已经存在，而且不是本程序写的，没有覆盖它；请用 --out 另给一个文件夹。\n',
    )
    expect(read('in/index.html')).toBe(new TextDecoder().decode(asText(goodReport())))
  })

  it('says so, and checks nothing, where it is a file', async () => {
    box.put('a.txt', asText(goodReport()))
    expect(await run('--out', 'a.txt', 'a.txt')).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: 'a.txt 不是文件夹，不能把更正清单写在里面。\n',
    })
  })

  it.skipIf(process.platform === 'win32')('says so where it cannot be written to', async () => {
    box.put('a.txt', asText(goodReport()))
    mkdirSync(box.at('out'))
    chmodSync(box.at('out'), 0o555)
    const outcome = await runCommand(['--out', 'out', 'a.txt'], {
      cwd: box.path,
      uid: ORDINARY_USER,
    })
    expect(outcome).toMatchObject({
      status: 2,
      stdout: '',
      stderr: '没有权限写入 out，请另给一个文件夹。\n',
    })
  })

  it('makes no folder where there is nothing to check', async () => {
    mkdirSync(box.at('nothing'))
    expect((await run('--out', 'out', 'nothing')).status).toBe(2)
    expect(readdirSync(box.path)).toEqual(['nothing'])
  })
})
