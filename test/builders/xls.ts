import { utils, write } from 'cfb'

/** One record of a BIFF8 stream ([MS-XLS] 2.1.4). */
export const biffRecord = (type: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([u16(type, content.length), content])
}

/** Whole numbers of two bytes, the lower first. */
export function u16(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * index)
  return bytes
}

/** A whole number of four bytes. */
export function u32(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

/** A double. */
export function f64(number: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(number)
  return bytes
}

/** A text with its length in front; one byte a character where that is enough. */
export function biffText(text: string): Buffer {
  const isWide = isWideText(text)
  return Buffer.concat([u16(text.length), Buffer.from([isWide ? 1 : 0]), characters(text, isWide)])
}

export const isWideText = (text: string): boolean => /[^\0-\xff]/.test(text)

export const characters = (text: string, isWide: boolean): Buffer =>
  Buffer.from(text, isWide ? 'utf16le' : 'latin1')

/** What a substream begins with: 0x0005 for the workbook, 0x0010 for a sheet. */
export const begin = (kind: number, version = 0x0600): Buffer =>
  biffRecord(0x0809, u16(version, kind, 0x0dbb, 0x07cc), u32(0xc1), u32(0x306))

export const end = (): Buffer => biffRecord(0x000a)

/** The texts of a workbook, continued wherever a record of `size` bytes is full, even within a text. */
export function sharedTexts(texts: readonly string[], size = 8_224): Buffer {
  const parts: Buffer[][] = [[u32(texts.length), u32(texts.length)]]
  const room = (): number => size - Buffer.concat(parts.at(-1) ?? []).length
  const put = (bytes: Buffer): number | undefined => parts.at(-1)?.push(bytes)
  for (const text of texts) {
    const isWide = isWideText(text)
    if (room() < 3) parts.push([])
    put(Buffer.concat([u16(text.length), Buffer.from([isWide ? 1 : 0])]))
    const width = isWide ? 2 : 1
    let rest = characters(text, isWide)
    while (rest.length > room()) {
      const fitting = room() - (room() % width)
      put(rest.subarray(0, fitting))
      rest = rest.subarray(fitting)
      parts.push([Buffer.from([isWide ? 1 : 0])])
    }
    put(rest)
  }
  return Buffer.concat(
    parts.map((pieces, index) => biffRecord(index === 0 ? 0x00fc : 0x003c, ...pieces)),
  )
}

/** What the workbook's own substream holds beside its list of sheets, and the content of each sheet. */
export interface XlsParts {
  readonly globals: Buffer
  readonly sheets: readonly { readonly content: Buffer; readonly isHidden?: boolean }[]
  readonly version?: number
}

/** A workbook stream: the globals, then each sheet. */
export function workbookStream({ globals, sheets, version }: XlsParts): Buffer {
  const bodies = sheets.map(({ content }) => Buffer.concat([begin(0x0010), content, end()]))
  const head = begin(0x0005, version)
  const listed = (starts: readonly number[]): Buffer =>
    Buffer.concat(
      sheets.map(({ isHidden = false }, index) =>
        biffRecord(
          0x0085,
          u32(starts[index] ?? 0),
          Buffer.from([isHidden ? 1 : 0, 0]),
          Buffer.from([2, 0]),
          Buffer.from(`S${index}`),
        ),
      ),
    )
  let start = head.length + listed([]).length + globals.length + end().length
  const starts = bodies.map((body) => {
    const own = start
    start += body.length
    return own
  })
  return Buffer.concat([head, listed(starts), globals, end(), ...bodies])
}

/** An OLE compound file around the stream. */
export function buildXls(stream: Buffer, name = 'Workbook'): Uint8Array {
  const container = utils.cfb_new()
  utils.cfb_add(container, `/${name}`, stream)
  // cfb marks its work with a stream of its own and writes the time; neither may be in a file that a test compares.
  utils.cfb_del(container, '/\u0001Sh33tJ5')
  return new Uint8Array(write(container, { type: 'buffer' }))
}
