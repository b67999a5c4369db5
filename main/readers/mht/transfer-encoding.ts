/**
 * The bytes of a body that was made safe for mail (RFC 2045, 6). `text` has one character for each byte; an encoding
 * that is not known changes nothing.
 */
export function decodeTransfer(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'quoted-printable':
      return Buffer.from(fromQuotedPrintable(text), 'latin1')
    case 'base64':
      return Buffer.from(text, 'base64')
    default:
      return Buffer.from(text, 'latin1')
  }
}

/** A `=` at the end of a line takes the line break away; what is no code stays as it is. */
const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
