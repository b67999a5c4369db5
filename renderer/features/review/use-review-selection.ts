import { useCallback, useState } from 'react'
import type { FindingKey, KeyedFinding } from '../../../shared/desk/finding-key.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import {
  NOTHING_SELECTED,
  type ReviewSelection,
  stillThere,
  withCell,
  withFinding,
} from './review-selection.ts'

export interface SelectionDeeds {
  readonly openFinding: (key: FindingKey) => void
  readonly selectCell: (id: CellId) => void
  readonly edit: (id: CellId) => void
  readonly endEdit: () => void
}

/** What is looked at; a review begins with its gravest finding. */
export function useReviewSelection(
  findings: readonly KeyedFinding[],
): readonly [ReviewSelection, SelectionDeeds] {
  const [selection, setSelection] = useState<ReviewSelection>(() => {
    const [first] = findings
    return first === undefined ? NOTHING_SELECTED : withFinding(findings, first.key)
  })
  const openFinding = useCallback(
    (key: FindingKey) => setSelection(withFinding(findings, key)),
    [findings],
  )
  const selectCell = useCallback(
    (id: CellId) => setSelection((old) => (old.edited === id ? old : withCell(old, findings, id))),
    [findings],
  )
  const edit = useCallback(
    (id: CellId) => setSelection((old) => ({ ...withCell(old, findings, id), edited: id })),
    [findings],
  )
  const endEdit = useCallback(() => setSelection((old) => ({ ...old, edited: null })), [])
  return [stillThere(selection, findings), { openFinding, selectCell, edit, endEdit }]
}
