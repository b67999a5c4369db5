import { describe, expect, it } from 'vitest'
import type { Direction, Glyph } from './page-content.ts'
import { linesOf, plainText } from './text-lines.ts'

/** Glyphs of ten points from `x` on, half as wide where they are ASCII. */
function glyphs(x: number, y: number, text: string, look: Partial<Glyph> = {}): readonly Glyph[] {
  let left = x
  return Array.from(text, (character): Glyph => {
    const width = character < '\x7f' ? 5 : 10
    const box = { left, top: y, right: left + width, bottom: y + 10 }
    left += width
    return {
      text: character,
      box,
      size: 10,
      direction: 'right',
      run: y,
      font: 'f',
      code: -1,
      isDoubtful: false,
      ...look,
    }
  })
}

const written = (all: readonly Glyph[]) => linesOf(all).map(plainText)

describe('lines of text', () => {
  it('are put in order from top to bottom and left to right', () => {
    expect(
      written([...glyphs(50, 30, '丙丁'), ...glyphs(20, 10, '乙'), ...glyphs(0, 10, '甲')]),
    ).toEqual(['甲 乙', '丙丁'])
  })

  it('hold marks of another size that stand beside them', () => {
    const small = glyphs(20, 8, '2').map((glyph) => ({
      ...glyph,
      size: 6,
      box: { ...glyph.box, bottom: 14 },
    }))
    expect(written([...glyphs(0, 10, '平方'), ...small])).toEqual(['平方2'])
  })

  it('keep the white space of the document and add one where words stand apart', () => {
    expect(written(glyphs(0, 0, '甲 乙'))).toEqual(['甲 乙'])
    expect(written([...glyphs(0, 0, 'a'), ...glyphs(8, 0, 'b')])).toEqual(['a b'])
    expect(written([...glyphs(0, 0, '甲'), ...glyphs(13, 0, '乙')])).toEqual(['甲乙'])
  })

  it('part stretches that are far apart by a tab', () => {
    expect(written([...glyphs(0, 0, '甲'), ...glyphs(100, 0, '乙')])).toEqual(['甲\t乙'])
  })

  it('never run two numbers into one', () => {
    expect(written([...glyphs(0, 0, '12'), ...glyphs(14, 0, '3')])).toEqual(['12\t3'])
  })

  it('drop what is painted twice, and only that', () => {
    expect(written([...glyphs(0, 0, '甲11'), ...glyphs(0.6, 0, '甲11', { run: 9 })])).toEqual([
      '甲11',
    ])
    const [line] = linesOf([...glyphs(0, 0, '3'), ...glyphs(0.5, 0, '8', { run: 9 })])
    expect(line?.hasOverlap).toBe(true)
  })

  it.each<readonly [Direction, string]>([
    ['down', '甲乙'],
    ['up', '乙甲'],
    ['left', '甲'],
  ])('are read along turned text: %s', (direction, text) => {
    const turned = [...glyphs(0, 0, '甲', { direction }), ...glyphs(0, 10, '乙', { direction })]
    expect(written(turned)[0]).toBe(direction === 'left' ? '乙' : text)
  })
})
