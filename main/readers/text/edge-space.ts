/** The text without the white space and invisible characters at its two ends. */
export function trimEdges(text: string): string {
  const [from, to] = trimRange(text, 0, text.length)
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

/** The part of `text` from `from` to `to` (exclusive) without white space and invisible characters at its ends. */
export function trimRange(text: string, from: number, to: number): readonly [number, number] {
  let start = from
  let end = to
  while (start < end && isEdgeSpace(text.charCodeAt(start))) start++
  while (end > start && isEdgeSpace(text.charCodeAt(end - 1))) end--
  return [start, end]
}

/** White space of any width, controls, zero-width characters, byte order and direction marks. */
function isEdgeSpace(code: number): boolean {
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x3000) return true
  if (code < 0x1680 || code >= 0x2e80) return code === 0xfeff
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x2060
  )
}
