import { describe, expect, it } from 'vitest'
import { toGb18030 } from '../../../test/builders/encode-text.ts'
import { decodeLines, splitLines } from './lines.ts'

describe('splitLines', () => {
  it.each([
    ['line feeds', 'a\nb\n\nc', ['a', 'b', '', 'c']],
    ['line breaks of Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['line breaks of old Macs', 'a\rb\r', ['a', 'b']],
    ['all kinds mixed', 'a\r\n\rb\n\rc', ['a', '', 'b', '', 'c']],
    ['page ends', 'a\f\nb\fc', ['a', '', 'b', 'c']],
    ['the separators of Unicode', 'a\u2028b\u2029c\u0085d\ve', ['a', 'b', 'c', 'd', 'e']],
    ['a break at the end as no further line', 'a\n', ['a']],
    ['two breaks at the end as one empty line', 'a\n\n', ['a', '']],
    ['an empty text', '', []],
  ])('%s', (_, text, lines) => {
    expect(splitLines(text)).toEqual(lines)
  })
})

describe('decodeLines', () => {
  it('tells the encoding beside the lines, and leaves a byte order mark out of line 1', () => {
    expect(decodeLines(new TextEncoder().encode('\ufeff一\n二'))).toEqual({
      ok: true,
      value: {
        lines: ['一', '二'],
        encoding: { kind: 'encoding', label: 'UTF-8', declared: true },
      },
    })
    expect(decodeLines(toGb18030('总体情况'))).toMatchObject({
      value: { lines: ['总体情况'], encoding: { label: 'GB18030', declared: false } },
    })
  })
})
