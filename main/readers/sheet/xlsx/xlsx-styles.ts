import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  type XmlElement,
} from '../../docx/xml-tree.ts'
import { formatCode } from '../builtin-formats.ts'
import { isFrame } from '../workbook.ts'

/** What of a cell's style changes what a person sees. */
export interface CellStyle {
  /** Code of the number format. */
  readonly format: string
  readonly isFramed: boolean
}

/** The styles that cells refer to by number (`x:cellXfs`). */
export function readStyles(root: XmlElement | undefined): readonly CellStyle[] {
  const formats = new Map(
    childrenNamed(childOf(root, 'x:numFmts'), 'x:numFmt').map((format) => [
      integerOf(attributeOf(format, 'numFmtId')) ?? -1,
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
  const frames = childrenNamed(childOf(root, 'x:borders'), 'x:border').map(isFramed)
  return childrenNamed(childOf(root, 'x:cellXfs'), 'x:xf').map((style) => ({
    format: formatCode(integerOf(attributeOf(style, 'numFmtId')) ?? 0, formats),
    isFramed: frames[integerOf(attributeOf(style, 'borderId')) ?? 0] ?? false,
  }))
}

/** Right-to-left sheets call the sides `start` and `end`. */
const isFramed = (border: XmlElement): boolean =>
  isFrame({
    left: hasLine(border, 'x:left') || hasLine(border, 'x:start'),
    right: hasLine(border, 'x:right') || hasLine(border, 'x:end'),
    top: hasLine(border, 'x:top'),
    bottom: hasLine(border, 'x:bottom'),
  })

const hasLine = (border: XmlElement, side: string): boolean =>
  (attributeOf(childOf(border, side), 'style') ?? 'none') !== 'none'
