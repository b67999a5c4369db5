import { toGb18030 } from './encode-text.ts'
import type { PrintedBlock } from './printed-report.ts'
import { toHtml } from './write-html.ts'
import { toWordHtml } from './write-word-html.ts'

export interface MhtOptions {
  /** Which program saved the page; each writes its own head and other parts beside the page. */
  readonly program?: 'word' | 'internet-explorer' | 'chromium'
  readonly charset?: 'utf-8' | 'gb2312' | 'unicode'
  readonly transfer?: 'quoted-printable' | 'base64' | '8bit'
  /** The page alone, without the parts of a multipart. */
  readonly isSingle?: boolean
}

/** The report as a web archive. */
export function toMht(blocks: readonly PrintedBlock[], options: MhtOptions = {}): Uint8Array {
  const { program = 'word', charset = 'utf-8', transfer = 'quoted-printable' } = options
  const html = program === 'word' ? toWordHtml(blocks, { charset }) : toHtml(blocks, { charset })
  const pageHead = [
    `Content-Location: ${program === 'word' ? 'file:///C:/0E6E3B21/report.htm' : 'http://www.example.gov.cn/nb.html'}`,
    `Content-Transfer-Encoding: ${transfer}`,
    // Chromium leaves the encoding to the page itself.
    `Content-Type: text/html${program === 'chromium' ? '' : `; charset="${charset}"`}`,
  ]
  const page = transferred(encoded(html, charset), transfer)
  if (options.isSingle === true) return join([...HEADS[program], ...pageHead, '', page])
  const boundary = BOUNDARIES[program]
  const others = program === 'word' ? [wordHeader(charset), FILE_LIST, PICTURE] : [PICTURE]
  return join([
    ...HEADS[program],
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    'This is a multi-part message in MIME format.',
    '',
    `--${boundary}`,
    ...pageHead,
    '',
    page,
    ...others.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ])
}

const HEADS = {
  word: ['MIME-Version: 1.0'],
  'internet-explorer': [
    'From: <Saved by Windows Internet Explorer 8>',
    'Subject: =?gb2312?B?xOqxqA==?=',
    'Date: Fri, 21 Jan 2022 09:30:00 +0800',
    'MIME-Version: 1.0',
    'X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.5512',
  ],
  chromium: [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: http://www.example.gov.cn/nb.html',
    'Subject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=',
    'MIME-Version: 1.0',
  ],
} as const

const BOUNDARIES = {
  word: '----=_NextPart_01D80E6E.3B21A5C0',
  'internet-explorer': '----=_NextPart_000_0000_01D80E6E.3B21A5C0',
  chromium: '----MultipartBoundary--kQ3x9T2vB7nL----',
} as const

/** Word's page of headers and footers, which is no part of the report. */
const wordHeader = (charset: string): readonly string[] => [
  'Content-Location: file:///C:/0E6E3B21/report.files/header.htm',
  'Content-Transfer-Encoding: 8bit',
  `Content-Type: text/html; charset="${charset}"`,
  '',
  '<html><body><div><p class=3DMsoHeader>99</p></div></body></html>',
  '',
]

const FILE_LIST = [
  'Content-Location: file:///C:/0E6E3B21/report.files/filelist.xml',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Type: text/xml; charset="utf-8"',
  '',
  '<xml xmlns:o=3D"urn:schemas-microsoft-com:office:office"></xml>',
  '',
]

const PICTURE = [
  'Content-Location: file:///C:/0E6E3B21/report.files/image001.png',
  'Content-Transfer-Encoding: base64',
  'Content-Type: image/png',
  '',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA',
  'AABJRU5ErkJggg==',
  '',
]

function encoded(html: string, charset: 'utf-8' | 'gb2312' | 'unicode'): Buffer {
  switch (charset) {
    case 'utf-8':
      return Buffer.from(html)
    case 'gb2312':
      return Buffer.from(toGb18030(html))
    case 'unicode':
      return Buffer.from(`\ufeff${html}`, 'utf16le')
  }
}

/** Bytes as characters of Latin 1, so that a message can be put together as text. */
function transferred(bytes: Buffer, transfer: 'quoted-printable' | 'base64' | '8bit'): string {
  switch (transfer) {
    case 'quoted-printable':
      return quotedPrintable(bytes.toString('latin1'))
    case 'base64':
      return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
    case '8bit':
      return bytes.toString('latin1')
  }
}

/** No line is longer than 76 characters; `=` at the end of a line takes its break away. */
function quotedPrintable(text: string): string {
  const code = (character: string): string =>
    `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  return text
    .split('\r\n')
    .map((line) => {
      const safe = line.replace(/[^\t -<>-~]|[ \t]$/g, code)
      return (safe.match(/(?:=[0-9A-F]{2}|[^=]){1,25}/g) ?? []).join('=\r\n')
    })
    .join('\r\n')
}

const join = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'), 'latin1')
