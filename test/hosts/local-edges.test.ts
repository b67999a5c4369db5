import { describe, expect, it } from 'vitest'
import type { ProgramEnd, RunProgram } from '../../main/hosts/local/run-program.ts'
import { runProgram } from '../../main/hosts/local/run-program.ts'
import { createSystemDialog } from '../../main/hosts/local/system-dialog.ts'

type Ran = readonly [program: string, args: readonly string[]]

/** Programs that end as told, and what they were started with. */
function programs(answer: (program: string, args: readonly string[]) => ProgramEnd) {
  const ran: Ran[] = []
  const run: RunProgram = async (program, args) => {
    ran.push([program, args])
    return answer(program, args)
  }
  return { ran, run }
}

const MISSING: ProgramEnd = { kind: 'missing' }
const ended = (status: number, stdout = ''): ProgramEnd => ({ kind: 'ended', status, stdout })

describe('the system’s dialog', () => {
  const dialogOf = (run: RunProgram, platform: NodeJS.Platform = 'linux', hasDisplay = true) =>
    createSystemDialog({ platform, hasDisplay, run, signal: new AbortController().signal })

  it('gives the paths that were chosen, also with blanks and Chinese in them', async () => {
    const { ran, run } = programs(() => ended(0, '/in/甲 镇.docx\n/in/b.pdf\n'))
    expect(await dialogOf(run)('files')).toEqual(['/in/甲 镇.docx', '/in/b.pdf'])
    expect(ran).toEqual([['zenity', expect.arrayContaining(['--file-selection', '--multiple'])]])
  })

  it('is that of the other desktop where the first is not installed or does not work', async () => {
    const { ran, run } = programs((program) => (program === 'zenity' ? MISSING : ended(0, '/in\n')))
    expect(await dialogOf(run)('folder')).toEqual(['/in'])
    expect(ran.map(([program]) => program)).toEqual(['zenity', 'kdialog'])
    const failing = programs((program) => (program === 'zenity' ? ended(255) : ended(1)))
    expect(await dialogOf(failing.run)('files')).toEqual({ kind: 'cancelled' })
  })

  it('is unavailable without a program for it, and nothing is started without a display', async () => {
    expect(await dialogOf(programs(() => MISSING).run)('files')).toEqual({ kind: 'unavailable' })
    const { ran, run } = programs(() => ended(0, '/in'))
    expect(await dialogOf(run, 'linux', false)('files')).toEqual({ kind: 'unavailable' })
    expect(ran).toEqual([])
  })

  it('is cancelled when a person closes it', async () => {
    expect(await dialogOf(programs(() => ended(1)).run)('files')).toEqual({ kind: 'cancelled' })
  })

  it('is open once at a time', async () => {
    let close = (_end: ProgramEnd) => {}
    const dialog = dialogOf(
      () =>
        new Promise((resolve) => {
          close = resolve
        }),
    )
    const first = dialog('files')
    expect(await dialog('files')).toEqual({ kind: 'cancelled' })
    close(ended(0, '/in/a.docx\n'))
    expect(await first).toEqual(['/in/a.docx'])
  })

  it('is PowerShell’s on Windows, its script free of quoting', async () => {
    const { ran, run } = programs(() => ended(1))
    await dialogOf(run, 'win32')('files')
    await dialogOf(run, 'win32')('folder')
    const scripts = ran.map(([, args]) =>
      Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le'),
    )
    expect(ran.map(([program]) => program)).toEqual(['powershell.exe', 'powershell.exe'])
    expect(scripts[0]).toContain('OpenFileDialog')
    expect(scripts[0]).toContain('*.docx;*.doc;*.wps;*.pdf')
    expect(scripts[1]).toContain('FolderBrowserDialog')
  })

  it('is AppleScript’s on a Mac', async () => {
    const { ran, run } = programs(() => ended(0, '/in/a.docx\n/in/b.docx\n\n'))
    expect(await dialogOf(run, 'darwin')('files')).toEqual(['/in/a.docx', '/in/b.docx'])
    expect(ran[0]?.[0]).toBe('/usr/bin/osascript')
  })
})

describe('a program of the system', () => {
  it('gives what it printed and how it ended', async () => {
    const node = (script: string) => runProgram(process.execPath, ['-e', script])
    expect(await node('process.stdout.write("甲")')).toEqual(ended(0, '甲'))
    expect(await node('process.exit(5)')).toEqual(ended(5))
  })

  it('that is missing is told from one that fails', async () => {
    expect(await runProgram('/no/such/program', [])).toEqual(MISSING)
  })

  it('is ended when its time is over or nobody wants it any more', async () => {
    const forever = ['-e', 'setInterval(() => {}, 1000)']
    expect(await runProgram(process.execPath, forever, { timeout: 300 })).toMatchObject({
      kind: 'ended',
      status: null,
    })
    const ending = new AbortController()
    setTimeout(() => ending.abort(), 300)
    expect(await runProgram(process.execPath, forever, { signal: ending.signal })).toMatchObject({
      kind: 'ended',
    })
  })
})
