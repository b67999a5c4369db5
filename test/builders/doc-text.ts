import type { DocParagraph, DocParts } from './doc.ts'
import { characterFormat, type PageRun, paragraphFormat, uint16, uint32 } from './doc-pages.ts'

/** Where the text begins in the WordDocument stream. */
export const TEXT_START = 1024

/** A piece of the text with its place in the stream. */
export interface PlacedPiece {
  readonly text: string
  /** In bytes, from the beginning of the stream. */
  readonly offset: number
  readonly width: 1 | 2
  readonly changes: Uint8Array | undefined
}

export const textOf = ({ spans, mark }: DocParagraph): string =>
  spans.map(({ text }) => text).join('') + mark

/** Cuts the text into its pieces and gives each its place; in the order of the text. */
export function placePieces(text: string, parts: DocParts): readonly PlacedPiece[] {
  const planned = parts.pieces ?? []
  const cut: Omit<PlacedPiece, 'offset'>[] = []
  let at = 0
  for (const [index, { length, isOneByte, changes }] of planned.entries()) {
    const end = index === planned.length - 1 ? text.length : at + length
    cut.push({ text: text.slice(at, end), width: isOneByte === true ? 1 : 2, changes })
    at = end
  }
  if (planned.length === 0) cut.push({ text, width: 2, changes: undefined })
  const offsets = new Map<number, number>()
  let offset = TEXT_START
  for (const index of parts.pieceOrder ?? cut.keys()) {
    // UTF-16 begins at even places.
    offset += offset % 2
    offsets.set(index, offset)
    offset += (cut[index]?.text.length ?? 0) * (cut[index]?.width ?? 2)
  }
  return cut.map((piece, index) => ({ ...piece, offset: offsets.get(index) ?? TEXT_START }))
}

/** The bytes of all pieces as they stand in the stream. */
export function textBytes(pieces: readonly PlacedPiece[]): Buffer {
  const end = Math.max(...pieces.map(endOf))
  const bytes = Buffer.alloc(end - TEXT_START)
  for (const { text, offset, width } of pieces) {
    bytes.write(text, offset - TEXT_START, width === 1 ? 'latin1' : 'utf16le')
  }
  return bytes
}

const endOf = ({ text, offset, width }: PlacedPiece): number => offset + text.length * width

/** The piece table ([MS-DOC] 2.9.38), with the changes of pieces in front. */
export function pieceTable(pieces: readonly PlacedPiece[]): Buffer {
  const changes = pieces.flatMap((piece) => piece.changes ?? [])
  const positions = [0]
  for (const { text } of pieces) positions.push((positions.at(-1) ?? 0) + text.length)
  const descriptors = pieces.map((piece) => {
    const place = piece.width === 1 ? (piece.offset * 2) | ONE_BYTE : piece.offset
    const number = piece.changes === undefined ? -1 : changes.indexOf(piece.changes)
    return Buffer.concat([uint16(0), uint32(place), uint16(number < 0 ? 0 : (number << 1) | 1)])
  })
  const list = Buffer.concat([uint32(...positions), ...descriptors])
  return Buffer.concat([
    ...changes.map((change) => Buffer.concat([Buffer.of(1), uint16(change.length), change])),
    Buffer.of(2),
    uint32(list.length),
    list,
  ])
}

const ONE_BYTE = 0x4000_0000

/** A position of the text in the order of the stream, with what stands there. */
interface StreamCharacter {
  /** Offset behind it. */
  readonly end: number
  readonly paragraph: DocParagraph
  /** Undefined for the mark of the paragraph. */
  readonly properties: Uint8Array | undefined
  readonly isMark: boolean
}

function charactersInStream(
  paragraphs: readonly DocParagraph[],
  pieces: readonly PlacedPiece[],
): readonly StreamCharacter[] {
  const characters = paragraphs.flatMap((paragraph) => [
    ...paragraph.spans.flatMap(({ text, properties }) =>
      Array.from({ length: text.length }, () => ({ paragraph, properties, isMark: false })),
    ),
    { paragraph, properties: paragraph.markProperties, isMark: true },
  ])
  let position = 0
  const placed = pieces.flatMap(({ text, offset, width }) =>
    Array.from({ length: text.length }, (_, index) => {
      const character = characters[position]
      position += 1
      if (character === undefined) throw new Error('more text than paragraphs')
      return { ...character, end: offset + (index + 1) * width }
    }),
  )
  return placed.sort((a, b) => a.end - b.end)
}

/** A run for each stretch of equal formatting. */
export function characterRuns(
  paragraphs: readonly DocParagraph[],
  pieces: readonly PlacedPiece[],
): readonly PageRun[] {
  const runs: PageRun[] = []
  let before: Uint8Array | undefined
  for (const { end, properties } of charactersInStream(paragraphs, pieces)) {
    const format = characterFormat(properties ?? new Uint8Array())
    if (runs.length > 0 && before === properties) runs.splice(-1, 1, { end, format })
    else runs.push({ end, format })
    before = properties
  }
  return runs
}

/**
 * A run up to each mark, as Word leaves them: text that was moved away from its mark goes with the next one.
 * Properties that are too long go into the Data stream.
 */
export function paragraphRuns(
  paragraphs: readonly DocParagraph[],
  pieces: readonly PlacedPiece[],
  longest: number,
  data: Buffer[],
): readonly PageRun[] {
  const characters = charactersInStream(paragraphs, pieces)
  const last = characters.at(-1)
  const runs = characters
    .filter(({ isMark }) => isMark)
    .map(({ end, paragraph }): PageRun => {
      const properties = paragraph.properties ?? new Uint8Array()
      const kept = properties.length > longest ? inData(properties, data) : properties
      return { end, format: paragraphFormat(paragraph.style ?? 0, kept) }
    })
  if (last === undefined || last.isMark) return runs
  return [...runs, { end: last.end, format: new Uint8Array() }]
}

/** The property that stands for a list in the Data stream. */
function inData(properties: Uint8Array, data: Buffer[]): Buffer {
  const at = data.reduce((sum, part) => sum + part.length, 0)
  data.push(Buffer.concat([uint16(properties.length), properties]))
  return Buffer.concat([uint16(0x6646), uint32(at)])
}
