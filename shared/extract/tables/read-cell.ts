import type { Measure } from '../../form/edition.ts'
import type { Cell, ReadingDoubt } from '../../report/report.ts'
import { type CellContent, isValueLike, readContent } from '../../text/number.ts'
import { doubtOf, toEvidence } from './evidence-score.ts'
import type { PlacedCell } from './table-alignment.ts'

/** The reading of a cell that was laid onto the form: what stands there, what it means, how it was found, any doubt. */
export function readCell(placed: PlacedCell, measure: Measure): Cell {
  const raw = placed.cell.text.trim()
  const at = placed.cell.at
  const content = readContent(raw, measure)
  const evidence = toEvidence(placed.row, placed.column)
  const doubt = doubtOf(evidence) ?? sourceDoubt(placed, content)
  switch (content.kind) {
    case 'number':
      return {
        kind: 'number',
        raw,
        value: content.value,
        at,
        doubt: doubt ?? content.doubt,
        evidence,
      }
    case 'blank':
      return { kind: 'blank', raw, mark: content.mark, at, doubt, evidence }
    case 'text':
      return {
        kind: 'text',
        raw,
        reason: content.reason,
        at,
        doubt: doubt ?? runTogether(raw),
        evidence,
      }
  }
}

/** Several numbers in one cell: two cells ran together, or a person wrote two. */
function runTogether(raw: string): ReadingDoubt | null {
  const parts = raw.split(/[\s、]+/u)
  return parts.length > 1 && parts.every(isValueLike) ? 'run-together' : null
}

function sourceDoubt({ cell, column }: PlacedCell, content: CellContent): ReadingDoubt | null {
  if (cell.doubt === null) return null
  // What is printed in the run of its row stands where it stands, drawn borders or not; a blank may belong elsewhere.
  const isPrinted =
    content.kind === 'number' || (content.kind === 'blank' && content.mark !== 'empty')
  const isInRun = column.by === 'run' && isPrinted
  return cell.doubt === 'inferred-grid' && isInRun ? null : 'source'
}
