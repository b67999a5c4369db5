/** A stream as it stands in the bytes of a file, found without the file's index. */
export interface FileStream {
  /** The number of its object; undefined where none stands before it. */
  readonly number: string | undefined
  /** The text of its dictionary. */
  readonly dictionary: string
  readonly data: Buffer
  /** Whether its data end where the dictionary says. */
  readonly endsAsSaid: boolean
}

/** In bytes: how far before its data the dictionary of a stream may begin. */
const DICTIONARY = 1_000
const KEYWORD = 'stream'
const CR = 0x0d

/** The streams of a file from its first byte to its last, superseded ones included. */
export function* streamsOf(buffer: Buffer): Generator<FileStream> {
  for (let at = buffer.indexOf(KEYWORD); at >= 0; at = buffer.indexOf(KEYWORD, at + 1)) {
    const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at)
    if (!/>>\s*$/.test(before)) continue
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const [, number] = /(\d+)\s+\d+$/.exec(before.slice(0, before.lastIndexOf(' obj'))) ?? []
    const stream = dataAt(buffer, at, dictionary)
    if (stream !== undefined) yield { number, dictionary, ...stream }
  }
}

function dataAt(
  buffer: Buffer,
  at: number,
  dictionary: string,
): Pick<FileStream, 'data' | 'endsAsSaid'> | undefined {
  const first = at + KEYWORD.length
  const start = first + (buffer[first] === CR ? 2 : 1)
  const [, direct] = /\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary) ?? []
  const end = direct === undefined ? buffer.indexOf('endstream', start) : start + Number(direct)
  if (end <= start || end > buffer.length) return undefined
  const endsAsSaid = /^\s*endstream/.test(buffer.toString('latin1', end, end + AFTER))
  return { data: buffer.subarray(start, end), endsAsSaid }
}

/** In bytes: the word that ends a stream, and the white space before it. */
const AFTER = 16
