import { describe, expect, it } from 'vitest'
import { buildDoc, compoundFile, wordStreams } from '../../../test/builders/doc.ts'
import { docErrorOf, docLine } from '../../../test/builders/doc-reading.ts'
import { numberedReport } from '../../../test/builders/numbered-report.ts'
import { printedReport } from '../../../test/builders/printed-report.ts'
import { differences, readBack } from '../../../test/builders/read-back.ts'
import { type DocOptions, toDoc } from '../../../test/builders/write-doc.ts'

const LAYOUTS: readonly (readonly [string, DocOptions])[] = [
  ['as Word writes it', {}],
  ['with marked merged cells', { merges: 'marked' }],
  ['with automatic numbers', { autoNumbered: true }],
  ['with text of one and two bytes', { isMixed: true }],
  ['saved quickly', { isScattered: true }],
  ['with rows told in the Data stream', { hasDataRows: true }],
  ['with borders drawn by hand', { isDrawnByHand: true }],
  ['that ends early, as WPS leaves it', { hasShortEnd: true }],
  [
    'with all of it',
    {
      merges: 'marked',
      autoNumbered: true,
      isMixed: true,
      isScattered: true,
      hasDataRows: true,
      isDrawnByHand: true,
      hasShortEnd: true,
    },
  ],
]

describe.each(['2019', '2021'] as const)('a report of %s in a .doc', (edition) => {
  const truth = numberedReport(edition)

  it.each(LAYOUTS)('%s is read cell for cell', async (_, options) => {
    const bytes = toDoc(printedReport(truth), options)
    const { report } = await readBack({ name: '年报.doc', bytes })
    expect(differences(truth, report)).toEqual([])
  })

  it('named .wps is the same', async () => {
    const { report } = await readBack({ name: '年报.wps', bytes: toDoc(printedReport(truth)) })
    expect(differences(truth, report)).toEqual([])
  })
})

describe('a .doc that is not read', () => {
  const { word, table } = wordStreams({ paragraphs: [docLine('正文')] })
  const broken = { code: 'damaged', reason: 'broken' }
  const withWord = (change: (word: Buffer) => void, name = '1Table'): Uint8Array => {
    const changed = Buffer.from(word)
    change(changed)
    return compoundFile([
      ['WordDocument', changed],
      [name, table],
    ])
  }

  it.each([
    ['is encrypted', withWord((bytes) => bytes.writeUInt16LE(0x1300, 10)), { code: 'encrypted' }],
    [
      'is of Word 95',
      withWord((bytes) => bytes.writeUInt16LE(104, 2)),
      { code: 'unsupported-type', extension: 'doc' },
    ],
    ['has no table stream', withWord(() => undefined, '2Table'), broken],
    ['is no Word document inside', withWord((bytes) => bytes.fill(0, 0, 2)), broken],
    [
      'has text outside of it',
      withWord((bytes) => bytes.writeUInt32LE(2 ** 31 - 1, 154 + 8 * 33)),
      broken,
    ],
    [
      'has stories longer than its text',
      withWord((bytes) => bytes.writeUInt32LE(5000, 76)),
      broken,
    ],
    ['is no compound file', Buffer.alloc(2000), broken],
    ['is cut off', buildDoc({ paragraphs: [docLine('正文')] }).subarray(0, 1600), broken],
  ])('%s', async (_, bytes, error) => {
    expect(await docErrorOf(bytes)).toEqual(error)
  })

  it('says that its text is longer than that of any report', async () => {
    const changed = Buffer.from(table)
    const pieces = word.readUInt32LE(154 + 8 * 33)
    // Behind the mark, the length and the first position.
    changed.writeUInt32LE(2_000_000_000, pieces + 9)
    const bytes = compoundFile([
      ['WordDocument', word],
      ['1Table', changed],
    ])
    expect(await docErrorOf(bytes)).toEqual({ code: 'too-large', limit: 'unpacked' })
  })
})
