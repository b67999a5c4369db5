import type { Block, CellDoubt, Paragraph, Place } from '../../document/source-document.ts'
import { toLabelKey } from '../../text/label.ts'
import { isValueLike } from '../../text/number.ts'
import { labelAndFigures } from './fused-cells.ts'
import { type Row, type RowCell, shownBy } from './row.ts'
import { isShared, recognise, type Vocabulary } from './vocabulary.ts'

/**
 * Rows of a table that the document holds as plain lines, a cell a line or a row a line. Returns the ways in which
 * the lines can be read, the plainest first: empty lines as mere spacing, or as blank cells.
 * Empty where the lines do not hold the table.
 */
export function flowToRows(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
): readonly (readonly Row[])[] {
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const tokens = joinTornLabels(
    paragraphs.flatMap((paragraph, line) => toTokens(paragraph, line, vocabulary)),
    vocabulary,
  )
  const known = new Set(tokens.flatMap((token) => nameOf(token.text, vocabulary) ?? []))
  if (known.size < FEWEST_WORDS || !tokens.some((token) => isValueLike(token.text))) return []
  const filled = tokens.filter((token) => token.text.trim() !== '')
  if (areNamesLast(filled, vocabulary)) return [toRows(filled.map(doubted), FLOW, vocabulary)]
  const readings = filled.length === tokens.length ? [tokens] : [filled, tokens]
  return readings.map((reading) => toRows(reading, FLOW, vocabulary))
}

/**
 * Whether numbers seem to stand before the name of their row: they follow a heading of columns, and nothing follows the
 * last name. Then every number would be read as the next row's.
 */
function areNamesLast(tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const isName = ({ text }: Token) => recognise(text, vocabulary.identities) !== undefined
  const isHeading = ({ text }: Token) =>
    isShared(text) || recognise(text, vocabulary.others) !== undefined
  const followsHeading = tokens.some((token, i) => {
    const before = tokens[i - 1]
    return isValueLike(token.text) && before !== undefined && !isName(before) && isHeading(before)
  })
  const last = tokens.findLastIndex(isName)
  return (
    vocabulary.table !== 't4' &&
    followsHeading &&
    last >= 0 &&
    !tokens.slice(last).some(({ text }) => isValueLike(text))
  )
}

const doubted = (token: Token): Token =>
  isValueLike(token.text) ? { ...token, doubt: 'crosses-border' } : token

/** Pieces of the table that stand as plain lines are told from its true tables, whose numbers count from 0. */
const FLOW = -1

/**
 * Rows of a table that the document holds in part as true tables and in part as plain lines between them, in reading
 * order. `rowsOf` gives the rows of a true table that belong to it.
 */
export function mixedRows(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
  rowsOf: (block: Block) => readonly Row[],
): readonly Row[] {
  const rows: Row[] = []
  let lines: Paragraph[] = []
  const takeLines = (at: number) => {
    const tokens = lines
      .flatMap((paragraph, line) => toTokens(paragraph, line, vocabulary))
      .filter((token) => token.text.trim() !== '')
    rows.push(...toRows(joinTornLabels(tokens, vocabulary), FLOW - at, vocabulary))
    lines = []
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      lines.push(block)
      continue
    }
    takeLines(at)
    rows.push(...rowsOf(block))
  }
  takeLines(blocks.length)
  return rows
}

/** Fewer of the table's words in a stretch of lines are a mention, not the table. */
const FEWEST_WORDS = 4

interface Token {
  readonly text: string
  readonly at: readonly Place[]
  /** The token stands in a line of several cells; the number tells such lines apart. */
  readonly line: number | null
  readonly doubt: CellDoubt | null
}

const nameOf = (text: string, vocabulary: Vocabulary): string | undefined =>
  (recognise(text, vocabulary.identities) ?? recognise(text, vocabulary.others))?.key.words

/** A line is one cell, several parted by tabs, or a label with its numbers after it. */
function toTokens(paragraph: Paragraph, line: number, vocabulary: Vocabulary): readonly Token[] {
  const { at } = paragraph
  const text = `${paragraph.numbering}${paragraph.text}`
  if (text.length > LONGEST_LINE || PAGE_NUMBER.test(text)) return []
  const fused = labelAndFigures(text, vocabulary.identities)
  if (fused !== null && !/\s$/u.test(fused.label)) {
    return [
      { text: fused.label, at, line, doubt: null },
      { text: fused.figures, at, line, doubt: 'crosses-border' },
    ]
  }
  const mark = ['\t', '|'].find((sign) => text.includes(sign))
  const parts = mark === undefined ? labelAndNumbers(text, vocabulary) : text.split(mark)
  return parts.map((part) => ({
    text: part,
    at,
    line: parts.length > 1 ? line : null,
    doubt: null,
  }))
}

