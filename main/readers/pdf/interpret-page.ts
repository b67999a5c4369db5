import { coveredBoxes, visibleGlyphs } from './covers.ts'
import {
  clipToCorners,
  initialState,
  moveText,
  setEntry,
  setTextMatrix,
  transform,
} from './graphics-state.ts'
import { IDENTITY } from './matrix.ts'
import { type Operation, type OperatorList, operationAt } from './operators.ts'
import type { PageContent } from './page-content.ts'
import { paintPath, paintPicture, paintShading } from './paint-path.ts'
import { clipToText, paintText } from './paint-text.ts'
import { type PageFrame, type Painter, restore, save, startPainter } from './painter.ts'
import { withCrossedDoubted } from './struck-text.ts'

/** Text and ruling lines that can be seen on a page, from the operations that paint it. */
export function interpretPage(list: OperatorList, frame: PageFrame): PageContent {
  const painter = startPainter(frame)
  for (let index = 0; index < list.fnArray.length; index += 1) {
    const operation = operationAt(list, index)
    if (operation !== undefined) paint(painter, operation, index)
  }
  const { hidden, hiddenRuns, strips } = painter
  return {
    page: frame.page,
    width: frame.width,
    height: frame.height,
    glyphs: withCrossedDoubted(visibleGlyphs(painter), painter.slants),
    strips,
    hidden: [...hidden, ...coveredBoxes(painter)],
    hiddenCount: hiddenRuns.size,
    hasImage: frame.hasImage,
  }
}

function paint(painter: Painter, operation: Operation, index: number): void {
  const { state } = painter
  switch (operation.kind) {
    case 'save':
      save(painter)
      return
    case 'restore':
    case 'end-form':
    case 'end-annotation':
      // Pictures are not decoded, and pdf.js leaves them out; where they stood is told by what was set for them.
      if (painter.isPicturePending) paintPicture(painter)
      restore(painter)
      return
    case 'end-text':
      clipToText(painter)
      return
    case 'shading':
      paintShading(painter)
      return
    case 'begin-text':
      setTextMatrix(state, IDENTITY)
      return
    case 'text-matrix':
      setTextMatrix(state, operation.matrix)
      return
    case 'next-line':
      moveText(state, 0, -state.leading)
      return
    case 'move-text':
      if (operation.leads) state.leading = -operation.y
      moveText(state, operation.x, operation.y)
      return
    case 'transform':
      transform(state, operation.matrix)
      painter.isPicturePending = true
      return
    case 'state':
      operation.entries.forEach((entry) => {
        setEntry(state, entry)
      })
      return
    case 'colour':
      if (operation.of === 'fill') state.fill = operation.colour
      else state.stroke = operation.colour
      return
    case 'show':
      painter.isPicturePending = false
      paintText(painter, operation.glyphs, index)
      return
    case 'clip':
      painter.isClipPending = true
      return
    case 'path':
      paintPath(painter, operation)
      return
    case 'unit-square':
      paintPath(painter, { kind: 'path', fill: true, stroke: false, commands: UNIT_SQUARE })
      return
    default:
      openOrClose(painter, operation)
  }
}

const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4]

function openOrClose(painter: Painter, operation: Operation): void {
  switch (operation.kind) {
    case 'begin-form':
      save(painter)
      if (operation.matrix !== undefined) transform(painter.state, operation.matrix)
      if (operation.box !== undefined) clipToCorners(painter.state, operation.box)
      return
    case 'begin-group': {
      save(painter)
      painter.groups.push(operation.isMask)
      if (operation.isMask) painter.masks += 1
      const { matrix, box } = operation
      // The form inside the group applies the matrix itself; here it only says where the box is.
      if (box !== undefined) {
        const inside = { ...painter.state }
        if (matrix !== undefined) transform(inside, matrix)
        clipToCorners(inside, box)
        painter.state.clip = inside.clip
      }
      return
    }
    case 'end-group':
      if (painter.groups.pop() === true) painter.masks -= 1
      restore(painter)
      return
    case 'begin-marked':
      painter.marked.push(
        operation.layer !== undefined &&
          operation.layer !== null &&
          !painter.frame.isLayerShown(operation.layer),
      )
      return
    case 'end-marked':
      painter.marked.pop()
      return
    case 'begin-annotation':
      save(painter)
      painter.state = initialState(painter.frame.toShown, painter.view)
      painter.state.isAnnotation = true
      if (operation.box !== undefined) clipToCorners(painter.state, operation.box)
      for (const matrix of operation.matrices) transform(painter.state, matrix)
  }
}
