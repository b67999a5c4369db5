/** A text of the document as a message quotes it: on one line, cut where it is long. */
export function quote(text: string): string {
  const line = text.replace(UNPRINTABLE, ' ').trim()
  const characters = [...line]
  const shown =
    characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`
  return `“${shown}”`
}

/** Longest quotation, in characters. */
const LONGEST = 40

/** White space and controls; direction marks among them could turn the sentence around the quotation. */
const UNPRINTABLE = /[\s\p{Cc}\p{Cf}]+/gu
