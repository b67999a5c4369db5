import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/**
 * The cells of a damaged file in the order in which they stand in its bytes, by the crudest means there are and without
 * any of the program's readers; null for formats that have no plain text.
 */
export function crudeCells(bytes: Uint8Array, extension: string): readonly string[] | null {
  const text = (encoding: string): string => new TextDecoder(encoding).decode(bytes)
  switch (extension) {
    case 'txt':
    case 'md':
      return text('utf-8').split('\n').flatMap(lineCells)
    case 'fodt':
      return taggedCells(text('utf-8'))
    case 'html':
      return htmlCells(text('utf-8'))
    case 'htm':
      return htmlCells(text('gb18030'))
    case 'mht':
      return htmlCells(new TextDecoder('utf-8').decode(unquoted(bytes)))
    case 'rtf':
      return rtfCells(text('latin1'))
    case 'doc':
      // The text stands in the file as one run of two bytes a character, at an even offset; a cell ends with U+0007.
      return text('utf-16le').replaceAll('\u0007', '\r').split('\r')
    default:
      return null
  }
}

/** A line of several cells is a row; other cells stand below each other. */
function lineCells(line: string): readonly string[] {
  // A bar at the end closes the last cell, and one at the beginning opens the first.
  const cells = line
    .trimEnd()
    .replace(/^\||\|$/g, '')
    .split(/[\t|]/)
  const isRow = cells.filter((cell) => cell.trim() !== '').length > MOST_IN_LINE
  return isRow ? [ROW_START, ...cells, ROW_START] : cells
}

/** Where cells stand below each other, a damage puts two in one line. */
const MOST_IN_LINE = 2

/** Elements whose text no browser shows. */
const UNSHOWN: ReadonlySet<string> = new Set(['style', 'script', 'title'])

/** Stands in the list where a row is known to begin or to end. */
export const ROW_START = '\u0001'

/** Cells by their tags, as a parser of HTML alone finds them. */
function htmlCells(markup: string): readonly string[] {
  const cells: string[] = []
  const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if ('value' in node) return node.value
    if ('tagName' in node && UNSHOWN.has(node.tagName)) return ''
    return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  }
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (!('childNodes' in node)) return
    if (node.tagName === 'tr') cells.push(ROW_START)
    const isCell = node.tagName === 'td' || node.tagName === 'th'
    if (isCell && !holdsTable(node)) cells.push(textOf(node))
    else for (const child of node.childNodes) walk(child)
    if (node.tagName === 'tr') cells.push(ROW_START)
  }
  for (const child of parse(markup).childNodes) walk(child)
  return cells
}

const holdsTable = (node: DefaultTreeAdapterTypes.Element): boolean =>
  node.childNodes.some(
    (child) => 'tagName' in child && (child.tagName === 'table' || holdsTable(child)),
  )

/** The cells of OpenDocument by their tags. */
const taggedCells = (markup: string): readonly string[] =>
  markup.split(/<table:table-cell\b[^>]*>/).map((part) => part.replace(/<[^>]*>/g, ''))

/** Without the quoting of mail: `=3D` is a byte, and `=` at a line's end joins it to the next. */
function unquoted(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes).replace(/=\r?\n/g, '')
  const plain = text.replace(/=([\dA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

/** Cells end with a control word; characters are written by number with a stand-in behind, or by their bytes. */
const rtfCells = (source: string): readonly string[] =>
  source.split(/\\(?:cell|nestcell|par)\b/).map((part) =>
    part
      .replace(/\\u(-?\d+) ?(?:\\'[\da-f]{2}){1,2}/g, (_, code: string) =>
        String.fromCharCode(Number(code) & 0xffff),
      )
      .replace(/\\u(-?\d+) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xffff))
      .replace(/(?:\\'[\da-f]{2})+/g, (run) =>
        new TextDecoder('gb18030').decode(Buffer.from(run.replaceAll("\\'", ''), 'hex')),
      )
      .replace(/\\[a-zA-Z]+-?\d* ?|[{}\r\n]|\\\*/g, ''),
  )
