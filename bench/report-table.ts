/** A figure to print, already rounded as it should be read. */
export type Figure = string

/** Rows of text under headings, columns aligned, numbers to the right. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly Figure[])[],
): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const text = cells[column] ?? ''
        return column === 0 ? text.padEnd(width) : text.padStart(width)
      })
      .join('  ')
  return [line(headings), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)]
    .map((text) => text.trimEnd())
    .join('\n')
}

/** The middle of some measurements; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Three significant digits are all that such a measurement is worth. */
export const rounded = (value: number): Figure =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '-'
