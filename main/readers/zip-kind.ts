import { inflateRawSync } from 'node:zlib'

/** What a zip file is: a Word file, another kind (its extension), some `zip`, or a file whose end is missing. */
export type ZipKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'ofd'
  | 'epub'
  | 'zip'
  | 'cut off'

/** Told by the names in the central directory; content is looked at only where the names leave it open. */
export function zipKind(file: Buffer): ZipKind {
  const directory = directoryOf(file)
  if (directory === undefined) return 'cut off'
  const byName = (name: string) => directory.find((entry) => entry.name === name)
  const has = (prefix: string) => directory.some((entry) => entry.name.startsWith(prefix))
  const types = byName('[content_types].xml')
  if (types !== undefined) {
    if (has('word/')) return 'docx'
    if (has('xl/')) return 'xlsx'
    if (has('ppt/')) return 'pptx'
    return contentOf(file, types).includes('wordprocessingml') ? 'docx' : 'zip'
  }
  if (byName('ofd.xml') !== undefined) return 'ofd'
  const mimetype = byName('mimetype')
  return mimetype === undefined ? 'zip' : kindOfMimetype(contentOf(file, mimetype))
}

interface Entry {
  /** In lower case and with slashes: some writers use backslashes. */
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly localHeader: number
}

/** Layout of the records (APPNOTE.TXT 4.3), in bytes. */
const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8

/** A Word file has dozens of entries; the telling ones may stand last. */
const MOST_ENTRIES = 10_000

/** In bytes, unpacked: lists of content types and mimetypes are shorter by far. */
const LONGEST_CONTENT = 1_000_000

/** The central directory; undefined where there is none, as in a file that was not copied to its end. */
function directoryOf(file: Buffer): readonly Entry[] | undefined {
  const tail = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT)
  const end = file.subarray(tail).lastIndexOf(END_SIGNATURE)
  if (end < 0 || tail + end + END_SIZE > file.length) return undefined
  const start = file.readUInt32LE(tail + end + 16)
  const entries: Entry[] = []
  let at = start
  while (entries.length < MOST_ENTRIES && at + ENTRY_SIZE <= file.length) {
    if (file.readUInt32LE(at) !== ENTRY_SIGNATURE) break
    const nameLength = file.readUInt16LE(at + 28)
    entries.push(entryAt(file, at, nameLength))
    at += ENTRY_SIZE + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  // An end without a directory where it should be: bytes are missing before it.
  return entries.length === 0 && file.readUInt16LE(tail + end + 10) > 0 ? undefined : entries
}

function entryAt(file: Buffer, at: number, nameLength: number): Entry {
  const name = file.toString('latin1', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)
  return {
    name: name.toLowerCase().replaceAll('\\', '/'),
    method: file.readUInt16LE(at + 10),
    compressedSize: file.readUInt32LE(at + 20),
    localHeader: file.readUInt32LE(at + 42),
  }
}

/** The content of a short entry; empty where it cannot be read. */
function contentOf(file: Buffer, { method, compressedSize, localHeader }: Entry): string {
  if (localHeader + LOCAL_SIZE > file.length) return ''
  const start =
    localHeader +
    LOCAL_SIZE +
    file.readUInt16LE(localHeader + 26) +
    file.readUInt16LE(localHeader + 28)
  const packed = file.subarray(start, start + compressedSize)
  if (method === STORED) return packed.toString('latin1', 0, LONGEST_CONTENT)
  if (method !== DEFLATED) return ''
  try {
    return inflateRawSync(packed, { maxOutputLength: LONGEST_CONTENT }).toString('latin1')
  } catch {
    // Damaged or far too long: then it does not tell what the file is, and the reader will say what is wrong.
    return ''
  }
}

function kindOfMimetype(mimetype: string): ZipKind {
  if (mimetype.includes('opendocument.text')) return 'odt'
  if (mimetype.includes('opendocument.spreadsheet')) return 'ods'
  if (mimetype.includes('opendocument.presentation')) return 'odp'
  return mimetype.includes('epub') ? 'epub' : 'zip'
}
