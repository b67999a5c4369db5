/**
 * What Chinese office text is made of: ASCII, its punctuation, ideographs and their radicals, full-width forms,
 * number forms, arrows and boxes. Letters with accents are not: they are what glyph numbers look like.
 */
const ORDINARY =
  /^[\x20-\x7e\xa0\xa7\xb0\xb1\xb7\xd7\xf7\u2010-\u203b\u20ac\u2100-\u22ff\u2460-\u266f\u2713-\u2718\u2e80-\u2fdf\u3000-\u303f\u3220-\u33ff\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{2ffff}]+$/u

export const isOrdinary = (text: string): boolean => ORDINARY.test(text)

export const isIdeograph = (text: string): boolean => /^[\u4e00-\u9fff]$/u.test(text)

/** Whether an ideograph is one of the 3755 of everyday use (GB 2312, level 1). */
export const isEveryday = (ideograph: string): boolean => EVERYDAY.has(ideograph)

const EVERYDAY: ReadonlySet<string> = everydayIdeographs()

/** GB 2312 puts them in its rows 16 to 55, 94 to a row; the last row ends early. */
function everydayIdeographs(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = 16; row <= 55; row += 1) {
    for (let place = 1; place <= (row === 55 ? 89 : 94); place += 1)
      bytes.push(0xa0 + row, 0xa0 + place)
  }
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)))
}
