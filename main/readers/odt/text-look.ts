import type { XmlElement } from '../docx/xml-tree.ts'
import type { OdfElement } from './odf-tree.ts'

/** What matters here of how a text looks. A property that is not there is left to what is around the text. */
export interface TextLook {
  readonly isHidden?: boolean
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isUnderlined?: boolean
  readonly isStruck?: boolean
  readonly position?: 'baseline' | 'superscript' | 'subscript'
}

/** Reads `style:text-properties`. */
export function textLook(properties: OdfElement | undefined): TextLook {
  const given = properties?.attributes ?? {}
  const display = given['text:display']
  const weight = given['fo:font-weight']
  const style = given['fo:font-style']
  const underline = given['style:text-underline-style'] ?? given['style:text-underline-type']
  const strike = given['style:text-line-through-style'] ?? given['style:text-line-through-type']
  const position = given['style:text-position']
  return {
    ...(display === undefined ? {} : { isHidden: display === 'none' }),
    ...(weight === undefined ? {} : { isBold: weight === 'bold' || Number(weight) >= BOLD }),
    ...(style === undefined ? {} : { isItalic: style !== 'normal' }),
    ...(underline === undefined ? {} : { isUnderlined: underline !== 'none' }),
    ...(strike === undefined ? {} : { isStruck: strike !== 'none' }),
    ...(position === undefined ? {} : { position: positionOf(position) }),
  }
}

/** The least weight that shows as bold (CSS). */
const BOLD = 600

/** `super 58%`, `-33% 58%`: a word or a share of the font's height, up or down. */
function positionOf(text: string): 'baseline' | 'superscript' | 'subscript' {
  const first = text.trim().split(/\s+/)[0] ?? ''
  if (first === 'super') return 'superscript'
  if (first === 'sub') return 'subscript'
  const share = Number.parseFloat(first)
  if (share > 0) return 'superscript'
  return share < 0 ? 'subscript' : 'baseline'
}

/**
 * Whether a text stands beside a number without being part of it: struck out, raised or lowered (`12` with a
 * footnote's `1` reads as `121`).
 */
export const isMarked = ({ isStruck, position }: TextLook): boolean =>
  isStruck === true || (position !== undefined && position !== 'baseline')

/** The look as Word's `w:rPr`, which the view is made from; undefined for plain text. */
export function wordLook(look: TextLook): XmlElement | undefined {
  const children = [
    ...(look.isBold === true ? [property('w:b')] : []),
    ...(look.isItalic === true ? [property('w:i')] : []),
    ...(look.isStruck === true ? [property('w:strike')] : []),
    ...(look.isUnderlined === true ? [property('w:u', 'single')] : []),
    ...(look.position === undefined || look.position === 'baseline'
      ? []
      : [property('w:vertAlign', look.position)]),
  ]
  return children.length === 0 ? undefined : { name: 'w:rPr', attributes: {}, children, text: '' }
}

const property = (name: string, value?: string): XmlElement => ({
  name,
  attributes: value === undefined ? {} : { 'w:val': value },
  children: [],
  text: '',
})
