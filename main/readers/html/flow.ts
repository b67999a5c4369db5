import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { type Display, displayOf } from './element-kinds.ts'
import { blocksOf, type FlowBlock } from './flow-blocks.ts'
import { createFlow, type Flow } from './flow-builder.ts'
import {
  type ChildNode,
  type Element,
  hasText,
  isElement,
  isText,
  type ParentNode,
} from './tree.ts'

export interface PageFlow {
  readonly blocks: readonly FlowBlock[]
  /** Hidden texts that were left out of the content. */
  readonly hidden: number
  /** Deletions (`del`) that were left out. */
  readonly revisions: number
}

/** What stands on a page, in reading order; walks the tree once and needs no stack for its depth. */
export function readFlow(root: ParentNode): Result<PageFlow, ReadError> {
  const flow = createFlow()
  const open: Visit[] = [visitOf(root, undefined)]
  for (let visit = open.at(-1); visit !== undefined; visit = open.at(-1)) {
    const node = visit.children[visit.next++]
    if (node === undefined) {
      open.pop()
      const error = leave(flow, visit)
      if (error !== undefined) return error
    } else if (isText(node)) {
      flow.text(node)
    } else if (isElement(node)) {
      const display = enter(flow, node)
      if (display !== undefined) open.push(visitOf(node, display))
    }
  }
  const { content, hidden, revisions } = flow.finish()
  return success({ blocks: blocksOf(content), hidden, revisions })
}

interface Visit {
  readonly element: ParentNode
  readonly children: readonly ChildNode[]
  next: number
  readonly display: Display | undefined
}

const visitOf = (element: ParentNode, display: Display | undefined): Visit => ({
  element,
  children: element.childNodes,
  next: 0,
  display,
})

/** What happens before an element's content is walked; undefined where it is not walked at all. */
function enter(flow: Flow, element: Element): Display | undefined {
  const display = displayOf(element)
  if (display.role === 'left-out') {
    if (DRAWN.has(element.tagName)) flow.picture(element)
    return undefined
  }
  if (display.visibility !== 'shown') {
    leaveOut(flow, element, display)
    return undefined
  }
  switch (display.role) {
    case 'break':
      flow.breakLine()
      return undefined
    case 'picture':
      flow.picture(element)
      return undefined
    case 'field':
      flow.input(element)
      return undefined
    case 'deletion':
      if (hasText(element)) flow.revision()
      return undefined
    default:
      flow.open(element, display)
      return display
  }
}

/** What is left out although something may be seen there. */
const DRAWN: ReadonlySet<string> = new Set(
  'applet canvas embed iframe object script select svg video'.split(' '),
)

/** Leaves hidden content out; a cell whose text is only invisible still holds its place in the row. */
function leaveOut(flow: Flow, element: Element, display: Display): void {
  const isHeld = display.visibility === 'invisible' && display.role === 'cell'
  if (isHeld) flow.open(element, display)
  if (hasText(element)) flow.hide(element, display)
  if (isHeld) flow.close(display)
}

function leave(
  flow: Flow,
  { element, display }: Visit,
): { readonly ok: false; readonly error: ReadError } | undefined {
  if (display === undefined || !isElement(element)) return undefined
  const closed = flow.close(display)
  return closed.ok ? undefined : closed
}
