import type { Paragraph, Place, SourceDocument } from '../../document/source-document.ts'
import { toLabelKey } from '../../text/label.ts'
import { isValueLike } from '../../text/number.ts'
import { type Row, type RowCell, shownBy } from './row.ts'
import { recognise, type Vocabulary } from './vocabulary.ts'

/** Part of a document, by block indexes; `end` is exclusive. */
export interface BlockRange {
  readonly start: number
  readonly end: number
}

/**
 * Rows of a table that the document holds as plain lines, a cell a line or a row a line. Returns the ways in which
 * the lines can be read, the plainest first: empty lines as mere spacing, or as blank cells.
 * Empty where the lines do not hold the table.
 */
export function flowToRows(
  document: SourceDocument,
  range: BlockRange,
  vocabulary: Vocabulary,
): readonly (readonly Row[])[] {
  const paragraphs = document.blocks
    .slice(range.start, range.end)
    .filter((block): block is Paragraph => block.kind === 'paragraph')
  const tokens = joinTornLabels(
    paragraphs.flatMap((paragraph, line) => toTokens(paragraph, line, vocabulary)),
    vocabulary,
  )
  const known = new Set(tokens.flatMap((token) => nameOf(token.text, vocabulary) ?? []))
  if (known.size < FEWEST_WORDS || !tokens.some((token) => isValueLike(token.text))) return []
  const filled = tokens.filter((token) => token.text.trim() !== '')
  const readings = filled.length === tokens.length ? [tokens] : [filled, tokens]
  return readings.map((reading) => toRows(reading, vocabulary))
}

/** Fewer of the table's words in a stretch of lines are a mention, not the table. */
const FEWEST_WORDS = 4

interface Token {
  readonly text: string
  readonly at: readonly Place[]
  /** The token stands in a line of several cells; the number tells such lines apart. */
  readonly line: number | null
}

const nameOf = (text: string, vocabulary: Vocabulary): string | undefined =>
  (recognise(text, vocabulary.identities) ?? recognise(text, vocabulary.others))?.key.words

/** A line is one cell, several parted by tabs, or a label with its numbers after it. */
function toTokens(paragraph: Paragraph, line: number, vocabulary: Vocabulary): readonly Token[] {
  const { at } = paragraph
  const text = `${paragraph.numbering}${paragraph.text}`
  if (text.length > LONGEST_LINE) return []
  const mark = ['\t', '|'].find((sign) => text.includes(sign))
  const parts = mark === undefined ? labelAndNumbers(text, vocabulary) : text.split(mark)
  return parts.map((part) => ({ text: part, at, line: parts.length > 1 ? line : null }))
}

/** In characters. Longer lines are prose. */
const LONGEST_LINE = 120

function labelAndNumbers(text: string, vocabulary: Vocabulary): readonly string[] {
  const words = text.trim().split(/\s+/u)
  const first = words.findLastIndex((word) => !isValueLike(word)) + 1
  if (words.length < 2 || first === words.length) return [text]
  const label = words.slice(0, first)
  // A heading may stand before the label in the same line: 三、本年度办理结果 （一）予以公开.
  const own = label.findIndex((_, i) => nameOf(label.slice(i).join(' '), vocabulary) !== undefined)
  const parts = own > 0 ? [label.slice(0, own), label.slice(own)] : [label]
  return [
    ...parts.map((part) => part.join(' ')).filter((part) => part !== ''),
    ...words.slice(first),
  ]
}

/** Labels broken over several lines: `商业` and `企业`. Only what the table knows as one label is joined. */
function joinTornLabels(tokens: readonly Token[], vocabulary: Vocabulary): readonly Token[] {
  const joined: Token[] = []
  let i = 0
  while (i < tokens.length) {
    const torn = tornLabelAt(tokens, i, vocabulary)
    const token = tokens[i]
    if (torn !== null) {
      joined.push(torn.token)
      i = torn.next
    } else {
      if (token !== undefined) joined.push(token)
      i++
    }
  }
  return joined
}

/** A label is broken over so many lines at most, empty ones not counted. */
const MOST_PARTS = 4

function tornLabelAt(
  tokens: readonly Token[],
  start: number,
  vocabulary: Vocabulary,
): { token: Token; next: number } | null {
  const first = tokens[start]
  if (
    first === undefined ||
    isValueLike(first.text) ||
    nameOf(first.text, vocabulary) !== undefined
  )
    return null
  let text = first.text
  const at = [...first.at]
  let parts = 1
  for (let i = start + 1; i < tokens.length && parts < MOST_PARTS; i++) {
    const token = tokens[i]
    if (token === undefined || (token.text.trim() !== '' && isValueLike(token.text))) return null
    if (token.text.trim() === '') continue
    text += token.text
    at.push(...token.at)
    parts++
    const name = nameOf(text, vocabulary)
    if (name !== undefined && name === toLabelKey(text).words) {
      return { token: { text, at, line: first.line }, next: i + 1 }
    }
  }
  return null
}

/** Cuts the tokens into rows: at each label that names a row, at each line of several cells, and at lost labels. */
function toRows(tokens: readonly Token[], vocabulary: Vocabulary): readonly Row[] {
  const rows: Token[][] = []
  let inValues = false
  for (const token of tokens) {
    const isValue = isValueLike(token.text)
    const isName = !isValue && startsRow(token.text, vocabulary)
    // Table 4 has no row labels: its numbers follow its headings.
    const isFirstValue =
      vocabulary.table === 't4' && isValue && !inValues && token.text.trim() !== ''
    const isNext = !isValue && inValues
    const last = rows.at(-1)
    // A line of several cells is a row of its own: what stands on the next line may be the tail of any of them.
    const isOtherLine = last !== undefined && last.at(-1)?.line !== token.line
    if (last === undefined || isName || isOtherLine || isFirstValue || isNext) rows.push([token])
    else last.push(token)
    if (token.text.trim() !== '') inValues = isValue
  }
  return rows.map((row) => ({
    cells: row.map(
      (token, column): RowCell => ({
        text: token.text,
        label: token.text,
        column,
        columnSpan: 1,
        rowSpan: 1,
        at: token.at,
        doubt: null,
        shows: shownBy(token.text),
      }),
    ),
    above: [],
    isGrid: false,
    fragment: 0,
  }))
}

/** Table 4 has no row labels: all its headings form one row. */
const startsRow = (text: string, vocabulary: Vocabulary): boolean =>
  vocabulary.table !== 't4' &&
  (recognise(text, vocabulary.identities) ?? recognise(text, vocabulary.rowHeadings)) !== undefined
