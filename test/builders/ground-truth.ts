import { cellsOfEdition } from '../../shared/form/cell-id.ts'
import type { CellId, Edition } from '../../shared/form/edition.ts'
import { findEdition } from '../../shared/form/editions.ts'
import type { CalendarDate } from '../../shared/text/chinese-date.ts'

/** A report as it is meant, before any file format: what a perfect reader would bring back. */
export interface GroundTruth {
  readonly edition: EditionName
  /** The unit as the contract names it: without 人民政府 at its end. */
  readonly unit: string
  readonly year: number
  /** The lines of the title; joined they are the title. */
  readonly title: readonly string[]
  /** Paragraphs between the title and the first section. */
  readonly preface: readonly string[]
  readonly period: { readonly start: CalendarDate; readonly end: CalendarDate } | null
  /** The six sections in the order of the form. */
  readonly sections: readonly SectionTruth[]
  readonly cells: ReadonlyMap<CellId, CellTruth>
  readonly signature: SignatureTruth | null
  /** What the prose says about cells, so that a test knows which sentence a changed cell contradicts. */
  readonly claims: readonly Claim[]
}

export type EditionName = '2019' | '2021'

export interface SectionTruth {
  readonly number: number
  /** `一、`, or empty where the report prints none. */
  readonly numbering: string
  /** The heading without its number. */
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What stands in a cell, and the number that a person reads there; null where it is none. */
export interface CellTruth {
  readonly raw: string
  readonly value: number | null
}

export interface SignatureTruth {
  readonly unit: string
  readonly date: CalendarDate
}

/** `the sum of cells is value`, as a sentence of the prose says. */
export interface Claim {
  readonly cells: readonly CellId[]
  readonly value: number
}

/** The official form that the truth follows. */
export function formOf(truth: GroundTruth): Edition {
  const edition = findEdition(truth.edition)
  if (edition === undefined) throw new Error(`no edition ${truth.edition}`)
  return edition
}

/** The text of a cell; throws where the truth has none, which is a mistake of the test. */
export function rawOf(truth: GroundTruth, id: CellId): string {
  const cell = truth.cells.get(id)
  if (cell === undefined) throw new Error(`${id} is not in this report`)
  return cell.raw
}

/** The same report with other texts in some cells; the value is what a person reads there. */
export const withCells = (
  truth: GroundTruth,
  changes: ReadonlyMap<CellId, CellTruth>,
): GroundTruth => ({ ...truth, cells: new Map([...truth.cells, ...changes]) })

/** Every cell id of the truth's form in printed order. */
export const cellIdsOf = (truth: GroundTruth): readonly CellId[] =>
  cellsOfEdition(formOf(truth)).map(({ id }) => id)

/** `2023年1月5日` */
export const dateInWords = ({ year, month, day }: CalendarDate): string =>
  `${year}年${month}月${day}日`
