import type { DocumentNote, Place, SourceFormat } from '../document/source-document.ts'
import type { CellId, EditionId, TableId } from '../form/edition.ts'
import type { CalendarDate } from '../text/chinese-date.ts'
import type { BlankMark, NumberDoubt } from '../text/number.ts'
import type { CellEvidence } from './evidence.ts'

/** A report as it was read: every cell of the official form that was located, and what stands around the tables. */
export interface Report {
  readonly format: SourceFormat
  /** The form that the tables follow; where tables 2 and 3 disagree, table 3 decides. */
  readonly edition: EditionId
  readonly title: Title | null
  /** What `统计期限` says; null where the report does not say it. */
  readonly period: Period | null
  readonly signature: Signature | null
  /** One entry for each section of the form, in its order. */
  readonly sections: readonly SectionReading[]
  readonly tables: Readonly<Record<TableId, TableReading>>
  /** Cells that were located. What is not here was not found in the document. */
  readonly cells: ReadonlyMap<CellId, Cell>
  /**
   * Cells that surely stand in the document but whose place could not be decided, so that no reading is given.
   * They are not missing; a person must look.
   */
  readonly unplaced: readonly UnplacedCells[]
  readonly notes: readonly DocumentNote[]
}

/** A text of the document and where it stands. */
export interface Located<T> {
  readonly value: T
  readonly at: readonly Place[]
}

export interface Title {
  /** The title's lines joined without spaces. */
  readonly text: string
  /** The text before the year, without 人民政府 at its end; null where the title names none. */
  readonly unit: string | null
  readonly year: number | null
  readonly at: readonly Place[]
}

export interface Period {
  readonly start: CalendarDate
  readonly end: CalendarDate
  readonly raw: string
  readonly at: readonly Place[]
}

/** The lines at the end of the report. */
export interface Signature {
  readonly unit: string | null
  readonly date: (CalendarDate & { readonly raw: string }) | null
  readonly at: readonly Place[]
}

export interface SectionReading {
  /** What the order of the form says, from 1. */
  readonly number: number
  /** What stands there, white space inside removed, with its numbering; null where the heading was not found. */
  readonly heading: string | null
  readonly agreement: HeadingAgreement
  /** The prose under the heading, a line for each paragraph; tables left out. */
  readonly text: string
  readonly at: readonly Place[]
}

/** How a heading agrees with the official one. Spacing and punctuation never count. */
export type HeadingAgreement =
  | 'official'
  /** The words are the official ones, but no number stands before them. */
  | 'number-absent'
  /** The words are the official ones, with another number. */
  | 'number-differs'
  | 'words-differ'
  /** The official heading, but not where the form has it. */
  | 'out-of-order'
  | 'absent'

export interface TableReading {
  readonly status: 'read' | 'missing'
  /** What in its structure differs from the official form. */
  readonly deviations: readonly Deviation[]
  readonly at: readonly Place[]
}

/** A difference between the structure of a table and the official form. */
export type Deviation =
  /** A row that the form does not have. `under` is the heading it stands under; `values` what its cells show. */
  | {
      readonly kind: 'extra-row'
      readonly label: string
      readonly under: string
      readonly values: readonly string[]
      readonly at: readonly Place[]
    }
  | { readonly kind: 'extra-column'; readonly label: string; readonly at: readonly Place[] }
  /** A label that differs by more than spaces, width, brackets and line breaks. `cells` are those it names. */
  | {
      readonly kind: 'label-differs'
      readonly official: string
      readonly found: string
      readonly cells: readonly CellId[]
      readonly at: readonly Place[]
    }
  /** A row or column in another place than on the form. */
  | {
      readonly kind: 'out-of-order'
      readonly label: string
      readonly cells: readonly CellId[]
      readonly at: readonly Place[]
    }
  /** The table follows another edition of the form than table 3. */
  | { readonly kind: 'other-edition'; readonly edition: EditionId; readonly at: readonly Place[] }
  /** The document holds the table twice; only the first was read. */
  | { readonly kind: 'duplicate-table'; readonly at: readonly Place[] }

/** A cell of the form as it stands in the document. */
export type Cell =
  | (CellBase & {
      readonly kind: 'number'
      readonly value: number
    })
  | (CellBase & { readonly kind: 'blank'; readonly mark: BlankMark })
  | (CellBase & { readonly kind: 'text'; readonly reason: 'words' | 'inexact' })

interface CellBase {
  /** The text as it stands in the document, trimmed. */
  readonly raw: string
  readonly at: readonly Place[]
  /** Why a person must look at the reading; null where it is certain. */
  readonly doubt: ReadingDoubt | null
  /** How it was found. Readings stored by older programs have none, nor have texts set by hand. */
  readonly evidence?: CellEvidence
}

/** Why a reading is uncertain. */
export type ReadingDoubt =
  | NumberDoubt
  /** The row shows fewer or more values than the form has columns, or blanks whose columns are not certain. */
  | 'row-length'
  /** The row's label was not recognised; it was placed by the rows around it. */
  | 'row-label'
  /** The column's heading was not recognised; it was placed by its neighbours. */
  | 'column-label'
  /** Another row of the document, or of the form, explains the reading about as well. */
  | 'two-places'
  /** The reader of the file doubts the text or the borders of the cell. */
  | 'source'

export interface UnplacedCells {
  readonly cells: readonly CellId[]
  /** The values found there, in order. */
  readonly values: readonly string[]
  readonly reason: ReadingDoubt
  readonly at: readonly Place[]
}
