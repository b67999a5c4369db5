import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { type Display, plainDisplayOf } from './element-kinds.ts'
import { isSpacer, shownValue } from './empty-elements.ts'
import {
  type Collected,
  collect,
  collectAll,
  type FlowParagraph,
  type FlowPiece,
  nothingCollected,
} from './flow-blocks.ts'
import {
  type CellDraft,
  finishTable,
  newTable,
  openCell,
  openGroup,
  openRow,
  type TableDraft,
} from './flow-table.ts'
import { createLine } from './line-builder.ts'
import { type ListNumbering, numberingOf } from './list-numbering.ts'
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
  const state = newState()
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

const newState = () => {
  const page = nothingCollected()
  const containers: Collected[] = [page]
  const tables: TableDraft[] = []
  const cells: CellDraft[] = []
  const frames: Frame[] = []
  const lists: ListNumbering[] = []
  const levels: number[] = []
  return {
    page,
    /** Where blocks go: the page, or the cell that is open. */
    containers,
    tables,
    cells,
    frames,
    lists,
    levels,
    line: createLine(),
    /** Of the list item that is open, until its first line is taken. */
    mark: '',
    /** How many open elements are of each kind. */
    depth: { raw: 0, raised: 0, struck: 0, listMark: 0, paragraph: 0 },
    hidden: 0,
    revisions: 0,
  }
}

type State = ReturnType<typeof newState>

/** A block element that is open, to find out whether it holds one paragraph and nothing else. */
interface Frame {
  readonly element: Element
  own: FlowParagraph | undefined
  count: number
}

function open(state: State, element: Element, display: Display): void {
  if (display.isBlock) {
    takeLine(state)
    if (hasFrame(display)) state.frames.push({ element, own: undefined, count: 0 })
    openBlock(state, element, display)
  } else if (display.isApart) state.line.addSpace()
  deepen(state.depth, display, 1)
}

function openBlock(state: State, element: Element, { role, level }: Display): void {
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

function enterCell({ cells, containers }: State, cell: CellDraft): void {
  cells.push(cell)
  containers.push(cell.content)
}

function close(state: State, display: Display): Result<undefined, ReadError> {
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

function closeBlock(state: State, { role }: Display): Result<undefined, ReadError> {
  switch (role) {
    case 'heading':
      state.levels.pop()
      return NOTHING_WRONG
    case 'list':
      state.lists.pop()
      return NOTHING_WRONG
    case 'item':
      state.mark = ''
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

const NOTHING_WRONG = success(undefined)

/** Rows and their groups hold no text of their own. */
const hasFrame = ({ role }: Display): boolean =>
  role !== 'row' && role !== 'group' && role !== 'rule'

function closeTable(state: State): Result<undefined, ReadError> {
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

function closeFrame({ frames }: State): void {
  const frame = frames.pop()
  if (frame === undefined) return
  if (frame.own !== undefined && frame.count === 1) frame.own.owner = frame.element
  const outer = frames.at(-1)
  // A table counts even when it is blank.
  if (outer !== undefined) outer.count += frame.element.tagName === 'table' ? 2 : frame.count
}

function takeLine(state: State): void {
  const line = state.line.take()
  if (line === undefined) return
  const paragraph: FlowParagraph = {
    kind: 'paragraph',
    text: line.text,
    numbering: line.number === '' ? state.mark : line.number,
    level: state.levels.at(-1) ?? 0,
    pieces: line.pieces,
    owner: undefined,
  }
  state.mark = ''
  const container = state.containers.at(-1)
  if (container !== undefined) collect(container, paragraph)
  const frame = state.frames.at(-1)
  if (frame === undefined) return
  frame.own = paragraph
  frame.count++
}

function addText(state: State, node: TextNode): void {
  if (state.depth.listMark > 0) state.line.addNumber(node.value)
  else addWords(state, node.value, node)
}

function addWords(state: State, text: string, piece: FlowPiece): void {
  const { depth, line } = state
  if (depth.raised + depth.struck > 0) lookAt(state, text)
  if (depth.raw === 0) {
    line.add(text, piece)
    return
  }
  text.split(/\r\n|[\n\r]/).forEach((part, i) => {
    if (i > 0) takeLine(state)
    line.addRaw(part, piece)
  })
}

/** Text that a person reads apart from what stands beside it. */
function lookAt({ cells, depth }: State, text: string): void {
  const seen = cells.at(-1)?.seen
  if (seen === undefined || !/\S/.test(text)) return
  if (depth.raised > 0) seen.raised = true
  if (depth.struck > 0) seen.struck = true
}

function hide(state: State, element: Element, display: Display): void {
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

function deepen(depth: State['depth'], display: Display, by: 1 | -1): void {
  if (display === PLAIN_TEXT) return
  if (display.keepsLines) depth.raw += by
  if (display.isStruck) depth.struck += by
  if (display.isListMark) depth.listMark += by
  if (display.role === 'raised') depth.raised += by
  if (isParagraph(display)) depth.paragraph += by
}

/** Most elements are a `span` that changes nothing. */
const PLAIN_TEXT = plainDisplayOf('span')

const isParagraph = ({ role }: Display): boolean => role === 'paragraph' || role === 'heading'
