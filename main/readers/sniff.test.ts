import { describe, expect, it } from 'vitest'
import { toGb18030 } from '../../test/builders/encode-text.ts'
import { buildZip } from '../../test/builders/zip.ts'
import { extensionOf, sniffType } from './sniff.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
const zip = (...names: readonly string[]): Uint8Array =>
  buildZip(names.map((name) => ({ name, content: `<${name}/>` })))

const CONTENT_TYPES = '[Content_Types].xml'
const DOCX = zip(CONTENT_TYPES, '_rels/.rels', 'word/document.xml')
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const

/** A compound file with one directory entry of that name. */
function ole(stream: string): Uint8Array {
  const file = Buffer.alloc(1024)
  file.set(OLE)
  file.write(`${stream}\0`, 512, 'utf16le')
  file.writeUInt16LE((stream.length + 1) * 2, 512 + 64)
  file.writeUInt8(2, 512 + 66)
  return file
}

const PNG = latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')
const GARBAGE = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256)

describe('what is read', () => {
  it.each([
    ['a Word file', DOCX, 'a.docx', 'docx'],
    ['a Word file named .wps', DOCX, 'a.wps', 'docx'],
    ['a Word file named .zip', DOCX, 'a.zip', 'docx'],
    ['an OFD file', zip('OFD.xml', 'Doc_0/Document.xml'), 'a.pdf', 'ofd'],
    ['a Word file with backslashes', zip(CONTENT_TYPES, 'word\\document.xml'), 'a.docx', 'docx'],
    ['rich text named .doc', latin('{\\rtf1\\ansi'), 'a.doc', 'rtf'],
    ['rich text behind a mark and white space', utf8('\ufeff\r\n{\\rtf1'), 'a.rtf', 'rtf'],
    ['a pdf', latin('%PDF-1.7\n%\xe2\xe3'), 'a.pdf', 'pdf'],
    ['a pdf behind a line of a scanner', latin(`${'x'.repeat(900)}\n%PDF-1.4\n\0`), 'a.pdf', 'pdf'],
    ['a pdf named .docx', latin('%PDF-1.7\n'), 'a.docx', 'pdf'],
    ['a page', utf8('<!DOCTYPE html><html><body>x'), 'a.html', 'html'],
    ['a page with a mark', utf8('\ufeff\r\n<html><p>x'), 'a.htm', 'html'],
    ['a page in GB18030', toGb18030('<html><title>年度报告</title>'), 'a.html', 'html'],
    ['a page in UTF-16', utf16('<html><body>年度报告'), 'a.html', 'html'],
    ['a page named .doc', utf8('<html xmlns:o="urn:x"><head>'), 'a.doc', 'html'],
    ['a page named .xls', utf8('<table border=1><tr><td>0'), 'a.xls', 'html'],
    ['a page named .txt', utf8('<div>年度报告</div>'), 'a.txt', 'html'],
    ['a page behind comments', utf8('<!-- CMS -->\n<!-- <w:x> --><body>x'), 'a', 'html'],
    ['XHTML', utf8('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>'), 'a.html', 'html'],
    ['a page behind a server warning', utf8('Notice: x<br>\n<div>年度</div>'), 'a.html', 'html'],
    ['text', utf8('年度报告\n'), 'a.txt', 'text'],
    ['text in GB18030', toGb18030('年度报告\n'), 'a.txt', 'text'],
    ['text in UTF-16', utf16('年度报告\n0'), 'a.txt', 'text'],
    ['text without an extension', utf8('年度报告'), 'README', 'text'],
    ['text named .docx', utf8('年度报告'), 'a.docx', 'text'],
    ['text named .doc', utf8('年度报告'), 'a.doc', 'text'],
    ['text named after a year', utf8('年度报告'), '某镇2021.年度报告', 'text'],
    ['text that begins with PK', utf8('PK 年度报告'), 'a.txt', 'text'],
    ['text without tags named .html', utf8('年度报告\n1 < 2'), 'a.html', 'text'],
    ['Markdown', utf8('# 年度报告\n<table>'), 'a.md', 'text'],
    ['Markdown that begins with a tag', utf8('<div align=center>\n\n# 年度报告'), 'a.md', 'text'],
    ['text that tells of pdf', utf8('<p>%PDF-'), 'a.html', 'html'],
    [
      'a web archive',
      utf8('\ufeffMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>'),
      'a.doc',
      'mht',
    ],
    [
      'one that begins like a mail',
      utf8('From: <Saved by WPS>\nMIME-Version: 1.0\nContent-Type: text/html\n'),
      'a.mht',
      'mht',
    ],
    ['a flat OpenDocument file', utf8('<?xml version="1.0"?><office:document>'), 'a.fodt', 'odt'],
    ['a workbook', zip(CONTENT_TYPES, 'xl/workbook.xml'), 'a.docx', 'xlsx'],
    ['an old workbook', ole('Workbook'), 'a.et', 'xls'],
    ['an old Word file', ole('WordDocument'), 'a.docx', 'doc'],
    ['an old Word file named .wps', ole('WordDocument'), 'a.wps', 'doc'],
  ])('%s', (_, bytes, name, type) => {
    expect(sniffType(bytes, name)).toEqual({ ok: true, value: type })
  })
})

