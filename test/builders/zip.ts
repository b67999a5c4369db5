import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip made for a test; the optional fields make archives that no honest program writes. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  /** Bytes to store as they are. */
  readonly stored?: boolean
  /** Unpacked size to declare instead of the true one. */
  readonly declaredSize?: number
  readonly declaredCrc?: number
  /** General purpose flags beside UTF-8 names; 1 means encrypted, 0x41 strongly encrypted. */
  readonly flags?: number
  readonly method?: number
  /** The name in another encoding, without the flag that says UTF-8; `name` is then only for the reader of the test. */
  readonly nameBytes?: Uint8Array
  /** Extra fields, as they stand in the file. */
  readonly extra?: Uint8Array
}

const UTF8_NAMES = 0x800
const DEFLATED = 8
const VERSION = 20

/** A zip of `parts`, in that order, deflated unless a part says otherwise. */
export function buildZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const data = part.stored ? content : deflateRawSync(content)
    const name = Buffer.from(part.nameBytes ?? part.name)
    const extra = Buffer.from(part.extra ?? [])
    const encoding = part.nameBytes === undefined ? UTF8_NAMES : 0
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(VERSION, 0)
    fields.writeUInt16LE(encoding | (part.flags ?? 0), 2)
    fields.writeUInt16LE(part.method ?? (part.stored ? 0 : DEFLATED), 4)
    fields.writeUInt32LE(part.declaredCrc ?? crc32(content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(part.declaredSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    fields.writeUInt16LE(extra.length, 24)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, extra, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([VERSION, 0])
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), version, fields, tail, name, extra)
    offset += 4 + fields.length + name.length + extra.length + data.length
  }
  return Buffer.concat([...locals, ...directory, endRecord(parts.length, directory, offset)])
}

function endRecord(count: number, directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((size, piece) => size + piece.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}
