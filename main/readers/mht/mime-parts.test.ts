import { describe, expect, it } from 'vitest'
import { type MimePart, readMime } from './mime-parts.ts'

/** The parts as a tree of types and bodies; `…` behind a part that the file does not end. */
function drawn(part: MimePart): unknown {
  const mark = part.isWhole ? '' : '…'
  return part.parts.length === 0
    ? `${part.type} ${Buffer.from(part.body()).toString()}${mark}`
    : [part.type + mark, ...part.parts.map(drawn)]
}

function read(...lines: readonly string[]): unknown {
  const message = readMime(Buffer.from(lines.join('\r\n')))
  return message.ok ? drawn(message.value) : message.error
}

const RELATED = 'Content-Type: multipart/related; boundary="b"'

describe('a message', () => {
  it('falls apart at its boundary; what stands before and behind is no part', () => {
    expect(
      read(
        'MIME-Version: 1.0',
        RELATED,
        '',
        'preface',
        '--b',
        'Content-Type: text/html',
        '',
        'page',
        '--b',
        '',
        'text',
        '--b--',
        'epilogue',
      ),
    ).toEqual(['multipart/related', 'text/html page', 'text/plain text'])
  })

  it('keeps the line breaks inside a part, and not the one before the boundary', () => {
    expect(read(RELATED, '', '--b', '', 'one', '', 'two', '', '--b--')).toEqual([
      'multipart/related',
      'text/plain one\r\n\r\ntwo\r\n',
    ])
  })

  it('may have bare line feeds, a mark and empty lines before it', () => {
    const text = `\ufeff\n\n${RELATED}\n\n--b\nContent-Type: TEXT/HTML\n\npage\n--b--\n`
    expect(read(text)).toEqual(['multipart/related', 'text/html page'])
  })

  it('may have parts in parts, whose boundary begins like the outer one', () => {
    expect(
      read(
        RELATED,
        '',
        '--b',
        'Content-Type: multipart/alternative; boundary=b-2',
        '',
        '--b-2',
        '',
        'in',
        '--b-2--',
        '--b',
        '',
        'out',
        '--b--',
      ),
    ).toEqual(['multipart/related', ['multipart/alternative', 'text/plain in'], 'text/plain out'])
  })

  it('does not break where a line only begins like the boundary, or has it in its middle', () => {
    expect(read(RELATED, '', '--b', '', 'x --b', '--boundary', '--b--')).toEqual([
      'multipart/related',
      'text/plain x --b\r\n--boundary',
    ])
  })

  it('has a head whose fields go on in further lines; the first of two counts', () => {
    expect(
      read(
        'Content-Type: multipart/related;',
        '\ttype="text/html";',
        '  boundary="b"',
        'Content-Type: text/plain',
        '',
        '--b',
        '',
        'a',
        '--b--',
      ),
    ).toEqual(['multipart/related', 'text/plain a'])
  })

  it('shows which part was cut off', () => {
    expect(read(RELATED, '', '--b', '', 'whole', '--b', '', 'cut o')).toEqual([
      'multipart/related',
      'text/plain whole',
      'text/plain cut o…',
    ])
  })

  it('without parts is one body, and without a boundary too', () => {
    expect(read('Content-Type: text/html', '', 'page')).toBe('text/html page')
    expect(read('Content-Type: multipart/related', '', 'page')).toBe('multipart/related page')
    expect(read('Content-Type: text/html')).toBe('text/html ')
    expect(read('')).toBe('text/plain ')
  })
})

describe('a body', () => {
  const body = (encoding: string, ...lines: readonly string[]) =>
    read('Content-Type: text/html', `Content-Transfer-Encoding: ${encoding}`, '', ...lines)

  it.each([
    ['quoted-printable', ['=E5=B9=B4=', '=E6=8A=A5 1=3D1', 'next'], '年报 1=1\r\nnext'],
    ['Quoted-Printable', ['a=  ', 'b=3', '=zz='], 'ab=3\r\n=zz='],
    ['base64', ['5bm0', '5oql'], '年报'],
    ['8bit', ['年报=3D'], '年报=3D'],
    ['binary', ['年报'], '年报'],
    ['x-unknown', ['年报'], '年报'],
  ])('is decoded from %s', (encoding, lines, text) => {
    expect(body(encoding, ...lines)).toBe(`text/html ${text}`)
  })

  it('keeps bytes that are no text', () => {
    const bytes = Buffer.from([0x0d, 0x0a, 0x0d, 0x0a, 0xc4, 0xea, 0xff, 0x00])
    const message = readMime(Buffer.concat([Buffer.from('Content-Type: text/html'), bytes]))
    expect(message.ok && [...message.value.body()]).toEqual([0xc4, 0xea, 0xff, 0x00])
  })
})

describe('limits', () => {
  const NESTING = { code: 'too-large', limit: 'nesting' }

  it('stop parts without end, one inside or beside another', () => {
    const inside = Array.from({ length: 20 }, (_, i) => [
      `Content-Type: multipart/mixed; boundary=b${i}`,
      '',
      `--b${i}`,
    ]).flat()
    expect(read(...inside)).toEqual(NESTING)
    expect(read(RELATED, '', ...Array.from({ length: 20_000 }, () => '--b'))).toEqual(NESTING)
  })

  it('let no head go on without end', () => {
    const long = read(`Content-Type: text/html; a="${'x'.repeat(200_000)}"`, '', 'page')
    expect(long).toContain('page')
  })
})
