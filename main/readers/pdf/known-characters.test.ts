import { describe, expect, it } from 'vitest'
import type { FontFacts } from './font-facts.ts'
import { withKnownCharacters } from './known-characters.ts'
import type { PageContent } from './page-content.ts'

const page = (
  font: string,
  glyphs: readonly (readonly [code: number, text: string])[],
): PageContent => ({
  page: 1,
  width: 595,
  height: 842,
  strips: [],
  hidden: [],
  hiddenCount: 0,
  hasImage: false,
  glyphs: glyphs.map(([code, text]) => ({
    text,
    box: { left: 0, top: 0, right: 10, bottom: 10 },
    size: 10,
    direction: 'right',
    run: 0,
    font,
    code,
    isDoubtful: false,
  })),
})

const facts = (isComposite: boolean): ReadonlyMap<string, FontFacts> =>
  new Map([['f', { name: 'f', isBroken: false, isComposite, glyphNames: new Map() }]])

const read = (glyphs: readonly (readonly [number, string])[], isComposite = true) => {
  const known = withKnownCharacters([page('f', glyphs)], facts(isComposite))
  return {
    text: known.pages[0]?.glyphs.map(({ text }) => text).join(''),
    isUnreadable: known.isUnreadable,
  }
}

const bare = (text: string) => Array.from(text, (c) => [c.codePointAt(0) ?? 0, c] as const)

describe('the characters of a font', () => {
  it('are those of its Unicode map', () => {
    expect(
      read([
        [5, '规'],
        [6, '章'],
        [7, '0'],
      ]),
    ).toEqual({ text: '规章0', isUnreadable: false })
  })

  it('are its codes where these are Unicode', () => {
    expect(read(bare('规章、0'))).toEqual({ text: '规章、0', isUnreadable: false })
  })

  it('are not known where glyph numbers stand for them', () => {
    expect(read(bare('\x01\x02\x30\x31\x05')).isUnreadable).toBe(true)
    expect(read(bare('ʰ˦̀Ѐ֏߀')).isUnreadable).toBe(true)
  })

  it('are not known for the glyphs that a map leaves out', () => {
    const some = read([
      [5, '规'],
      [6, '章'],
      [0x31, '1'],
      [0x41, '件'],
      [9, '数'],
      [10, '0'],
    ])
    expect(some).toEqual({ text: '规章\u{fffd}件数0', isUnreadable: false })
  })

  it('are its bytes where an encoding keeps ASCII and maps the rest', () => {
    expect(
      read([
        [0xb9e6, '规'],
        [0xd5c2, '章'],
        [0x31, '1'],
      ]).text,
    ).toBe('规章1')
    expect(read(bare('123'), false).text).toBe('123')
  })

  it('are in doubt where the map names letters that no office text holds', () => {
    const broken = [...bare('规章文件申请公开答复'), [900, 'ÿ'], [901, 'Ð'], [902, '0']] as const
    const mapped = broken.map(
      ([code, text], index) => [code > 999 ? index + 1 : code, text] as const,
    )
    const known = withKnownCharacters([page('f', mapped)], facts(true))
    expect(known.isUnreadable).toBe(false)
    expect(known.pages[0]?.glyphs.every(({ isDoubtful }) => isDoubtful)).toBe(true)
  })

  it('are not known where ideographs are drawn by lot', () => {
    const rare = Array.from(
      { length: 40 },
      (_, index) => [index + 1, String.fromCharCode(0x4e00 + index * 499)] as const,
    )
    expect(read(rare).isUnreadable).toBe(true)
  })

  it('may be private signs, which stay and count as unknown', () => {
    expect(
      read(
        [
          [5, '\u{e000}'],
          [6, '\u{e001}'],
        ],
        false,
      ),
    ).toEqual({
      text: '\u{e000}\u{e001}',
      isUnreadable: true,
    })
  })
})
