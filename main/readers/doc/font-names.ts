/** Where the name stands in a font's record ([MS-DOC] 2.9.87), in bytes from the record's length. */
const NAME_AT = 40
const HEADER_SIZE = 4

/** Names of the document's fonts by their index ([MS-DOC] 2.9.273, the SttbfFfn). */
export function readFontNames(bytes: Buffer): readonly string[] {
  const names: string[] = []
  let at = HEADER_SIZE
  while (at < bytes.length) {
    const end = at + 1 + bytes.readUInt8(at)
    const name = bytes.toString('utf16le', Math.min(at + NAME_AT, end), end)
    // Behind the zero there may be a second name.
    names.push(name.split('\0')[0] ?? '')
    at = end
  }
  return names
}
