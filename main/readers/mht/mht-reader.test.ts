import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from '../../../test/builders/docx-reading.ts'
import { toGb18030 } from '../../../test/builders/encode-text.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { randomReport } from '../../../test/builders/random-report.ts'
import { differences, readBack } from '../../../test/builders/read-back.ts'
import { readResult, viewResult } from '../../../test/builders/read-result.ts'
import { type MhtOptions, toMht } from '../../../test/builders/write-mht.ts'
import { readSource } from '../index.ts'
import { mhtReader } from './mht-reader.ts'

const BROKEN = { code: 'damaged', reason: 'broken' }

/** A part with this page in it; `head` are further lines of its head. */
const page = (text: string, ...head: readonly string[]): readonly string[] => [
  'Content-Type: text/html; charset="utf-8"',
  ...head,
  '',
  `<html><body><p>${text}</p></body></html>`,
]

function archive(type: string, ...parts: readonly (readonly string[])[]): Uint8Array {
  const inside = parts.flatMap((part) => ['--b', ...part])
  const head = ['MIME-Version: 1.0', `Content-Type: ${type}; boundary="b"`, '']
  return Buffer.from([...head, ...inside, '--b--', ''].join('\r\n'))
}

async function readingOf(bytes: Uint8Array): Promise<unknown> {
  const read = await readResult(mhtReader, bytes)
  return read.ok ? outline(read.value) : read.error
}

describe('a report', () => {
  const PROGRAMS: readonly MhtOptions[] = [
    { program: 'word', charset: 'gb2312' },
    { program: 'word', charset: 'unicode', transfer: 'base64' },
    { program: 'word', isSingle: true },
    { program: 'internet-explorer', charset: 'gb2312' },
    { program: 'internet-explorer', charset: 'gb2312', transfer: '8bit' },
    { program: 'chromium' },
    { program: 'chromium', transfer: '8bit' },
  ]

  it.each(PROGRAMS)('saved with %o is read cell for cell, whatever its name', async (options) => {
    for (const [seed, name] of ['年报.mht', '年报.doc', '年报.mhtml'].entries()) {
      const truth = randomReport(seed + 1)
      const { report } = await readBack({ name, bytes: toMht(printedReport(truth), options) })
      expect(differences(truth, report)).toEqual([])
    }
  })

  it('is shown as the page it is', async () => {
    expect(await viewResult(mhtReader, archive('multipart/related', page('年报')))).toEqual({
      ok: true,
      value: '<div><p id="n1">年报</p></div>',
    })
    const read = await readSource(toMht(printedReport(randomReport(1))), '年报.mht')
    expect(read).toMatchObject({ ok: true, value: { format: 'html' } })
  })
})

describe('the page of a web archive', () => {
  it('is the first HTML part, without those of headers and frames', async () => {
    const style = ['Content-Type: text/css', '', 'p {}']
    const bytes = archive('multipart/related', style, page('一'), page('二'))
    expect(await readingOf(bytes)).toEqual(['一'])
  })

  it('is the part that the archive says it starts with', async () => {
    const type = 'multipart/related; start="<main@x>"'
    const named = page('二', 'Content-ID: <main@x>')
    expect(await readingOf(archive(type, page('一'), named))).toEqual(['二'])
    expect(await readingOf(archive(type, page('一'), page('三')))).toEqual(['一'])
  })

  it('may stand beside its own plain text', async () => {
    const alternative = archive('multipart/alternative', ['', 'text'], page('一')).toString()
    const inner = alternative.replaceAll('--b', '--c').replace('"b"', '"c"')
    const bytes = archive('multipart/related', inner.split('\r\n'), page('二'))
    expect(await readingOf(bytes)).toEqual(['一'])
  })

  it('is in the encoding that its part names, before that of the page itself', async () => {
    const html = '<html><meta charset="big5"><p>年报</p></html>'
    const head = 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\n\r\n'
    const bytes = Buffer.concat([Buffer.from(head), toGb18030(html)])
    const read = await readResult(mhtReader, bytes)
    expect(read).toMatchObject({
      ok: true,
      value: { notes: [{ kind: 'encoding', label: 'GB18030', declared: true }] },
    })
    expect(await readingOf(bytes)).toEqual(['年报'])
  })
  it('is in the encoding that the page names where its part names none of text', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><meta charset="big5"><p>'),
      Buffer.from([0xa4, 0xe9, 0xa5, 0xbb]),
      Buffer.from('</p></html>'),
    ])
    const head = 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=us-ascii\r\n\r\n'
    expect(await readingOf(Buffer.concat([Buffer.from(head), html]))).toEqual(['日本'])
  })
})

describe('what is not read', () => {
  it('is an archive without a page, or with one that is only attached', async () => {
    const text = ['Content-Type: text/plain', '', '年报']
    const attached = page('一', 'Content-Disposition: attachment; filename="a.html"')
    expect(await readingOf(archive('multipart/related', text))).toEqual(BROKEN)
    expect(await readingOf(archive('multipart/mixed', text, attached))).toEqual(BROKEN)
    expect(await readingOf(Buffer.from('MIME-Version: 1.0\r\n\r\n年报'))).toEqual(BROKEN)
  })

  it('is an archive that ends within its page, but not one that ends behind it', async () => {
    const bytes = Buffer.from(archive('multipart/related', page('一'), page('二')))
    const end = bytes.indexOf('</html>')
    expect(await readingOf(bytes.subarray(0, end + 4))).toEqual(BROKEN)
    expect(await readingOf(bytes.subarray(0, end + '</html>'.length))).toEqual(['一'])
    expect(await readingOf(bytes.subarray(0, -20))).toEqual(['一'])
  })
})

it('never throws, whatever happened to the bytes', async () => {
  const whole = Buffer.from(toMht(printedReport(randomReport(1)), { charset: 'gb2312' }))
  const place = fc.nat({ max: whole.length - 1 })
  await fc.assert(
    fc.asyncProperty(place, fc.nat({ max: 4000 }), fc.boolean(), async (at, length, isCut) => {
      const rest = isCut ? Buffer.alloc(0) : whole.subarray(at + length)
      const damaged = Buffer.concat([whole.subarray(0, at), rest])
      await expect(mhtReader.open(damaged)).resolves.toBeDefined()
    }),
    { numRuns: 200, seed: 20_261_122 },
  )
})
