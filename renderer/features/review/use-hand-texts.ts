import { App } from 'antd'
import { useCallback } from 'react'
import { HAND_TEXT_ADVICE, readHandText } from '../../../shared/desk/corrections.ts'
import { findCell } from '../../../shared/form/cell-id.ts'
import type { CellId } from '../../../shared/form/edition.ts'
import type { ReviewDeeds } from './review-deeds.ts'
import type { ReviewReport } from './review-report.ts'
import type { SelectionDeeds } from './use-review-selection.ts'

/** Typing what stands in the document into a cell. */
export interface HandTextDeeds {
  readonly onEdit: (id: CellId) => void
  readonly onSave: (id: CellId, text: string) => boolean
  readonly onCancel: () => void
  readonly onRestore: (id: CellId) => void
}

export function useHandTexts(
  { form, isCurrent }: ReviewReport,
  deeds: ReviewDeeds,
  { edit, endEdit }: SelectionDeeds,
): HandTextDeeds {
  const { message } = App.useApp()
  const onEdit = useCallback((id: CellId) => isCurrent && edit(id), [isCurrent, edit])
  const onSave = useCallback(
    (id: CellId, text: string): boolean => {
      const measure = findCell(form, id)?.measure
      const raw = measure === undefined ? null : readHandText(text, measure)
      if (raw === null) return false
      if (!raw.ok) {
        void message.warning(HAND_TEXT_ADVICE[raw.error.code])
        return false
      }
      endEdit()
      void deeds.correct(id, raw.value)
      return true
    },
    [form, deeds, endEdit, message],
  )
  const onRestore = useCallback((id: CellId) => void deeds.correct(id, null), [deeds])
  return { onEdit, onSave, onCancel: endEdit, onRestore }
}
