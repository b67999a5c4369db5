import { describe, expect, it } from 'vitest'
import { buildPdf } from '../../../test/builders/pdf.ts'
import { isWellFormed } from './content-syntax.ts'
import { hasBrokenStream } from './stream-checksums.ts'

describe('content is written by the rules', () => {
  it.each([
    ['nothing at all', ''],
    ['texts, lines and a comment', 'q 0.5 w 1 0 0 1 10 -.5 cm % a line\n0 0 m 9 9 l S Q'],
    ['strings in all their ways', 'BT /F 9 Tf (a\\)(b)) Tj <00 31> Tj [(a) -20.5 <31>] TJ ET'],
    ['marked content with a dictionary', '/Span << /ActualText (\\() /K [1 << >>] >> BDC EMC'],
    ['a picture in the midst', 'q BI /W 1 /H 1 ID \u0001EI\u0002 EI Q'],
    ['a pattern as a colour', '/P cs 0.1 0.2 /P1 scn'],
  ])('%s', (_, content) => {
    expect(isWellFormed(Buffer.from(content, 'latin1'))).toBe(true)
  })

  it.each([
    ['an operator that does not exist', '0 0 m 9 9 k2 S'],
    ['an operator with an operand too few', '1 0 0 1 10 cm'],
    ['an operator with an operand of another kind', 'BT 9 /F Tf ET'],
    ['a number with a letter in it', '0 0 m 9x 9 l'],
    ['a string that does not end', 'BT (12 Tj ET'],
    ['a list that does not end', 'BT [(1) 2 TJ ET'],
    ['a text outside of a text', '(12) Tj'],
    ['a text in a text', 'BT BT ET'],
    ['operands that nothing follows', '0 0 m 9 9'],
  ])('not with %s', (_, content) => {
    expect(isWellFormed(Buffer.from(content, 'latin1'))).toBe(false)
  })
})

describe('content that is not packed', () => {
  const file = Buffer.from(buildPdf([{ marks: [{ kind: 'text', x: 90, y: 90, text: '12' }] }]))
  const changed = (from: string, to: string): Uint8Array =>
    new Uint8Array(Buffer.from(file.toString('latin1').replace(from, to), 'latin1'))

  it('counts as whole where it is well written', () => {
    expect(hasBrokenStream(new Uint8Array(file))).toBe(false)
  })

  it('counts as broken where an operator is changed', () => {
    expect(hasBrokenStream(changed('Tj ET', 'Xj ET'))).toBe(true)
  })

  it('counts as broken where it is longer than its dictionary says', () => {
    expect(hasBrokenStream(changed('q BT', 'q  q Q BT'))).toBe(true)
  })
})
