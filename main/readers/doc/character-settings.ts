import type { XmlElement } from '../ooxml/xml-tree.ts'
import { DUST } from '../settled/run-look.ts'
import { byteOf, lastOf, type Property } from './properties.ts'
import { CODE } from './property-codes.ts'
import type { StyleSheet } from './style-sheet.ts'
import { group, setting } from './word-elements.ts'

/** What decides whether and how a stretch of text is read. */
export interface CharacterSettings {
  readonly isDeleted: boolean
  readonly isInserted: boolean
  readonly isHidden: boolean
  /** Characters with a meaning of their own: a symbol, a picture, an anchor. */
  readonly isSpecial: boolean
  /** A picture's character that only carries data of a field. */
  readonly isData: boolean
  /** Struck out, raised, lowered or as small as dust: not part of the number it stands beside. */
  readonly isMarked: boolean
  /** White, with nothing of its own behind it. */
  readonly isWhite: boolean
  readonly symbol: FontSymbol | undefined
  /** `w:rPr` with what a view shows of it. */
  readonly look: XmlElement
}

/** A sign of a symbol font. */
export interface FontSymbol {
  /** Index of the font among the document's font names. */
  readonly font: number
  readonly code: number
}

/** Reads the formatting of a stretch in a paragraph whose style hides its text or not. */
export function readCharacterSettings(
  all: readonly Property[],
  isHiddenByStyle: boolean,
  styles: StyleSheet,
): CharacterSettings {
  // What was set before the text was made plain again no longer holds; tracked changes do.
  const own = all.slice(all.findLastIndex(({ code }) => code === CODE.plain) + 1)
  const style = lastOf(own, CODE.characterStyle)?.operand.readUInt16LE(0)
  const isHidden =
    style === undefined ? isHiddenByStyle : styles.isHiddenByCharacter(style, isHiddenByStyle)
  const raised = byteOf(own, CODE.raised) ?? 0
  const withStyle = style === undefined ? own : [...styles.character(style), ...own]
  return {
    isDeleted: isOn(all, CODE.deleted),
    isInserted: isOn(all, CODE.inserted),
    isHidden: hiddenAfter(own, isHidden),
    isSpecial: isOn(all, CODE.special) || lastOf(all, CODE.symbol) !== undefined,
    isData: isOn(all, CODE.isData),
    isMarked: isMarked(withStyle),
    isWhite: isWhite(withStyle),
    symbol: symbolOf(all),
    look: lookOf(own, raised),
  }
}

function isMarked(properties: readonly Property[]): boolean {
  const size = lastOf(properties, CODE.size)?.operand.readUInt16LE(0)
  const shift = lastOf(properties, CODE.shift)?.operand.readInt16LE(0) ?? 0
  return (
    (byteOf(properties, CODE.raised) ?? 0) !== 0 ||
    isOn(properties, CODE.strike) ||
    isOn(properties, CODE.doubleStrike) ||
    Math.abs(shift) >= LEAST_SHIFT ||
    (size !== undefined && size <= DUST)
  )
}

/** In half points: what Word offers for raising a text. */
const LEAST_SHIFT = 6

/** Of the old palette. */
const WHITE_PLACE = 8
/** A byte each for red, green and blue, and one that is set where Word chooses the colour. */
const WHITE = 0xffffff

function isWhite(properties: readonly Property[]): boolean {
  const colour = properties.findLast(
    ({ code }) => code === CODE.colour || code === CODE.paletteColour,
  )
  if (colour === undefined) return false
  const isOnPaper = BACKGROUNDS.every((code) => lastOf(properties, code) === undefined)
  const isSo =
    colour.code === CODE.colour
      ? colour.operand.readUInt32LE(0) === WHITE
      : colour.operand[0] === WHITE_PLACE
  return isSo && isOnPaper
}

const BACKGROUNDS = [CODE.highlight, CODE.shading, CODE.oldShading]

/** The values of a toggle beside 0; the last two depend on what the style says. */
const ON = 1
const SAME = 0x80
const OPPOSITE = 0x81

/** Whether text is hidden by these properties, where what stands below them hides it or not. */
export function hiddenAfter(properties: readonly Property[], isHidden: boolean): boolean {
  let hidden = isHidden
  for (const { code, operand } of properties) {
    if (code !== CODE.hidden && code !== CODE.specialHidden) continue
    const value = operand[0]
    if (value === 0 || value === ON) hidden = value === ON
    if (value === SAME || value === OPPOSITE) hidden = isHidden !== (value === OPPOSITE)
  }
  return hidden
}

/** Own toggles are read without the style: a style may be bold as it likes. */
function isOn(properties: readonly Property[], code: number): boolean {
  const value = byteOf(properties, code)
  return value === ON || value === OPPOSITE
}

function symbolOf(properties: readonly Property[]): FontSymbol | undefined {
  const operand = lastOf(properties, CODE.symbol)?.operand
  if (operand === undefined) return undefined
  return { font: operand.readUInt16LE(0), code: operand.readUInt16LE(2) }
}

const RAISED = 1

function lookOf(properties: readonly Property[], raised: number): XmlElement {
  const elements: XmlElement[] = []
  if (isOn(properties, CODE.bold)) elements.push(setting('w:b', undefined))
  if (isOn(properties, CODE.italic)) elements.push(setting('w:i', undefined))
  if (isOn(properties, CODE.strike)) elements.push(setting('w:strike', undefined))
  if (isOn(properties, CODE.doubleStrike)) elements.push(setting('w:dstrike', undefined))
  if ((byteOf(properties, CODE.underline) ?? 0) !== 0) elements.push(setting('w:u', 'single'))
  if (raised !== 0) {
    elements.push(setting('w:vertAlign', raised === RAISED ? 'superscript' : 'subscript'))
  }
  return group('w:rPr', elements)
}
