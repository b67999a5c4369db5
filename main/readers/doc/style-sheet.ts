import type { ParagraphStyle } from '../settled/styles.ts'
import { hiddenAfter } from './character-settings.ts'
import { listReference, outlineLevelOf } from './paragraph-settings.ts'
import { type Property, readProperties } from './properties.ts'

/** The styles of a document, by their index. */
export interface StyleSheet {
  /** The paragraph style with all it is based on; a style without settings where there is none of that index. */
  readonly paragraph: (index: number) => ParagraphStyle
  /** Whether text in a character style is hidden, given whether its paragraph's style hides it. */
  readonly isHiddenByCharacter: (index: number, isHidden: boolean) => boolean
  /** What a character style sets, with all it is based on; the nearest last. */
  readonly character: (index: number) => readonly Property[]
}

/** Reads the style sheet ([MS-DOC] 2.9.271, the STSH). What cannot be read of it is as if no style said anything. */
export function readStyleSheet(bytes: Buffer): StyleSheet {
  const styles = readStyles(bytes)
  const lineageOf = remembered((index) => lineageIn(styles, index))
  const shownBy = remembered((index) => hiddenIn(lineageOf(index), false))
  const hiddenBy = remembered((index) => hiddenIn(lineageOf(index), true))
  return {
    paragraph: remembered((index) => resolveParagraph(lineageOf(index))),
    character: remembered((index) =>
      lineageOf(index)
        .toReversed()
        .flatMap(({ character }) => character),
    ),
    isHiddenByCharacter: (index, isHidden) => (isHidden ? hiddenBy(index) : shownBy(index)),
  }
}

/** Asks only once for each index. */
function remembered<T extends object | boolean>(
  resolve: (index: number) => T,
): (index: number) => T {
  const known = new Map<number, T>()
  return (index) => {
    const value = known.get(index) ?? resolve(index)
    known.set(index, value)
    return value
  }
}

interface Style {
  readonly index: number
  /** Word's own number for the styles it knows: 1 to 9 are its headings. */
  readonly builtIn: number
  readonly basedOn: number
  readonly paragraph: readonly Property[]
  readonly character: readonly Property[]
}

/** Layout of the sheet and of a style in it, in bytes. */
const SHEET_HEADER = 2
const STYLE_COUNT_AT = 2
const BASE_SIZE_AT = 4
const KIND_AT = 2
const SETS_AT = 4
const BUILT_IN_BITS = 0x0fff

const PARAGRAPH_STYLE = 1
const CHARACTER_STYLE = 2

function readStyles(bytes: Buffer): ReadonlyMap<number, Style> {
  const styles = new Map<number, Style>()
  if (bytes.length < SHEET_HEADER + BASE_SIZE_AT + 2) return styles
  const count = bytes.readUInt16LE(STYLE_COUNT_AT)
  const baseSize = bytes.readUInt16LE(BASE_SIZE_AT)
  let at = SHEET_HEADER + bytes.readUInt16LE(0)
  for (let index = 0; index < count && at + 2 <= bytes.length; index += 1) {
    const length = bytes.readUInt16LE(at)
    const style = readStyle(bytes.subarray(at + 2, at + 2 + length), index, baseSize)
    if (style !== undefined) styles.set(index, style)
    at += 2 + length + (length % 2)
  }
  return styles
}

function readStyle(bytes: Buffer, index: number, baseSize: number): Style | undefined {
  if (bytes.length < Math.max(baseSize, SETS_AT + 2) + 2) return undefined
  const kind = bytes.readUInt16LE(KIND_AT)
  const sets = propertySets(bytes, nameEnd(bytes, baseSize), bytes.readUInt16LE(SETS_AT) & 0x0f)
  const [first, second] = sets
  const isParagraph = (kind & 0x0f) === PARAGRAPH_STYLE
  const isCharacter = (kind & 0x0f) === CHARACTER_STYLE
  return {
    index,
    builtIn: bytes.readUInt16LE(0) & BUILT_IN_BITS,
    basedOn: kind >> 4,
    // The set of a paragraph begins with the index of its style.
    paragraph:
      isParagraph && first !== undefined ? readProperties(first.subarray(2)).properties : [],
    character: readCharacterSet(isParagraph ? second : isCharacter ? first : undefined),
  }
}

function readCharacterSet(set: Buffer | undefined): readonly Property[] {
  return set === undefined ? [] : readProperties(set).properties
}

/** Behind the name, which is a count, UTF-16 and a zero. */
function nameEnd(bytes: Buffer, at: number): number {
  return at + 2 + 2 * bytes.readUInt16LE(at) + 2
}

/** Each set has its length in front and begins at an even place. */
function propertySets(bytes: Buffer, start: number, count: number): readonly Buffer[] {
  const sets: Buffer[] = []
  let at = start
  while (sets.length < count && at + 2 <= bytes.length) {
    const length = bytes.readUInt16LE(at)
    sets.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length + (length % 2)
  }
  return sets
}

/** Word allows a dozen. */
const LONGEST_LINEAGE = 100

/** The style and those it is based on, nearest first; a circle ends where it closes. */
function lineageIn(styles: ReadonlyMap<number, Style>, index: number): readonly Style[] {
  const lineage: Style[] = []
  let style = styles.get(index)
  while (style !== undefined && lineage.length < LONGEST_LINEAGE && !lineage.includes(style)) {
    lineage.push(style)
    style = styles.get(style.basedOn)
  }
  return lineage
}

function resolveParagraph(lineage: readonly Style[]): ParagraphStyle {
  const references = lineage.map((style) => listReference(style.paragraph))
  return {
    list: references.find(({ list }) => list !== undefined)?.list,
    listLevel: references.find(({ level }) => level !== undefined)?.level,
    lineage: lineage.map((style) => String(style.index)),
    headingLevel: lineage.map(headingLevelOf).find((level) => level !== undefined) ?? 0,
    isHidden: hiddenIn(lineage, false),
    look: {},
  }
}

const DEEPEST_HEADING = 9

function headingLevelOf({ paragraph, builtIn }: Style): number | undefined {
  const level = outlineLevelOf(paragraph)
  if (level !== undefined) return level
  return builtIn >= 1 && builtIn <= DEEPEST_HEADING ? builtIn : undefined
}

/** The styles at the far end of the lineage are applied first. */
function hiddenIn(lineage: readonly Style[], isHidden: boolean): boolean {
  return lineage.reduceRight((hidden, style) => hiddenAfter(style.character, hidden), isHidden)
}
