import type { FindingKey } from '../../../shared/desk/finding-key.ts'
import { DifferenceDialog } from './difference-dialog.tsx'
import type { ReviewReport } from './review-report.ts'
import { SetAsideDialog } from './set-aside-dialog.tsx'

/** The dialog that lies over a review. */
export type ReviewDialog =
  | { readonly kind: 'set-aside'; readonly key: FindingKey }
  | { readonly kind: 'difference' }

interface Props {
  readonly review: ReviewReport
  readonly dialog: ReviewDialog
  readonly onClose: () => void
  readonly onSetAside: (key: FindingKey, reason: string) => void
  /** The current version is another office's report. */
  readonly onSeparate: () => void
}

export function ReviewDialogs({ review, dialog, onClose, onSetAside, onSeparate }: Props) {
  if (dialog.kind === 'set-aside') {
    const { key } = dialog
    const decision = review.decisions.get(key)
    return (
      <SetAsideDialog
        message={review.findings.find((item) => item.key === key)?.finding.message ?? ''}
        before={decision?.kind === 'set-aside' ? decision.reason : ''}
        onCancel={onClose}
        onSave={(reason) => onSetAside(key, reason)}
      />
    )
  }
  if (review.difference === null) return null
  return (
    <DifferenceDialog
      version={review.version}
      form={review.form}
      difference={review.difference}
      isCurrent={review.isCurrent}
      onClose={onClose}
      onSeparate={onSeparate}
    />
  )
}
