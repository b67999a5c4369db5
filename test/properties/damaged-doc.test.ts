import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docReader } from '../../main/readers/doc/doc-reader.ts'
import { CELL_END } from '../../main/readers/doc/document-text.ts'
import { extractReport } from '../../shared/extract/extract-report.ts'
import type { CellId } from '../../shared/form/edition.ts'
import { buildDoc, wordStreams } from '../builders/doc.ts'
import { placePieces, textOf } from '../builders/doc-text.ts'
import { numberedReport } from '../builders/numbered-report.ts'
import { printedReport } from '../builders/printed-report.ts'
import { readResult } from '../builders/read-result.ts'
import { type DocOptions, docParts } from '../builders/write-doc.ts'
import { PATIENCE, runs } from './runs.ts'

/** Every cell another number, so that no shift can hide. */
const truth = numberedReport('2021')

const LAYOUTS: readonly (readonly [string, DocOptions])[] = [
  ['as Word writes it', {}],
  ['with marked cells and rows in the Data stream', { merges: 'marked', hasDataRows: true }],
  ['saved quickly, with text of one and two bytes', { isMixed: true, isScattered: true }],
]

/** A stretch of a file. */
interface Stretch {
  readonly start: number
  readonly end: number
}

interface Damaged {
  readonly bytes: Uint8Array
  /** What was changed without moving anything. */
  readonly stretches: readonly Stretch[]
}

type Damage =
  | { readonly kind: 'changed'; readonly at: number; readonly to: number }
  | { readonly kind: 'number'; readonly at: number; readonly to: number }
  | { readonly kind: 'removed' | 'cut off'; readonly at: number; readonly length: number }
  | { readonly kind: 'swapped'; readonly at: number; readonly other: number; readonly size: number }

function damaged(file: Buffer, damage: Damage): Damaged {
  const bytes = Buffer.from(file)
  const at = damage.at % (file.length - 4)
  switch (damage.kind) {
    case 'changed':
      bytes.writeUInt8(damage.to, at)
      return { bytes, stretches: [{ start: at, end: at + 1 }] }
    case 'number':
      bytes.writeUInt32LE(damage.to, at)
      return { bytes, stretches: [{ start: at, end: at + 4 }] }
    case 'removed': {
      const rest = file.subarray(at + damage.length)
      return { bytes: Buffer.concat([file.subarray(0, at), rest]), stretches: [] }
    }
    case 'cut off':
      return { bytes: file.subarray(0, at), stretches: [] }
    case 'swapped': {
      const length = Math.min(damage.size, Math.floor(file.length / 4))
      const one = at % (file.length - length)
      const two = damage.other % (file.length - length)
      bytes.set(file.subarray(one, one + length), two)
      bytes.set(file.subarray(two, two + length), one)
      return {
        bytes,
        stretches: [one, two].map((start) => ({ start, end: start + length })),
      }
    }
  }
}

const at = fc.nat(10_000_000)
const anyByte = fc.nat(255)
const oddNumber = fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff)

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('changed'), at, to: anyByte }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('number'), at, to: oddNumber }) },
  fc.record({ kind: fc.constant('removed'), at, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant('cut off'), at, length: fc.constant(0) }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('swapped'),
      at,
      other: at,
      size: fc.integer({ min: 1, max: 1000 }),
    }),
  },
)

/** Where each byte of the digits of each number cell stands in the file. */
function digitsIn(file: Buffer, options: DocOptions): ReadonlyMap<CellId, readonly Stretch[]> {
  const parts = docParts(printedReport(truth), options)
  const { word } = wordStreams(parts)
  const streamStart = file.indexOf(word)
  expect(streamStart).toBeGreaterThan(0)
  const places = placePieces(parts.paragraphs.map(textOf).join(''), parts).flatMap(
    ({ text, offset, width }) =>
      Array.from({ length: text.length }, (_, index): Stretch => {
        const start = streamStart + offset + index * width
        return { start, end: start + width }
      }),
  )
  let position = 0
  const digits: (readonly Stretch[])[] = []
  for (const paragraph of parts.paragraphs) {
    const text = textOf(paragraph)
    // With the mark: a byte of it may become a digit.
    if (text.endsWith(CELL_END) && /^\d+$/.test(text.slice(0, -1))) {
      digits.push(places.slice(position, position + text.length))
    }
    position += text.length
  }
  expect(digits).toHaveLength(truth.cells.size)
  return new Map([...truth.cells.keys()].map((id, index) => [id, digits[index] ?? []]))
}

/** Certain readings that are not what stood there, of cells whose own text the damage did not touch. */
async function silentlyWrong(
  { bytes, stretches }: Damaged,
  digits: ReadonlyMap<CellId, readonly Stretch[]>,
): Promise<readonly string[]> {
  const source = await readResult(docReader, bytes)
  const report = source.ok ? extractReport(source.value) : source
  if (!report.ok) return []
  return [...truth.cells].flatMap(([id, { raw }]) => {
    const cell = report.value.cells.get(id)
    if (cell === undefined || cell.doubt !== null || cell.raw === raw) return []
    // A .doc has no checksum: that one digit became another nobody can tell.
    const isTouched = stretches.some(({ start, end }) =>
      digits.get(id)?.some((own) => start < own.end && own.start < end),
    )
    return isTouched ? [] : [`${id}: ${cell.raw} for ${raw}`]
  })
}

describe.each(LAYOUTS)('a damaged report in a .doc %s', (_, options) => {
  const file = Buffer.from(buildDoc(docParts(printedReport(truth), options)))
  const digits = digitsIn(file, options)

  it('is refused, or shows a certain number only where it stood', {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (done) => {
        expect(await silentlyWrong(damaged(file, done), digits)).toEqual([])
      }),
      runs(100),
    )
  })
})
