/** The official form as data: the shapes that each edition fills. This file imports nothing of the project. */

export type TableId = 't2' | 't3' | 't4'

/** `<table>.<row>.<column>`, e.g. `t3.denied.secret.natural`. */
export type CellId = `${TableId}.${string}`

export type EditionId = string

/** One edition of the official form, as the notice that fixed it prints it. */
export interface Edition {
  readonly id: EditionId
  /** Report years for which this edition is in force; `to` is null while it is. */
  readonly reportYears: { readonly from: number; readonly to: number | null }
  /** Number of the notice that fixed the form; the legal basis of most rules. */
  readonly source: string
  readonly sections: readonly FormSection[]
  readonly tables: {
    readonly t2: BlockTable
    readonly t3: MatrixTable
    readonly t4: GroupTable
  }
}

export type FormTable = BlockTable | MatrixTable | GroupTable

export interface FormSection {
  /** From 1, in the order of the form. */
  readonly number: number
  /** `一` for 1. */
  readonly numeral: string
  /** The heading without its number: `总体情况`. */
  readonly title: string
  /** The table the section consists of; null where the section is prose. */
  readonly table: TableId | null
}

/** What a cell holds, which decides what may stand in it. */
export type Measure =
  /** A whole number, not negative. */
  | 'count'
  /** A whole number with a sign: more or fewer than last year. */
  | 'change'
  /** Money in units of 10,000 yuan, decimals allowed. */
  | 'money-10k'
  /** Money whose unit the form does not print, decimals allowed. */
  | 'money'

export interface FormColumn {
  readonly id: string
  readonly label: string
  readonly measure: Measure
  /** Merged heading above this column and its neighbours. */
  readonly group?: string
  /** Other wordings in use that name this column beyond doubt; they are recognised, and reported as differing. */
  readonly variants?: readonly string[]
}

export interface FormRow {
  readonly id: string
  readonly label: string
  /** Merged headings to the left, from the outermost. */
  readonly under?: readonly string[]
  readonly variants?: readonly string[]
}

/** Table 2: blocks one below the other, each with its own heading and columns. */
export interface BlockTable {
  readonly id: 't2'
  readonly layout: 'blocks'
  readonly section: number
  readonly rowHeading: string
  readonly blocks: readonly FormBlock[]
}

export interface FormBlock {
  readonly article: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
}

/** Table 3: rows against applicant columns. */
export interface MatrixTable {
  readonly id: 't3'
  readonly layout: 'matrix'
  readonly section: number
  readonly note: string
  readonly columnsHeading: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  readonly sums: MatrixSums
}

/** Which rows and columns of table 3 the printed relations and the word 总计 tie together. */
export interface MatrixSums {
  /** Sum of `inflow` rows = sum of `outflow` rows, in each column. */
  readonly inflow: readonly string[]
  readonly outflow: readonly string[]
  /** This row is the sum of `handledParts`, in each column. */
  readonly handled: string
  readonly handledParts: readonly string[]
  /** This column is the sum of `totalParts`, in each row. */
  readonly total: string
  readonly totalParts: readonly string[]
}

/** Table 4: groups side by side, each with the same columns; one printed row of numbers. */
export interface GroupTable {
  readonly id: 't4'
  readonly layout: 'groups'
  readonly section: number
  readonly groups: readonly FormRow[]
  readonly columns: readonly FormColumn[]
  /** This column is the sum of `totalParts`, in each group. */
  readonly total: string
  readonly totalParts: readonly string[]
}
