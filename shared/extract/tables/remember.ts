import type { Row } from './row.ts'

/**
 * The same recognition, done once for the same rows and table: which reading of a document is the best is found by
 * trying them, and the best is then laid out. Kept only as long as the rows are.
 */
export function rememberByRows<T extends object, R>(
  recognise: (rows: readonly Row[], table: T) => R,
): (rows: readonly Row[], table: T) => R {
  const known = new WeakMap<readonly Row[], Map<T, R>>()
  return (rows, table) => {
    const ofRows = known.get(rows) ?? new Map<T, R>()
    known.set(rows, ofRows)
    const before = ofRows.get(table)
    if (before !== undefined) return before
    const now = recognise(rows, table)
    ofRows.set(table, now)
    return now
  }
}
