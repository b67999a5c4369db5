import { useState } from 'react'
import type { ReportRow } from './db/rows.ts'
import { ImportPanel } from './features/reports/import/import-panel.tsx'
import type { ImportProgress } from './features/reports/import/import-progress.ts'
import type { Imports } from './features/reports/import/use-imports.ts'
import { ImportOutcome, NewNamesakes } from './import-outcome.tsx'
import { hashOf, type Route, showRoute } from './routes.ts'

interface Props {
  readonly route: Route
  readonly imports: Imports
  readonly reports: readonly ReportRow[]
}

/**
 * The import at the foot of the window: on every screen while it runs. What came of it stays where the reports are,
 * and on the screen where it ended, until the person leaves that.
 */
export function FrameImport({ route, imports: { progress, cancel, dismiss }, reports }: Props) {
  const hasEndedHere = useEndedHere(progress, hashOf(route))
  if (progress === null) return null
  const shared = {
    progress,
    reports,
    shown: route.screen === 'review' ? route.report : null,
    onOpen: (report: number) => showRoute({ screen: 'review', report, version: null }),
  }
  const showUnreadable = (): void => showRoute({ screen: 'unreadable' })
  const isOver = progress.phase === 'ended'
  if (isOver && route.screen !== 'reports' && route.screen !== 'unreadable')
    return hasEndedHere ? (
      <ImportOutcome
        {...shared}
        onReports={() => showRoute({ screen: 'reports' })}
        onUnreadable={showUnreadable}
        onClose={dismiss}
      />
    ) : null
  return (
    <>
      <ImportPanel
        progress={progress}
        onCancel={cancel}
        onDismiss={dismiss}
        onShowReport={shared.onOpen}
        onShowUnreadable={showUnreadable}
      />
      {isOver ? <NewNamesakes {...shared} /> : null}
    </>
  )
}

/** Whether the import ended while that place was on the screen. */
function useEndedHere(progress: ImportProgress | null, place: string): boolean {
  const [ended, setEnded] = useState<{ readonly at: number; readonly place: string }>()
  const at = progress?.endedAt ?? null
  if (at !== null && ended?.at !== at) setEnded({ at, place })
  return at !== null && ended?.at === at && ended.place === place
}
