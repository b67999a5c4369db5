import type { CellId } from '../shared/form/edition.ts'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import { withCells } from '../test/builders/ground-truth.ts'
import type { ByteDamage } from './damage-bytes.ts'
import { offsetAfter } from './damage-bytes.ts'
import type { DamagedFormat } from './damage-files.ts'

/**
 * Tells whether a damaged file truly shows another number in a cell, so that nobody could know that it was damaged:
 * a digit flipped in plain text makes another document. The bytes of a cell are those that change when the same file
 * is written with other digits in that cell alone.
 */
export class ShownBytes {
  readonly #format: DamagedFormat
  readonly #truth: GroundTruth
  readonly #bytes: Uint8Array
  readonly #places = new Map<CellId, readonly number[]>()

  constructor(format: DamagedFormat, truth: GroundTruth, bytes: Uint8Array) {
    this.#format = format
    this.#truth = truth
    this.#bytes = bytes
  }

  /** Whether the damage struck the cell's own bytes, and what is left there spells the reading. */
  isShown(id: CellId, reading: string, damage: ByteDamage, damaged: Uint8Array): boolean {
    const places = this.#placesOf(id)
    const now = places.flatMap((at) => offsetAfter(at, damage) ?? [])
    const isStruck =
      now.length < places.length ||
      now.some((at, i) => damaged[at] !== this.#bytes[places[i] ?? -1]) ||
      // Torn apart, or with another neighbour.
      now.some(
        (at, i) => i > 0 && at - (now[i - 1] ?? 0) !== (places[i] ?? 0) - (places[i - 1] ?? 0),
      ) ||
      this.#neighbours(damaged, now) !== this.#neighbours(this.#bytes, places)
    // Carried off into another page's instructions, a number is drawn there.
    const isMoved = damage.kind === 'swapped' && now.some((at, i) => at !== places[i])
    if (CODED.has(this.#format.extension) && isMoved) return true
    if (!isStruck) return false
    // A number that is drawn by codes of its own, or stored as one: nothing in it can be spelt.
    if (CODED.has(this.#format.extension)) return true
    return [...now, ...places].some((at) =>
      spells(damaged.subarray(Math.max(0, at - MARGIN), at + MARGIN), reading),
    )
  }

  #neighbours(bytes: Uint8Array, places: readonly number[]): string {
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0]
    return `${bytes[first - 1]} ${bytes[last + 1]}`
  }

  /** The whole of what the number is written by: in a PDF an instruction, in a workbook a value of eight bytes. */
  #whole(places: readonly number[]): readonly number[] {
    const [first] = places
    if (first === undefined) return places
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => from + i)
    switch (this.#format.extension) {
      case 'pdf': {
        const file = Buffer.from(this.#bytes)
        return range(file.lastIndexOf('BT', first), file.indexOf('ET', first) + 2)
      }
      case 'xls':
        return range(first - 8, first + 8)
      default:
        return places
    }
  }

  #placesOf(id: CellId): readonly number[] {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    const raw = this.#truth.cells.get(id)?.raw ?? ''
    const other = raw.replace(/\d/g, (digit) => String((Number(digit) % 9) + 1))
    const changed = withCells(this.#truth, new Map([[id, { raw: other, value: Number(other) }]]))
    const bytes = this.#format.write(changed)
    // Where lengths differ or a checksum does, the file is no plain one, and nothing is told apart.
    const places =
      bytes.length === this.#bytes.length
        ? [...bytes.keys()].filter((at) => bytes[at] !== this.#bytes[at])
        : []
    const all = this.#whole(places)
    this.#places.set(id, all)
    return all
  }
}

const CODED: ReadonlySet<string> = new Set(['pdf', 'xls'])

/** Bytes to both sides in which what was a cell may have run into its neighbours. */
const MARGIN = 24

/** Whether the bytes hold the text, one byte a character or two. */
function spells(bytes: Uint8Array, text: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes(Buffer.from(text, 'utf8')) || file.includes(Buffer.from(text, 'utf16le'))
}
