import {
  attributeOf,
  childOf,
  childrenNamed,
  integerOf,
  type XmlElement,
} from '../../ooxml/xml-tree.ts'
import type { CellRange } from '../workbook.ts'
import { rangeOf } from './cell-reference.ts'
import { isMarkedFont, isWhiteFont } from './xlsx-fonts.ts'

/**
 * Numbers of the formats for conditions (`x:dxfs`) under which a cell shows something else than usual: white letters
 * without a ground, struck ones, or another number format.
 */
export function readOddFormats(styles: XmlElement | undefined): ReadonlySet<number> {
  const formats = childrenNamed(childOf(styles, 'x:dxfs'), 'x:dxf')
  return new Set(formats.flatMap((format, index) => (isOdd(format) ? [index] : [])))
}

function isOdd(format: XmlElement): boolean {
  const font = childOf(format, 'x:font')
  const isUnseen = isWhiteFont(font) && childOf(format, 'x:fill') === undefined
  return isUnseen || isMarkedFont(font) || childOf(format, 'x:numFmt') !== undefined
}

/** More ranges than this are no person's; those behind them are not looked at. */
const MOST_RANGES = 500

/** Where such a format may hold, whatever its condition is: nobody reckons conditions here. */
export function oddRanges(
  worksheet: XmlElement,
  formats: ReadonlySet<number>,
): readonly CellRange[] {
  if (formats.size === 0) return []
  return childrenNamed(worksheet, 'x:conditionalFormatting')
    .filter((group) =>
      childrenNamed(group, 'x:cfRule').some((rule) =>
        formats.has(integerOf(attributeOf(rule, 'dxfId')) ?? -1),
      ),
    )
    .flatMap((group) => (attributeOf(group, 'sqref') ?? '').split(/\s+/))
    .slice(0, MOST_RANGES)
    .flatMap((reference) => rangeOf(reference) ?? [])
}

/** Whether the place is in one of the ranges. */
export const isInside = (
  ranges: readonly CellRange[],
  { row, column }: { readonly row: number; readonly column: number },
): boolean =>
  ranges.some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
  )
