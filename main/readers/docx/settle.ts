import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  settingOf,
  toggleOf,
  type XmlElement,
} from '../ooxml/xml-tree.ts'
import type { ListDefinition } from '../settled/list-definitions.ts'
import { createNumberer } from '../settled/numbering.ts'
import { backgroundOf } from '../settled/run-look.ts'
import type {
  SettledBlock,
  SettledCell,
  SettledDocument,
  SettledParagraph,
  SettledRow,
  SettledRun,
  SettledTable,
} from '../settled/settled.ts'
import { cellText, showsText } from '../settled/settled.ts'
import { outlineLevel, type Styles } from '../settled/styles.ts'
import { settleRuns } from './settle-runs.ts'
import { countDropped, type SettleState, visitContent } from './settle-state.ts'

/** Reads `w:document` as it stands once every tracked change is accepted and hidden text is left out. */
export function settleDocument(
  document: XmlElement,
  styles: Styles,
  lists: ReadonlyMap<string, ListDefinition>,
): SettledDocument {
  const state: SettleState = {
    styles,
    number: createNumberer(lists),
    comments: new Set(),
    revisions: 0,
    hiddenTexts: 0,
    fields: [],
    background: 'auto',
    doubt: undefined,
  }
  const body = childOf(document, 'w:body')
  const blocks = body === undefined ? [] : settleBlocks(body, state)
  return {
    blocks,
    revisions: state.revisions,
    comments: state.comments.size,
    hiddenTexts: state.hiddenTexts,
  }
}

/** Paragraphs whose mark is deleted run into the next one, which keeps its own style and number. */
interface PendingParagraph {
  readonly properties: XmlElement | undefined
  readonly runs: readonly SettledRun[]
}

function settleBlocks(container: XmlElement, state: SettleState): readonly SettledBlock[] {
  const blocks: SettledBlock[] = []
  let pending: PendingParagraph | undefined
  const endPending = (): void => {
    if (pending?.runs.some((run) => run.text !== '')) {
      blocks.push(settledParagraph(pending.properties, pending.runs, state))
    }
    pending = undefined
  }
  visitContent(container, state, (child) => {
    if (child.name === 'w:tbl') {
      endPending()
      blocks.push(settleTable(child, state))
    }
    if (child.name !== 'w:p') return
    const properties = childOf(child, 'w:pPr')
    const style = state.styles.paragraph(settingOf(properties, 'w:pStyle'))
    const content = settleRuns(child, style, state)
    const runs = pending === undefined ? content.runs : [...pending.runs, ...content.runs]
    const mark = settleMark(properties, state)
    if (mark === 'deleted') pending = { properties, runs }
    else {
      pending = undefined
      const isGone = mark === 'hidden' && runs.every((run) => run.text.trim() === '')
      if (!isGone) blocks.push(settledParagraph(properties, runs, state))
    }
    for (const box of content.boxes) blocks.push(...settleBox(box, state))
  })
  endPending()
  return blocks
}

function settleMark(
  properties: XmlElement | undefined,
  state: SettleState,
): 'kept' | 'deleted' | 'hidden' {
  const mark = childOf(properties, 'w:rPr')
  if (mark === undefined) return 'kept'
  const isGone = mark.children.some(({ name }) => name === 'w:del' || name === 'w:moveFrom')
  const isNew = mark.children.some(({ name }) => name === 'w:ins' || name === 'w:moveTo')
  state.revisions += Number(isGone) + Number(isNew)
  if (isGone) return 'deleted'
  return toggleOf(mark, 'w:vanish') === true ? 'hidden' : 'kept'
}

function settledParagraph(
  properties: XmlElement | undefined,
  runs: readonly SettledRun[],
  state: SettleState,
): SettledParagraph {
  const styleId = settingOf(properties, 'w:pStyle')
  const style = state.styles.paragraph(styleId)
  return {
    kind: 'paragraph',
    style: styleId,
    runs,
    numbering: state.number(properties, style),
    level: outlineLevel(properties) ?? style.headingLevel,
  }
}

/** A text box over a table belongs to no cell for sure. */
function settleBox(box: XmlElement, state: SettleState): readonly SettledBlock[] {
  const outerFields = state.fields
  state.fields = []
  const blocks = settleBlocks(box, state)
  state.fields = outerFields
  if (showsText(blocks)) state.doubt = 'crosses-border'
  return blocks
}

