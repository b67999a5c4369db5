/** Columns from the first to the last, both included. */
export interface ColumnRange {
  readonly first: number
  readonly last: number
}

/** The columns of all ranges. Each is looked at once, however many ranges a file has over the same columns. */
export function columnsIn(ranges: readonly ColumnRange[]): ReadonlySet<number> {
  const columns = new Set<number>()
  let next = 0
  for (const { first, last } of ranges.toSorted((one, other) => one.first - other.first)) {
    for (let column = Math.max(first, next); column <= last; column += 1) columns.add(column)
    next = Math.max(next, last + 1)
  }
  return columns
}
