import { isTurned } from '../odd-text.ts'
import { collect, type FlowParagraph, type FlowPiece } from './flow-blocks.ts'
import type { FlowState } from './flow-state.ts'
import { noteLook } from './text-look.ts'
import type { TextNode } from './tree.ts'

/** Ends the line that has begun: what it shows is a paragraph of the page, or of the cell that is open. */
export function takeLine(state: FlowState): void {
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

/** A text of the page, or the number that Word wrote before an item of a list. */
export function addText(state: FlowState, node: TextNode): void {
  if (state.depth.listMark > 0) state.line.addNumber(node.value)
  else addWords(state, node.value, node)
}

/** Words in the line that is open; where line breaks are kept, they end it. */
export function addWords(state: FlowState, text: string, piece: FlowPiece): void {
  const { depth, line } = state
  const isOdd = depth.raised + depth.struck + depth.white > 0 || isTurned(text)
  if (isOdd) noteLook(state.cells.at(-1)?.seen, depth, text, piece)
  if (depth.raw === 0) {
    line.add(text, piece)
    return
  }
  text.split(/\r\n|[\n\r]/).forEach((part, i) => {
    if (i > 0) takeLine(state)
    line.addRaw(part, piece)
  })
}
