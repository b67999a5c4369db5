import { crc32 } from 'node:zlib'
import type { EntryName } from './zip.ts'

/**
 * The name of an entry as the person saw it who packed it. The format knows UTF-8 and an old American code page; what
 * Chinese Windows packs is in GBK and says so nowhere, and some programs write backslashes between folders.
 */
export const entryName: EntryName = ({ fileNameRaw, extraFields }) => {
  const known = extraFields.flatMap(({ id, data }) =>
    id === UNICODE_PATH ? (unicodePath(data, fileNameRaw) ?? []) : [],
  )
  const name =
    known[0] ??
    decoded(fileNameRaw, 'utf-8') ??
    decoded(fileNameRaw, 'gb18030') ??
    // No text in any encoding: then a character for each byte, so that two names stay two.
    fileNameRaw.toString('latin1')
  return name.replaceAll('\\', '/')
}

/** Info-ZIP's extra field for a name in UTF-8 beside one in the packer's own encoding. */
const UNICODE_PATH = 0x7075
/** Before the name: a version and the checksum of the name that it stands for. In bytes. */
const CHECKSUM_OFFSET = 1
const NAME_OFFSET = 5

/** Undefined where the field belongs to another name: the entry was renamed by a program that does not know it. */
function unicodePath(data: Buffer, raw: Buffer): string | undefined {
  const isOurs =
    data.length > NAME_OFFSET && data[0] === 1 && data.readUInt32LE(CHECKSUM_OFFSET) === crc32(raw)
  return isOurs ? decoded(data.subarray(NAME_OFFSET), 'utf-8') : undefined
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The only way TextDecoder has of saying that the bytes are not of this encoding.
    return undefined
  }
}
