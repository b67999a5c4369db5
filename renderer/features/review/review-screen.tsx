import { Button } from 'antd'
import { Loading, Nothing } from '../../ui/screen-states.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { ReviewDesk } from './review-desk.tsx'
import { useReview } from './use-review.ts'
import { waysOut } from './use-review-keys.ts'
import './review.css'

export interface ReviewLinks {
  readonly onBack: () => void
  readonly onVersion: (version: number | null) => void
  readonly onPrint: () => void
  /** To the next report with problems, or the one before. */
  readonly onNeighbour: (step: 1 | -1) => void
  readonly onReport: (report: number) => void
  readonly onHelp: () => void
}

interface Props extends ReviewLinks {
  readonly reportId: number
  /** From 1; null for the newest. */
  readonly version: number | null
  /** A dialog of the frame is open: then keys belong to it. */
  readonly isCovered: boolean
}

/** One report: its source beside what was read from it, and the findings. */
export function ReviewScreen({ reportId, version, ...rest }: Props) {
  const review = useReview(reportId, version)
  // A key pressed before the report is there still leads out of it.
  useShortcuts(
    waysOut({
      back: rest.onBack,
      nextReport: () => rest.onNeighbour(1),
      previousReport: () => rest.onNeighbour(-1),
      help: rest.onHelp,
    }),
    !rest.isCovered && (review === 'loading' || review === 'absent'),
  )
  if (review === 'loading') return <Loading what="报告" />
  if (review === 'absent')
    return (
      <Nothing title="这份报告已不在了">
        <p>它可能已被删除；删除之后还可以在报告列表里撤销。</p>
        <Button type="primary" onClick={rest.onBack}>
          返回报告列表
        </Button>
      </Nothing>
    )
  return <ReviewDesk key={`${review.id} ${version ?? ''}`} review={review} {...rest} />
}
