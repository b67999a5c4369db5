import type { Block, PagePlace, Place } from '../../../shared/document/source-document.ts'

/** A place on a page under the id that its element has in the view. */
export interface NamedBox {
  readonly id: string
  readonly place: PagePlace
}

/** The same blocks, whose places are elements of the view, and where on the pages those elements stand. */
export function placeInView(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly boxes: readonly NamedBox[]
} {
  const boxes: NamedBox[] = []
  const name = (place: Place): Place => {
    if (place.kind !== 'page') return place
    const id = `b${boxes.length}`
    boxes.push({ id, place })
    return { kind: 'element', id }
  }
  const placed = blocks.map(
    (block): Block =>
      block.kind === 'paragraph'
        ? { ...block, at: block.at.map(name) }
        : {
            ...block,
            cells: block.cells.map((cell) => ({ ...cell, at: cell.at.map(name) })),
          },
  )
  return { blocks: placed, boxes }
}
