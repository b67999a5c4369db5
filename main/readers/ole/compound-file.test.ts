import { describe, expect, it } from 'vitest'
import { compoundFile } from '../../../test/builders/doc.ts'
import { openCompoundFile } from './compound-file.ts'

const BROKEN = { ok: false, error: { code: 'damaged', reason: 'broken' } }
const SECTOR = 512

const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => i % 251))
const LONG = bytesOf(20_000)
const SHORT = bytesOf(300)
const FILE = Buffer.from(
  compoundFile([
    ['Long', LONG],
    ['Short', SHORT],
  ]),
)

function streamOf(file: Uint8Array, name = 'Long') {
  const opened = openCompoundFile(file)
  return opened.ok ? opened.value.stream(name) : opened
}

/** Where the header says that the directory, the mini table and the first part of the sector table are. */
const sectorAt = (headerOffset: number): number => (FILE.readInt32LE(headerOffset) + 1) * SECTOR
const DIRECTORY = sectorAt(48)
const MINI_TABLE = sectorAt(60)
const TABLE = sectorAt(76)

function changed(change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(FILE)
  change(file)
  return file
}

/** The place of an entry of the directory. */
function entryAt(name: string): number {
  const at = FILE.indexOf(Buffer.from(name, 'utf16le'), DIRECTORY)
  if (at < 0) throw new Error(`no entry ${name}`)
  return at
}

describe('a compound file', () => {
  it('gives long streams and short ones, by their name in upper or lower case', () => {
    expect(streamOf(FILE)).toEqual({ ok: true, value: LONG })
    expect(streamOf(FILE, 'SHORT')).toEqual({ ok: true, value: SHORT })
    expect(streamOf(FILE, 'Other')).toBeUndefined()
  })

  it('may end within its last sector, as WPS leaves it', () => {
    const last = FILE.findLastIndex((byte) => byte !== 0)
    expect(last % SECTOR).not.toBe(SECTOR - 1)
    expect(streamOf(FILE.subarray(0, last + 1))).toEqual({ ok: true, value: LONG })
  })

  it('does not take streams of embedded objects for its own', () => {
    const inner = compoundFile([
      ['Other', SHORT],
      ['Folder/Long', LONG],
    ])
    expect(streamOf(inner, 'Long')).toBeUndefined()
  })
})

describe('a compound file that no program writes', () => {
  const start = FILE.readInt32LE(entryAt('Long') + 116)
  const tableEntry = (sector: number): number => TABLE + 4 * sector

  it.each([
    ['is shorter than its header', FILE.subarray(0, 400)],
    ['has sectors of no known size', changed((file) => file.writeUInt16LE(40, 30))],
    [
      'has a stream whose chain closes on itself',
      changed((file) => file.writeInt32LE(start, tableEntry(start + 3))),
    ],
    [
      'has a stream whose chain jumps ahead',
      changed((file) => file.writeInt32LE(start + 9, tableEntry(start + 3))),
    ],
    [
      'has a stream that goes on behind its size',
      changed((file) => file.writeUInt32LE(5000, entryAt('Long') + 120)),
    ],
    [
      'has a stream that ends before its size',
      changed((file) => file.writeUInt32LE(2 ** 31, entryAt('Long') + 120)),
    ],
    [
      'has a directory that closes on itself',
      changed((file) => file.writeInt32LE(FILE.readInt32LE(48), tableEntry(FILE.readInt32LE(48)))),
    ],
  ])('%s: broken', (_, file) => {
    expect(streamOf(file)).toEqual(BROKEN)
  })

  it('has a mini stream whose chain closes on itself: broken', () => {
    const file = changed((bytes) => bytes.fill(0, MINI_TABLE, MINI_TABLE + 64))
    expect(streamOf(file, 'Short')).toEqual(BROKEN)
  })

  it('has entries that are one another’s brothers: the streams are found all the same', () => {
    const file = changed((bytes) => {
      for (const name of ['Long', 'Short']) {
        bytes.writeInt32LE(1, entryAt(name) + 68)
        bytes.writeInt32LE(2, entryAt(name) + 72)
      }
    })
    expect(streamOf(file)).toEqual({ ok: true, value: LONG })
  })

  it('has a list of tables that closes on itself: the end is found', () => {
    const file = changed((bytes) => bytes.writeInt32LE(0, 68))
    expect(streamOf(file)).toEqual({ ok: true, value: LONG })
  })

  it('is cut off anywhere: nothing but the beginning of a stream is given', () => {
    for (let length = 0; length < FILE.length; length += 97) {
      const stream = streamOf(FILE.subarray(0, length))
      if (stream?.ok === true) expect(LONG.subarray(0, stream.value.length)).toEqual(stream.value)
    }
  })
})
