import { toGb18030 } from './encode-text.ts'

/**
 * How a program writes text. `word`: `\u` with the GBK bytes behind it, a group for each script with the marks of
 * saving. `libreoffice`: `\u` with one byte behind it. `gbk`: bytes only, as WordPad and older programs do.
 */
export type RtfScript = 'word' | 'libreoffice' | 'gbk'

/** The text as runs of that program; `\n` becomes a line break. */
export function rtfRuns(text: string, script: RtfScript): string {
  return text
    .split(/([\x20-\x7e]+|\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return '\\line '
      return /^[\x20-\x7e]/.test(piece) ? westernRun(piece, script) : chineseRuns(piece, script)
    })
    .join('')
}

/** What each program writes before a table's or a paragraph's text, so that its fonts are known. */
export const RTF_HEADS: Readonly<Record<RtfScript, string>> = {
  word: '{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch31505\\deflang1033\\deflangfe2052',
  libreoffice: '{\\rtf1\\ansi\\deff0\\adeflang1025\n',
  gbk: '{\\rtf1\\ansi\\ansicpg936\\deff0\\deflang1033\\deflangfe2052',
}

const westernRun = (text: string, script: RtfScript): string => {
  const escaped = text.replace(/[\\{}]/g, '\\$&')
  switch (script) {
    case 'word':
      return `{\\rtlch\\fcs1 \\af0\\afs18 \\ltrch\\fcs0 \\fs18\\insrsid9440741 \\hich\\af0\\dbch\\af1\\loch\\f0 ${escaped}}`
    case 'libreoffice':
      return `{\\loch\n${escaped}}`
    case 'gbk':
      return `\\f0 ${escaped}`
  }
}

function chineseRuns(text: string, script: RtfScript): string {
  switch (script) {
    case 'word':
      return halves(text)
        .map(
          (half, index) =>
            `{\\rtlch\\fcs1 \\af0\\afs18 \\ltrch\\fcs0 \\fs18\\insrsid${4523 + index} \\loch\\af0\\hich\\af0\\dbch\\f1 ${unicodes(half, pairOf)}}`,
        )
        .join('\r\n')
    case 'libreoffice':
      return `{\\dbch\n${unicodes(text, () => "\\'3f")}}`
    case 'gbk':
      return `\\f1 ${Array.from(text, pairOf).join('')}`
  }
}

/** Saving after an edit tears a text in two. */
function halves(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2)
  return text.length < 2 ? [text] : [text.slice(0, middle), text.slice(middle)]
}

const unicodes = (text: string, fallback: (character: string) => string): string =>
  Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    return `\\u${code > 0x7fff ? code - 0x10000 : code}${fallback(character)}`
  }).join('')

/** The first byte escaped, the second as it stands where it is a printable character. */
function pairOf(character: string): string {
  const [lead = 0, trail = 0] = toGb18030(character)
  const second = String.fromCharCode(trail)
  return `${hex(lead)}${/[@-Z^-z|~[\]]/.test(second) && trail < 0x7f ? second : hex(trail)}`
}

const hex = (byte: number): string => `\\'${byte.toString(16).padStart(2, '0')}`
