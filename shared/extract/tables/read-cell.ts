import type { Measure } from '../../form/edition.ts'
import type { Cell, ReadingDoubt } from '../../report/report.ts'
import { type CellContent, readContent } from '../../text/number.ts'
import type { PlacedCell } from './table-alignment.ts'

/** The reading of a cell that was laid onto the form: what stands there, what it means, and any doubt. */
export function readCell(placed: PlacedCell, measure: Measure): Cell {
  const raw = placed.cell.text.trim()
  const at = placed.cell.at
  const content = readContent(raw, measure)
  const doubt = placed.doubt ?? sourceDoubt(placed, content)
  switch (content.kind) {
    case 'number':
      return { kind: 'number', raw, value: content.value, at, doubt: doubt ?? content.doubt }
    case 'blank':
      return { kind: 'blank', raw, mark: content.mark, at, doubt }
    case 'text':
      return { kind: 'text', raw, reason: content.reason, at, doubt: doubt ?? runTogether(raw) }
  }
}

/** Several numbers in one cell: two cells ran together, or a person wrote two. */
const runTogether = (raw: string): ReadingDoubt | null =>
  /^[\d.,]+(?:[\s、]+[\d.,]+)+$/u.test(raw) ? 'run-together' : null

function sourceDoubt({ cell }: PlacedCell, content: CellContent): ReadingDoubt | null {
  if (cell.doubt === null) return null
  // A number in the run of its row stands where it stands, drawn borders or not; a blank may belong elsewhere.
  return cell.doubt === 'inferred-grid' && content.kind === 'number' ? null : 'source'
}
