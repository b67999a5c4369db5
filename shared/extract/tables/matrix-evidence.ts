import type { Agreement, ColumnEvidence, RowEvidence } from '../../report/evidence.ts'
import { toLabelKey } from '../../text/label.ts'
import { holdsNumbers } from './fused-cells.ts'
import { isSpliced, labelLikeness } from './label-match.ts'
import type { Headings } from './matrix-columns.ts'
import type { LabelledRow, RowMatch, RowTargets } from './matrix-rows.ts'
import type { PlacedValue, RowValues } from './place-values.ts'

/** What says that the row is that row of table 3. */
export function rowEvidence(
  row: LabelledRow,
  match: RowMatch,
  targets: RowTargets,
  lead: number,
): RowEvidence {
  const target = targets.rows[match.formRow]
  const heading = headingAgreement(row, match, targets)
  if (target === undefined || match.by === 'neighbours')
    return { by: 'neighbours', likeness: 0, numbering: 'unseen', heading, lead: 1 }
  return {
    by: match.by,
    likeness: labelLikeness(match.wording, target),
    numbering: numberingOf(match.wording, target.key.ordinal),
    heading,
    // A row out of order was chosen by its label alone: the alignment had nothing to say about it.
    lead:
      holdsNumbers(match.wording) || isSpliced(match.wording, target, targets.rows)
        ? 0
        : match.by === 'label'
          ? Math.min(1, lead)
          : 1,
  }
}

/** Whether the number in front of the label is the official one; unseen where one of them has none. */
export function numberingOf(wording: string, official: number | null): Agreement {
  const { ordinal } = toLabelKey(wording)
  if (ordinal === null || official === null) return 'unseen'
  return ordinal === official ? 'agrees' : 'differs'
}

function headingAgreement(row: LabelledRow, match: RowMatch, targets: RowTargets): Agreement {
  const official = targets.groups[match.formRow] ?? null
  // In flattened text a heading is carried on to rows that stand under none.
  if (row.group === null || (official === null && !row.row.isGrid)) return 'unseen'
  return row.group === official ? 'agrees' : 'differs'
}

interface RowPlaces {
  readonly row: LabelledRow
  readonly values: RowValues
  readonly headings: Headings | undefined
  readonly targets: RowTargets
  /** Nobody can tell where the row's blanks stand. */
  readonly isSuspect: boolean
}

/** What says that the cell stands in that column of table 3. */
export function columnEvidence(
  placed: PlacedValue,
  { row, values, headings, targets, isSuspect }: RowPlaces,
): ColumnEvidence {
  const heading = headings?.columns.find(({ formColumn }) => formColumn === placed.formColumn)
  const target = targets.columns[placed.formColumn]
  const likeness =
    heading === undefined || target === undefined ? 0 : labelLikeness(heading.cell.label, target)
  return {
    by: values.by,
    likeness,
    values: row.values.length,
    columns: targets.columns.length,
    against: isSuspect ? 'blank-place' : placed.isDoubtful ? 'heading-order' : null,
  }
}
