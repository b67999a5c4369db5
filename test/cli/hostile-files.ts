import { buildDocx, paragraph, table, textRow } from '../builders/docx.ts'
import { buildPdf, type PdfMark } from '../builders/pdf.ts'
import { mulberry32 } from '../builders/random-report.ts'
import { asDocx, asHtml, asPdf, asText, goodReport } from './samples.ts'

/** Bytes that are no file format at all, the same on every machine. */
export function noise(length: number): Uint8Array {
  const random = mulberry32(7)
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}

/** The first part of a good file, as a broken download leaves it. */
export const truncated = (whole: Uint8Array): Uint8Array =>
  whole.subarray(0, Math.floor(whole.length * 0.6))

/** A compound file with one stream of that name, as far as anyone looks before the content. */
export function compoundFile(stream: string): Uint8Array {
  const file = Buffer.alloc(3072)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  const entry = 1024
  const name = Buffer.from(`${stream}\0`, 'utf16le')
  name.copy(file, entry)
  file.writeUInt16LE(name.length, entry + 64)
  file.writeUInt8(2, entry + 66)
  return file
}

/** A Word file of a few hundred kilobytes that unpacks to 400 megabytes. */
export const zipBomb = (): Uint8Array =>
  buildDocx({ document: Buffer.alloc(400 * 1024 * 1024, 0x20) })

/** A Word file whose XML wants to be expanded to gigabytes. */
export const entityBomb = (): Uint8Array =>
  buildDocx({
    document: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'年'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><x>&b;</x>`,
  })

/** A Word file with an entry that would be written outside the folder it is unpacked to. */
export const pathTraversal = (): Uint8Array =>
  buildDocx({
    body: paragraph('政府信息公开工作年度报告'),
    parts: [{ name: '../../evil.txt', content: 'x' }],
  })

/** A page whose elements stand inside each other 5,000 deep. */
export const deepHtml = (): string =>
  `<html><body>${'<div>'.repeat(5000)}政府信息公开${'</div>'.repeat(5000)}</body></html>`

/** A page with a table of 50,000 rows. */
export const longHtml = (): string =>
  `<html><body><table>${'<tr><td>规章</td><td>0</td></tr>'.repeat(50_000)}</table></body></html>`

/** A Word file with a table of 50,000 rows. */
export const longDocx = (): Uint8Array =>
  buildDocx({ body: table(2, ...Array.from({ length: 50_000 }, () => textRow('规章', '0'))) })

const SENTENCE = '收到和处理政府信息公开申请情况'

/** A line of a PDF in a font of that kind. */
const line = (font?: 'unmapped' | 'numbered'): PdfMark => ({
  kind: 'text',
  x: 72,
  y: 100,
  text: SENTENCE,
  ...(font === undefined ? {} : { font }),
})

const picture: PdfMark = { kind: 'image', x: 0, y: 0, width: 595, height: 842 }

/** A PDF that opens with a password only. */
export const lockedPdf = (): Uint8Array =>
  buildPdf([{ marks: [line()] }], { protection: { user: 'secret', owner: 'secret' } })

/** A PDF of scanned pages. */
export const scannedPdf = (): Uint8Array => buildPdf([{ marks: [picture] }, { marks: [picture] }])

/** A PDF that looks right, whose font does not say which characters its shapes are. */
export const wordlessPdf = (font: 'unmapped' | 'numbered'): Uint8Array =>
  buildPdf([{ marks: [line(font)] }])

/** Something honest that is no annual report. */
export const letter = (): string =>
  '关于召开会议的通知\n\n各乡镇人民政府：\n定于明日上午九时开会。\n'

/** Files with the code that says why they cannot be read. */
export const UNREADABLE: readonly (readonly [
  name: string,
  code: string,
  make: () => Uint8Array | string,
])[] = [
  ['empty.docx', 'damaged', () => ''],
  ['empty.txt', 'damaged', () => ''],
  ['spaces.html', 'damaged', () => ' \n \n'],
  ['truncated.docx', 'damaged', () => truncated(asDocx(goodReport()))],
  ['truncated.pdf', 'damaged', () => truncated(asPdf(goodReport()))],
  ['noise.docx', 'damaged', () => noise(20_000)],
  ['noise.pdf', 'damaged', () => noise(20_000)],
  ['noise.txt', 'damaged', () => noise(20_000)],
  ['noise.html', 'damaged', () => noise(20_000)],
  ['noise.dat', 'unsupported-type', () => noise(20_000)],
  ['hollow.doc', 'damaged', () => compoundFile('WordDocument')],
  ['hollow.xls', 'damaged', () => compoundFile('Workbook')],
  ['slides.ppt', 'unsupported-type', () => compoundFile('PowerPoint Document')],
  ['encrypted.docx', 'encrypted', () => compoundFile('EncryptedPackage')],
  ['locked.pdf', 'encrypted', lockedPdf],
  ['scan.pdf', 'no-text-layer', scannedPdf],
  ['unmapped.pdf', 'no-unicode', () => wordlessPdf('unmapped')],
  ['numbered.pdf', 'no-unicode', () => wordlessPdf('numbered')],
  ['bomb.docx', 'too-large', zipBomb],
  ['entities.docx', 'damaged', entityBomb],
  ['traversal.docx', 'damaged', pathTraversal],
  ['deep.html', 'not-a-report', deepHtml],
  ['long.html', 'too-large', longHtml],
  ['long.docx', 'too-large', longDocx],
  ['letter.txt', 'not-a-report', letter],
  ['letter.docx', 'not-a-report', () => buildDocx({ body: paragraph('关于召开会议的通知') })],
]

/** Good reports under names that promise something else. */
export const MISNAMED: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['word.pdf', () => asDocx(goodReport())],
  ['word.txt', () => asDocx(goodReport())],
  ['paper.docx', () => asPdf(goodReport())],
  ['page.doc', () => asHtml(goodReport())],
  ['page.docx', () => asHtml(goodReport())],
  ['text.html', () => asText(goodReport())],
  ['WORD.DOCX', () => asDocx(goodReport())],
  ['no-extension', () => asText(goodReport())],
]
