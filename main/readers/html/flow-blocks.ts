import type { CellDoubt } from '../../../shared/document/source-document.ts'
import type { Element, TextNode } from './tree.ts'

/** A page's blocks in reading order, each with the nodes of the tree that it was read from. */
export type FlowBlock = FlowParagraph | FlowTable

export interface FlowParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly numbering: string
  readonly level: number
  /** The texts and input fields that it is made of. */
  readonly pieces: readonly FlowPiece[]
  /** The element that holds this paragraph and nothing else; undefined where there is none. */
  owner: Element | undefined
}

export type FlowPiece = TextNode | Element

export interface FlowTable {
  readonly kind: 'table'
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly FlowCell[]
}

export interface FlowCell {
  readonly element: Element
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly numbering: string
  readonly doubt: CellDoubt | undefined
}

/** Blocks as they are collected: nested, so that a table's contents move up without being copied. */
export interface Collected {
  readonly items: CollectedItem[]
  paragraphs: number
  tables: number
  /** Of the paragraphs, in UTF-16 units. */
  length: number
  /** Of the longest paragraph, in UTF-16 units. */
  longest: number
}

export type CollectedItem = FlowBlock | Collected

export const nothingCollected = (): Collected => ({
  items: [],
  paragraphs: 0,
  tables: 0,
  length: 0,
  longest: 0,
})

/** Adds one block. */
export function collect(into: Collected, block: FlowBlock): void {
  into.items.push(block)
  if (block.kind === 'table') {
    into.tables++
    return
  }
  into.paragraphs++
  into.length += block.text.length
  into.longest = Math.max(into.longest, block.text.length)
}

/** Adds all blocks of `part` behind those that are there. */
export function collectAll(into: Collected, part: Collected): void {
  if (part.items.length === 0) return
  into.items.push(part)
  into.paragraphs += part.paragraphs
  into.tables += part.tables
  into.length += part.length
  into.longest = Math.max(into.longest, part.longest)
}

/** The blocks in order, not nested any more. */
export function blocksOf(collected: Collected): readonly FlowBlock[] {
  const blocks: FlowBlock[] = []
  const pending: CollectedItem[] = [collected]
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if ('kind' in item) blocks.push(item)
    else for (let i = item.items.length - 1; i >= 0; i--) pushIfAny(pending, item.items[i])
  }
  return blocks
}

function pushIfAny(pending: CollectedItem[], item: CollectedItem | undefined): void {
  if (item !== undefined) pending.push(item)
}
