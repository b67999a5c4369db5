import { describe, expect, it } from 'vitest'
import { buildDoc } from '../../../test/builders/doc.ts'
import { uint16, uint32 } from '../../../test/builders/doc-pages.ts'
import { docCell, docLine, docRow, drawDoc, readDoc } from '../../../test/builders/doc-reading.ts'
import { inTable, property } from '../../../test/builders/doc-rows.ts'
import { outline, paragraphsOf } from '../../../test/builders/docx-reading.ts'
import { viewResult } from '../../../test/builders/read-result.ts'
import { docReader } from './doc-reader.ts'

const DELETED = property(0x0800, 1)
const INSERTED = property(0x0801, 1)
const HIDDEN = property(0x083c, 1)
const SPECIAL = property(0x0855, 1)
const NOTHING = new Uint8Array()

const special = (text: string) => ({ text, properties: SPECIAL })

async function linesOf(...lines: Parameters<typeof docLine>[0][]): Promise<readonly string[]> {
  return paragraphsOf(await readDoc({ paragraphs: lines.map((line) => docLine(line)) }))
}

describe('text', () => {
  it('is read from pieces of one and of two bytes, in any order', async () => {
    const paragraphs = [docLine('第1段 A–B'), docLine('２段'), docLine('end')]
    const pieces = [
      { length: 1 },
      { length: 1, isOneByte: true },
      { length: 9 },
      { length: 1, isOneByte: true },
    ]
    for (const pieceOrder of [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
      [2, 3, 1, 0],
    ]) {
      const document = await readDoc({ paragraphs, pieces, pieceOrder })
      expect(paragraphsOf(document)).toEqual(['第1段 A–B', '２段', 'end'])
    }
  })

  it('has tabs, line breaks and hyphens as they look', async () => {
    expect(await linesOf('a\tb\vc\u001ed\u001fe')).toEqual(['a\tb\nc-de'])
  })

  it('of one byte is in code page 1252', async () => {
    const paragraphs = [docLine('\u0093x\u0094')]
    const document = await readDoc({ paragraphs, pieces: [{ length: 0, isOneByte: true }] })
    expect(paragraphsOf(document)).toEqual(['“x”'])
  })

  it('of footnotes, headers and comments is left out', async () => {
    const document = await readDoc({
      paragraphs: [docLine([{ text: '正文' }, special('\u0002\u0005')])],
      stories: {
        footnotes: [docLine('脚注')],
        headers: [docLine('页眉')],
        comments: [docLine('批注')],
      },
    })
    expect(paragraphsOf(document)).toEqual(['正文'])
    expect(document.notes).toEqual([{ kind: 'comments', count: 1 }])
  })

  it('keeps the results of fields and drops their instructions', async () => {
    const field = [
      special('\u0013'),
      { text: ' PAGE ' },
      special('\u0014'),
      { text: '3' },
      special('\u0015'),
    ]
    expect(await linesOf([{ text: '第' }, ...field, { text: '页' }])).toEqual(['第3页'])
  })

  it('shows symbols by their font', async () => {
    const symbol = (font: number) => Buffer.concat([uint16(0x6a09, font, 0xf0fe), SPECIAL])
    const paragraphs = [docLine([{ text: '(', properties: symbol(1) }, { text: '(是)' }])]
    const document = await readDoc({ paragraphs, fonts: ['宋体', 'Wingdings'] })
    expect(paragraphsOf(document)).toEqual(['☑(是)'])
  })
})

describe('tracked changes', () => {
  it('are read as if accepted, and counted', async () => {
    const line = [
      { text: '甲' },
      { text: '乙', properties: INSERTED },
      { text: '丙', properties: DELETED },
      { text: '丁' },
    ]
    const document = await readDoc({ paragraphs: [docLine(line)] })
    expect(paragraphsOf(document)).toEqual(['甲乙丁'])
    expect(document.notes).toEqual([{ kind: 'revisions', count: 2 }])
  })

  it('join paragraphs whose mark is deleted', async () => {
    const paragraphs = [{ ...docLine('上'), markProperties: DELETED }, docLine('下')]
    expect(paragraphsOf(await readDoc({ paragraphs }))).toEqual(['上下'])
  })

  it('keep the doubt of a paragraph whose mark is deleted', async () => {
    const hidden = [{ text: '1' }, { text: '9', properties: HIDDEN }]
    const line = { ...docLine(hidden), properties: inTable(), markProperties: DELETED }
    expect(await drawDoc(line, ...docRow(['2', '3']))).toEqual([['12?|3']])
  })

  it('take a deleted row away', async () => {
    const gone = docRow(['3', '4']).map((one) => ({ ...one, markProperties: DELETED }))
    expect(await drawDoc(...docRow(['1', '2']), ...gone)).toEqual([['1|2']])
  })
})

describe('hidden text', () => {
  it('is left out and counted, and a cell that held some is in doubt', async () => {
    const text = [{ text: '1' }, { text: '9', properties: HIDDEN }]
    const document = await readDoc({ paragraphs: [docLine(text), ...docRow([text, '2'])] })
    expect(outline(document)).toEqual(['1', ['1?|2']])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 2 }])
  })

  it('may be hidden by its style, and shown again by its own formatting', async () => {
    const styles = new Map([
      [0, { name: 'Normal', builtIn: 0 }],
      [15, { name: '隐', builtIn: 4094, character: HIDDEN }],
    ])
    const shown = { text: '显', properties: property(0x083c, 0x81) }
    const paragraphs = [{ ...docLine([{ text: '隐' }, shown]), style: 15 }]
    expect(paragraphsOf(await readDoc({ paragraphs, styles }))).toEqual(['显'])
  })

  it('may be hidden by the piece it stands in', async () => {
    const pieces = [{ length: 1 }, { length: 1, changes: HIDDEN }, { length: 0 }]
    const document = await readDoc({ paragraphs: [docLine('甲乙丙')], pieces })
    expect(paragraphsOf(document)).toEqual(['甲丙'])
  })
})

