import type { Box } from '../../../shared/document/source-document.ts'
import { boxAround, intersection } from '../pdf/boxes.ts'
import { compose, type Matrix } from '../pdf/matrix.ts'
import { childrenOf, type OfdElement } from './ofd-xml.ts'
import { pathOf } from './path-data.ts'
import { placingOf } from './placing.ts'

/** What of an object is seen: its clips one after the other, each by the box around its areas. In points. */
export function clipOf(object: OfdElement, matrix: Matrix, outer: Box): Box {
  let clip = outer
  for (const { children } of childrenOf(object, 'Clips')) {
    for (const each of children) {
      const box = boxAround(childrenOf(each, 'Area').flatMap((area) => areaBoxes(area, matrix)))
      // A clip without a path is a slip of the program that wrote it; nothing must vanish here.
      if (box !== undefined) clip = intersection(clip, box)
    }
  }
  return clip
}

function areaBoxes(area: OfdElement, outer: Matrix): readonly Box[] {
  const matrix = compose(outer, placingOf(area))
  return childrenOf(area, 'Path').flatMap((path) => {
    const own = compose(matrix, placingOf(path))
    return childrenOf(path, 'AbbreviatedData').flatMap(({ text }) =>
      pathOf(text, own).flatMap(({ points }) =>
        points.map(([x, y]) => ({ left: x, top: y, right: x, bottom: y })),
      ),
    )
  })
}
