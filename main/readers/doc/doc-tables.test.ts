import { describe, expect, it } from 'vitest'
import { compoundFile, wordStreams } from '../../../test/builders/doc.ts'
import {
  docCell,
  docLine,
  docRow,
  docRowEnd,
  drawDoc,
  readDoc,
} from '../../../test/builders/doc-reading.ts'
import { inTable, property, rowEnd } from '../../../test/builders/doc-rows.ts'
import { draw, outline, tablesOf } from '../../../test/builders/docx-reading.ts'
import { readResult } from '../../../test/builders/read-result.ts'
import { docReader } from './doc-reader.ts'

const THREE = docRow(['7', '8', '9'])

describe('a table', () => {
  it('has its cells where their edges are', async () => {
    const drawn = await drawDoc(...THREE, ...docRow(['1', '2'], [2000, 3000]))
    expect(drawn).toEqual([['7|8|9', '1|<|2']])
  })

  it('begins further to the right where a row does', async () => {
    const drawn = await drawDoc(...THREE, ...docRow(['1'], [2000], 1000))
    expect(drawn).toEqual([['7|8|9', '×|1|×']])
  })

  it('has one border where those of two rows nearly meet', async () => {
    const drawn = await drawDoc(...THREE, ...docRow(['1', '2', '3'], [1060, 1950, 3010], -50))
    expect(drawn).toEqual([['7|8|9', '1|2|3']])
  })

  it('keeps narrow columns apart', async () => {
    expect(await drawDoc(...docRow(['1', '2', '3'], [1, 2, 3]))).toEqual([['1|2|3']])
  })

  it('has the lines of a cell in one text, and keeps blank cells', async () => {
    const lines = { ...docLine('1\v2'), properties: inTable() }
    const drawn = await drawDoc(lines, docCell('3'), ...docRow(['', '4'], [1000, 2000, 3000]))
    expect(drawn).toEqual([['1\n2\n3||4']])
  })

  it('ends where a paragraph stands between rows', async () => {
    const paragraphs = [...docRow(['1', '2']), docLine('3'), ...docRow(['4', '5'])]
    expect(outline(await readDoc({ paragraphs }))).toEqual([['1|2'], '3', ['4|5']])
  })

  it('knows its rows by a list in the Data stream where they are told there', async () => {
    const paragraphs = [...THREE, ...docRow(['1', '2'], [2000, 3000])]
    const document = await readDoc({ paragraphs, longestProperties: 20 })
    expect(outline(document)).toEqual([['7|8|9', '1|<|2']])
  })
})

describe('merged cells', () => {
  const across = (first: 'first' | 'merged', second: 'first' | 'merged') =>
    docRow(['7', '', '8'], [{ right: 1000, across: first }, { right: 2000, across: second }, 3000])

  it.each([
    ['as Word 97 marks them', across('first', 'merged')],
    ['as the specification marks them', across('merged', 'first')],
  ])('across are one: %s', async (_, row) => {
    expect(await drawDoc(...row, ...THREE)).toEqual([['7|<|8', '7|8|9']])
  })

  it('downward are one', async () => {
    const first = docRow(['7', '1'], [{ right: 1000, down: 'first' }, 2000])
    const second = docRow(['', '2'], [{ right: 1000, down: 'merged' }, 2000])
    expect(await drawDoc(...first, ...second)).toEqual([['7|1', '^|2']])
  })

  it('put their row in doubt where one of them swallowed text', async () => {
    const row = docRow(
      ['7', '9', '8'],
      [{ right: 1000, across: 'first' }, { right: 2000, across: 'merged' }, 3000],
    )
    expect(await drawDoc(...row, ...THREE)).toEqual([['7?|<|8?', '7|8|9']])
  })

  it.each([
    ['merged across', property(0x5624, 0, 2), ['7|<|9', '7|8|9']],
    ['widened', property(0x7623, 0, 1, 0xd0, 0x07), ['7|<|8|9', '7|8|9|×']],
    ['moved', property(0x9601, 0xe8, 0x03), ['×|7|8|9', '7|8|9|×']],
    ['removed', property(0x5622, 2, 3), ['7?|8?|9?', '7|8|9']],
    ['inserted', property(0x7621, 0, 1, 0xe8, 0x03), ['7?|8?|9?', '7|8|9']],
  ])('and cells may be %s by a later property', async (_, change, expected) => {
    const cells = [{ right: 1000 }, { right: 2000 }, { right: 3000 }]
    const properties = Buffer.concat([rowEnd(0, cells), change])
    const blank = change.readUInt16LE(0) === 0x5624 ? '' : '8'
    const row = [
      docCell('7'),
      docCell(blank),
      docCell('9'),
      { spans: [], mark: '\u0007', properties },
    ]
    expect(await drawDoc(...row, ...THREE)).toEqual([expected])
  })

  it('may be told by a later property, as newer programs do', async () => {
    const down = (flags: number) => property(0xd62b, 2, 0, flags)
    const row = (text: string, flags: number) => [
      docCell(text),
      docCell('1'),
      {
        spans: [],
        mark: '\u0007',
        properties: Buffer.concat([rowEnd(0, [{ right: 1000 }, { right: 2000 }]), down(flags)]),
      },
    ]
    expect(await drawDoc(...row('7', 3), ...row('', 1))).toEqual([['7|1', '^|1']])
  })
})

