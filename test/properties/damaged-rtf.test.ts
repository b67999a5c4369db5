import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rtfReader } from '../../main/readers/rtf/rtf-reader.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import type { CellId } from '../../shared/form/edition.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { readResult } from '../builders/read-result.ts'
import { type RtfOptions, toRtf } from '../builders/write-rtf.ts'
import { PATIENCE, runs } from './runs.ts'

/** Every cell another number, so that no shift can hide. */
const truth = numberedReport('2021')

const DIALECTS: readonly (readonly [string, RtfOptions])[] = [
  ['Word', {}],
  ['Word, in a layout table', { around: 'layout-table' }],
  ['LibreOffice', { script: 'libreoffice', definitions: 'before' }],
  ['WordPad', { script: 'gbk', definitions: 'before', across: 'marked-cells' }],
]

/** A stretch of a file. */
interface Stretch {
  readonly start: number
  readonly end: number
}

interface Damaged {
  readonly bytes: Uint8Array
  /** What was changed, in the file as it was. */
  readonly stretches: readonly Stretch[]
  /** Whether text may have come to stand elsewhere. */
  readonly movesText: boolean
}

type Damage =
  | { readonly kind: 'flipped'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut' | 'doubled'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'swapped'
      readonly at: number
      readonly other: number
      readonly length: number
    }

function damaged(file: Uint8Array, damage: Damage): Damaged {
  const start = damage.at % file.length
  const length = 'length' in damage ? damage.length : 1
  const stretch = { start, end: Math.min(start + length, file.length) }
  const chunk = file.subarray(start, stretch.end)
  switch (damage.kind) {
    case 'flipped': {
      const byte = (file[start] ?? 0) ^ (1 << damage.bit)
      return {
        bytes: replaced(file, stretch, Uint8Array.of(byte)),
        stretches: [stretch],
        movesText: false,
      }
    }
    case 'cut':
      return {
        bytes: replaced(file, stretch, Uint8Array.of()),
        stretches: [stretch],
        movesText: false,
      }
    case 'doubled':
      return {
        bytes: replaced(file, stretch, Buffer.concat([chunk, chunk])),
        stretches: [stretch],
        movesText: false,
      }
    case 'swapped':
      return swapped(file, start, damage.other % file.length, length)
  }
}

function swapped(file: Uint8Array, at: number, other: number, length: number): Damaged {
  const [first, second] = [Math.min(at, other), Math.max(at, other)]
  const size = Math.min(length, second - first, file.length - second)
  const one = { start: first, end: first + size }
  const two = { start: second, end: second + size }
  const half = replaced(file, two, file.subarray(one.start, one.end))
  const bytes = replaced(half, one, file.subarray(two.start, two.end))
  return { bytes, stretches: [one, two], movesText: true }
}

const replaced = (file: Uint8Array, { start, end }: Stretch, by: Uint8Array): Uint8Array =>
  Buffer.concat([file.subarray(0, start), by, file.subarray(end)])

const at = fc.nat(10_000_000)
const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flipped'), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut'), at, length: upTo(3) }),
  fc.record({ kind: fc.constant('cut'), at, length: upTo(400) }),
  // Cut off.
  fc.record({ kind: fc.constant('cut'), at, length: fc.constant(10_000_000) }),
  fc.record({ kind: fc.constant('doubled'), at, length: upTo(200) }),
  fc.record({ kind: fc.constant('swapped'), at, other: at, length: upTo(300) }),
)

/** Where a number cell stands: its digits, and the formatting before them in which other text may come to stand. */
interface CellPlace {
  readonly digits: Stretch
  readonly room: Stretch
}

function cellPlaces(file: Uint8Array): ReadonlyMap<CellId, CellPlace> {
  const text = Buffer.from(file).toString('latin1')
  const found = [...text.matchAll(/(?<=[ \n])\d+(?=\}?\\(?:nest)?cell\b)/g)]
  const ids = [...truth.cells.keys()]
  expect(found.map(([digits]) => digits)).toEqual(ids.map((_, index) => `${index + 1}`))
  return new Map(
    found.flatMap((match, index): [CellId, CellPlace][] => {
      const id = ids[index]
      const start = match.index
      const end = start + match[0].length
      const room = { start: text.lastIndexOf('cell', start), end }
      return id === undefined ? [] : [[id, { digits: { start, end }, room }]]
    }),
  )
}

const meet = (one: Stretch, other: Stretch): boolean =>
  one.start < other.end && other.start < one.end

interface Outcome {
  readonly isRead: boolean
  readonly wrong: readonly string[]
}

/**
 * Certain readings that are not what stood there. RTF has no checksum: nobody can tell that digits became others, or
 * that others were moved to them; cells that were struck in this way are left out.
 */
async function readDamaged(
  { bytes, stretches, movesText }: Damaged,
  places: ReadonlyMap<CellId, CellPlace>,
): Promise<Outcome> {
  const source = await readResult(rtfReader, bytes)
  const report = source.ok ? extractReport(source.value) : source
  if (!report.ok) return { isRead: false, wrong: [] }
  const wrong = [...report.value.cells].flatMap(([id, cell]) => {
    const place = places.get(id)
    const struck = movesText ? place?.room : place?.digits
    const isStruck = struck !== undefined && stretches.some((stretch) => meet(stretch, struck))
    const isRight = cell.raw === truth.cells.get(id)?.raw
    return cell.doubt !== null || isStruck || isRight ? [] : [`${id}: ${cell.raw}`]
  })
  return { isRead: true, wrong }
}

describe.each(DIALECTS)('a damaged report in the RTF of %s', (_, options) => {
  const file = toRtf(printedReport(truth), options)
  const places = cellPlaces(file)

  it(
    'is refused, or shows a certain number only where it stood',
    async () => {
      let read = 0
      const property = fc.asyncProperty(damage, async (done) => {
        const { isRead, wrong } = await readDamaged(damaged(file, done), places)
        if (isRead) read += 1
        expect(wrong).toEqual([])
      })
      await fc.assert(property, runs(60))
      // A reader that refuses whatever is scratched would be safe, and of no use.
      expect(read).toBeGreaterThan(10)
    },
    PATIENCE,
  )
})
