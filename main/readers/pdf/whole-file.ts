/**
 * Whether a PDF is there to its very end. pdf.js rebuilds the index of a file that was cut off and shows what is
 * left of it; tables on its last pages would then be missing without a word.
 */
export function isWholeFile(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf('startxref')
  if (end < 0) return false
  const tail = buffer.subarray(end).toString('latin1')
  // A file that is read from its start (linearised) has an early end mark too, but objects follow it.
  return /^startxref\s+\d+/.test(tail) && !/\d\s+\d+\s+obj\b/.test(tail)
}
