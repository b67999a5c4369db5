import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { openCompoundFile } from '../ole/compound-file.ts'
import type { ListDefinition } from '../settled/list-definitions.ts'
import type { DocumentText } from './document-text.ts'
import {
  type FileInformation,
  readFileInformation,
  type Stories,
  type StreamPlace,
  type Structure,
} from './file-information.ts'
import { readFontNames } from './font-names.ts'
import { readCharacterFormats, readParagraphFormats } from './format-pages.ts'
import { readLists } from './list-tables.ts'
import { readPieceTable } from './piece-table.ts'
import { readStyleSheet, type StyleSheet } from './style-sheet.ts'
import { readTextBoxes, type TextBox } from './text-boxes.ts'

/** The parts of a Word 97-2003 file that its text depends on. */
export interface WordDocument {
  readonly text: DocumentText
  readonly stories: Stories
  readonly styles: StyleSheet
  readonly fontNames: readonly string[]
  readonly lists: ReadonlyMap<string, ListDefinition>
  readonly textBoxes: readonly TextBox[]
}

/** Opens the container and reads the tables of a document, before any of its text. */
export function openWordDocument(bytes: Uint8Array): Result<WordDocument, ReadError> {
  const streams = readStreams(bytes)
  if (!streams.ok) return streams
  const { table, information } = streams.value
  const structures = readStructures(table, information)
  if (structures === undefined) return BROKEN
  const text = readText(structures, streams.value)
  if (!text.ok) return text
  const textBoxes = readTextBoxes(structures.textBoxes, structures.shapeAnchors)
  if (!textBoxes.ok) return textBoxes
  // The levels of the lists stand behind the bytes that the lists are announced with.
  const lists = structures.lists.length === 0 ? NOTHING : table.subarray(structures.lists.offset)
  return success({
    text: text.value,
    stories: information.stories,
    styles: readStyleSheet(structures.styles),
    fontNames: readFontNames(structures.fontNames),
    lists: readLists(lists, structures.listOverrides),
    textBoxes: textBoxes.value,
  })
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const NOTHING = Buffer.alloc(0)

interface Streams {
  readonly word: Buffer
  readonly table: Buffer
  /** Empty where there is none: only some files need one. */
  readonly data: Buffer
  readonly information: FileInformation
}

function readStreams(bytes: Uint8Array): Result<Streams, ReadError> {
  const container = openCompoundFile(bytes)
  if (!container.ok) return container
  const { stream } = container.value
  const word = stream('WordDocument') ?? BROKEN
  if (!word.ok) return word
  const information = readFileInformation(word.value)
  if (!information.ok) return information
  const table = stream(information.value.tableStream) ?? BROKEN
  if (!table.ok) return table
  const data = stream('Data') ?? success(NOTHING)
  if (!data.ok) return data
  return success({
    word: word.value,
    table: table.value,
    data: data.value,
    information: information.value,
  })
}

type Structures = Readonly<Record<Exclude<Structure, 'lists'>, Buffer>> & {
  readonly lists: StreamPlace
}

/** Undefined where one of them reaches out of the stream. */
function readStructures(table: Buffer, { place }: FileInformation): Structures | undefined {
  let isInside = true
  const bytesOf = (structure: Structure): Buffer => {
    const { offset, length } = place(structure)
    isInside &&= offset + length <= table.length
    return table.subarray(offset, offset + length)
  }
  const structures: Structures = {
    styles: bytesOf('styles'),
    characterPages: bytesOf('characterPages'),
    paragraphPages: bytesOf('paragraphPages'),
    fontNames: bytesOf('fontNames'),
    pieces: bytesOf('pieces'),
    shapeAnchors: bytesOf('shapeAnchors'),
    textBoxes: bytesOf('textBoxes'),
    lists: place('lists'),
    listOverrides: bytesOf('listOverrides'),
  }
  return isInside ? structures : undefined
}

function readText(structures: Structures, streams: Streams): Result<DocumentText, ReadError> {
  const { word, information } = streams
  const pieces = readPieceTable(structures.pieces, word)
  if (!pieces.ok) return pieces
  const characterAt = readCharacterFormats(structures.characterPages, streams)
  if (!characterAt.ok) return characterAt
  const paragraphAt = readParagraphFormats(structures.paragraphPages, streams)
  if (!paragraphAt.ok) return paragraphAt
  const text: DocumentText = {
    word,
    pieces: pieces.value,
    pieceStarts: pieces.value.map(({ start }) => start),
    characterAt: characterAt.value,
    paragraphAt: paragraphAt.value,
  }
  return hasStories(text, information.stories) ? success(text) : BROKEN
}

/** The stories together are the whole text; one more character follows where there is more than the main story. */
function hasStories({ pieces }: DocumentText, stories: Stories): boolean {
  const total = stories.main + stories.notes + stories.textBoxes + stories.headerTextBoxes
  const length = pieces.at(-1)?.end ?? 0
  return length === total || length === total + 1
}
