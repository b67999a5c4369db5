/**
 * From this score on a reading is certain. Chosen from the calibration table of `npm run eval`: over the whole corpus,
 * damaged files included, no reading above it is wrong.
 */
export const SURE_EVIDENCE = 0.7

/** A next best explanation of a row that is worse by so much of a label does not count. */
export const CLEAR_LEAD = 0.15

/** How a cell of the form was found in the document, and how sure that is. */
export interface CellEvidence {
  readonly row: RowEvidence
  readonly column: ColumnEvidence
  /** From 0 to 1; below `SURE_EVIDENCE` a person must look. */
  readonly score: number
}

/** What says that the cell stands in that row of the form. */
export interface RowEvidence {
  readonly by: RowFinding
  /** How alike the label and the official one are, from 0 to 1; 0 where no label says it. */
  readonly likeness: number
  /** Whether the number in front of the label is the form's. */
  readonly numbering: Agreement
  /** Whether the row stands under the merged heading that the form has there. */
  readonly heading: Agreement
  /** How much worse the next best explanation of the row is: from 0, just as good, to 1. */
  readonly lead: number
}

export type RowFinding =
  /** By its label, in the order of the form. */
  | 'label'
  /** By its label, in another place than on the form. */
  | 'label-elsewhere'
  /** No label was recognised: the rows before and after it were. */
  | 'neighbours'
  /** The table has one row of numbers. */
  | 'only-row'

export type Agreement = 'agrees' | 'differs' | 'unseen'

/** What says that the cell stands in that column of the form. */
export interface ColumnEvidence {
  readonly by: ColumnFinding
  /** How alike the heading above and the official one are, from 0 to 1; 0 where no heading says it. */
  readonly likeness: number
  /** How many cells the row has for numbers, and how many columns the form has there. */
  readonly values: number
  readonly columns: number
  readonly against: ColumnObjection | null
}

export type ColumnFinding =
  /** By the order of the cells in the row, which has just as many as the form has columns. */
  | 'run'
  /** By the heading that it stands under. */
  | 'heading'

export type ColumnObjection =
  /** The heading above could not be recognised. */
  | 'heading-lost'
  /** The headings stand in another order than the form's. */
  | 'heading-order'
  /** Blanks in the row, whose places the text does not show. */
  | 'blank-place'
