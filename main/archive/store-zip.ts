import { crc32 } from 'node:zlib'

/** One file to put into a zip. */
export interface StoredFile {
  /** Path inside the zip, `/` between folders. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** Flag that says names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8_NAMES = 0x800
/** Version 2.0 is enough for folders in names. */
const VERSION_NEEDED = 20
/** 1 January 1980, the earliest a zip can say: the same files give the same bytes. */
const DATE = 0x21
const FIELDS_SIZE = 26
const END_RECORD_SIZE = 22

/** A zip that holds `files` uncompressed, in that order. */
export function storeZip(files: readonly StoredFile[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const content = Buffer.from(file.content)
    const fields = entryFields(name, content)
    pieces.push(signature(3, 4), fields, name, content)
    directory.push(signature(1, 2), Buffer.from([VERSION_NEEDED, 0]), fields, tail(offset), name)
    offset += 4 + FIELDS_SIZE + name.length + content.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...pieces, listed, endRecord(files.length, listed.length, offset)])
}

function signature(first: number, second: number): Buffer {
  return Buffer.from([0x50, 0x4b, first, second])
}

/** The fields that a file's own header and its line in the directory share. */
function entryFields(name: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(FIELDS_SIZE)
  fields.writeUInt16LE(VERSION_NEEDED, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(content.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

/** The end of a line in the directory: no comment, no attributes, and where the file begins. */
function tail(offset: number): Buffer {
  const fields = Buffer.alloc(14)
  fields.writeUInt32LE(offset, 10)
  return fields
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(END_RECORD_SIZE)
  signature(5, 6).copy(end)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
