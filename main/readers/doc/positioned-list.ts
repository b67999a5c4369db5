import type { ReadError } from '../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

/** A list of positions, each with data of a fixed size that belongs to the stretch up to the next ([MS-DOC] 2.2.2). */
export interface PositionedList {
  /** Ascending; one more than there are data. */
  readonly positions: readonly number[]
  readonly data: readonly Buffer[]
}

/** Broken where the positions are not in order or the length does not fit. */
export function readPositionedList(
  bytes: Buffer,
  dataSize: number,
): Result<PositionedList, ReadError> {
  if (bytes.length === 0) return success({ positions: [], data: [] })
  const count = (bytes.length - 4) / (4 + dataSize)
  if (!Number.isInteger(count) || count < 0) return BROKEN
  const positions: number[] = []
  for (let index = 0; index <= count; index += 1) {
    const position = bytes.readUInt32LE(4 * index)
    if (position < (positions.at(-1) ?? 0)) return BROKEN
    positions.push(position)
  }
  const start = 4 * (count + 1)
  const data = Array.from({ length: count }, (_, index) =>
    bytes.subarray(start + index * dataSize, start + (index + 1) * dataSize),
  )
  return success({ positions, data })
}

/** The last stretch that begins at or before a position; -1 before the first. */
export function indexOfStretch(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
