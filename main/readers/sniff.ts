import { REPORT_EXTENSIONS } from '../../shared/document/report-extensions.ts'
import type { ReadError } from '../../shared/read-error.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { isBinary } from './charset.ts'
import { isEncryptedOfficeFile } from './docx/encrypted.ts'
import { markupKind } from './markup-kind.ts'
import { openCompoundFile } from './ole/compound-file.ts'
import type { SourceType } from './reader.ts'
import { rtfStart } from './rtf/rtf-start.ts'
import { trimEdges } from './text/edge-space.ts'
import { zipKind } from './zip-kind.ts'

/** What a file is, by its content first and its name second; an error where no reader can take it. */
export function sniffType(bytes: Uint8Array, name: string): Result<SourceType, ReadError> {
  const extension = extensionOf(name)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isWhite(file)) return failure({ code: 'damaged', reason: 'empty' })
  if (ZIP.some((record) => startsWith(file, record))) return sniffZip(file, extension)
  if (startsWith(file, OLE)) return sniffOle(file, extension)
  if (rtfStart(file) !== undefined) return success('rtf')
  const known = SIGNATURES.find(([signature]) => startsWith(file, signature))
  if (known !== undefined) return unsupported(known[1])
  const markup = markupKind(file.subarray(0, HEAD_BYTES), extension)
  if (markup !== 'none' && markup !== 'xml') return success(markup)
  if (file.subarray(0, PDF_HEAD_BYTES).includes('%PDF-')) return success('pdf')
  // UOF and the like keep their own name (`uot`).
  if (markup === 'xml')
    return unsupported(isSupported(extension) || extension === '' ? 'xml' : extension)
  if (isBinary(file.subarray(0, HEAD_BYTES))) return unknownBinary(extension)
  return OTHER_TEXT.has(extension) ? unsupported(extension) : success('text')
}

/** Lower case, without the dot; empty where the name has none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).trim()
  const dot = base.lastIndexOf('.')
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase()
}

/** Enough for a page's first tags behind the comments of a content management system. */
const HEAD_BYTES = 64 * 1024

/** Where programs that read PDF look for its beginning. */
const PDF_HEAD_BYTES = 1024

/** A zip file's first record: a file's header, the end of an empty archive, the mark of a split one. */
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
]

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** First bytes of what offices send by mistake, with the extension it should have. */
const SIGNATURES: readonly (readonly [string | readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpg'],
  ['GIF8', 'gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'tif'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tif'],
  ['Rar!', 'rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x1f, 0x8b], 'gz'],
]

/** Plain text that is no report: data and code. */
const OTHER_TEXT: ReadonlySet<string> = new Set([
  'bat',
  'css',
  'csv',
  'eml',
  'ini',
  'js',
  'json',
  'log',
  'mjs',
  'ndjson',
  'py',
  'svg',
  'ts',
  'tsx',
  'xml',
  'yaml',
  'yml',
])

const unsupported = (extension: string) =>
  failure<ReadError>({ code: 'unsupported-type', extension })

const startsWith = (file: Buffer, signature: string | readonly number[]): boolean => {
  const expected = Buffer.from(
    typeof signature === 'string' ? Buffer.from(signature, 'latin1') : signature,
  )
  return file.subarray(0, expected.length).equals(expected)
}

/** Nothing but white space, in any encoding: zero bytes are UTF-16's. */
function isWhite(file: Buffer): boolean {
  const head = file.subarray(0, HEAD_BYTES)
  const isWide = head.includes(0)
  if (isWide && head.every((byte) => byte === 0)) return false
  const isWhiteText = (part: Buffer) => trimEdges(part.toString(isWide ? 'utf16le' : 'utf8')) === ''
  return isWhiteText(head) && isWhiteText(file)
}

/** Kinds of zip files that are documents with a reader. */
const READABLE_ZIPS = ['docx', 'ofd', 'odt', 'xlsx'] as const

function sniffZip(file: Buffer, extension: string): Result<SourceType, ReadError> {
  const kind = zipKind(file)
  const readable = READABLE_ZIPS.find((type) => type === kind)
  if (readable !== undefined) return success(readable)
  if (kind !== 'cut off') return unsupported(kind === 'zip' ? zipExtension(extension) : kind)
  const isPromised = READABLE_ZIPS.some((type) => type === extension)
  return isPromised || file.subarray(0, HEAD_BYTES).includes('word/')
    ? failure({ code: 'damaged', reason: 'broken' })
    : unsupported(zipExtension(extension))
}

/** Zip files of other kinds keep their own name (`wps`, `et`); under a name that promises something else they are `zip`. */
const zipExtension = (extension: string): string =>
  extension === '' || isSupported(extension) ? 'zip' : extension

const isSupported = (extension: string): boolean =>
  REPORT_EXTENSIONS.some((supported) => supported === extension)

function sniffOle(file: Buffer, extension: string): Result<SourceType, ReadError> {
  if (isEncryptedOfficeFile(file)) return failure({ code: 'encrypted' })
  const container = openCompoundFile(file)
  // An object in a workbook may be a Word document, and the other way round; a damaged file is named by what it names.
  const stream =
    OLE_STREAMS.find(([name]) => container.ok && container.value.stream(name) !== undefined) ??
    OLE_STREAMS.find(([name]) => file.includes(Buffer.from(`${name}\0`, 'utf16le')))
  if (stream?.[1] === 'doc' || stream?.[1] === 'xls') return success(stream[1])
  if (stream !== undefined) return unsupported(stream[1])
  return unsupported(OLE_NAMES.test(extension) ? extension : 'doc')
}

/** Names of compound files; under any other name such a file is most likely a Word file of old. */
const OLE_NAMES = /^(?:wps|wpt|et|dps|xls|xlt|ppt|vsd|msg|msi|pub|mdb)$/

/** The stream by which the programs that write compound files can be told apart. */
const OLE_STREAMS = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
] as const

function unknownBinary(extension: string): Result<SourceType, ReadError> {
  return extension === '' || !isSupported(extension)
    ? unsupported(extension)
    : failure({ code: 'damaged', reason: 'broken' })
}
