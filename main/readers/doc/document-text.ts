import type { FormatAt } from './format-pages.ts'
import type { Piece } from './piece-table.ts'
import { indexOfStretch } from './positioned-list.ts'
import type { Format, Property } from './properties.ts'

/** The text of all stories with its formatting. */
export interface DocumentText {
  /** The WordDocument stream. */
  readonly word: Buffer
  readonly pieces: readonly Piece[]
  /** Where they start, in characters. */
  readonly pieceStarts: readonly number[]
  readonly characterAt: FormatAt
  readonly paragraphAt: FormatAt
}

/** A stretch of text with one formatting. */
export interface TextSpan {
  readonly text: string
  /** Position of its first character. */
  readonly start: number
  readonly character: readonly Property[]
  readonly paragraph: Format
  /** The formatting of the paragraph reaches no further than this text. */
  readonly endsParagraphRun: boolean
  /**
   * The text may be another's, or its formatting cannot be read. That of the paragraph may be missing where text was
   * moved away from its mark; that of the characters never is.
   */
  readonly isDamaged: boolean
}

/** A paragraph as it stands in the file, before anything of it is left out. */
export interface FileParagraph {
  readonly spans: readonly TextSpan[]
  /** Its last character, which shows nothing. */
  readonly mark: TextSpan
  /** Whether the formatting of its mark, which is the paragraph's, could be read and agrees with the text. */
  readonly isSound: boolean
}

/** Ends of paragraphs in the text; a page break is one only where the formatting ends with it. */
const PARAGRAPH_END = '\r'
export const CELL_END = '\u0007'
const PAGE_END = '\f'

/** The paragraphs between two positions; text without an end at last is one, too. */
export function* paragraphsIn(
  text: DocumentText,
  start: number,
  end: number,
): Generator<FileParagraph> {
  let spans: TextSpan[] = []
  let isSound = true
  for (const span of spansIn(text, start, end)) {
    let from = 0
    for (const match of span.text.matchAll(MARKS)) {
      const to = match.index
      if (match[0] === PAGE_END && !isLastOf(span, to)) continue
      if (to > from) spans.push(partOf(span, from, to))
      const mark = partOf(span, to, to + 1)
      yield { spans, mark, isSound: isSound && span.paragraph.isKnown && !span.isDamaged }
      spans = []
      isSound = true
      from = to + 1
    }
    if (from === span.text.length) continue
    spans.push(partOf(span, from, span.text.length))
    // Every paragraph's formatting ends with its mark: here the mark is gone, or one end is not where it was.
    isSound &&= !span.endsParagraphRun && !span.isDamaged
  }
  const last = spans.at(-1)
  if (last !== undefined) yield { spans, mark: { ...last, text: '' }, isSound: false }
}

const MARKS = new RegExp(`[${PARAGRAPH_END}${CELL_END}${PAGE_END}]`, 'g')

function isLastOf(span: TextSpan, index: number): boolean {
  return span.endsParagraphRun && index === span.text.length - 1
}

function partOf(span: TextSpan, from: number, to: number): TextSpan {
  return { ...span, text: span.text.slice(from, to), start: span.start + from }
}

/** Cuts the text wherever its formatting changes or a piece ends. */
function* spansIn(text: DocumentText, start: number, end: number): Generator<TextSpan> {
  const { pieces, pieceStarts } = text
  const first = Math.max(0, indexOfStretch(pieceStarts, start))
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.start >= end) return
    yield* spansOfPiece(text, piece, Math.max(start, piece.start), Math.min(end, piece.end))
  }
}

function* spansOfPiece(
  { word, characterAt, paragraphAt }: DocumentText,
  piece: Piece,
  start: number,
  end: number,
): Generator<TextSpan> {
  let position = start
  while (position < end) {
    const offset = piece.offset + (position - piece.start) * piece.width
    const character = characterAt(offset)
    const paragraph = paragraphAt(offset)
    const nearest = Math.min(character.end, paragraph.end)
    // A run may not end within a character.
    const length = Math.min(
      end - position,
      Math.max(1, Math.ceil((nearest - offset) / piece.width)),
    )
    const bytes = word.subarray(offset, offset + length * piece.width)
    const isCharacterKnown = character.format.isKnown && piece.areChangesKnown
    const isParagraphDamaged = paragraph.isListed && !paragraph.format.isKnown
    yield {
      text: piece.width === 1 ? ONE_BYTE.decode(bytes) : bytes.toString('utf16le'),
      start: position,
      character: changed(character.format.properties, piece),
      paragraph: {
        ...paragraph.format,
        properties: changed(paragraph.format.properties, piece),
      },
      endsParagraphRun: paragraph.isListed && paragraph.end === offset + bytes.length,
      isDamaged: piece.isShared || !isCharacterKnown || isParagraphDamaged,
    }
    position += length
  }
}

const ONE_BYTE = new TextDecoder('windows-1252')

function changed(properties: readonly Property[], { changes }: Piece): readonly Property[] {
  return changes.length === 0 ? properties : [...properties, ...changes]
}
