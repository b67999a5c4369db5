import { trimEdges } from './edge-space.ts'

/** White space and invisible characters only, and no tab: a tab can be an empty cell. */
export const isEmptyLine = (line: string): boolean => !line.includes('\t') && trimEdges(line) === ''

/** A text as it stands in a value cell: a blank, a number, or a mark for none. */
export function isValue(text: string): boolean {
  return VALUE.test(trimEdges(text))
}

/** Prose rather than the text of a cell: longer than a label's part, with a full stop. */
export const isProse = (text: string): boolean =>
  text.length > SHORTEST_PROSE && /[。！？]/.test(text)

/** Only a heading's number: `一、`, `（二）`, `3.`. */
export const isNumberOnly = (text: string): boolean => NUMBER_ONLY.test(trimEdges(text))

/** `一、` at the beginning: the heading of a section, or the label of a main row. */
export const isSectionNumbered = (text: string): boolean =>
  /^[#*\s]*[一二三四五六七八九十]{1,3}、/.test(text)

/** The line between a Markdown table's header and body: `---`, `:--:`. */
export const isRuleCell = (text: string): boolean => /^:?-{3,}:?$/.test(trimEdges(text))

const VALUE =
  /^(?:|[+＋\-－—–]?[\d０-９]{1,15}(?:[.．,，][\d０-９]{1,15}){0,6}(?:件|条|项|元|万元)?|[-－—–─/／\\＼]{1,4}|无|零|〇|不适用)$/

const NUMBER_ONLY =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d０-９]{1,3}[）)]|[\d０-９]{1,2}[.．、)）])$/

/** In characters; the parts of a label have no full stop anyway. */
const SHORTEST_PROSE = 30
