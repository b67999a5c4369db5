import type { Place } from '../../../shared/document/source-document.ts'
import type { Locate } from './flow-document.ts'
import type { Node } from './tree.ts'

export interface PlaceIds {
  /** Places by id; a node gets its id when it is asked for the first time. */
  readonly locate: Locate
  readonly ids: ReadonlyMap<Node, string>
}

/** Ids `n1`, `n2` … in the order of the document's blocks; the same page always gets the same ids. */
export function createPlaceIds(): PlaceIds {
  const ids = new Map<Node, string>()
  const placeOf = (node: Node): Place => {
    const id = ids.get(node) ?? `n${ids.size + 1}`
    ids.set(node, id)
    return { kind: 'element', id }
  }
  return { locate: (nodes) => nodes.map(placeOf), ids }
}
