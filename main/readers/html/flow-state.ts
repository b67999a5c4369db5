import { type Display, plainDisplayOf } from './element-kinds.ts'
import { type Collected, type FlowParagraph, nothingCollected } from './flow-blocks.ts'
import type { CellDraft, TableDraft } from './flow-table.ts'
import { createLine } from './line-builder.ts'
import type { ListNumbering } from './list-numbering.ts'
import type { Element } from './tree.ts'

/** What is open while a page is put together; at first the page alone. */
export const newFlowState = () => {
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
    depth: { raw: 0, raised: 0, struck: 0, white: 0, listMark: 0, paragraph: 0 },
    hidden: 0,
    revisions: 0,
  }
}

export type FlowState = ReturnType<typeof newFlowState>

/** A block element that is open, to find out whether it holds one paragraph and nothing else. */
interface Frame {
  readonly element: Element
  own: FlowParagraph | undefined
  count: number
}

/** Counts an element that begins (1) or ends (-1) among those that change how the text inside is taken. */
export function deepen(depth: FlowState['depth'], display: Display, by: 1 | -1): void {
  if (display === PLAIN_TEXT) return
  if (display.keepsLines) depth.raw += by
  if (display.isStruck) depth.struck += by
  if (display.isWhite) depth.white += by
  if (display.isListMark) depth.listMark += by
  if (display.role === 'raised') depth.raised += by
  if (isParagraph(display)) depth.paragraph += by
}

/** Most elements are a `span` that changes nothing. */
const PLAIN_TEXT = plainDisplayOf('span')

/** Whether an element is a paragraph or a heading. */
export const isParagraph = ({ role }: Display): boolean =>
  role === 'paragraph' || role === 'heading'
