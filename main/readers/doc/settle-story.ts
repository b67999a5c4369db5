import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { XmlElement } from '../ooxml/xml-tree.ts'
import type { SettledBlock, SettledParagraph, SettledRun } from '../settled/settled.ts'
import { CELL_END, type FileParagraph } from './document-text.ts'
import { createTableNesting, type TableNesting } from './nested-tables.ts'
import {
  listReference,
  outlineLevelOf,
  type TablePlace,
  tablePlaceOf,
} from './paragraph-settings.ts'
import { lastOf, type Property } from './properties.ts'
import { CODE } from './property-codes.ts'
import { rowDefinitionOf } from './row-format.ts'
import { settleRuns } from './settle-runs.ts'
import { PLAIN_STRETCH, type SettleState } from './settle-state.ts'
import { group, setting } from './word-elements.ts'

/** Paragraphs and tables of one story, as they stand once changes are accepted and hidden text is left out. */
export function settleStory(
  paragraphs: Iterable<FileParagraph>,
  state: SettleState,
): Result<readonly SettledBlock[], ReadError> {
  const nesting = createTableNesting()
  /** Its mark is deleted: it runs into the next one, which keeps its own style and number. */
  let pending: ReadParagraph | undefined
  for (const paragraph of paragraphs) {
    const next = readParagraph(paragraph, state)
    if (pending !== undefined && pending.place.depth !== next.place.depth) {
      addToTables(pending, nesting, state)
      pending = undefined
    }
    const read = pending === undefined ? next : joined(pending, next)
    const isEnd = read.mark !== 'deleted' || read.endsCell || read.place.endsRow
    pending = isEnd ? undefined : read
    if (isEnd) addToTables(read, nesting, state)
    const error = nesting.error()
    if (error !== undefined) return failure(error)
  }
  if (pending !== undefined) addToTables(pending, nesting, state)
  return success(nesting.finish())
}

interface ReadParagraph {
  readonly properties: readonly Property[]
  readonly style: number
  readonly place: TablePlace
  readonly endsCell: boolean
  readonly runs: SettledRun[]
  readonly boxes: SettledBlock[]
  readonly mark: 'kept' | 'deleted' | 'hidden'
  readonly doubt: CellDoubt | undefined
  readonly isSound: boolean
}

function readParagraph(paragraph: FileParagraph, state: SettleState): ReadParagraph {
  const { properties, style: ownStyle } = paragraph.mark.paragraph
  const style = lastOf(properties, CODE.paragraphStyle)?.operand.readUInt16LE(0) ?? ownStyle
  const stated = tablePlaceOf(properties)
  const isCellMark = paragraph.mark.text === CELL_END
  const place = { ...stated, depth: Math.max(stated.depth, isCellMark ? 1 : 0) }
  state.doubt = undefined
  const content = settleRuns(paragraph, state.styles.paragraph(style).isHidden === true, state)
  const doubt = state.doubt
  return {
    properties,
    style,
    place,
    endsCell: !place.endsRow && (isCellMark || place.endsInnerCell),
    ...content,
    doubt,
    // The character that ends a cell tells of a table even where the formatting does not.
    isSound: paragraph.isSound && stated.isDepthSound && place.depth === stated.depth,
  }
}

/** Goes on with the same lists: there may be very many paragraphs in a row. */
function joined(before: ReadParagraph, next: ReadParagraph): ReadParagraph {
  const { runs, boxes } = before
  for (const run of next.runs) runs.push(run)
  for (const box of next.boxes) boxes.push(box)
  const isSound = before.isSound && next.isSound
  return { ...next, runs, boxes, doubt: before.doubt ?? next.doubt, isSound }
}

function addToTables(read: ReadParagraph, nesting: TableNesting, state: SettleState): void {
  const { place, runs, endsCell, boxes, doubt, isSound } = read
  const isGone =
    (read.mark === 'hidden' || read.mark === 'deleted' || place.endsRow) &&
    runs.every((run) => run.text.trim() === '')
  const own = isGone ? [] : [settledParagraph(read, state)]
  nesting.add({ depth: place.depth, blocks: [...own, ...boxes], doubt, isSound })
  if (endsCell) nesting.endCell()
  if (place.endsRow) nesting.endRow(rowDefinitionOf(read.properties), read.mark === 'deleted')
}

function settledParagraph(
  { properties, style, runs }: ReadParagraph,
  state: SettleState,
): SettledParagraph {
  const paragraphStyle = state.styles.paragraph(style)
  return {
    kind: 'paragraph',
    style: String(style),
    runs,
    numbering: state.number(numberingElement(properties), paragraphStyle),
    level: outlineLevelOf(properties) ?? paragraphStyle.headingLevel,
  }
}

/** `w:pPr` with the paragraph's place in a list, which is counted as in .docx. */
function numberingElement(properties: readonly Property[]): XmlElement {
  const { list, level } = listReference(properties)
  const numbering: XmlElement[] = []
  if (list !== undefined) numbering.push(setting('w:numId', list))
  if (level !== undefined) numbering.push(setting('w:ilvl', String(level)))
  return group('w:pPr', [group('w:numPr', numbering)])
}

/** The same state for a story of its own, whose fields and changes have nothing to do with those around it. */
export function settleAside(
  paragraphs: Iterable<FileParagraph>,
  state: SettleState,
): Result<readonly SettledBlock[], ReadError> {
  const { fields, before, doubt } = state
  state.fields = []
  state.before = PLAIN_STRETCH
  const blocks = settleStory(paragraphs, state)
  state.fields = fields
  state.before = before
  state.doubt = doubt
  return blocks
}
