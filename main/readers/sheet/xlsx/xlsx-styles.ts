import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  type XmlElement,
} from '../../ooxml/xml-tree.ts'
import { formatCode } from '../builtin-formats.ts'
import { isFrame } from '../workbook.ts'
import { isMarkedFont, isTinted, isWhiteFont } from './xlsx-fonts.ts'

/** What of a cell's style changes what a person sees. */
export interface CellStyle {
  /** Code of the number format. */
  readonly format: string
  readonly isFramed: boolean
  /** What stands in the cell is struck out, raised, repeated over its width, or white on white. */
  readonly isMarked: boolean
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
  const fonts = childrenNamed(childOf(root, 'x:fonts'), 'x:font').map((font) => ({
    isMarked: isMarkedFont(font),
    isWhite: isWhiteFont(font),
  }))
  const tints = childrenNamed(childOf(root, 'x:fills'), 'x:fill').map(isTinted)
  const isMarked = (style: XmlElement): boolean => {
    const font = fonts[integerOf(attributeOf(style, 'fontId')) ?? 0]
    const isUnseen =
      font?.isWhite === true && tints[integerOf(attributeOf(style, 'fillId')) ?? 0] !== true
    const isFilling = attributeOf(childOf(style, 'x:alignment'), 'horizontal') === 'fill'
    return font?.isMarked === true || isUnseen || isFilling
  }
  return childrenNamed(childOf(root, 'x:cellXfs'), 'x:xf').map((style) => ({
    isMarked: isMarked(style),
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
