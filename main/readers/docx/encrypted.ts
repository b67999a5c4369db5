/** The first bytes of an OLE compound file. */
const OLE_SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** The stream that holds the encrypted zip (MS-OFFCRYPTO 2.3.4.4); a .doc has none of that name. */
const STREAM_NAME = Buffer.from('EncryptedPackage\0', 'utf16le')

/** Layout of a directory entry (MS-CFB 2.6.1); entries start at multiples of their size. Offsets in bytes. */
const ENTRY_SIZE = 128
const NAME_LENGTH_OFFSET = 64
const TYPE_OFFSET = 66
const TYPE_STREAM = 2

/** Whether these bytes are a .docx or .xlsx with an open password: an OLE file around the encrypted zip. */
export function isEncryptedOfficeFile(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) return false
  let start = file.indexOf(STREAM_NAME)
  while (start >= 0) {
    if (isStreamEntry(file, start)) return true
    start = file.indexOf(STREAM_NAME, start + 1)
  }
  return false
}

function isStreamEntry(file: Buffer, start: number): boolean {
  if (start % ENTRY_SIZE !== 0 || start + ENTRY_SIZE > file.length) return false
  return (
    file.readUInt16LE(start + NAME_LENGTH_OFFSET) === STREAM_NAME.length &&
    file.readUInt8(start + TYPE_OFFSET) === TYPE_STREAM
  )
}