describe('a row in doubt', () => {
  it.each([
    ['has fewer cells than it defines', docRow(['1', '2'], [1000, 2000, 3000])],
    ['has more cells than it defines', docRow(['1', '2', '3'], [1000, 2000])],
    ['has no end', docRow(['1', '2']).slice(0, -1)],
    [
      'has text behind its last cell',
      [
        docCell('1'),
        docCell('2'),
        { ...docLine('3'), properties: inTable() },
        docRowEnd([{ right: 1000 }, { right: 2000 }]),
      ],
    ],
    ['has edges that go back', docRow(['1', '2'], [2000, 1000])],
    [
      'has an end that tells nothing',
      [
        docCell('1'),
        docCell('2'),
        { spans: [], mark: '\u0007', properties: Buffer.concat([inTable(), property(0x2417, 1)]) },
      ],
    ],
    [
      'has a cell that says it is in no table',
      [{ ...docCell('1'), properties: new Uint8Array() }, ...docRow(['2'], [1000, 2000])],
    ],
    [
      'has formatting that breaks off',
      [
        {
          ...docCell('1'),
          properties: Buffer.concat([inTable(), Buffer.of(0x08, 0xd6, 0xff, 0x7f)]),
        },
        ...docRow(['2'], [1000, 2000]),
      ],
    ],
    [
      'has text whose own formatting breaks off',
      docRow([[{ text: '1', properties: Buffer.of(0x08, 0xd6, 0xff, 0x7f) }], '2']),
    ],
    ['is deeper than can be', [docCell('1', 1_000_000), ...docRow(['2'], [1000, 2000])]],
  ])('%s: its texts stay, and none of them is certain', async (_, row) => {
    const [table] = (await readDoc({ paragraphs: [...row, docLine('')] })).blocks
    const cells = table?.kind === 'table' ? table.cells : []
    expect(cells.map(({ text }) => text).join('')).toMatch(/^12/)
    expect(cells.filter(({ doubt }) => doubt === undefined)).toEqual([])
  })

  it('stands in a piece of text that lies where another does', async () => {
    const paragraphs = [...docRow(['1', '2']), ...docRow(['3', '4'])]
    const { word, table } = wordStreams({
      paragraphs,
      pieces: [{ length: 2 }, { length: 2 }, { length: 0 }],
    })
    // Behind the mark, the length and four positions come the pieces of eight bytes, each with its place.
    const pieces = word.readUInt32LE(154 + 8 * 33) + 5 + 16
    table.copy(table, pieces + 8 + 2, pieces + 2, pieces + 6)
    const bytes = compoundFile([
      ['WordDocument', word],
      ['1Table', table],
    ])
    const read = await readResult(docReader, bytes)
    expect(read.ok && tablesOf(read.value).map(draw)).toEqual([['1?|1?', '3|4']])
  })

  it('does not infect the rows around it', async () => {
    const drawn = await drawDoc(...THREE, ...docRow(['1', '2'], [1000, 2000, 3000]), ...THREE)
    expect(drawn).toEqual([['7|8|9', '1?|2?|×', '7|8|9']])
  })
})

describe('a table in a cell', () => {
  const inner = [
    { ...docLine('1'), properties: Buffer.concat([inTable(2), property(0x244b, 1)]) },
    { ...docLine('2'), properties: Buffer.concat([inTable(2), property(0x244b, 1)]) },
    { ...docLine(''), properties: rowEnd(0, [{ right: 400 }, { right: 800 }], 2) },
  ]

  it('comes after the table around it, whose cell is in doubt', async () => {
    const paragraphs = [docCell('3'), ...inner, ...docRow(['4', '5'], [1000, 2000, 3000])]
    expect(outline(await readDoc({ paragraphs }))).toEqual([['3|4?|5'], ['1|2']])
  })

  it('is read as if nothing were around it where the outer table only arranges the page', async () => {
    const paragraphs = [...inner, ...docRow([''])]
    expect(outline(await readDoc({ paragraphs }))).toEqual([['1|2']])
  })
})

it('refuses a table of more rows than any report has', async () => {
  const paragraphs = Array.from({ length: 20_001 }, () => docRow([''])).flat()
  await expect(readDoc({ paragraphs })).rejects.toThrow('"limit":"table"')
})
