import { MOST_COLUMNS, type StoredCell } from './cell-records.ts'
import { type BiffRecord, RECORD } from './records.ts'

/**
 * Rows in which a cell may stand in a wrong place: the format has no checksums, but it says twice where cells are.
 * Cells are stored by row and column ([MS-XLS] 2.1.7.20.6), and each row tells its first and last column. Undefined
 * where two cells stand in one place.
 */
export function misplacedRows(
  cells: readonly StoredCell[],
  records: readonly BiffRecord[],
): ReadonlySet<number> | undefined {
  const announced = announcedRows(records)
  const extents = new Map<number, Extent>()
  const places = new Set<number>()
  const misplaced = new Set<number>()
  let previous = -1
  for (const { row, column } of cells) {
    const place = row * MOST_COLUMNS + column
    if (places.has(place)) return undefined
    places.add(place)
    if (place < previous)
      for (const one of [row, Math.floor(previous / MOST_COLUMNS)]) misplaced.add(one)
    previous = place
    const extent = extents.get(row)
    extents.set(row, {
      start: Math.min(extent?.start ?? column, column),
      end: Math.max(extent?.end ?? 0, column + 1),
    })
  }
  for (const [row, { start, end }] of announced) {
    const found = extents.get(row)
    // All cells of a row are gone: what was lost with them may have begun and ended in any row.
    if (found === undefined && end > start) return new Set(extents.keys())
    if (found !== undefined && (found.start !== start || found.end !== end)) misplaced.add(row)
  }
  return misplaced
}

interface Extent {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

function announcedRows(records: readonly BiffRecord[]): ReadonlyMap<number, Extent> {
  return new Map(
    records.flatMap(({ type, parts }): readonly (readonly [number, Extent])[] => {
      const [data] = parts
      if (type !== RECORD.row || data === undefined || data.length < 6) return []
      return [[data.readUInt16LE(0), { start: data.readUInt16LE(2), end: data.readUInt16LE(4) }]]
    }),
  )
}
