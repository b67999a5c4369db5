import type { OdfStyles } from './odf-styles.ts'
import { countOf, elementsIn, type OdfElement } from './odf-tree.ts'

/**
 * Where the columns of a table begin and end, as shares of its width: `columnCount` + 1 numbers from 0 to 1;
 * undefined where the table does not say how wide each column is.
 */
export function columnEdges(
  table: OdfElement,
  columnCount: number,
  styles: OdfStyles,
): readonly number[] | undefined {
  const columns = columnsIn(table)
  const widths: number[] = []
  for (const column of columns) {
    const width = widthOf(styles.column(column.attributes['table:style-name']))
    if (width === undefined) return undefined
    const repeated = countOf(column, 'table:number-columns-repeated')
    for (let left = repeated; left > 0 && widths.length < columnCount; left -= 1) {
      widths.push(width)
    }
  }
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (widths.length < columnCount || total <= 0) return undefined
  let edge = 0
  return [
    0,
    ...widths.map((width) => {
      edge += width
      return edge / total
    }),
  ]
}

function columnsIn(table: OdfElement): readonly OdfElement[] {
  return elementsIn(table).flatMap((element) => {
    if (COLUMN_GROUPS.has(element.name)) return columnsIn(element)
    return element.name === 'table:table-column' ? [element] : []
  })
}

const COLUMN_GROUPS: ReadonlySet<string> = new Set([
  'table:table-header-columns',
  'table:table-columns',
  'table:table-column-group',
])

/** Lengths by their unit, in points. */
const POINTS: Readonly<Record<string, number>> = {
  in: 72,
  inch: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pt: 1,
  pc: 12,
  px: 0.75,
}

/** A share (`1234*`) where the style gives one, else a length in points: one table uses the same for all columns. */
function widthOf(style: OdfElement | undefined): number | undefined {
  const share = /^(\d+(?:\.\d+)?)\*$/.exec(style?.attributes['style:rel-column-width'] ?? '')
  if (share !== null) return Number(share[1])
  const length = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(style?.attributes['style:column-width'] ?? '')
  const points = POINTS[length?.[2] ?? '']
  return length === null || points === undefined ? undefined : Number(length[1]) * points
}
