import { useCallback, useMemo, useState } from 'react'
import type { FindingKey, KeyedFinding } from '../../../shared/desk/finding-key.ts'
import { FocusBack } from '../../ui/focus-back.tsx'
import { stepFinding } from './finding-order.ts'
import { FindingsPane } from './findings-pane.tsx'
import { ReviewBanners } from './review-banners.tsx'
import { type ReviewDialog, ReviewDialogs } from './review-dialogs.tsx'
import { ReviewHead } from './review-head.tsx'
import { ReviewLayout } from './review-layout.tsx'
import { cellPlacesOf, marksOf } from './review-marks.ts'
import type { ReviewReport } from './review-report.ts'
import type { ReviewLinks } from './review-screen.tsx'
import { SourcePane } from './source/source-pane.tsx'
import { TablesPane } from './tables-pane.tsx'
import { useFindingDeeds } from './use-finding-deeds.ts'
import { useHandTexts } from './use-hand-texts.ts'
import { useReviewDeeds } from './use-review-deeds.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useReviewSelection } from './use-review-selection.ts'
import { useReviewSettings } from './use-review-settings.ts'
import { useSourceBytes } from './use-source-bytes.ts'

interface Props extends ReviewLinks {
  readonly review: ReviewReport
  readonly isCovered: boolean
}

const NONE: readonly KeyedFinding[] = []

/** The review of one report, with all that can be done in it. */
export function ReviewDesk({ review, isCovered, ...links }: Props) {
  const { findings, decisions, report, isCurrent, version } = review
  const deeds = useReviewDeeds(review.id)
  const settings = useReviewSettings()
  const [selection, select] = useReviewSelection(findings)
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const [showsOpenOnly, setOpenOnly] = useState(false)
  const [zoom, setZoom] = useState(1)
  const bytes = useSourceBytes(version.sha256)
  const open = findings.find(({ key }) => key === selection.finding) ?? null
  const marks = useMemo(
    () => marksOf(report, open?.finding ?? null, selection.cell),
    [report, open, selection.cell],
  )
  const places = useMemo(() => cellPlacesOf(report), [report])

  const askReason = useCallback((key: FindingKey) => setDialog({ kind: 'set-aside', key }), [])
  const { decide, ...findingDeeds } = useFindingDeeds(review, deeds, select.openFinding, askReason)
  const hand = useHandTexts(review, deeds, select)
  const withOpen = (run: (key: FindingKey) => void) => () => {
    if (open !== null && isCurrent) run(open.key)
  }
  const step = (by: 1 | -1): void => {
    const next = stepFinding(findings, selection.finding, by)
    if (next !== null) select.openFinding(next)
  }
  useReviewKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      confirm: withOpen(findingDeeds.onConfirm),
      setAside: withOpen(findingDeeds.onSetAside),
      fixed: withOpen(findingDeeds.onFixed),
      undo: () => isCurrent && void deeds.undo(),
      redo: () => isCurrent && void deeds.redo(),
      nextReport: () => links.onNeighbour(1),
      previousReport: () => links.onNeighbour(-1),
      lens: () => settings.setLens(!settings.hasLens),
      back: links.onBack,
      help: links.onHelp,
    },
    dialog === null && !isCovered,
  )

  return (
    <div className="review">
      <ReviewHead
        review={review}
        hasLens={settings.hasLens}
        onBack={links.onBack}
        onVersion={(number) =>
          links.onVersion(number === review.versions[0]?.number ? null : number)
        }
        onDifference={() => setDialog({ kind: 'difference' })}
        onUndo={() => void deeds.undo()}
        onRedo={() => void deeds.redo()}
        onLens={() => settings.setLens(!settings.hasLens)}
        onPrint={links.onPrint}
        onOpenOriginal={() => version.path !== null && void deeds.openOriginal(version.path)}
        onPrevious={() => links.onNeighbour(-1)}
        onNext={() => links.onNeighbour(1)}
        onHelp={links.onHelp}
      />
      <ReviewBanners
        review={review}
        onShowDifference={() => setDialog({ kind: 'difference' })}
        onOpenReport={links.onReport}
      />
      <ReviewLayout
        settings={settings}
        source={
          <SourcePane
            view={review.view}
            bytes={bytes}
            fileName={version.fileName}
            zoom={zoom}
            onZoom={setZoom}
            marks={marks}
            cells={places}
            onPick={select.selectCell}
          />
        }
        tables={
          <TablesPane
            review={review}
            open={open}
            cell={selection.cell}
            edited={selection.edited}
            hasLens={settings.hasLens}
            onSelect={select.selectCell}
            {...hand}
          />
        }
        findings={
          <FindingsPane
            findings={findings}
            notChecked={review.notChecked}
            lost={review.difference?.findings.unchecked ?? NONE}
            verdict={review.verdict}
            counts={review.counts}
            decisions={decisions}
            open={selection.finding}
            isReadOnly={!isCurrent}
            onOpen={select.openFinding}
            showsOpenOnly={showsOpenOnly}
            onShowOpenOnly={setOpenOnly}
            {...findingDeeds}
          />
        }
      />
      {dialog === null ? null : (
        <FocusBack>
          <ReviewDialogs
            review={review}
            dialog={dialog}
            onClose={() => setDialog(null)}
            onSetAside={(key, reason) => {
              setDialog(null)
              void decide(key, { kind: 'set-aside', reason })
            }}
            onSeparate={() => {
              setDialog(null)
              void deeds.separate(version.id)
            }}
          />
        </FocusBack>
      )}
    </div>
  )
}
