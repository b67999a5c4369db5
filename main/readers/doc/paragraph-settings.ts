import { byteOf, lastOf, type Property } from './properties.ts'
import { CODE } from './property-codes.ts'

/** How a paragraph stands in tables. */
export interface TablePlace {
  /** How many tables it stands in; 0 outside. */
  readonly depth: number
  /** Whether the depth can be what was meant. */
  readonly isDepthSound: boolean
  /** It ends its row; then it has no text of its own. */
  readonly endsRow: boolean
  /** It ends a cell of a table inside another; in outer tables the character that ends it tells. */
  readonly endsInnerCell: boolean
}

/** What the paragraph's own formatting says of tables. */
export function tablePlaceOf(properties: readonly Property[]): TablePlace {
  const isInTable = (byteOf(properties, CODE.inTable) ?? 0) !== 0
  let depth = 0
  for (const { code, operand } of properties) {
    if (code === CODE.tableDepth) depth = operand.readInt32LE(0)
    if (code === CODE.tableDepthChange) depth += operand.readInt32LE(0)
  }
  const isDepthSound = depth >= 0 && depth <= DEEPEST_NESTING
  return {
    depth: Math.max(isDepthSound ? depth : 0, isInTable ? 1 : 0),
    isDepthSound,
    endsRow: isSet(properties, CODE.rowEnd) || isSet(properties, CODE.innerRowEnd),
    endsInnerCell: isSet(properties, CODE.innerCellEnd),
  }
}

/** Word's own dialogs nest far less deep; a greater number is a damaged one. */
const DEEPEST_NESTING = 60

function isSet(properties: readonly Property[], code: number): boolean {
  return (byteOf(properties, code) ?? 0) !== 0
}

/** A paragraph's list by its `w:numId` in the words of .docx (`0` for none), and its level from 0. */
export interface ListReference {
  readonly list: string | undefined
  readonly level: number | undefined
}

/** Behind the last list come marks for paragraphs that have no number any more. */
const LAST_LIST = 0x7fe

/** Undefined where the properties do not say. */
export function listReference(properties: readonly Property[]): ListReference {
  const list = lastOf(properties, CODE.list)?.operand.readUInt16LE(0)
  return {
    list: list === undefined ? undefined : String(list <= LAST_LIST ? list : 0),
    level: byteOf(properties, CODE.listLevel),
  }
}

/** Headings from 1, 0 for body text; undefined where the properties do not say. */
export function outlineLevelOf(properties: readonly Property[]): number | undefined {
  const level = byteOf(properties, CODE.outlineLevel)
  if (level === undefined) return undefined
  return level < BODY_TEXT ? level + 1 : 0
}

/** The file counts headings from 0. */
const BODY_TEXT = 9
