import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { Display } from './element-kinds.ts'
import { isSpacer, shownValue } from './empty-elements.ts'
import { type Collected, collectAll } from './flow-blocks.ts'
import { deepen, type FlowState, isParagraph, newFlowState } from './flow-state.ts'
import {
  type CellDraft,
  finishTable,
  newTable,
  openCell,
  openGroup,
  openRow,
} from './flow-table.ts'
import { addText, addWords, takeLine } from './flow-words.ts'
import { numberingOf } from './list-numbering.ts'
import { attributeOf, type Element, type TextNode } from './tree.ts'

/** Puts a page together from its elements and texts, told in document order. Each `open` needs its `close`. */
export interface Flow {
  readonly open: (element: Element, display: Display) => void
  readonly close: (display: Display) => Result<undefined, ReadError>
  readonly text: (node: TextNode) => void
  readonly breakLine: () => void
  readonly input: (element: Element) => void
  readonly picture: (element: Element) => void
  /** Content of this element is hidden and left out. */
  readonly hide: (element: Element, display: Display) => void
  /** A deletion was left out. */
  readonly revision: () => void
  readonly finish: () => {
    readonly content: Collected
    readonly hidden: number
    readonly revisions: number
  }
}

/** An empty page. */
export function createFlow(): Flow {
  const state = newFlowState()
  return {
    open: (element, display) => open(state, element, display),
    close: (display) => close(state, display),
    text: (node) => addText(state, node),
    breakLine: () => takeLine(state),
    input: (element) => {
      const value = shownValue(element)
      if (value !== '') addWords(state, value, element)
    },
    picture: (element) => {
      const cell = state.cells.at(-1)
      if (cell !== undefined && !isSpacer(element)) cell.seen.picture = true
    },
    hide: (element, display) => hide(state, element, display),
    revision: () => {
      state.revisions++
    },
    finish: () => {
      takeLine(state)
      return { content: state.page, hidden: state.hidden, revisions: state.revisions }
    },
  }
}

function open(state: FlowState, element: Element, display: Display): void {
  if (display.isBlock) {
    takeLine(state)
    if (hasFrame(display)) state.frames.push({ element, own: undefined, count: 0 })
    openBlock(state, element, display)
  } else if (display.isApart) state.line.addSpace()
  deepen(state.depth, display, 1)
}

function openBlock(state: FlowState, element: Element, { role, level }: Display): void {
  const table = state.tables.at(-1)
  switch (role) {
    case 'heading':
      state.levels.push(level)
      break
    case 'list':
      state.lists.push(numberingOf(element))
      break
    case 'item':
      state.mark = state.lists.at(-1)?.next(element) ?? ''
      break
    case 'table':
      state.tables.push(newTable())
      break
    case 'group':
      if (table !== undefined) openGroup(table, element.tagName)
      break
    case 'row':
      if (table !== undefined) openRow(table)
      break
    case 'caption':
      if (table !== undefined) state.containers.push(table.caption)
      break
    case 'cell':
      if (table !== undefined) enterCell(state, openCell(table, element))
  }
}

function enterCell({ cells, containers }: FlowState, cell: CellDraft): void {
  cells.push(cell)
  containers.push(cell.content)
}

function close(state: FlowState, display: Display): Result<undefined, ReadError> {
  deepen(state.depth, display, -1)
  if (!display.isBlock) {
    if (display.isApart) state.line.addSpace()
    return NOTHING_WRONG
  }
  takeLine(state)
  const closed = closeBlock(state, display)
  if (hasFrame(display)) closeFrame(state)
  return closed
}

function closeBlock(state: FlowState, { role }: Display): Result<undefined, ReadError> {
  switch (role) {
    case 'heading':
      state.levels.pop()
      return NOTHING_WRONG
    case 'list':
      state.lists.pop()
      return NOTHING_WRONG
    case 'item':
      endItem(state)
      return NOTHING_WRONG
    case 'table':
      return closeTable(state)
    case 'caption':
      if (state.tables.length > 0) state.containers.pop()
      return NOTHING_WRONG
    case 'cell':
      if (state.tables.length > 0) {
        state.cells.pop()
        state.containers.pop()
      }
      return NOTHING_WRONG
    default:
      return NOTHING_WRONG
  }
}

/** An item without text still shows its number. */
function endItem(state: FlowState): void {
  const cell = state.cells.at(-1)
  if (state.mark !== '' && cell !== undefined) cell.seen.picture = true
  state.mark = ''
}

const NOTHING_WRONG = success(undefined)

/** Rows and their groups hold no text of their own. */
const hasFrame = ({ role }: Display): boolean =>
  role !== 'row' && role !== 'group' && role !== 'rule'

function closeTable(state: FlowState): Result<undefined, ReadError> {
  const table = state.tables.pop()
  if (table === undefined) return NOTHING_WRONG
  const finished = finishTable(table)
  if (!finished.ok) return finished
  const { content, isData } = finished.value
  const container = state.containers.at(-1)
  if (container !== undefined) collectAll(container, content)
  if (isData) state.hidden += table.hidden
  return NOTHING_WRONG
}

function closeFrame({ frames }: FlowState): void {
  const frame = frames.pop()
  if (frame === undefined) return
  if (frame.own !== undefined && frame.count === 1) frame.own.owner = frame.element
  const outer = frames.at(-1)
  // A table counts even when it is blank.
  if (outer !== undefined) outer.count += frame.element.tagName === 'table' ? 2 : frame.count
}

function hide(state: FlowState, element: Element, display: Display): void {
  const cell = state.cells.at(-1)
  if (cell !== undefined) cell.seen.hidden = true
  const table = state.tables.at(-1)
  // Menus and messages are hidden on every page; only what is hidden inside the text is worth a note.
  const isInText =
    state.depth.paragraph > 0 ||
    isParagraph(display) ||
    attributeOf(element, 'style')?.includes('mso-hide') === true
  if (isInText) state.hidden++
  else if (table !== undefined) table.hidden++
}
