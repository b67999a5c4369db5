import type { XmlElement } from '../ooxml/xml-tree.ts'
import { DUST, isWhite } from '../settled/run-look.ts'
import type { OdfElement } from './odf-tree.ts'

/** What matters here of how a text looks. A property that is not there is left to what is around the text. */
export interface TextLook {
  readonly isHidden?: boolean
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isUnderlined?: boolean
  readonly isStruck?: boolean
  readonly position?: 'baseline' | 'superscript' | 'subscript'
  readonly isWhite?: boolean
  /** A colour of its own is behind the text. */
  readonly hasBackground?: boolean
  /** Too small to be read. */
  readonly isDust?: boolean
  /** The font shows a little picture for each letter and digit. */
  readonly isPictureFont?: boolean
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
    ...colourLook(given),
    ...fontLook(given),
  }
}

function colourLook(given: OdfElement['attributes']): TextLook {
  const colour = given['fo:color']
  const background = given['fo:background-color']
  const isAutomatic = given['style:use-window-font-color'] === 'true'
  return {
    ...(colour === undefined ? {} : { isWhite: isWhite(colour.slice(1)) }),
    ...(isAutomatic ? { isWhite: false } : {}),
    ...(background === undefined ? {} : { hasBackground: background !== 'transparent' }),
  }
}

function fontLook(given: OdfElement['attributes']): TextLook {
  const size = given['fo:font-size']
  const font = given['style:font-name'] ?? given['fo:font-family']
  return {
    ...(size === undefined
      ? {}
      : { isDust: /^[\d.]+pt$/.test(size) && Number.parseFloat(size) <= DUST / 2 }),
    ...(font === undefined ? {} : { isPictureFont: /^'?(?:wingdings|webdings)/i.test(font) }),
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
 * Whether a text stands beside a number without being part of it: struck out, as small as dust, raised or lowered (`12` with a
 * footnote's `1` reads as `121`).
 */
export const isMarked = ({ isStruck, position, isDust }: TextLook): boolean =>
  isStruck === true || isDust === true || (position !== undefined && position !== 'baseline')

/**
 * Whether figures in a text are seen as something else, or not at all. What colour a cell has is not read; white
 * figures on a dark ground are hardly found.
 */
export const isUnseen = ({ isWhite, hasBackground, isPictureFont }: TextLook): boolean =>
  isPictureFont === true || (isWhite === true && hasBackground !== true)

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
