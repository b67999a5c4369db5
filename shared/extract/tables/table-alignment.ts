import type { CellId, EditionId } from '../../form/edition.ts'
import type { ColumnEvidence, RowEvidence } from '../../report/evidence.ts'
import type { Deviation, UnplacedCells } from '../../report/report.ts'
import type { RowCell } from './row.ts'

/** How a table of the document was laid onto a table of one edition of the form. */
export interface TableAlignment {
  readonly edition: EditionId
  readonly cells: ReadonlyMap<CellId, PlacedCell>
  readonly unplaced: readonly UnplacedCells[]
  readonly deviations: readonly Deviation[]
}

/** The cell of the document that stands for a cell of the form. */
export interface PlacedCell {
  readonly cell: RowCell
  readonly row: RowEvidence
  readonly column: ColumnEvidence
}
