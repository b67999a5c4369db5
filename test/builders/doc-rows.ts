import { uint16, uint32 } from './doc-pages.ts'

/** One property: its code and its operand, byte by byte ([MS-DOC] 2.2.5). */
export const property = (code: number, ...operand: readonly number[]): Buffer =>
  Buffer.concat([uint16(code), Buffer.from(operand)])

/** A paragraph in a table, and in how many. */
export const inTable = (depth = 1): Buffer =>
  Buffer.concat([property(0x2416, 1), uint16(0x6649), uint32(depth)])

/** A cell as the end of its row defines it. */
export interface DocCell {
  /** Right edge in twentieths of a point. */
  readonly right: number
  readonly across?: 'first' | 'merged'
  readonly down?: 'first' | 'merged'
}

/** The properties of a row's end; `left` in twentieths of a point. */
export const rowEnd = (left: number, cells: readonly DocCell[], depth = 1): Buffer =>
  Buffer.concat([
    inTable(depth),
    depth === 1 ? property(0x2417, 1) : property(0x244c, 1),
    defineRow(left, cells),
  ])

/** The cells of a row: their edges, and what each is. */
export function defineRow(left: number, cells: readonly DocCell[]): Buffer {
  const content = Buffer.concat([
    Buffer.of(cells.length),
    uint16(left, ...cells.map(({ right }) => right)),
    ...cells.map(cellRecord),
  ])
  return Buffer.concat([uint16(0xd608, content.length + 1), content])
}

/** Bits of a cell as Word 97 wrote them. */
const FIRST_ACROSS = 0x01
const MERGED_ACROSS = 0x02
const MERGED_DOWN = 0x20
const FIRST_DOWN = 0x60
const BORDER = [4, 1, 0, 0]

function cellRecord({ across, down }: DocCell): Buffer {
  let bits = 0
  if (across !== undefined) bits |= across === 'first' ? FIRST_ACROSS : MERGED_ACROSS
  if (down !== undefined) bits |= down === 'first' ? FIRST_DOWN : MERGED_DOWN
  return Buffer.concat([uint16(bits, 0), Buffer.from([BORDER, BORDER, BORDER, BORDER].flat())])
}
