import { readFileSync, renameSync, statSync, symlinkSync, unlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../test/cli/sandbox.ts'
import { createFiles, type Pick } from './files.ts'
import { openHandedOut } from './handed-out.ts'
import { openOriginal } from './original.ts'
import { listSamples } from './samples.ts'

let box: Sandbox

beforeEach(() => {
  box = createSandbox()
})

afterEach(() => box.remove())

const handedOut = () => openHandedOut(box.at('data/handed-out.jsonl'))

const filesWith = async (pick: Pick = async () => ({ kind: 'unavailable' })) =>
  createFiles(await handedOut(), pick)

const NO_ACCESS = { ok: false, error: { code: 'no-access' } }

describe('a file', () => {
  it('is read after it was handed out, and no other is', async () => {
    box.put('in/a.txt', '甲')
    box.put('in/b.txt', '乙')
    const files = await filesWith()
    expect(await files.adopt([box.at('in/a.txt')])).toEqual([
      { path: box.at('in/a.txt'), name: 'a.txt', size: 3 },
    ])
    expect(await files.read(box.at('in/a.txt'))).toEqual({
      ok: true,
      value: {
        name: 'a.txt',
        bytes: Buffer.from('甲'),
        modified: statSync(box.at('in/a.txt')).mtimeMs,
      },
    })
    for (const path of ['in/b.txt', 'in', 'data/handed-out.jsonl'])
      expect(await files.read(box.at(path))).toEqual(NO_ACCESS)
    for (const path of [`${box.path}/in/../in/a.txt`, 'in/a.txt', 'a.txt', ''])
      expect(await files.read(path)).toEqual(NO_ACCESS)
  })

  it('that was handed out is still known after a restart', async () => {
    box.put('a.txt', '甲')
    await (await filesWith()).adopt([box.at('a.txt')])
    // A run that was ended in the middle of writing leaves half a line.
    const kept = readFileSync(box.at('data/handed-out.jsonl'), 'utf8')
    box.put('data/handed-out.jsonl', `${kept}"/ha`)
    expect(await (await filesWith()).read(box.at('a.txt'))).toMatchObject({ ok: true })
    expect(readFileSync(box.at('data/handed-out.jsonl'), 'utf8')).toBe(kept)
  })

  it.skipIf(process.platform === 'win32')('list is for this user only', async () => {
    box.put('a.txt', '甲')
    await (await filesWith()).adopt([box.at('a.txt')])
    expect(statSync(box.at('data/handed-out.jsonl')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')(
    'is read under its real path, and not where a link has taken its place',
    async () => {
      box.put('in/a.txt', '甲')
      box.put('secret.txt', 'secret')
      symlinkSync(box.at('in/a.txt'), box.at('link.txt'))
      const files = await filesWith()
      expect(await files.adopt([box.at('link.txt')])).toEqual([
        { path: box.at('in/a.txt'), name: 'link.txt', size: 3 },
      ])
      unlinkSync(box.at('in/a.txt'))
      symlinkSync(box.at('secret.txt'), box.at('in/a.txt'))
      expect(await files.read(box.at('in/a.txt'))).toEqual(NO_ACCESS)
    },
  )

  it('that was saved under another name and renamed is the same file', async () => {
    box.put('a.txt', '甲')
    const files = await filesWith()
    await files.adopt([box.at('a.txt')])
    box.put('new.tmp', '乙乙')
    renameSync(box.at('new.tmp'), box.at('a.txt'))
    expect(await files.read(box.at('a.txt'))).toMatchObject({
      value: { bytes: Buffer.from('乙乙') },
    })
  })

  it('that is gone or too large says so', async () => {
    box.put('a.txt', '甲')
    box.put('large.txt', Buffer.alloc(101 * 1024 * 1024))
    const files = await filesWith()
    await files.adopt([box.at('a.txt'), box.at('large.txt')])
    unlinkSync(box.at('a.txt'))
    expect(await files.read(box.at('a.txt'))).toEqual({ ok: false, error: { code: 'not-found' } })
    expect(await files.read(box.at('large.txt'))).toEqual({
      ok: false,
      error: { code: 'too-large', limit: 'file' },
    })
  })
})

describe('what is picked', () => {
  it('is handed out: files as they are, of folders the reports and zips of reports', async () => {
    const inside = ['a.docx', 'deep/b.pdf', '~$a.docx', 'c.exe', 'e.ZIP']
    for (const name of [...inside.map((one) => `in/${one}`), 'd.zip']) box.put(name, 'x')
    const files = await filesWith(async () => [box.at('in'), box.at('d.zip'), box.at('gone.txt')])
    expect(await files.pick('files')).toEqual({
      kind: 'picked',
      files: [
        { path: box.at('in/a.docx'), name: 'a.docx', size: 1 },
        { path: box.at('in/deep/b.pdf'), name: 'b.pdf', size: 1 },
        { path: box.at('in/e.ZIP'), name: 'e.ZIP', size: 1 },
        { path: box.at('d.zip'), name: 'd.zip', size: 1 },
        // Reading it says that it is not there; left out it would be lost in silence.
        { path: box.at('gone.txt'), name: 'gone.txt', size: 0 },
      ],
    })
    expect(await files.read(box.at('gone.txt'))).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('is nothing where the dialog was closed or there is none', async () => {
    const closed = await filesWith(async () => ({ kind: 'cancelled' }))
    expect(await closed.pick('files')).toEqual({ kind: 'cancelled' })
    expect(await (await filesWith()).pick('folder')).toEqual({ kind: 'unavailable' })
  })

  it.skipIf(process.platform !== 'linux')(
    'may have names that are no valid UTF-8, each its own file',
    async () => {
      const names = [0xb0, 0xb1].map((byte) =>
        Buffer.concat([Buffer.from(box.at('in/')), Buffer.from([byte]), Buffer.from('.txt')]),
      )
      box.put('in/z.txt', 'z')
      const { writeFileSync } = await import('node:fs')
      for (const [index, name] of names.entries()) writeFileSync(name, `${index}`)
      const files = await filesWith(async () => [box.at('in')])
      const picked = await files.pick('folder')
      if (picked.kind !== 'picked') throw new Error(picked.kind)
      const texts = await Promise.all(
        picked.files.map(async ({ path }) => {
          const content = await files.read(path)
          return content.ok ? Buffer.from(content.value.bytes).toString() : content.error.code
        }),
      )
      expect(texts.sort()).toEqual(['0', '1', 'z'])
    },
  )
})

describe('the original', () => {
  it('is opened only if it was handed out, is there, and is a document', async () => {
    for (const name of ['a.docx', 'b.docx', 'c.exe', 'd.desktop', 'e.pdf']) box.put(name, 'x')
    const known = await handedOut()
    await known.handOut(['a.docx', 'c.exe', 'd.desktop', 'e.pdf'].map(box.at))
    unlinkSync(box.at('e.pdf'))
    const opened: string[] = []
    const open = (name: string) =>
      openOriginal(box.at(name), known, async (path) => opened.push(path) > 0)
    expect(await open('a.docx')).toEqual({ ok: true, value: null })
    expect(await open('b.docx')).toEqual(NO_ACCESS)
    expect(await open('c.exe')).toEqual({ ok: false, error: { code: 'no-program' } })
    expect(await open('d.desktop')).toEqual({ ok: false, error: { code: 'no-program' } })
    expect(await open('e.pdf')).toEqual({ ok: false, error: { code: 'not-found' } })
    expect(opened).toEqual([box.at('a.docx')])
    expect(await openOriginal(box.at('a.docx'), known, async () => false)).toEqual({
      ok: false,
      error: { code: 'no-program' },
    })
  })
})

describe('the samples', () => {
  it('are the reports in their folder, without its description', async () => {
    for (const name of ['README.md', 'b.docx', 'a.txt', 'notes.json']) box.put(name, name)
    const samples = await listSamples(box.path)
    expect(samples.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a.txt', 'a.txt'],
      ['b.docx', 'b.docx'],
    ])
  })

  it('are none where the folder is missing', async () => {
    expect(await listSamples(box.at('gone'))).toEqual([])
  })
})
