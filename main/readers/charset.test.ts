import { describe, expect, it } from 'vitest'
import { toGb18030 } from '../../test/builders/encode-text.ts'
import { type DecodedText, decodeText, isBinary, MAX_TEXT_BYTES } from './charset.ts'

const TEXT = '政府信息公开工作年度报告\n本年新收 12 件，上年结转 0 件。\n'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

/** 「資訊公開年度報告」 and a digit in Big5. */
const BIG5 = bytes(
  ...[0xb8, 0xea, 0xb0, 0x54, 0xa4, 0xbd, 0xb6, 0x7d, 0xa6, 0x7e, 0xab, 0xd7, 0xb3, 0xf8, 0xa7],
  ...[0x69, 0x30],
)

function decoded(file: Uint8Array, declared?: string): DecodedText {
  const result = decodeText(file, declared === undefined ? {} : { declared })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const errorOf = (file: Uint8Array, declared?: string) => {
  const result = decodeText(file, declared === undefined ? {} : { declared })
  return result.ok ? undefined : result.error
}

const BROKEN = { code: 'damaged', reason: 'broken' }

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(TEXT), undefined, 'UTF-8', false],
    ['UTF-8 that says so', utf8(TEXT), 'utf-8', 'UTF-8', true],
    ['UTF-8 that says gb2312', utf8(TEXT), 'gb2312', 'UTF-8', false],
    ['UTF-8 with a mark', joined(bytes(0xef, 0xbb, 0xbf), utf8(TEXT)), undefined, 'UTF-8', true],
    ['UTF-16LE with a mark', joined(bytes(0xff, 0xfe), utf16le(TEXT)), 'gbk', 'UTF-16LE', true],
    ['UTF-16BE with a mark', joined(bytes(0xfe, 0xff), utf16be(TEXT)), undefined, 'UTF-16BE', true],
    ['UTF-16LE without one', utf16le(TEXT), undefined, 'UTF-16LE', false],
    ['UTF-16BE without one', utf16be(TEXT), undefined, 'UTF-16BE', false],
    ['GB18030', toGb18030(TEXT), undefined, 'GB18030', false],
    ['GB18030 that says gb2312', toGb18030(TEXT), 'GB2312', 'GB18030', true],
    ['GB18030 that says utf-8', toGb18030(TEXT), 'utf-8', 'GB18030', false],
    ['GB18030 that says iso-8859-1', toGb18030(TEXT), 'iso-8859-1', 'GB18030', false],
    [
      'GB18030 that says big5',
      toGb18030('本机关不掌握相关政府信息。㎡'),
      'nonsense',
      'GB18030',
      false,
    ],
  ])('reads %s', (_, file, declared, label, isDeclared) => {
    const { text, ...rest } = decoded(file, declared)
    expect(rest).toEqual({ label, declared: isDeclared })
    expect([TEXT, '本机关不掌握相关政府信息。㎡']).toContain(text)
  })

  it.each([['合计'], ['大演乡'], ['0 0 1 件'], ['联通'], ['（一）予以公开']])(
    'reads the short text %s in both encodings',
    (text) => {
      expect(decoded(utf8(text)).text).toBe(text)
      expect(decoded(toGb18030(text)).text).toBe(text)
    },
  )

  it('reads four-byte characters and the euro sign of GB18030', () => {
    expect(decoded(bytes(0x94, 0x39, 0xda, 0x33, 0x80)).text).toBe('💩€')
  })

  it('reads Big5, declared or not', () => {
    expect(decoded(BIG5, 'big5')).toMatchObject({ label: 'Big5', declared: true })
    expect(decoded(BIG5)).toEqual({ text: '資訊公開年度報告0', label: 'Big5', declared: false })
  })

  it('keeps UTF-8 that is cut within a character, instead of reading nonsense as GB18030', () => {
    const { text, label } = decoded(utf8(TEXT.repeat(5)).subarray(0, -3))
    expect(label).toBe('UTF-8')
    expect(text.startsWith(TEXT)).toBe(true)
    expect(text.endsWith('\ufffd')).toBe(true)
  })

  it('keeps GB18030 that is cut within a character', () => {
    const cut = toGb18030(TEXT.repeat(5).trimEnd()).subarray(0, -1)
    expect(decoded(cut)).toMatchObject({ label: 'GB18030' })
    expect(decoded(cut).text.startsWith(TEXT)).toBe(true)
  })

  it('shows one scratch in a long text as U+FFFD', () => {
    const file = utf8(TEXT.repeat(100))
    file[300] = 0xff
    expect(decoded(file).text.split('\ufffd').length).toBeLessThan(5)
  })

  it.each([
    ['text with zero bytes in it', joined(utf8(TEXT), bytes(0), utf8(TEXT))],
    ['zero bytes only', new Uint8Array(500)],
    ['bytes that no encoding has', bytes(0xff, 0xff, 0x80, 0x81, 0xff, 0xff)],
    ['control characters', bytes(...Array.from({ length: 400 }, (_, i) => (i % 8) + 1))],
    [
      'a picture that begins like UTF-16',
      bytes(0xff, 0xfe, ...Array.from({ length: 400 }, (_, i) => i % 7)),
    ],
  ])('takes %s for no text', (_, file) => {
    expect(errorOf(file)).toEqual(BROKEN)
  })

  it('never takes random bytes for text', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed >> 16
    }
    for (let round = 0; round < 50; round++) {
      const file = Uint8Array.from({ length: 600 }, () => random() & 0xff)
      expect(errorOf(file)).toEqual(BROKEN)
    }
  })

  it('refuses more than 50 MB before looking at it', () => {
    expect(errorOf(new Uint8Array(MAX_TEXT_BYTES + 1))).toEqual({
      code: 'too-large',
      limit: 'file',
    })
  })

  it('reads an empty file as an empty text', () => {
    expect(decoded(new Uint8Array())).toMatchObject({ text: '', label: 'UTF-8' })
  })
})

describe('isBinary', () => {
  it.each([
    ['UTF-8', utf8(TEXT), false],
    ['GB18030', toGb18030(TEXT), false],
    ['UTF-16 with a mark', joined(bytes(0xff, 0xfe), utf16le(TEXT)), false],
    ['UTF-16 without one', utf16le(TEXT), false],
    ['a text with one stray control character', utf8(`${TEXT.repeat(9)}\u0001`), false],
    ['a program', bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff), true],
  ])('tells whether %s is one', (_, file, expected) => {
    expect(isBinary(file)).toBe(expected)
  })
})
