import { describe, expect, it } from 'vitest'
import {
  biffRecord,
  biffText,
  buildXls,
  f64,
  sharedTexts,
  u16,
  u32,
  workbookStream,
  type XlsParts,
} from '../../../../test/builders/xls.ts'
import { readWith, sketchBlocks } from '../../sketch-blocks.ts'
import { xlsReader } from './xls-reader.ts'

const STYLE = biffRecord(0x00e0, u16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

/** Styles 0 (General) and 1 (the given format), and the texts of the workbook. */
const globals = (texts: readonly string[] = [], format = 'General', size?: number): Buffer =>
  Buffer.concat([
    biffRecord(0x041e, u16(176), biffText(format)),
    STYLE,
    biffRecord(0x00e0, u16(0, 176, 0, 0, 0, 0, 0, 0, 0, 0)),
    sharedTexts(texts, size),
  ])

/** Style 1 has lines around it. */
const FRAMED = Buffer.concat([
  STYLE,
  biffRecord(0x00e0, u16(0, 0, 0, 0, 0, 0x1111, 0, 0, 0, 0)),
  sharedTexts([]),
])

const file = (content: Buffer, parts: Partial<XlsParts> = {}): Uint8Array =>
  buildXls(workbookStream({ globals: globals(), sheets: [{ content }], ...parts }))

const at = (row: number, column: number, style = 0): Buffer => u16(row, column, style)
const number = (row: number, column: number, value: number, style = 0): Buffer =>
  biffRecord(0x0203, at(row, column, style), f64(value))
const label = (row: number, column: number, text: string): Buffer =>
  biffRecord(0x0204, at(row, column), biffText(text))
const formula = (row: number, column: number, value: Buffer, flags = 0): Buffer =>
  biffRecord(0x0006, at(row, column), value, u16(flags), u32(0), u16(0))

const sketch = async (bytes: Uint8Array) => sketchBlocks((await readWith(xlsReader, bytes)).blocks)

/** What the cell in column 1 shows, between cells that make its row a table. */
async function shown(cell: Buffer, parts: Partial<XlsParts> = {}): Promise<string | undefined> {
  const content = Buffer.concat([label(0, 0, 'a'), cell, number(0, 2, 1)])
  const [table] = await sketch(file(content, parts))
  return typeof table === 'string' ? table : table?.[0]?.[1]
}

async function errorOf(bytes: Uint8Array) {
  const opened = await xlsReader.open(bytes)
  return opened.ok ? undefined : opened.error
}

const BROKEN = { code: 'damaged', reason: 'broken' }

describe('a number that is seen as something else is in doubt', () => {
  const font = (flags: number, colour: number, position: number): Buffer =>
    biffRecord(0x0031, u16(220, flags, colour, 400, position, 0, 0))
  const style = (index: number, alignment = 0, fill = 0): Buffer =>
    biffRecord(0x00e0, u16(index, 0, 0, alignment, 0, 0, 0, 0, fill, 0))
  /** A text whose last character is in that font. */
  const changing = (index: number): Buffer =>
    biffRecord(
      0x00fc,
      u32(1),
      u32(1),
      u16(3),
      Buffer.of(8),
      u16(1),
      Buffer.from('121'),
      u16(2, index),
    )
  const odd = Buffer.concat([
    ...[font(0, 0x7fff, 0), font(0, 9, 0), font(8, 0x7fff, 0), font(0, 0x7fff, 1)],
    ...[style(0), style(1), style(2), style(3), style(0, 4), style(1, 0, 0x0400)],
  ])
  it.each([
    ['white', 1, '12?'],
    ['struck out', 2, '12?'],
    ['raised', 3, '12?'],
    ['repeated over the width of its cell', 4, '12?'],
  ])('%s', async (_, index, text) => {
    expect(await shown(number(0, 1, 12, index), { globals: odd })).toBe(text)
  })

  it('but not one that is white on a ground of its own', async () => {
    expect(await shown(number(0, 1, 12, 5), { globals: odd })).toBe('12')
  })

  it('with a raised part, whose font is counted past the missing fourth one', async () => {
    const text = biffRecord(0x00fd, at(0, 1), u32(0))
    const fonts = [font(0, 0x7fff, 0), font(0, 9, 0), font(0, 9, 0), font(0, 9, 0), font(0, 0, 1)]
    const globalsWith = (index: number) => Buffer.concat([...fonts, style(0), changing(index)])
    expect(await shown(text, { globals: globalsWith(5) })).toBe('121?')
    expect(await shown(text, { globals: globalsWith(3) })).toBe('121')
  })
})

describe('a cell shows', () => {
  const result = (kind: number, value: number): Buffer =>
    Buffer.concat([Buffer.from([kind, 0, value, 0, 0, 0]), u16(0xffff)])
  it.each([
    ['a double', number(0, 1, 190.457379), '190.457379'],
    ['a whole number of 30 bits', biffRecord(0x027e, at(0, 1), u32((7 << 2) | 2)), '7'],
    ['a negative one', biffRecord(0x027e, at(0, 1), u32(((-7 << 2) | 2) >>> 0)), '-7'],
    ['one in hundredths', biffRecord(0x027e, at(0, 1), u32((1250 << 2) | 3)), '12.5'],
    ['the head of a double', biffRecord(0x027e, at(0, 1), u32(0x40290000)), '12.5'],
    ['a text of its own', label(0, 1, '规章'), '规章'],
    ['nothing', biffRecord(0x0201, at(0, 1)), ''],
    ['a yes', biffRecord(0x0205, at(0, 1), Buffer.from([1, 0])), 'TRUE'],
    ['an error', biffRecord(0x0205, at(0, 1), Buffer.from([0x17, 1])), '#REF!'],
    ['the number of a formula', formula(0, 1, f64(3)), '3'],
    [
      'the text of a formula',
      Buffer.concat([formula(0, 1, result(0, 0)), biffRecord(0x0207, biffText('乙'))]),
      '乙',
    ],
    ['no text of a formula', formula(0, 1, result(3, 0)), ''],
    ['a no of a formula', formula(0, 1, result(1, 0)), 'FALSE'],
    ['an error of a formula', formula(0, 1, result(2, 7)), '#DIV/0!'],
    ['in doubt: a formula reckoned anew at the next opening', formula(0, 1, f64(0), 2), '?'],
    ['in doubt: a formula whose text is missing', formula(0, 1, result(0, 0)), '?'],
  ])('%s', async (_, cell, text) => {
    expect(await shown(cell)).toBe(text)
  })

  it('a number under its format', async () => {
    const parts = { globals: globals([], '0.00"万元"') }
    expect(await shown(number(0, 1, 12.5, 1), parts)).toBe('12.50万元')
  })

  it('no zero where the sheet hides them', async () => {
    const window = biffRecord(0x023e, u16(0x00a6, 0, 0), u32(0))
    expect(await shown(Buffer.concat([number(0, 1, 0), window]))).toBe('?')
  })
})

describe('the texts of a workbook', () => {
  const TEXTS = ['规章', 'plain', '行政规范性文件', 'naïve', '（一）予以公开', '']
  const cells = Buffer.concat(
    TEXTS.map((_, row) =>
      Buffer.concat([biffRecord(0x00fd, at(row, 0), u32(row)), number(row, 1, row)]),
    ),
  )

  it.each([8_224, 24, 19, 18, 17, 16, 15, 14])(
    'may be broken anywhere by records of %i bytes',
    async (size) => {
      const bytes = file(cells, { globals: globals(TEXTS, 'General', size) })
      expect(await sketch(bytes)).toEqual([TEXTS.map((text, row) => [text, String(row)])])
    },
  )

  it('may change the width of their characters where they are broken', async () => {
    const broken = Buffer.concat([
      biffRecord(0x00fc, u32(1), u32(1), u16(4), Buffer.from([1]), Buffer.from('规章', 'utf16le')),
      biffRecord(0x003c, Buffer.from([0]), Buffer.from('ab')),
    ])
    const parts = { globals: Buffer.concat([STYLE, broken]) }
    expect(await shown(biffRecord(0x00fd, at(0, 1), u32(0)), parts)).toBe('规章ab')
  })

  it('have runs and a pronunciation behind them, which are passed over', async () => {
    const rich = biffRecord(
      0x00fc,
      ...[u32(2), u32(2)],
      ...[u16(1), Buffer.from([0x0d]), u16(1), u32(6), Buffer.from('甲', 'utf16le')],
      ...[u16(0, 5), Buffer.alloc(6, 0x41)],
      ...[biffText('乙')],
    )
    const parts = { globals: Buffer.concat([STYLE, rich]) }
    expect(await shown(biffRecord(0x00fd, at(0, 1), u32(1)), parts)).toBe('乙')
  })
})

describe('a sheet', () => {
  it('has numbers and blanks side by side in one record', async () => {
    const small = (value: number): Buffer => u32((value << 2) | 2)
    const content = Buffer.concat([
      biffRecord(0x00bd, u16(0, 0), u16(0), small(1), u16(0), small(2), u16(1)),
      biffRecord(0x00be, u16(0, 2, 0, 0, 3)),
      number(1, 3, 4),
    ])
    expect(await sketch(file(content))).toEqual([
      [
        ['1', '2', '', ''],
        ['', '', '', '4'],
      ],
    ])
  })

  it('is left out where it is hidden, and so are charts inside a sheet and in its place', async () => {
    const chart = Buffer.concat([
      biffRecord(0x0809, u16(0x0600, 0x0020, 0, 0), u32(0), u32(0)),
      number(0, 0, 99),
      biffRecord(0x000a),
    ])
    const sheets = [
      { content: Buffer.concat([label(0, 0, '甲'), chart]) },
      { content: label(0, 0, '藏'), isHidden: true },
      { content: label(0, 0, '乙') },
    ]
    const document = await readWith(xlsReader, file(Buffer.alloc(0), { sheets }))
    expect(sketchBlocks(document.blocks)).toEqual(['甲', '乙'])
    expect(document.notes).toEqual([{ kind: 'hidden-text', count: 1 }])
  })
})

describe('a cell whose place is not certain is in doubt', () => {
  const row = (index: number, first: number, end: number): Buffer =>
    biffRecord(0x0208, u16(index, first, end, 0xff, 0, 0, 0, 0x0f))

  it('where its row says that it ends elsewhere', async () => {
    const content = Buffer.concat([
      ...[row(0, 0, 2), row(1, 0, 2)],
      ...[number(0, 0, 1), number(0, 1, 2), number(1, 0, 3), number(1, 2, 4)],
    ])
    expect(await sketch(file(content))).toEqual([
      [
        ['1', '2', ''],
        ['3?', '', '4?'],
      ],
    ])
  })

  it('where it does not follow the one before it', async () => {
    const content = Buffer.concat([number(1, 1, 1), number(0, 0, 2), number(1, 0, 3)])
    expect(await sketch(file(content))).toEqual([
      [
        ['2?', ''],
        ['3?', '1?'],
      ],
    ])
  })

  it('where all cells of a row are gone', async () => {
    const content = Buffer.concat([row(0, 0, 2), row(1, 0, 2), number(0, 0, 1), number(0, 1, 2)])
    expect(await sketch(file(content))).toEqual([[['1?', '2?']]])
  })

  it('where nothing is stored between two cells with lines', async () => {
    const content = Buffer.concat([number(0, 0, 1, 1), number(0, 2, 3, 1)])
    expect(await sketch(file(content, { globals: FRAMED }))).toEqual([[['1', '?', '3']]])
  })
})

describe('a file that cannot be trusted is refused', () => {
  it.each([
    ['a place twice', Buffer.concat([number(0, 0, 1), number(0, 0, 2)])],
    ['a number of the wrong size', biffRecord(0x0203, at(0, 0), f64(1), u16(0))],
    ['a row of the wrong size', biffRecord(0x0208, u16(0, 0, 1))],
    ['numbers that do not fill their columns', biffRecord(0x00be, u16(0, 0, 0, 0, 5))],
    ['a text that is not there', biffRecord(0x00fd, at(0, 0), u32(7))],
    ['a format that is not there', number(0, 0, 1, 9)],
    ['a list of merges that is cut', biffRecord(0x00e5, u16(3, 0, 1, 0, 1))],
    ['a record that no program writes', biffRecord(0x6666)],
    ['a cell behind the last column', number(0, 256, 1)],
    ['blanks that reach behind the last column', biffRecord(0x00be, u16(0, 255, 0, 0, 256))],
  ])('%s', async (_, content) => {
    expect(await errorOf(file(content))).toEqual(BROKEN)
  })

  it('more places without a cell than a sheet has cells', async () => {
    const wide = (_: unknown, row: number): Buffer =>
      Buffer.concat([number(row, 0, 1, 1), number(row, 255, 2, 1)])
    const content = Buffer.concat(Array.from({ length: 2000 }, wide))
    const parts = { globals: FRAMED, sheets: [{ content, isHidden: true }] }
    expect(await errorOf(file(content, parts))).toEqual({ code: 'too-large', limit: 'table' })
  })

  it('a workbook with a password', async () => {
    const parts = { globals: Buffer.concat([biffRecord(0x002f, u16(1, 1, 1)), globals()]) }
    expect(await errorOf(file(number(0, 0, 1), parts))).toEqual({ code: 'encrypted' })
  })

  it('a workbook of Excel 95, in its own stream or not', async () => {
    const unsupported = { code: 'unsupported-type', extension: 'xls' }
    expect(await errorOf(file(number(0, 0, 1), { version: 0x0500 }))).toEqual(unsupported)
    expect(await errorOf(buildXls(Buffer.alloc(20), 'Book'))).toEqual(unsupported)
  })

  it('a compound file without a workbook, and one sheet under two names', async () => {
    expect(await errorOf(buildXls(Buffer.alloc(20), 'Other'))).toEqual(BROKEN)
    const stream = workbookStream({
      globals: globals(),
      sheets: [{ content: number(0, 0, 1) }, { content: number(0, 0, 2) }],
    })
    const names = [...stream.keys()].filter(
      (place) => stream.readUInt16LE(Math.min(place, stream.length - 2)) === 0x0085,
    )
    const [first = 0, second = 0] = names
    stream.copy(stream, second + 4, first + 4, first + 8)
    expect(await errorOf(buildXls(stream))).toEqual(BROKEN)
  })
})
