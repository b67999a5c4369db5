import { expect, it } from 'vitest'
import { CALL_ARGUMENTS } from '../../shared/ipc/contract.ts'
import { toGb18030 } from '../../test/builders/encode-text.ts'
import { buildZip } from '../../test/builders/zip.ts'
import { FILE_SIZE_LIMIT } from '../work/limits.ts'
import { unpackArchive } from './unpack-archive.ts'

const report = (name: string) => ({ name, content: name })

it('gives the reports of a zip with their names and bytes', async () => {
  const inner = { name: 'b.zip', content: buildZip([report('b.txt')]) }
  const gbk = { ...report('甲镇/报告.docx'), nameBytes: toGb18030('甲镇/报告.docx') }
  const zip = buildZip([gbk, report('公章.png'), { ...report('c.txt'), declaredCrc: 1 }, inner])
  expect(await unpackArchive(zip)).toEqual({
    ok: true,
    value: {
      kind: 'reports',
      reports: [
        { name: 'b.zip/b.txt', content: { ok: true, value: Buffer.from('b.txt') } },
        {
          name: 'c.txt',
          content: { ok: false, error: { code: 'damaged', reason: 'broken' } },
        },
        { name: '甲镇/报告.docx', content: { ok: true, value: Buffer.from('甲镇/报告.docx') } },
      ],
    },
  })
})

it('leaves a document whole that is a zip itself, or none', async () => {
  const word = buildZip([report('[Content_Types].xml'), report('word/document.xml')])
  const document = { ok: true, value: { kind: 'document' } }
  expect(await unpackArchive(word)).toEqual(document)
  expect(await unpackArchive(Buffer.from('年报'))).toEqual(document)
})

it('says why there are no reports', async () => {
  const locked = buildZip([{ ...report('a.txt'), flags: 1 }])
  expect(await unpackArchive(locked)).toEqual({ ok: false, error: { code: 'encrypted' } })
  expect(await unpackArchive(buildZip([report('公章.png')]))).toEqual({
    ok: false,
    error: { code: 'not-a-report' },
  })
})

it('unpacks no more than the desk can take at once', async () => {
  const zip = buildZip(['a.txt', 'b.txt', 'c.txt'].map(report))
  const unpacked = await unpackArchive(zip, 10)
  if (!unpacked.ok || unpacked.value.kind !== 'reports') throw new Error('not unpacked')
  expect(unpacked.value.reports.map(({ content }) => content)).toEqual([
    { ok: true, value: Buffer.from('a.txt') },
    { ok: true, value: Buffer.from('b.txt') },
    { ok: false, error: { code: 'too-large', limit: 'unpacked' } },
  ])
  expect(await unpackArchive(new Uint8Array(FILE_SIZE_LIMIT + 1))).toEqual({
    ok: false,
    error: { code: 'too-large', limit: 'file' },
  })
})

it('gives no name that the desk could not ask for', async () => {
  const zip = buildZip([report(`${'长'.repeat(2000)}.txt`)])
  const unpacked = await unpackArchive(zip)
  if (!unpacked.ok || unpacked.value.kind !== 'reports') throw new Error('not unpacked')
  const name = `batch.zip/${unpacked.value.reports[0]?.name}`
  const request = { id: 'a', name, bytes: new Uint8Array() }
  expect(name).toMatch(/长\.txt$/)
  expect(CALL_ARGUMENTS['report:read'].safeParse([request]).success).toBe(true)
})