const unsupported = (extension: string) => ({ code: 'unsupported-type', extension })
const damaged = (reason: string) => ({ code: 'damaged', reason })

describe('what is not read', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.docx', damaged('empty')],
    ['white space', utf8(' \r\n\t　'), 'a.txt', damaged('empty')],
    ['white space with a mark', utf8('\ufeff \n'), 'a.txt', damaged('empty')],
    ['white space in UTF-16', utf16(' \r\n'), 'a.txt', damaged('empty')],
    ['zero bytes', new Uint8Array(4096), 'a.docx', damaged('broken')],
    ['a Word file that is cut off', DOCX.subarray(0, -40), 'a.docx', damaged('broken')],
    ['one whose name does not tell', DOCX.subarray(0, -40), 'a.dat', damaged('broken')],
    ['four bytes of a Word file', DOCX.subarray(0, 4), 'a.docx', damaged('broken')],
    ['some zip that is cut off', zip('a.jpg').subarray(0, -10), 'a.zip', unsupported('zip')],
    ['slides', zip(CONTENT_TYPES, 'ppt/presentation.xml'), 'a.pptx', unsupported('pptx')],
    ['a zip', zip('年报.docx'), 'a.zip', unsupported('zip')],
    ['a zip named .docx', zip('a.txt'), 'a.docx', unsupported('zip')],
    ['an empty zip', buildZip([]), 'a.zip', unsupported('zip')],
    ['an encrypted Word file', ole('EncryptedPackage'), 'a.docx', { code: 'encrypted' }],
    ['a compound file of WPS', ole('Other'), 'a.wps', unsupported('wps')],
    ['an unknown compound file', ole('Other'), 'a.docx', unsupported('doc')],
    [
      'Word 2003 XML',
      utf8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>'),
      'a.doc',
      unsupported('xml'),
    ],
    ['a flat package', utf8('<pkg:package xmlns:pkg="x">'), 'a.xml', unsupported('xml')],
    [
      'a file of the Chinese standard',
      utf8('<?xml version="1.0"?><uof:UOF xmlns:uof="x"/>'),
      'a.uot',
      unsupported('uot'),
    ],
    ['other XML', utf8('<?xml version="1.0"?><data/>'), 'a.txt', unsupported('xml')],
    ['a picture', PNG, 'a.docx', unsupported('png')],
    ['a photograph', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'a.jpg', unsupported('jpg')],
    ['an archive', latin('Rar!\x1a\x07'), 'a.rar', unsupported('rar')],
    ['garbage named .docx', GARBAGE, 'a.docx', damaged('broken')],
    ['garbage named .txt', GARBAGE, 'a.TXT', damaged('broken')],
    ['garbage', GARBAGE, 'a.dat', unsupported('dat')],
    ['garbage without a name', GARBAGE, '', unsupported('')],
    ['data', utf8('{"a":1}'), 'a.json', unsupported('json')],
    ['a list', utf8('单位,年份\n'), 'a.csv', unsupported('csv')],
  ])('%s', (_, bytes, name, error) => {
    expect(sniffType(bytes, name)).toEqual({ ok: false, error })
  })

  it('names the kind of an OpenDocument file by its mimetype', () => {
    const odt = (type: string) =>
      buildZip([
        { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored: true },
      ])
    expect(sniffType(odt('text'), 'a.doc')).toEqual({ ok: true, value: 'odt' })
    expect(sniffType(odt('text').subarray(0, -30), 'a.odt')).toEqual({
      ok: false,
      error: damaged('broken'),
    })
    expect(sniffType(odt('spreadsheet'), 'a')).toEqual({ ok: false, error: unsupported('ods') })
  })

  it('knows a Word file with unusual part names by its content types', () => {
    const types =
      '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    const odd = buildZip([
      { name: CONTENT_TYPES, content: types },
      { name: 'main.xml', content: '' },
    ])
    expect(sniffType(odd, 'a.docx')).toEqual({ ok: true, value: 'docx' })
  })
})

describe('hostile files', () => {
  it('does not throw on any cut of a zip, or on bytes changed in it', () => {
    for (let length = 0; length < DOCX.length; length++)
      sniffType(DOCX.subarray(0, length), 'a.docx')
    for (let at = 0; at < DOCX.length; at++) {
      const changed = DOCX.slice()
      changed[at] = 0xff
      expect(() => sniffType(changed, 'a.docx')).not.toThrow()
    }
  })

  it('does not unpack content types that would fill the memory', () => {
    const bomb = buildZip([{ name: CONTENT_TYPES, content: new Uint8Array(30_000_000) }])
    expect(sniffType(bomb, 'a.docx')).toEqual({ ok: false, error: unsupported('zip') })
  })
})

describe('extensionOf', () => {
  it.each([
    ['a.DOCX', 'docx'],
    ['dir.d/a', ''],
    ['C:\\报告\\a.Txt', 'txt'],
    ['.htaccess', ''],
    ['a.tar.gz', 'gz'],
    ['a.', ''],
  ])('of %s', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})
