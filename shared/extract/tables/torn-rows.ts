import { isOfficialLabel, type LabelTarget } from './label-match.ts'
import { isEmpty, isValue, type Row, type RowCell, shownBy } from './row.ts'

/**
 * Puts a row together again that a page end tore in two: its numbers stand in one half, the label in both.
 * Only where the two halves make an official label that neither half is.
 */
export function joinTornRows(rows: readonly Row[], labels: readonly LabelTarget[]): readonly Row[] {
  const joined: Row[] = []
  for (const row of rows) {
    const previous = joined.at(-1)
    const whole = previous === undefined ? null : joinHalves(previous, row, labels)
    if (whole === null) joined.push(row)
    else joined[joined.length - 1] = whole
  }
  return joined
}

function joinHalves(upper: Row, lower: Row, labels: readonly LabelTarget[]): Row | null {
  if (!upper.isGrid || !lower.isGrid || upper.cells.length < 2 || lower.cells.length < 2)
    return null
  if (hasNumbers(upper) === hasNumbers(lower)) return null
  const full = hasNumbers(upper) ? upper : lower
  const spare = hasNumbers(upper) ? lower : upper
  const tails = spare.cells.filter((cell) => !isEmpty(cell))
  // Every word of the half without numbers must go on in a cell of the other half.
  const partners = tails.map((tail) => full.cells.find((cell) => cell.column === tail.column))
  if (tails.length === 0 || partners.some((cell) => cell === undefined || isEmpty(cell)))
    return null
  const cells = full.cells.map((cell): RowCell => {
    const index = partners.indexOf(cell)
    const tail = tails[index]
    if (tail === undefined) return cell
    return full === upper ? joinCells(cell, tail) : joinCells(tail, cell)
  })
  const label = cells.filter((_, i) => partners.includes(full.cells[i])).at(-1)
  const own = partners.at(-1)
  const isNew = (cell: RowCell | undefined) =>
    cell !== undefined && !labels.some((target) => isOfficialLabel(cell.text, target))
  if (label === undefined || isNew(label) || !isNew(own) || !isNew(tails.at(-1))) return null
  return { ...full, cells, above: upper.above }
}

const hasNumbers = (row: Row): boolean => row.cells.some((cell) => !isEmpty(cell) && isValue(cell))

function joinCells(head: RowCell, tail: RowCell): RowCell {
  const text = `${head.text}\n${tail.text}`
  return {
    ...head,
    text,
    label: `${head.label}\n${tail.text}`,
    at: [...head.at, ...tail.at],
    shows: shownBy(text),
  }
}
