import { useMemo, useState } from 'react'
import type { Recovery } from './db/recovery.ts'
import { DropOverlay } from './features/reports/import/drop-overlay.tsx'
import { PasteDialog } from './features/reports/import/paste-dialog.tsx'
import { useImports } from './features/reports/import/use-imports.ts'
import { useIntake } from './features/reports/import/use-intake.ts'
import { useWatchedFiles } from './features/reports/import/use-watched-files.ts'
import { useWindowDrop } from './features/reports/import/use-window-drop.ts'
import { useReports } from './features/reports/use-reports.ts'
import { useReportsView } from './features/reports/use-reports-view.ts'
import { useUnreadable } from './features/unreadable/use-unreadable.ts'
import { FrameImport } from './frame-import.tsx'
import { FrameRail } from './frame-rail.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { MissedSavesNotice } from './missed-saves-notice.tsx'
import { RecoveryNotice } from './recovery-notice.tsx'
import { useRoute } from './routes.ts'
import { Screen } from './screen.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { FocusBack } from './ui/focus-back.tsx'
import { Failure } from './ui/screen-states.tsx'
import { useSecondClicks } from './ui/use-second-clicks.ts'
import { useShortcuts } from './ui/use-shortcuts.ts'
import { useChores } from './use-chores.ts'
import { useMissedSaves } from './use-missed-saves.ts'
import './frame.css'

/** What stands around every screen: the rail, the import that may run, and what is dropped onto the window. */
export function Frame({ recovery }: { readonly recovery: Recovery }) {
  const [route, navigate] = useRoute()
  const [dialog, setDialog] = useState<'keys' | 'paste' | null>(null)
  const reports = useReports()
  const rows = useMemo(() => (Array.isArray(reports) ? reports : []), [reports])
  const view = useReportsView(rows)
  const unreadable = useUnreadable()
  const imports = useImports()
  const intake = useIntake(imports.start)
  const isDraggedOver = useWindowDrop(intake)
  useChores(rows.length > 0)
  const openReport = (report: number): void => navigate({ screen: 'review', report, version: null })
  const missed = useMissedSaves(reports)
  useWatchedFiles(route.screen === 'review' ? route.report : null, openReport)
  // The review has keys of its own, `?` among them.
  useShortcuts(
    {
      '?': { run: () => setDialog('keys') },
      '/': { run: () => document.querySelector<HTMLElement>('.report-search input')?.focus() },
    },
    dialog === null && route.screen !== 'review',
  )
  return (
    <div className={`frame frame-${route.screen}`}>
      <FrameRail route={route} unreadable={unreadable === 'loading' ? 0 : unreadable.length} />
      <main className="frame-main">
        <RecoveryNotice recovery={recovery} />
        <MissedSavesNotice saves={missed.saves} onOpen={openReport} onClose={missed.dismiss} />
        <div className="frame-screen" {...useSecondClicks(route.screen)}>
          <ErrorBoundary
            resetKey={JSON.stringify(route)}
            fallback={(retry) => (
              <Failure
                title="这个画面出错了"
                advice="数据都还在。请重新打开这个画面；再出错时，请重新启动程序。"
                action={{ label: '重新打开', run: retry }}
              />
            )}
          >
            <Screen
              route={route}
              navigate={navigate}
              reports={reports}
              view={view}
              intake={intake}
              isCovered={dialog !== null}
              onPaste={() => setDialog('paste')}
              onHelp={() => setDialog('keys')}
            />
          </ErrorBoundary>
        </div>
        <FrameImport route={route} imports={imports} reports={rows} />
      </main>
      {isDraggedOver ? <DropOverlay /> : null}
      {dialog === null ? null : (
        <FocusBack>
          {dialog === 'keys' ? (
            <KeysDialog onClose={() => setDialog(null)} />
          ) : (
            <PasteDialog onClose={() => setDialog(null)} />
          )}
        </FocusBack>
      )}
    </div>
  )
}
