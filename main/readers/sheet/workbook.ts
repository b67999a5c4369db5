import type { CellDoubt } from '../../../shared/document/source-document.ts'

/** A workbook as both of its file formats are read: what each sheet stores, before anything is laid out. */
export interface Workbook {
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  /** Whether a person sees its tab. */
  readonly isHidden: boolean
  /** Stored cells, each place at most once, in any order. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly CellRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

export interface SheetCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  /** As the office program shows it under the cell's number format. */
  readonly text: string
  readonly doubt: CellDoubt | undefined
  /** Whether borders are drawn around it. */
  readonly isFramed: boolean
}

/** Rows and columns from 0, first and last included. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** How much of a workbook is read. A report has about 500 cells, 100 merges and 3 sheets. */
export const SHEET_LIMITS = {
  sheets: 200,
  cells: 500_000,
  merges: 5_000,
  /** A text below so many rows is no report. */
  rows: 20_000,
  /** Columns of the newest Excel. */
  columns: 16_384,
  /** A table wider than this is no report's. */
  tableColumns: 256,
  /** Rows times columns that all cells of a sheet cover together. */
  slots: 1_000_000,
} as const

/** Which sides of a cell have a line. */
export interface CellBorders {
  readonly left: boolean
  readonly right: boolean
  readonly top: boolean
  readonly bottom: boolean
}

/** A line at the side parts the cell from its neighbour; a line above or below alone underlines a title. */
export const isFrame = ({ left, right, top, bottom }: CellBorders): boolean =>
  left || right || (top && bottom)
