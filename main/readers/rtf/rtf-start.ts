const SIGNATURE = '{\\rtf'

/** So much white space, byte order marks included, is passed over before the first brace. */
const MOST_FILLING = 1024

/** Where an RTF document begins: some programs write white space or a byte order mark first. Undefined in other files. */
export function rtfStart(bytes: Uint8Array): number | undefined {
  const head = Buffer.from(bytes.subarray(0, MOST_FILLING + SIGNATURE.length)).toString('latin1')
  const start = head.search(/[^\s\0\u00ef\u00bb\u00bf]/)
  return start >= 0 && head.startsWith(SIGNATURE, start) ? start : undefined
}
