import { App } from 'antd'
import { ChecklistScreen } from './features/checklist/checklist-screen.tsx'
import { HelpScreen } from './features/help/help-screen.tsx'
import type { Intake } from './features/reports/import/use-intake.ts'
import { ReportsScreen } from './features/reports/reports-screen.tsx'
import type { Reports } from './features/reports/use-reports.ts'
import { neighbourWithProblems, type ReportsView } from './features/reports/use-reports-view.ts'
import { ReviewScreen } from './features/review/review-screen.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { UnreadableScreen } from './features/unreadable/unreadable-screen.tsx'
import type { Navigate, Route } from './routes.ts'

interface Props {
  readonly route: Route
  readonly navigate: Navigate
  readonly reports: Reports
  readonly view: ReportsView
  readonly intake: Intake
  readonly isCovered: boolean
  readonly onPaste: () => void
  readonly onHelp: () => void
}

/** The screen that the address names. */
export function Screen({ route, navigate, view, isCovered, ...rest }: Props) {
  const { message } = App.useApp()
  switch (route.screen) {
    case 'reports':
      return (
        <ReportsScreen
          reports={rest.reports}
          view={view}
          intake={rest.intake}
          onPaste={rest.onPaste}
          onOpen={(report) => navigate({ screen: 'review', report, version: null })}
          onPrint={(reports) => navigate({ screen: 'checklist', reports })}
        />
      )
    case 'review':
      return (
        <ReviewScreen
          reportId={route.report}
          version={route.version}
          isCovered={isCovered}
          onBack={() => navigate({ screen: 'reports' })}
          onVersion={(version) => navigate({ ...route, version })}
          onPrint={() => navigate({ screen: 'checklist', reports: [route.report] })}
          onNeighbour={(step) => {
            const next = neighbourWithProblems(view.shown, route.report, step)
            if (next === null) void message.info('没有别的报告还有待处理的问题。')
            else navigate({ screen: 'review', report: next.id, version: null })
          }}
          onReport={(report) => navigate({ screen: 'review', report, version: null })}
          onHelp={rest.onHelp}
        />
      )
    case 'checklist':
      return (
        <ChecklistScreen
          reports={route.reports}
          onSettings={() => navigate({ screen: 'settings' })}
          onBack={() => {
            const [only] = route.reports
            navigate(
              route.reports.length === 1 && only !== undefined
                ? { screen: 'review', report: only, version: null }
                : { screen: 'reports' },
            )
          }}
        />
      )
    case 'unreadable':
      return <UnreadableScreen onImport={rest.intake.takeIncoming} />
    case 'settings':
      return <SettingsScreen />
    case 'help':
      return <HelpScreen />
  }
}
