/** What the page says of its own encoding: `<meta charset>`, `http-equiv`, or the XML declaration. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  // Latin 1 shows every byte; tag names and charset labels are ASCII in all encodings that need a declaration.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES))
  const text = head.toString('latin1')
  const match =
    /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(text) ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{1,40})/i.exec(text)
  return match?.[1]
}

/** Browsers look at the first 1,024 bytes; content management systems put more than that before it. */
const HEAD_BYTES = 8_192
