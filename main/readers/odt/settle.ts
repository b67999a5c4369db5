import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type {
  SettledBlock,
  SettledDocument,
  SettledParagraph,
  SettledTable,
} from '../settled/settled.ts'
import { paragraphText, showsText } from '../settled/settled.ts'
import { drawingIn, isDrawing } from './drawings.ts'
import { hasText, layOutTable } from './lay-out-table.ts'
import { createListNumbers, type OpenList } from './list-numbers.ts'
import { levelOf, type OdfStyles } from './odf-styles.ts'
import { countInside, elementsIn, type OdfElement } from './odf-tree.ts'
import { noteHidden, type SettleState } from './settle-state.ts'
import { settleText } from './settle-text.ts'
import { layOutWithSubTables } from './sub-tables.ts'
import { toSettledRows } from './to-settled-rows.ts'

/** Reads `office:text` as it stands once every tracked change is accepted and hidden text is left out. */
export function settleOdt(body: OdfElement, styles: OdfStyles): SettledDocument {
  const state: SettleState = {
    styles,
    numbers: createListNumbers(styles),
    hiddenTexts: 0,
    doubt: undefined,
  }
  const blocks = settleBlocks(body, state)
  return {
    blocks,
    revisions: countInside(body, REVISIONS),
    comments: countInside(body, COMMENTS),
    hiddenTexts: state.hiddenTexts,
  }
}

/** What was deleted is kept apart from the text (`text:tracked-changes`), what was inserted stands in it. */
const REVISIONS: ReadonlySet<string> = new Set(['text:insertion', 'text:deletion'])
const COMMENTS: ReadonlySet<string> = new Set(['office:annotation'])

/** What only holds blocks: sections, and tables of contents with what they were last filled with. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'text:section',
  'text:index-body',
  'text:index-title',
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
  'text:bibliography',
])

function settleBlocks(container: OdfElement, state: SettleState): readonly SettledBlock[] {
  return elementsIn(container).flatMap((element) => settleBlock(element, state))
}

function settleBlock(element: OdfElement, state: SettleState): readonly SettledBlock[] {
  switch (element.name) {
    case 'text:p':
    case 'text:h':
      return settleParagraph(element, undefined, state)
    case 'text:list':
      return settleList(element, undefined, state)
    case 'text:numbered-paragraph':
      return settleBlocks(element, state)
    case 'table:table':
      return [settleTable(element, state)]
    default:
      if (WRAPPERS.has(element.name)) return settleSection(element, state)
      return isDrawing(element) ? settleDrawing(element, state) : []
  }
}

/** A drawing between paragraphs. What is no text of it may be a number, if it lies over a cell. */
function settleDrawing(drawing: OdfElement, state: SettleState): readonly SettledBlock[] {
  const { boxes, isUnread } = drawingIn(drawing)
  if (isUnread || boxes.length === 0) state.doubt ??= 'hidden-text'
  return settleBoxes(boxes, state)
}

function settleSection(section: OdfElement, state: SettleState): readonly SettledBlock[] {
  const display = section.attributes['text:display']
  const isHidden =
    display === 'none' ||
    (display === 'condition' && section.attributes['text:is-hidden'] === 'true')
  if (!isHidden) return settleBlocks(section, state)
  if (hasText(section)) noteHidden(state)
  return []
}

/** `number` gives the number that the list has for this paragraph; undefined outside lists. */
function settleParagraph(
  element: OdfElement,
  number: ((ownStyle: string | undefined) => string) | undefined,
  state: SettleState,
): readonly SettledBlock[] {
  const isHeading = element.name === 'text:h'
  const name = element.attributes['text:style-name']
  const style = state.styles.paragraph(name)
  const level = isHeading
    ? Math.max(1, levelOf(element.attributes['text:outline-level']))
    : style.level
  const counted = number ?? (isHeading ? headingNumber(element, level, state) : undefined)
  const numbering = counted?.(style.list) ?? ''
  const { runs, boxes, printedNumber } = settleText(element, style.look, state)
  const paragraph: SettledParagraph = {
    kind: 'paragraph',
    style: name,
    runs,
    numbering: numbering === '' ? '' : (printedNumber ?? numbering),
    level,
  }
  const isGone = style.look.isHidden === true && paragraphText(paragraph).trim() === ''
  return [...(isGone ? [] : [paragraph]), ...settleBoxes(boxes, state)]
}

const headingNumber =
  (heading: OdfElement, level: number, { numbers }: SettleState) =>
  (ownStyle: string | undefined): string =>
    numbers.heading(heading, level, ownStyle)

function settleList(
  element: OdfElement,
  outer: OpenList | undefined,
  state: SettleState,
): readonly SettledBlock[] {
  const list = state.numbers.open(element, outer)
  return elementsIn(element).flatMap((item) =>
    item.name === 'text:list-item' || item.name === 'text:list-header'
      ? settleItem(item, list, state)
      : [],
  )
}

/** Only an item that begins with a paragraph has a number, and it stands before that paragraph. */
function settleItem(item: OdfElement, list: OpenList, state: SettleState): readonly SettledBlock[] {
  const inside = elementsIn(item).filter(({ name }) => name !== 'text:number')
  const first = inside.find(({ name }) => name !== 'text:soft-page-break')
  return inside.flatMap((element) => {
    if (element.name === 'text:list') return settleList(element, list, state)
    if (element.name !== 'text:p' && element.name !== 'text:h') return settleBlock(element, state)
    const isNumbered = element === first && item.name === 'text:list-item'
    const number = (ownStyle: string | undefined): string =>
      isNumbered ? state.numbers.next(list, item, ownStyle) : ''
    return settleParagraph(element, number, state)
  })
}

/** A text box over a table belongs to no cell for sure. */
function settleBoxes(boxes: readonly OdfElement[], state: SettleState): readonly SettledBlock[] {
  return boxes.flatMap((box) => {
    const blocks = settleBlocks(box, state)
    if (showsText(blocks)) state.doubt = 'crosses-border'
    return blocks
  })
}

function settleTable(table: OdfElement, state: SettleState): SettledTable {
  const laid = layOutWithSubTables(table, state.styles) ?? layOutTable(table)
  const cells = laid.cells.map(({ element, doubt, ...place }) => {
    const settled = settleCell(element, state)
    return { ...place, blocks: settled.blocks, doubt: doubt ?? settled.doubt }
  })
  const rows = toSettledRows(laid.rowCount, laid.columnCount, cells)
  return { kind: 'table', gridWidths: [], rows }
}

function settleCell(
  cell: OdfElement,
  state: SettleState,
): { readonly blocks: readonly SettledBlock[]; readonly doubt: CellDoubt | undefined } {
  const outerDoubt = state.doubt
  state.doubt = undefined
  const blocks = settleBlocks(cell, state)
  const { doubt } = state
  state.doubt = outerDoubt
  return { blocks, doubt }
}
