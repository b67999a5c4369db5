import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { toGb18030 } from '../../test/builders/encode-text.ts'
import { buildZip, type ZipPart } from '../../test/builders/zip.ts'
import { type InsidePath, openReportArchive, readInside } from './report-archive.ts'
import { inMemory } from './zip-source.ts'

const EXTENSIONS = ['docx', 'txt']

const text = (name: string, content = name): ZipPart => ({ name, content })

/** The paths of the reports with what stands in them, or the error; `a.zip › b.txt` for one in a zip in the zip. */
async function listed(...parts: readonly ZipPart[]): Promise<unknown> {
  return readingOf(buildZip(parts))
}

async function readingOf(zip: Uint8Array): Promise<unknown> {
  const opened = await openReportArchive(inMemory(zip), EXTENSIONS)
  if (!opened.ok) return opened.error
  if (opened.value.kind === 'document') return 'a document'
  const shown: Record<string, unknown> = {}
  for (const report of opened.value.reports) {
    const path = report.inside.join(' › ')
    if ('error' in report) shown[path] = report.error
    else {
      const read = await report.read()
      shown[path] = read.ok ? Buffer.from(read.value).toString() : read.error
      expect(await readInside(inMemory(zip), report.inside)).toEqual(read)
    }
  }
  return shown
}

/** The paths alone; a zip that is none of reports fails the test. */
async function pathsIn(zip: Uint8Array): Promise<readonly InsidePath[]> {
  const opened = await openReportArchive(inMemory(zip), EXTENSIONS)
  if (!opened.ok || opened.value.kind === 'document') throw new Error(JSON.stringify(opened))
  return opened.value.reports.map(({ inside }) => inside)
}

const zipPart = (name: string, ...parts: readonly ZipPart[]): ZipPart => ({
  name,
  content: buildZip(parts),
})

describe('a zip of reports', () => {
  it('gives the files that are reports in a folder too, by their paths', async () => {
    expect(
      await listed(
        text('镇/b.txt'),
        text('镇/a.docx'),
        text('A.TXT'),
        text('章.png'),
        text('.a.txt'),
        text('镇/~$a.docx'),
        text('镇/a.docx.tmp'),
        text('__MACOSX/镇/._a.docx'),
        text('.git/a.txt'),
        { name: '空/', content: '', stored: true },
      ),
    ).toEqual({ 'A.TXT': 'A.TXT', '镇/a.docx': '镇/a.docx', '镇/b.txt': '镇/b.txt' })
  })

  it('may hold none', async () => {
    expect(await listed(text('章.png'))).toEqual({ code: 'not-a-report' })
    expect(await listed()).toEqual({ code: 'not-a-report' })
  })

  it('may hold zips, whose reports count as its own', async () => {
    expect(await listed(zipPart('乙.zip', text('b.txt'), text('a.png')), text('甲.txt'))).toEqual({
      '乙.zip › b.txt': 'b.txt',
      '甲.txt': '甲.txt',
    })
  })

  it('names a zip three deep, one without reports and one that is damaged, and goes on', async () => {
    const damaged = { name: 'c.zip', content: buildZip([text('c.txt')]).subarray(0, -30) }
    expect(
      await listed(
        zipPart('a.zip', zipPart('x.zip', text('x.txt')), text('a.txt')),
        zipPart('b.zip', text('b.png')),
        damaged,
        text('d.txt'),
      ),
    ).toEqual({
      'a.zip › a.txt': 'a.txt',
      'a.zip › x.zip': { code: 'too-large', limit: 'nesting' },
      'b.zip': { code: 'not-a-report' },
      'c.zip': { code: 'damaged', reason: 'broken' },
      'd.txt': 'd.txt',
    })
  })

  it('does not unpack documents that are zips themselves, whatever they are called', async () => {
    const document = [text('[Content_Types].xml'), text('word/document.xml')]
    const ofd = [text('OFD.xml')]
    const zip = buildZip([
      zipPart('a.docx', ...document),
      zipPart('b.zip', ...document),
      zipPart('c.zip', ...ofd),
      text('d.zip', 'no zip'),
    ])
    expect(await pathsIn(zip)).toEqual([['a.docx'], ['b.zip'], ['c.zip'], ['d.zip']])
  })

  it('says of one bad entry what is wrong, and reads the others', async () => {
    expect(
      await listed(
        { ...text('a.txt'), declaredCrc: 1 },
        { ...text('b.txt'), method: 99 },
        text('c.txt'),
      ),
    ).toEqual({
      'a.txt': { code: 'damaged', reason: 'broken' },
      'b.txt': { code: 'damaged', reason: 'broken' },
      'c.txt': 'c.txt',
    })
  })
})

