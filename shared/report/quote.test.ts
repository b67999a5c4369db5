import { expect, it } from 'vitest'
import { quote } from './quote.ts'

it.each([
  ['见附件', '“见附件”'],
  ['  见\n附件\t', '“见 附件”'],
  ['1\u202e2\u0000', '“1 2”'],
  ['甲'.repeat(40), `“${'甲'.repeat(40)}”`],
  ['甲'.repeat(41), `“${'甲'.repeat(39)}…”`],
  ['𠀀'.repeat(50), `“${'𠀀'.repeat(39)}…”`],
])('a quotation stays on one line and is cut by characters: %j', (text, quoted) => {
  expect(quote(text)).toBe(quoted)
})
