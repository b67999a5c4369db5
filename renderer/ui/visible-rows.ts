/** Which rows of a long list are drawn: from `first` up to but without `end`. */
export interface VisibleRows {
  readonly first: number
  readonly end: number
}

/** The rows that a view of that height shows, with some above and below; all sizes in pixels. */
export function visibleRows(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): VisibleRows {
  if (rowHeight <= 0) return { first: 0, end: 0 }
  // In whole steps, so that scrolling by a few pixels draws nothing anew.
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight / STEP) * STEP
  const shown = Math.ceil(viewHeight / rowHeight) + STEP
  const first = Math.max(0, Math.min(top - SPARE, count - shown - SPARE))
  return { first, end: Math.min(count, top + shown + SPARE) }
}

/** Rows drawn above and below what is seen. */
const SPARE = 6

const STEP = 2

/** Where the view must be scrolled to so that the row is wholly seen; the old place where it already is. */
export function scrollTopFor(
  row: number,
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
): number {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + viewHeight ? top + rowHeight - viewHeight : scrollTop
}

/** The row that a key goes to; null for a key that goes nowhere. `page` is how many rows a view shows. */
export function rowAfterKey(key: string, row: number, page: number, count: number): number | null {
  const next = TARGETS[key]?.(row, page, count)
  return next === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, next))
}

const TARGETS: Readonly<Record<string, (row: number, page: number, count: number) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, page) => row + page,
  PageUp: (row, page) => row - page,
  Home: () => 0,
  End: (_row, _page, count) => count - 1,
}