function settleTable(table: XmlElement, state: SettleState): SettledTable {
  const gridWidths = childrenNamed(childOf(table, 'w:tblGrid'), 'w:gridCol').map(
    (column) => twipsOf(attributeOf(column, 'w:w')) ?? 0,
  )
  const properties = childOf(table, 'w:tblPr')
  const outerBackground = state.background
  state.background =
    backgroundOf(properties) ?? state.styles.tableBackground(settingOf(properties, 'w:tblStyle'))
  const rows: SettledRow[] = []
  visitContent(table, state, (child) => {
    if (child.name !== 'w:tr') return
    const row = settleRow(child, state)
    if (row !== undefined) rows.push(row)
  })
  state.background = outerBackground
  return { kind: 'table', gridWidths, rows }
}

/** Undefined where the row is deleted, or hidden with all it holds. */
function settleRow(row: XmlElement, state: SettleState): SettledRow | undefined {
  const properties = childOf(row, 'w:trPr')
  if (childOf(properties, 'w:del') !== undefined) {
    countDropped(row, state)
    return undefined
  }
  if (childOf(properties, 'w:ins') !== undefined) state.revisions += 1
  const cells: SettledCell[] = []
  visitContent(row, state, (child) => {
    if (child.name === 'w:tc') addCell(cells, child, state)
  })
  const isHidden = toggleOf(properties, 'w:hidden') === true
  if (isHidden && cells.every((cell) => cellText(cell).trim() === '')) return undefined
  return {
    before: columnCount(settingOf(properties, 'w:gridBefore'), 0),
    after: columnCount(settingOf(properties, 'w:gridAfter'), 0),
    widthBefore: widthOf(properties, 'w:wBefore'),
    cells,
  }
}

/** Word has at most 63 columns; anything far beyond is not meant. */
const MOST_COLUMNS = 1000

function columnCount(text: string | undefined, least: number): number {
  return Math.min(Math.max(integerOf(text) ?? least, least), MOST_COLUMNS)
}

function widthOf(properties: XmlElement | undefined, name: string): number | undefined {
  const width = childOf(properties, name)
  const type = attributeOf(width, 'w:type') ?? 'dxa'
  return type === 'dxa' ? twipsOf(attributeOf(width, 'w:w')) : undefined
}

/** Some programs write fractions of a twentieth of a point. */
function twipsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,7}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
}

function addCell(cells: SettledCell[], element: XmlElement, state: SettleState): void {
  const properties = childOf(element, 'w:tcPr')
  if (childOf(properties, 'w:cellDel') !== undefined) {
    countDropped(element, state)
    return
  }
  if (childOf(properties, 'w:cellIns') !== undefined) state.revisions += 1
  const cell = settleCell(element, properties, state)
  const left = cells.at(-1)
  const isContinued = childOf(properties, 'w:hMerge') !== undefined && !startsMerge(properties)
  if (isContinued && left !== undefined) cells.splice(-1, 1, mergedAcross(left, cell))
  else cells.push(cell)
}

function startsMerge(properties: XmlElement | undefined): boolean {
  return settingOf(properties, 'w:hMerge') === 'restart'
}

function settleCell(
  element: XmlElement,
  properties: XmlElement | undefined,
  state: SettleState,
): SettledCell {
  const outerDoubt = state.doubt
  const outerFields = state.fields
  const outerBackground = state.background
  state.background = backgroundOf(properties) ?? outerBackground
  state.doubt = undefined
  // A field that begins in a cell ends there, or it is broken.
  state.fields = [...outerFields]
  const blocks = settleBlocks(element, state)
  const doubt = state.doubt
  state.doubt = outerDoubt
  state.fields = outerFields
  state.background = outerBackground
  return {
    span: columnCount(settingOf(properties, 'w:gridSpan'), 1),
    width: widthOf(properties, 'w:tcW'),
    merge: verticalMerge(properties, state),
    blocks,
    doubt,
  }
}

/** Without a value, `w:vMerge` and `w:hMerge` go on with the merge before them. */
function verticalMerge(
  properties: XmlElement | undefined,
  state: SettleState,
): SettledCell['merge'] {
  const tracked = childOf(properties, 'w:cellMerge')
  if (tracked !== undefined) state.revisions += 1
  const accepted = attributeOf(tracked, 'w:vMerge')
  if (accepted !== undefined) return accepted === 'cont' ? 'continue' : 'restart'
  const merge = childOf(properties, 'w:vMerge')
  if (merge === undefined) return 'none'
  return attributeOf(merge, 'w:val') === 'restart' ? 'restart' : 'continue'
}

/** Word shows nothing of what a swallowed cell holds. */
function mergedAcross(left: SettledCell, swallowed: SettledCell): SettledCell {
  return {
    ...left,
    span: left.span + swallowed.span,
    width:
      left.width === undefined || swallowed.width === undefined
        ? undefined
        : left.width + swallowed.width,
    doubt: left.doubt ?? (showsText(swallowed.blocks) ? 'hidden-text' : undefined),
  }
}
