import type { XmlElement } from '../ooxml/xml-tree.ts'
import type { ControlWord } from './tokens.ts'

/** What holds for text and paragraphs at a place of the file; the end of a group brings back what held before it. */
export interface Format extends CharacterFormat, ParagraphFormat {
  /** `\uc`: how many bytes follow each `\u` for readers that know no Unicode. */
  readonly fallbackLength: number
}

export interface CharacterFormat {
  /** `\f`; undefined for the document's default font. */
  readonly font: number | undefined
  /** The kind of characters that the next font is for: `\dbch` names East Asian ones. */
  readonly script: 'western' | 'east-asian' | 'complex'
  /** `\dbch\af`. */
  readonly eastAsianFont: number | undefined
  readonly isHidden: boolean
  /** Tracked changes. */
  readonly isDeleted: boolean
  readonly isInserted: boolean
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruck: boolean
  readonly position: 'baseline' | 'superscript' | 'subscript'
  /** `\up` and `\dn`: raised or lowered by half points, as far as it matters. */
  readonly isShifted: boolean
  /** `\fs`, in half points; undefined where the text does not say. */
  readonly size: number | undefined
  /** `\cf`: index of the colour table. */
  readonly colour: number
  /** A colour of its own is behind the text. */
  readonly hasBackground: boolean
}

export interface ParagraphFormat {
  /** Tables around the paragraph: 0 outside, 2 in a table inside a table's cell. */
  readonly tableDepth: number
  /** `\s`; a paragraph without one has the style 0. */
  readonly style: number
  /** `\outlinelevel`, from 0; undefined where the paragraph does not say. */
  readonly outlineLevel: number | undefined
}

/** Tables inside one another that are read; Word nests a few. What says more is one too many. */
export const MOST_TABLES_DEEP = 32

const PLAIN_CHARACTERS: CharacterFormat = {
  font: undefined,
  script: 'western',
  eastAsianFont: undefined,
  isHidden: false,
  isDeleted: false,
  isInserted: false,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  position: 'baseline',
  isShifted: false,
  size: undefined,
  colour: 0,
  hasBackground: false,
}

const PLAIN_PARAGRAPH: ParagraphFormat = { tableDepth: 0, style: 0, outlineLevel: undefined }

/** What holds at a file's beginning. */
export const PLAIN_FORMAT: Format = { ...PLAIN_CHARACTERS, ...PLAIN_PARAGRAPH, fallbackLength: 1 }

/** The format after a control word; the same object where the word is about something else. */
export function formatAfter(format: Format, word: ControlWord): Format {
  return paragraphFormatAfter(format, word) ?? characterFormatAfter(format, word) ?? format
}

function paragraphFormatAfter(
  format: Format,
  { name, parameter }: ControlWord,
): Format | undefined {
  switch (name) {
    case 'pard':
      return { ...format, ...PLAIN_PARAGRAPH }
    case 'intbl':
      return { ...format, tableDepth: Math.max(format.tableDepth, 1) }
    case 'itap':
      return { ...format, tableDepth: Math.min(Math.max(parameter ?? 1, 0), MOST_TABLES_DEEP + 1) }
    case 's':
      return { ...format, style: parameter ?? 0 }
    case 'outlinelevel':
      return { ...format, outlineLevel: parameter ?? 0 }
    default:
      return undefined
  }
}

function characterFormatAfter(
  format: Format,
  { name, parameter }: ControlWord,
): Format | undefined {
  // `\b` and `\b1` begin what `\b0` ends.
  const isOn = parameter !== 0
  switch (name) {
    case 'plain':
      return { ...format, ...PLAIN_CHARACTERS }
    case 'uc':
      return { ...format, fallbackLength: Math.max(parameter ?? 1, 0) }
    case 'f':
    case 'af':
      return fontAfter(format, name, parameter)
    case 'loch':
    case 'hich':
    case 'ltrch':
      return { ...format, script: 'western' }
    case 'dbch':
      return { ...format, script: 'east-asian' }
    case 'rtlch':
      return { ...format, script: 'complex' }
    case 'v':
      return { ...format, isHidden: isOn }
    case 'deleted':
    case 'mvf':
      return { ...format, isDeleted: isOn }
    case 'revised':
    case 'mvt':
      return { ...format, isInserted: isOn }
    case 'fs':
      return { ...format, size: parameter }
    case 'cf':
      return { ...format, colour: parameter ?? 0 }
    case 'cb':
    case 'chcbpat':
    case 'highlight':
      return { ...format, hasBackground: (parameter ?? 0) > 0 }
    case 'up':
    case 'dn':
      return { ...format, isShifted: (parameter ?? LEAST_SHIFT) >= LEAST_SHIFT }
    default:
      return lookAfter(format, name, isOn)
  }
}

/** In half points: what Word offers for raising a text. */
const LEAST_SHIFT = 6

function fontAfter(format: Format, name: 'f' | 'af', font: number | undefined): Format {
  const eastAsianFont = format.script === 'east-asian' ? font : format.eastAsianFont
  return name === 'af' ? { ...format, eastAsianFont } : { ...format, eastAsianFont, font }
}

function lookAfter(format: Format, name: string, isOn: boolean): Format | undefined {
  switch (name) {
    case 'b':
      return { ...format, isBold: isOn }
    case 'i':
      return { ...format, isItalic: isOn }
    case 'ul':
    case 'uldb':
    case 'ulw':
    case 'ulwave':
      return { ...format, isUnderlined: isOn }
    case 'ulnone':
      return { ...format, isUnderlined: false }
    case 'strike':
    case 'striked':
      return { ...format, isStruck: isOn }
    case 'super':
      return { ...format, position: isOn ? 'superscript' : 'baseline' }
    case 'sub':
      return { ...format, position: isOn ? 'subscript' : 'baseline' }
    case 'nosupersub':
      return { ...format, position: 'baseline' }
    default:
      return undefined
  }
}

/** The look as Word's XML writes it (`w:rPr`), which the view understands. */
export function runProperties(format: CharacterFormat): XmlElement | undefined {
  const children = [
    ...(format.isBold ? [element('w:b')] : []),
    ...(format.isItalic ? [element('w:i')] : []),
    ...(format.isUnderlined ? [element('w:u', 'single')] : []),
    ...(format.isStruck ? [element('w:strike')] : []),
    ...(format.position === 'baseline' ? [] : [element('w:vertAlign', format.position)]),
  ]
  return children.length === 0 ? undefined : { ...element('w:rPr'), children }
}

function element(name: string, value?: string): XmlElement {
  return { name, attributes: value === undefined ? {} : { 'w:val': value }, children: [], text: '' }
}

/** Whether two texts look the same. */
export function looksAlike(one: CharacterFormat, other: CharacterFormat): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isUnderlined === other.isUnderlined &&
    one.isStruck === other.isStruck &&
    one.position === other.position
  )
}