describe('a cell is in doubt', () => {
  it.each([
    ['beside a raised number', [{ text: '1' }, { text: '2', properties: property(0x2a48, 1) }]],
    [
      'beside a number raised by a measure',
      [{ text: '1' }, { text: '2', properties: Buffer.concat([uint16(0x4845, 6)]) }],
    ],
    ['beside text as small as dust', [{ text: '1' }, { text: '2', properties: uint16(0x4a43, 2) }]],
    [
      'with white figures',
      [{ text: '1', properties: Buffer.concat([uint16(0x6870), uint32(0xffffff)]) }],
    ],
    ['with white figures of old', [{ text: '1', properties: property(0x2a42, 8) }]],
    ['with struck text', [{ text: '1', properties: property(0x0837, 1) }]],
    ['with a picture', [{ text: '1' }, special('\u0001')]],
    [
      'with a sign of an unknown font',
      [{ text: '(', properties: Buffer.concat([uint16(0x6a09, 0, 0xf041), SPECIAL]) }],
    ],
    ['with a control character', [{ text: '1\u0006' }]],
    ['with half a character', [{ text: '1\ud842' }]],
    ['with what is no character', [{ text: '1\uffff' }]],
    [
      'with a field that computes what it shows',
      [special('\u0013'), { text: 'EQ \\o(○,1)' }, special('\u0015')],
    ],
    [
      'with a drop-down field',
      [special('\u0013'), { text: ' FORMDROPDOWN ' }, special('\u0014\u0015')],
    ],
    [
      'with a field that never comes to its result',
      [{ text: '1' }, special('\u0013'), { text: '2' }],
    ],
    ['with the end of a field that never began', [{ text: '1' }, special('\u0015')]],
  ])('%s', async (_, spans) => {
    const [row] = await drawDoc(...docRow([spans, '2']))
    expect(row).toEqual([expect.stringMatching(/^.*\?\|2$/s)])
  })

  it('but not with a field whose result is there, or a mark for an index', async () => {
    const field = [
      special('\u0013'),
      { text: ' =SUM(ABOVE) ' },
      special('\u0014'),
      { text: '12' },
      special('\u0015'),
    ]
    const index = [special('\u0013'), { text: ' XE "a" ' }, special('\u0015')]
    expect(await drawDoc(...docRow([[...field, ...index], '2']))).toEqual([['12|2']])
  })
})

describe('headings and numbers', () => {
  const numbered = (list: number) => Buffer.concat([property(0x260a, 0), property(0x460b, list, 0)])
  const lists = [
    { start: 1, format: 39, text: '\0、' },
    { start: 3, format: 0, text: '(\0)' },
  ]

  it('are told by styles and by outline levels', async () => {
    const styles = new Map([
      [0, { name: 'Normal', builtIn: 0 }],
      [2, { name: 'heading 2', builtIn: 2 }],
    ])
    const paragraphs = [
      { ...docLine('甲'), style: 2 },
      docLine('乙', property(0x2640, 0)),
      docLine('丙'),
    ]
    const levels = (await readDoc({ paragraphs, styles })).blocks.map((block) =>
      block.kind === 'paragraph' ? block.level : undefined,
    )
    expect(levels).toEqual([2, 1, 0])
  })

  it('are counted as Word prints them, also in cells', async () => {
    const cell = (text: string) => ({
      ...docCell(text),
      properties: Buffer.concat([inTable(), numbered(2)]),
    })
    const paragraphs = [
      docLine('总体情况', numbered(1)),
      docLine('正文'),
      docLine('主动公开', numbered(1)),
      cell('甲'),
      ...docRow(['1'], [1000, 2000]),
      cell('乙'),
      ...docRow(['2'], [1000, 2000]),
    ]
    expect(outline(await readDoc({ paragraphs, lists })).at(-1)).toEqual(['(3)甲|1', '(4)乙|2'])
    expect(paragraphsOf(await readDoc({ paragraphs, lists }))).toEqual([
      '一、总体情况',
      '正文',
      '二、主动公开',
    ])
  })

  it('show no characters that no text has', async () => {
    const odd = [{ start: 1, format: 0, text: '\0\u000e、\ud842' }]
    const [line] = (await readDoc({ paragraphs: [docLine('甲', numbered(1))], lists: odd })).blocks
    expect(line).toMatchObject({ numbering: '1\ufffd、\ufffd' })
  })

  it('may come from the style', async () => {
    const styles = new Map([
      [0, { name: 'Normal', builtIn: 0 }],
      [1, { name: 'heading 1', builtIn: 1, paragraph: numbered(1) }],
    ])
    const paragraphs = [
      { ...docLine('甲'), style: 1 },
      { ...docLine('乙', property(0x460b, 0, 0)), style: 1 },
    ]
    expect(paragraphsOf(await readDoc({ paragraphs, styles, lists }))).toEqual(['一、甲', '乙'])
  })
})

it('shows every cell and paragraph by its id', async () => {
  const paragraphs = [docLine('甲', NOTHING), ...docRow(['1', '2'])]
  const view = await viewResult(docReader, buildDoc({ paragraphs }))
  expect(view).toMatchObject({ ok: true, value: expect.stringMatching(/id="p0".*id="t0-r0-c1"/s) })
})