describe('names', () => {
  const gbk = (name: string): ZipPart => ({ name, content: '', nameBytes: toGb18030(name) })
  const names = async (...parts: readonly ZipPart[]): Promise<readonly string[]> =>
    (await pathsIn(buildZip(parts))).flat()

  /** Info-ZIP's field with the name in UTF-8, for the name of these bytes. */
  function unicodePath(name: string, raw: Uint8Array): Uint8Array {
    const utf8 = Buffer.from(name)
    const field = Buffer.alloc(9)
    field.writeUInt16LE(0x7075, 0)
    field.writeUInt16LE(5 + utf8.length, 2)
    field.writeUInt8(1, 4)
    field.writeUInt32LE(crc32(raw), 5)
    return Buffer.concat([field, utf8])
  }

  it('are in GBK where Chinese Windows packed them, and in UTF-8 with or without the flag', async () => {
    const unmarked = { ...text('清水镇.txt'), nameBytes: Buffer.from('清水镇.txt') }
    expect(await names(gbk('大演乡/年报.txt'))).toEqual(['大演乡/年报.txt'])
    expect(await names(unmarked)).toEqual(['清水镇.txt'])
    expect(await names(text('清水镇.txt'))).toEqual(['清水镇.txt'])
  })

  it('keep characters whose second byte in GBK is a backslash, and take backslashes for slashes', async () => {
    const rare = { ...text('乗.txt'), nameBytes: Buffer.from([0x81, 0x5c, 0x2e, 0x74, 0x78, 0x74]) }
    const windows = { ...text('镇'), nameBytes: toGb18030('镇\\年报.txt') }
    expect(await names(rare)).toEqual([new TextDecoder('gbk').decode(rare.nameBytes)])
    expect(await names(windows)).toEqual(['镇/年报.txt'])
  })

  it('are those of the field that holds them in UTF-8, if it belongs to the entry', async () => {
    const raw = Buffer.from('???.txt')
    const named = { ...text('a'), nameBytes: raw, extra: unicodePath('年报.txt', raw) }
    const stale = { ...text('a'), nameBytes: raw, extra: unicodePath('年报.txt', Buffer.from('x')) }
    expect(await names(named)).toEqual(['年报.txt'])
    expect(await names(stale)).toEqual(['???.txt'])
  })

  it('that are text in no encoding stay apart', async () => {
    const odd = (byte: number) => ({
      ...text('x'),
      nameBytes: Buffer.from([0xff, byte, 0x2e, 0x74, 0x78, 0x74]),
    })
    expect(await names(odd(0x80), odd(0x81))).toHaveLength(2)
  })
})

describe('what is refused as a whole', () => {
  it.each([
    ['an encrypted zip', [{ ...text('a.txt'), flags: 1 }], { code: 'encrypted' }],
    ['a path that leaves it', [text('../a.txt')], { code: 'damaged', reason: 'hostile' }],
    ['a drive of Windows', [text('C:\\a.txt')], { code: 'damaged', reason: 'hostile' }],
    [
      'two files of one name',
      [text('a.txt'), text('a.txt')],
      { code: 'damaged', reason: 'hostile' },
    ],
    [
      'reports of gigabytes',
      Array.from({ length: 30 }, (_, i) => ({ ...text(`${i}.txt`), declaredSize: 90_000_000 })),
      { code: 'too-large', limit: 'unpacked' },
    ],
    [
      'zips full of what nobody wants',
      ['a', 'b', 'c'].map((name) =>
        zipPart(`${name}.zip`, ...Array.from({ length: 4_000 }, (_, i) => text(`${i}.png`))),
      ),
      { code: 'too-large', limit: 'unpacked' },
    ],
  ])('is %s', async (_, parts, error) => {
    expect(await listed(...parts)).toEqual(error)
  })

  it('is a zip that is cut off', async () => {
    const zip = buildZip([text('a.txt')])
    expect(await readingOf(zip.subarray(0, -30))).toEqual({ code: 'damaged', reason: 'broken' })
  })

  it('is an entry that swells', async () => {
    const zeros = { name: 'a.txt', content: Buffer.alloc(90_000_000) }
    expect(await listed(zeros, text('b.txt'))).toEqual({
      'a.txt': { code: 'too-large', limit: 'unpacked' },
      'b.txt': 'b.txt',
    })
  })
})

describe('a document', () => {
  it.each([
    ['of Word', buildZip([text('[Content_Types].xml'), text('word/document.xml')])],
    ['of OpenDocument', buildZip([text('mimetype'), text('content.xml')])],
    ['that is no zip', Buffer.from('年报')],
    ['without a byte', new Uint8Array()],
  ])('%s is no zip of reports', async (_, bytes) => {
    expect(await readingOf(bytes)).toBe('a document')
  })
})

it('finds out that the zip was replaced between listing and reading', async () => {
  const zip = buildZip([zipPart('a.zip', text('a.txt'))])
  expect(await readInside(inMemory(zip), ['b.txt'])).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  expect(await readInside(inMemory(zip), ['a.zip', 'b.txt'])).toMatchObject({ ok: false })
  expect(await readInside(inMemory(buildZip([text('a.zip')])), ['a.zip', 'a.txt'])).toMatchObject({
    ok: false,
  })
})

it('never throws, whatever happened to the bytes', async () => {
  const zip = Buffer.from(buildZip([zipPart('a.zip', text('a.txt')), text('b.txt')]))
  for (let at = 0; at < zip.length; at += 1) {
    for (const by of [0x01, 0x80, 0xff]) {
      const changed = Buffer.from(zip)
      changed.writeUInt8(changed.readUInt8(at) ^ by, at)
      await expect(openReportArchive(inMemory(changed), EXTENSIONS)).resolves.toBeDefined()
      await expect(readInside(inMemory(changed), ['a.zip', 'a.txt'])).resolves.toBeDefined()
    }
    await expect(
      openReportArchive(inMemory(zip.subarray(0, at)), EXTENSIONS),
    ).resolves.toBeDefined()
  }
})
