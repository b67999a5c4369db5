import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { REPORT_KINDS } from '../../../shared/document/report-extensions.ts'
import { Failure, Loading, Nothing } from '../../ui/screen-states.tsx'
import { EmptyResult } from './empty-result.tsx'
import type { Intake } from './import/use-intake.ts'
import { ReportFilters } from './report-filters.tsx'
import { ReportsTable } from './reports-table.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TakeButtons } from './take-buttons.tsx'
import { useReportDeeds } from './use-report-deeds.ts'
import type { Reports } from './use-reports.ts'
import type { ReportsView } from './use-reports-view.ts'
import './reports.css'

interface Props {
  readonly reports: Reports
  readonly view: ReportsView
  readonly intake: Intake
  readonly onPaste: () => void
  readonly onOpen: (id: number) => void
  readonly onPrint: (ids: readonly number[]) => void
}

/** The first screen: every report that was checked, found and filtered as one types. */
export function ReportsScreen({ reports, view, intake, onPaste, onOpen, onPrint }: Props) {
  const deeds = useReportDeeds()
  return (
    <div className="reports">
      <header className="reports-head">
        <h1>报告</h1>
        <TakeButtons intake={intake} onPaste={onPaste} isFirst={view.all.length === 0} />
      </header>
      {reports === 'loading' ? (
        <Loading what="报告列表" />
      ) : 'failed' in reports ? (
        <Failure
          title="报告列表读不出来"
          advice={reports.failed}
          action={{ label: '重新打开', run: () => location.reload() }}
        />
      ) : view.all.length === 0 ? (
        <FirstStart onSamples={intake.takeSamples} onPick={() => intake.pick('files')} />
      ) : (
        <>
          <ReportFilters view={view} />
          <SelectionBar
            view={view}
            onPrint={onPrint}
            onDone={deeds.close}
            onReopen={deeds.reopen}
            onDelete={deeds.remove}
          />
          <div className="reports-list">
            {view.shown.length === 0 ? (
              <EmptyResult view={view} />
            ) : (
              <ReportsTable view={view} onOpen={({ id }) => onOpen(id)} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

interface FirstStartProps {
  readonly onSamples: () => void
  readonly onPick: () => void
}

/** Nothing was ever checked here: how to begin. */
function FirstStart({ onSamples, onPick }: FirstStartProps) {
  return (
    <div className="reports-first">
      <InboxOutlined aria-hidden />
      <Nothing title="把年度报告拖到这里，马上核对">
        <p>
          可以拖进一个或多个文件，也可以拖进整个文件夹；支持{REPORT_KINDS}，也可以是 zip
          压缩包。文件只在这台电脑上处理，不会传到网上。
        </p>
        <p className="first-buttons">
          <Button type="primary" size="large" onClick={onPick}>
            选择文件
          </Button>
          <Button size="large" onClick={onSamples}>
            先用示例报告试一试
          </Button>
        </p>
      </Nothing>
    </div>
  )
}
