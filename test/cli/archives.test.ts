import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGb18030 } from '../builders/encode-text.ts'
import { buildZip, type ZipPart } from '../builders/zip.ts'
import { inShort, runForJson } from './report-json.ts'
import { asDocx, asHtml, asText, goodReport, wrongReport } from './samples.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let box: Sandbox

/** A file as Chinese Windows packs it: its name in GBK. */
const gbk = (name: string, content: Uint8Array): ZipPart => ({
  name,
  content,
  nameBytes: toGb18030(name),
})

beforeAll(() => {
  box = createSandbox()
  const inner = buildZip([
    gbk('丙镇.html', asHtml(goodReport(3))),
    { name: 'c.zip', content: buildZip([]) },
  ])
  box.put(
    'in/batch.zip',
    buildZip([
      gbk('乙镇/报告.docx', asDocx(wrongReport())),
      gbk('甲镇/报告.docx', asDocx(goodReport(1))),
      gbk('甲镇/~$报告.docx', new Uint8Array(10)),
      gbk('甲镇/公章.png', new Uint8Array(10)),
      { name: '__MACOSX/._a.docx', content: 'x' },
      { name: 'bad.docx', content: asDocx(goodReport(2)), declaredCrc: 1 },
      { name: 'inner.zip', content: inner },
    ]),
  )
  box.put('in/a.txt', asText(goodReport(2)))
  box.put('good.zip', buildZip([gbk('甲镇.docx', asDocx(goodReport(1)))]))
  box.put('word.zip', asDocx(goodReport(4)))
  box.put('photos.zip', buildZip([{ name: '公章.png', content: 'x' }]))
  box.put('locked.zip', buildZip([{ name: 'a.docx', content: 'x', flags: 1 }]))
  box.put('cut.zip', buildZip([{ name: 'a.docx', content: 'x' }]).subarray(0, -10))
})

afterAll(() => box.remove())

const run = (...args: readonly string[]) => runForJson(args, { cwd: box.path })

describe('a zip of reports', () => {
  it('is checked as the folder that it holds, also where it lies in a folder', async () => {
    const outcome = await run('in')
    expect(inShort(outcome.reports)).toEqual([
      'in/a.txt checked',
      'in/batch.zip/bad.docx damaged',
      'in/batch.zip/inner.zip/c.zip too-large',
      'in/batch.zip/inner.zip/丙镇.html checked',
      'in/batch.zip/乙镇/报告.docx checked',
      'in/batch.zip/甲镇/报告.docx checked',
    ])
    expect(outcome.status).toBe(2)
  })

  it('ends as its reports do', async () => {
    expect(await run('good.zip')).toMatchObject({ status: 0, stderr: '' })
  })

  it('is read as the document it is where it is one', async () => {
    const outcome = await run('word.zip')
    expect(inShort(outcome.reports)).toEqual(['word.zip checked'])
  })

  it.each([
    ['photos.zip', 'not-a-report'],
    ['locked.zip', 'encrypted'],
    ['cut.zip', 'damaged'],
    ['none.zip', 'not-found'],
  ])('gives one entry where nothing in it can be read: %s', async (name, code) => {
    const outcome = await run(name)
    expect(inShort(outcome.reports)).toEqual([`${name} ${code}`])
    expect(outcome.status).toBe(2)
  })
})
