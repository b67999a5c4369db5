import { attributeOf, childOf, type XmlElement } from '../../ooxml/xml-tree.ts'
import { isWhite } from '../../settled/run-look.ts'

/** Whether a font (`x:font`, `x:rPr`) strikes its text out, or raises or lowers it. */
export function isMarkedFont(font: XmlElement | undefined): boolean {
  const strike = childOf(font, 'x:strike')
  const isStruck =
    strike !== undefined && !['0', 'false'].includes(attributeOf(strike, 'val') ?? '1')
  const position = attributeOf(childOf(font, 'x:vertAlign'), 'val') ?? 'baseline'
  return isStruck || position !== 'baseline'
}

/** Whether a font's colour is white: by its value, as the theme's paper, or by its place in the old palette. */
export function isWhiteFont(font: XmlElement | undefined): boolean {
  const colour = childOf(font, 'x:color')
  if (attributeOf(colour, 'tint') !== undefined) return false
  const value = attributeOf(colour, 'rgb')
  if (value !== undefined) return isWhite(value.slice(-RGB_LENGTH))
  return attributeOf(colour, 'theme') === PAPER || WHITES.has(attributeOf(colour, 'indexed') ?? '')
}

/** A value has two digits of opacity in front. */
const RGB_LENGTH = 6
const PAPER = '0'
const WHITES: ReadonlySet<string> = new Set(['1', '9'])

/** Whether a fill (`x:fill`) lays anything but white behind a cell. */
export function isTinted(fill: XmlElement | undefined): boolean {
  const pattern = childOf(fill, 'x:patternFill')
  if (pattern === undefined) return fill !== undefined && fill.children.length > 0
  if ((attributeOf(pattern, 'patternType') ?? 'none') === 'none') return false
  const front = childOf(pattern, 'x:fgColor')
  return !isWhite((attributeOf(front, 'rgb') ?? '').slice(-RGB_LENGTH))
}
