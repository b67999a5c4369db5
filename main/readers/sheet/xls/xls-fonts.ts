import type { BiffRecord } from './records.ts'

/** The workbook's fonts by the numbers that styles and texts name them by. */
export interface XlsFonts {
  readonly at: (index: number) => XlsFont | undefined
}

export interface XlsFont {
  /** It strikes its text out, or raises or lowers it. */
  readonly isMarked: boolean
  readonly isWhite: boolean
}

/** Reads the fonts ([MS-XLS] 2.4.122). There is no font of number 4: the numbers from 5 on are those of one before. */
export function readFonts(records: readonly BiffRecord[]): XlsFonts {
  const fonts = records.map(({ parts }) => fontOf(parts[0] ?? Buffer.alloc(0)))
  return { at: (index) => fonts[index > MISSING ? index - 1 : index] }
}

const MISSING = 4

function fontOf(data: Buffer): XlsFont {
  if (data.length < SIZE) return { isMarked: false, isWhite: false }
  const isStruck = (data.readUInt16LE(FLAGS_OFFSET) & STRUCK) !== 0
  return {
    isMarked: isStruck || data.readUInt16LE(POSITION_OFFSET) !== 0,
    isWhite: WHITES.has(data.readUInt16LE(COLOUR_OFFSET)),
  }
}

/** In bytes, up to where the font's name begins. */
const SIZE = 10
const FLAGS_OFFSET = 2
const STRUCK = 0x08
const COLOUR_OFFSET = 4
/** Places of white in the palette. */
const WHITES: ReadonlySet<number> = new Set([1, 9])
const POSITION_OFFSET = 8
