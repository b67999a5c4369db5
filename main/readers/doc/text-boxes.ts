import type { ReadError } from '../../../shared/read-error.ts'
import { type Result, success } from '../../../shared/result.ts'
import { readPositionedList } from './positioned-list.ts'

/** The text of a text box, by its place in the story of the text boxes. */
export interface TextBox {
  readonly start: number
  readonly end: number
  /** Position in the main story of the character it hangs on; undefined where that cannot be told. */
  readonly anchor: number | undefined
}

/** Sizes of the records, and where in each the number of the shape stands ([MS-DOC] 2.9.252 and 2.9.106). */
const ANCHOR_SIZE = 26
const ANCHOR_SHAPE_AT = 0
const BOX_SIZE = 22
const BOX_SHAPE_AT = 14

/** Finds the text boxes of the main story and what they hang on. */
export function readTextBoxes(
  boxes: Buffer,
  anchors: Buffer,
): Result<readonly TextBox[], ReadError> {
  const shapes = readPositionedList(anchors, ANCHOR_SIZE)
  if (!shapes.ok) return shapes
  const anchorOf = new Map(
    shapes.value.data.map((shape, index) => [
      shape.readInt32LE(ANCHOR_SHAPE_AT),
      shapes.value.positions[index],
    ]),
  )
  const listed = readPositionedList(boxes, BOX_SIZE)
  if (!listed.ok) return listed
  const { positions, data } = listed.value
  return success(
    data.map((box, index) => ({
      start: positions[index] ?? 0,
      end: positions[index + 1] ?? 0,
      anchor: anchorOf.get(box.readInt32LE(BOX_SHAPE_AT)),
    })),
  )
}
