import { isTurned } from '../odd-text.ts'
import type { FlowPiece } from './flow-blocks.ts'
import type { CellDraft } from './flow-table.ts'
import { attributeOf, type Element, isElement, parentElement } from './tree.ts'

/** How deep a text stands in elements that change how it looks. */
export interface LookDepth {
  readonly raised: number
  readonly struck: number
  readonly white: number
}

/** Notes in what was seen of a cell that a person reads this text of it apart from what stands beside it, or not at all. */
export function noteLook(
  seen: CellDraft['seen'] | undefined,
  { raised, struck, white }: LookDepth,
  text: string,
  piece: FlowPiece,
): void {
  if (seen === undefined || !/\S/.test(text)) return
  if (raised > 0) seen.raised = true
  const isUnseen = white > 0 && /\d/.test(text) && isOnPaper(piece)
  if (struck > 0 || isUnseen || isTurned(text)) seen.struck = true
}

/** Whether nothing but the white of the page is behind a text, as far as attributes say, up to the table around it. */
function isOnPaper(piece: FlowPiece): boolean {
  let element = isElement(piece) ? piece : parentElement(piece)
  while (element !== undefined) {
    if (hasBackground(element)) return false
    if (element.tagName === 'table') return true
    element = parentElement(element)
  }
  return true
}

const hasBackground = (element: Element): boolean =>
  isTinted(attributeOf(element, 'bgcolor')) ||
  attributeOf(element, 'background') !== undefined ||
  isTinted(
    /(?:^|[;\s])background[a-z-]*\s*:([^;]*)/i.exec(attributeOf(element, 'style') ?? '')?.[1],
  )

const isTinted = (colour: string | undefined): boolean =>
  colour !== undefined &&
  !/^\s*(?:white|#fff(?:fff)?|transparent|none|inherit|initial)\s*$/i.test(colour)