/** Between the lines of two pages; a number alone may be one too, or a cell. */
const PAGE_NUMBER =
  /^\s*(?:[-—–·]\s*\d{1,3}\s*[-—–·]|第\s*\d{1,3}\s*页[^\p{L}]*(?:共\s*\d{1,3}\s*页)?)\s*$/u

/** In characters. Longer lines are prose. */
const LONGEST_LINE = 120

function labelAndNumbers(text: string, vocabulary: Vocabulary): readonly string[] {
  const words = text.trim().split(/\s+/u)
  const rows = rowsIn(words, vocabulary)
  if (rows !== null) return rows
  const first = words.findLastIndex((word) => shownBy(word) === 'words') + 1
  if (words.length < 2) return [text]
  if (first === words.length) return headingsIn(words, vocabulary) ?? [text]
  const label = words.slice(0, first)
  // A heading may stand before the label in the same line: 三、本年度办理结果 （一）予以公开.
  const own = label.findIndex((_, i) => nameOf(label.slice(i).join(' '), vocabulary) !== undefined)
  const parts = own > 0 ? [label.slice(0, own), label.slice(own)] : [label]
  return [
    ...parts.map((part) => part.join(' ')).filter((part) => part !== ''),
    ...words.slice(first),
  ]
}

/** Two or more rows in one line: labels that are known, each with its numbers behind it; null where it is none. */
function rowsIn(words: readonly string[], vocabulary: Vocabulary): readonly string[] | null {
  const starts = words.flatMap((word, at) =>
    shownBy(word) === 'words' && (at === 0 || shownBy(words[at - 1] ?? '') === 'value') ? [at] : [],
  )
  if (starts.length < 2) return null
  const parts = starts.map((start, i) => words.slice(start, starts[i + 1]))
  const rows = parts.map((part) => {
    const count = part.findIndex((word) => shownBy(word) === 'value')
    return {
      label: part.slice(0, count < 0 ? undefined : count).join(' '),
      values: count < 0 ? [] : part.slice(count),
    }
  })
  return rows.every(({ label }) => nameOf(label, vocabulary) !== undefined)
    ? rows.flatMap(({ label, values }) => [label, ...values])
    : null
}

/** A line of headings, each of one word or of a few that make a heading together; null where it is another line. */
function headingsIn(words: readonly string[], vocabulary: Vocabulary): readonly string[] | null {
  const headings: string[] = []
  let known = 0
  for (let at = 0; at < words.length; ) {
    const joined = Array.from({ length: Math.min(MOST_PARTS, words.length - at) }, (_, more) =>
      words.slice(at, at + more + 1),
    ).map((part) => ({ count: part.length, text: part.join(' ') }))
    // A slip in a heading must not draw its neighbour in: what is a heading to the letter goes first.
    const heading =
      joined.findLast(({ text }) => nameOf(text, vocabulary) === toLabelKey(text).words) ??
      joined.find(({ text }) => isShared(text) || nameOf(text, vocabulary) !== undefined)
    if (heading === undefined) return null
    if (!isShared(heading.text)) known++
    headings.push(heading.text)
    at += heading.count
  }
  return known >= FEWEST_HEADINGS ? headings : null
}

/** One heading in a line is no sign of a table's heading row. */
const FEWEST_HEADINGS = 2

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
      return { token: { text, at, line: first.line, doubt: null }, next: i + 1 }
    }
  }
  return null
}

/** Cuts the tokens into rows: at each label that names a row, at each line of several cells, and at lost labels. */
function toRows(
  tokens: readonly Token[],
  fragment: number,
  vocabulary: Vocabulary,
): readonly Row[] {
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
        doubt: token.doubt,
        shows: shownBy(token.text),
      }),
    ),
    above: [],
    isGrid: false,
    fragment,
  }))
}

/** Table 4 has no row labels: all its headings form one row. */
const startsRow = (text: string, vocabulary: Vocabulary): boolean =>
  vocabulary.table !== 't4' &&
  (recognise(text, vocabulary.identities) ?? recognise(text, vocabulary.rowHeadings)) !== undefined
