import type { ReadError } from '../../../../shared/read-error.ts'
import { failure, type Result, success } from '../../../../shared/result.ts'
import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  type XmlElement,
} from '../../ooxml/xml-tree.ts'
import { columnsIn } from '../columns-in.ts'
import { type CellRange, SHEET_LIMITS, type Sheet, type SheetCell } from '../workbook.ts'
import { cellOf, rangeOf } from './cell-reference.ts'
import { isInside, oddRanges } from './conditional-formats.ts'
import { type CellContext, showCell } from './show-cell.ts'

/** What the cells of all sheets refer to. */
export interface SheetContext extends Omit<CellContext, 'hidesZeros' | 'showsFormulas'> {
  /** Formats for conditions under which a cell shows something else than usual. */
  readonly oddFormats: ReadonlySet<number>
}

/** One sheet (`x:worksheet`), with every cell as it is shown. */
export function readSheet(
  root: XmlElement,
  context: SheetContext,
  isHidden: boolean,
): Result<Sheet, ReadError> {
  if (root.name !== 'x:worksheet') return BROKEN
  const rows = childrenNamed(childOf(root, 'x:sheetData'), 'x:row')
  const [view] = childrenNamed(childOf(root, 'x:sheetViews'), 'x:sheetView')
  const hidesZeros = isNo(attributeOf(view, 'showZeros'))
  const showsFormulas = isYes(attributeOf(view, 'showFormulas'))
  const cells = readCells(rows, { ...context, hidesZeros, showsFormulas })
  if (!cells.ok) return cells
  const odd = oddRanges(root, context.oddFormats)
  const merges = readMerges(root)
  if (!merges.ok) return merges
  const hiddenRows = new Set(
    placedRows(rows).flatMap(({ row, index }) => (isHiddenRow(row) ? [index] : [])),
  )
  const hiddenColumns = readHiddenColumns(root)
  return success({
    isHidden,
    cells: cells.value.map((cell) => withCondition(cell, odd)),
    merges: merges.value,
    hiddenRows,
    hiddenColumns,
  })
}

const withCondition = (cell: SheetCell, odd: readonly CellRange[]): SheetCell =>
  odd.length > 0 && cell.text.trim() !== '' && isInside(odd, cell)
    ? { ...cell, doubt: cell.doubt ?? 'hidden-text' }
    : cell

const BROKEN = failure<ReadError>({ code: 'damaged', reason: 'broken' })
const TOO_LARGE = failure<ReadError>({ code: 'too-large', limit: 'table' })

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true'
const isNo = (value: string | undefined): boolean => value === '0' || value === 'false'

const isHiddenRow = (row: XmlElement): boolean =>
  isYes(attributeOf(row, 'hidden')) || isZero(attributeOf(row, 'ht'))

const isZero = (length: string | undefined): boolean => length !== undefined && Number(length) === 0

/** Rows by their number; one without a number follows the row before it. */
function placedRows(rows: readonly XmlElement[]) {
  let index = -1
  return rows.map((row) => {
    const number = integerOf(attributeOf(row, 'r'))
    index = number === undefined ? index + 1 : number - 1
    return { row, index }
  })
}

/** Broken where a cell stands outside of its row or twice: its number would be taken for another's. */
function readCells(
  rows: readonly XmlElement[],
  context: CellContext,
): Result<readonly SheetCell[], ReadError> {
  const cells: SheetCell[] = []
  const seen = new Set<number>()
  for (const { row, index } of placedRows(rows)) {
    let column = -1
    for (const element of childrenNamed(row, 'x:c')) {
      const reference = attributeOf(element, 'r')
      const place = reference === undefined ? { row: index, column: column + 1 } : cellOf(reference)
      if (place === undefined || place.row !== index) return BROKEN
      column = place.column
      const key = place.row * SHEET_LIMITS.columns + column
      if (seen.has(key)) return BROKEN
      seen.add(key)
      const shown = showCell(element, context)
      if (shown === undefined) return BROKEN
      cells.push({ ...place, ...shown })
      if (cells.length > SHEET_LIMITS.cells) return TOO_LARGE
    }
  }
  return success(cells)
}

function readMerges(root: XmlElement): Result<readonly CellRange[], ReadError> {
  const listed = childrenNamed(childOf(root, 'x:mergeCells'), 'x:mergeCell')
  if (listed.length > SHEET_LIMITS.merges) return TOO_LARGE
  const merges = listed.map((merge) => rangeOf(attributeOf(merge, 'ref') ?? ''))
  return merges.every((merge) => merge !== undefined) ? success(merges) : BROKEN
}

function readHiddenColumns(root: XmlElement): ReadonlySet<number> {
  const groups = childrenNamed(root, 'x:cols').flatMap((list) => childrenNamed(list, 'x:col'))
  const hidden = groups.filter(
    (group) => isYes(attributeOf(group, 'hidden')) || isZero(attributeOf(group, 'width')),
  )
  return columnsIn(
    hidden.map((group) => {
      const first = integerOf(attributeOf(group, 'min')) ?? 1
      const last = integerOf(attributeOf(group, 'max')) ?? first
      return { first: first - 1, last: Math.min(last, SHEET_LIMITS.columns) - 1 }
    }),
  )
}
