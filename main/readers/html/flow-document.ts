import type { Block, Place } from '../../../shared/document/source-document.ts'
import type { FlowBlock, FlowCell, FlowParagraph } from './flow-blocks.ts'
import type { Node } from './tree.ts'

/** Where the texts that were read from these nodes stand. */
export type Locate = (nodes: readonly Node[]) => readonly Place[]

/** A page's blocks in the neutral model. */
export const modelOf = (blocks: readonly FlowBlock[], locate: Locate): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'paragraph') {
      const { kind, text, numbering, level } = block
      return { kind, text, numbering, level, at: locate(nodesOf(block)) }
    }
    const { kind, rowCount, columnCount } = block
    const cells = block.cells.map((cell) => modelCell(cell, locate))
    return { kind, geometry: 'grid', rowCount, columnCount, cells }
  })

/** One place for a paragraph that has an element to itself, else one for each of its texts. */
const nodesOf = ({ owner, pieces }: FlowParagraph): readonly Node[] =>
  owner === undefined ? pieces : [owner]

function modelCell(
  { element, row, column, rowSpan, columnSpan, text, numbering, doubt }: FlowCell,
  locate: Locate,
) {
  const at = locate([element])
  const cell = { row, column, rowSpan, columnSpan, text, numbering, at }
  return doubt === undefined ? cell : { ...cell, doubt }
}
