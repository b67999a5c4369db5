import { uint16, uint32 } from './doc-pages.ts'

/** A paragraph style of a Word 97 file. */
export interface DocStyle {
  readonly name: string
  /** Word's own number for it: 1 is its first heading; 4094 for a style it does not know. */
  readonly builtIn: number
  readonly paragraph?: Uint8Array
  readonly character?: Uint8Array
}

/** Behind the last of Word's own numbers. */
export const OWN_STYLE = 4094
const NO_STYLE = 0x0fff

/** The style sheet ([MS-DOC] 2.9.271): styles by their index; places left free have none. */
export function styleSheet(styles: ReadonlyMap<number, DocStyle>): Buffer {
  const count = Math.max(15, ...[...styles.keys()].map((index) => index + 1))
  const information = uint16(count, BASE_SIZE, 1, 0x5b, 15, 0, 0, 0, 0)
  const records = Array.from({ length: count }, (_, index) => styleRecord(styles.get(index), index))
  return Buffer.concat([uint16(information.length), information, ...records])
}

const BASE_SIZE = 10
const PARAGRAPH_STYLE = 1

function styleRecord(style: DocStyle | undefined, index: number): Buffer {
  if (style === undefined) return uint16(0)
  const basedOn = index === 0 ? NO_STYLE : 0
  const name = Buffer.concat([
    uint16(style.name.length),
    Buffer.from(style.name, 'utf16le'),
    uint16(0),
  ])
  const sets = [
    Buffer.concat([uint16(index), style.paragraph ?? new Uint8Array()]),
    style.character ?? new Uint8Array(),
  ]
  const record = Buffer.concat([
    uint16(style.builtIn, PARAGRAPH_STYLE | (basedOn << 4), 2 | (index << 4), 0, 0),
    name,
    ...sets.flatMap((set) => [uint16(set.length), set, new Uint8Array(set.length % 2)]),
  ])
  return Buffer.concat([uint16(record.length), record, new Uint8Array(record.length % 2)])
}

/** The names of the fonts ([MS-DOC] 2.9.273). */
export function fontTable(names: readonly string[]): Buffer {
  const records = names.map((name) => {
    const fixed = Buffer.alloc(39)
    fixed.writeUInt16LE(400, 1)
    const record = Buffer.concat([fixed, Buffer.from(`${name}\0`, 'utf16le')])
    return Buffer.concat([Buffer.of(record.length), record])
  })
  return Buffer.concat([uint16(names.length, 0), ...records])
}

/** A list of one level: its first number, the file's number for its format, and the text with U+0000 for the number. */
export interface DocList {
  readonly start: number
  readonly format: number
  readonly text: string
}

/** The lists ([MS-DOC] 2.9.131): their levels follow behind the bytes that are announced. */
export function listTables(lists: readonly DocList[]): {
  readonly definitions: Buffer
  readonly levels: Buffer
  readonly overrides: Buffer
} {
  const ids = lists.map((_, index) => 1001 + index)
  const definitions = ids.map((id) =>
    Buffer.concat([
      uint32(id, id),
      uint16(...Array.from({ length: 9 }, () => NO_STYLE)),
      Buffer.of(1, 0),
    ]),
  )
  const levels = lists.map(({ start, format, text }) => {
    const level = Buffer.alloc(28)
    level.writeInt32LE(start, 0)
    level.writeUInt8(format, 4)
    level.writeUInt8(text.indexOf('\0') + 1, 6)
    // Nothing between the number and the text.
    level.writeUInt8(2, 15)
    return Buffer.concat([level, uint16(text.length), Buffer.from(text, 'utf16le')])
  })
  const overrides = ids.map((id) => uint32(id, 0, 0, 0))
  return {
    definitions: Buffer.concat([uint16(lists.length), ...definitions]),
    levels: Buffer.concat(levels),
    overrides: Buffer.concat([
      uint32(lists.length),
      ...overrides,
      ...ids.map(() => uint32(0xffffffff)),
    ]),
  }
}
