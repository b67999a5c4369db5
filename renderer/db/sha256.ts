/** The SHA-256 of the bytes in lower-case hexadecimal digits. */
export async function toSha256(
  bytes: Uint8Array,
  subtle: Pick<SubtleCrypto, 'digest'>,
): Promise<string> {
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
