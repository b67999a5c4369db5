import type { Box } from '../../../shared/document/source-document.ts'
import type { FilledCell } from './fill-cells.ts'

/** A table, or the part of one that stands on a page. */
export interface PageTable {
  /** From 1. */
  readonly page: number
  readonly box: Box
  /** Where columns begin and end, in points. */
  readonly xs: readonly number[]
  readonly rowCount: number
  readonly cells: readonly FilledCell[]
  /** Its borders are drawn, so that they can be compared with those on the next page. */
  readonly isRuled: boolean
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
  /** A single framed text: the part of a table that fell on this page, or no table at all. */
  readonly isFragment: boolean
}
