import { loneArea, type SheetRow } from './sheet-rows.ts'
import type { Area } from './visible-areas.ts'

/** Whether a row is part of a table or stands outside of it: a title, a heading, prose. */
export type RowRole = 'table' | 'line'

/** The roles of rows that follow each other without a blank row between them. */
export function rowRoles(rows: readonly SheetRow[]): readonly RowRole[] {
  const stretch = surveyed(rows)
  return rows.map((row, index) => (isTableRow(row, index, stretch) ? 'table' : 'line'))
}

/** What the rows of a stretch are judged by. */
interface Stretch {
  readonly isFramed: boolean
  /** Indices of the first and the last row with several cells. */
  readonly firstWide: number
  readonly lastWide: number
  /** For each row whether the next row with several cells has a number in it. */
  readonly isDataNext: readonly boolean[]
  /** Labels merged downward, which belong to the rows beside them. */
  readonly beside: ReadonlySet<Area>
  /** Lone texts between rows with several cells. */
  readonly groups: readonly Area[]
}

function surveyed(rows: readonly SheetRow[]): Stretch {
  const wide = rows.flatMap((row, index) => (row.shape === 'wide' ? [index] : []))
  const firstWide = wide[0] ?? rows.length
  const lastWide = wide.at(-1) ?? -1
  let isData = false
  const isDataNext = rows
    .toReversed()
    .map((row) => {
      const isNext = isData
      if (row.shape === 'wide') isData = row.areas.some(isNumber)
      return isNext
    })
    .toReversed()
  return {
    isFramed: rows.some((row) => row.isFramed),
    firstWide,
    lastWide,
    isDataNext,
    beside: new Set(rows.flatMap(({ shape, areas }) => (shape === 'wide' ? areas : []))),
    groups: rows.slice(firstWide, lastWide + 1).flatMap((row) => {
      const area = row.shape === 'lone' ? loneArea(row) : undefined
      return area === undefined || isNumbered(area) ? [] : [area]
    }),
  }
}

function isTableRow(row: SheetRow, index: number, stretch: Stretch): boolean {
  if (row.shape === 'wide') return true
  const area = loneArea(row)
  if (area === undefined) return false
  if (stretch.beside.has(area)) return true
  // Without lines, `四、…` with all its numbers left blank looks like a heading, but numbers follow it at once.
  const isLabel = !row.isFramed && stretch.isDataNext[index] === true
  if (isNumbered(area) && !isLabel) return false
  if (row.isFramed) return true
  if (stretch.isFramed) return false
  const isInside = index > stretch.firstWide && index < stretch.lastWide
  return isInside || (stretch.lastWide >= 0 && isNumber(area)) || isFirstGroup(area, index, stretch)
}

/** The first group of a table stands above all rows with several cells, and looks like the groups among them. */
const isFirstGroup = (
  { column, columnSpan, text }: Area,
  index: number,
  { firstWide, groups }: Stretch,
): boolean =>
  index === firstWide - 1 &&
  !isNumbered({ text }) &&
  groups.some((group) => group.column === column && group.columnSpan === columnSpan)

/** `三、`: how Chinese offices number the chapters of a document. A label of a table so numbered has cells beside it. */
const isNumbered = ({ text }: Pick<Area, 'text'>): boolean =>
  /^[一二三四五六七八九十]{1,3}[、．.]/u.test(text.trim())

/** Nobody writes prose of nothing but a number. */
const isNumber = ({ text }: Area): boolean => /^[-+]?[\d,.]+%?$/u.test(text.trim())
