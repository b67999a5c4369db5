import { ArrowLeftOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useRef } from 'react'
import { Loading, Nothing } from '../../ui/screen-states.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useKeepSetting, useSettings } from '../../use-settings.ts'
import { ChecklistPreview } from './checklist-preview.tsx'
import { MOST_REPORTS, useChecklist } from './use-checklist.ts'
import { usePrinting } from './use-printing.ts'
import './checklist.css'

interface Props {
  readonly reports: readonly number[]
  readonly onBack: () => void
  readonly onSettings: () => void
}

/** The correction checklist as pages, as they will be printed, and the ways to get them on paper. */
export function ChecklistScreen({ reports, onBack, onSettings }: Props) {
  const settings = useSettings()
  const keep = useKeepSetting()
  const preview = useRef<HTMLIFrameElement>(null)
  const printing = usePrinting(preview)
  const checklist = useChecklist(
    reports,
    {
      office: settings.officeName,
      contact: settings.officeContact,
      withSetAside: settings.printSetAside,
    },
    settings.largePrint ? 'large' : 'normal',
  )
  useShortcuts({ Escape: { run: onBack } })
  const isOff = checklist === null || checklist.pages === 0 || printing.isBusy
  return (
    <div className="checklist">
      <header className="checklist-head">
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onBack} title="返回（Esc）">
          返回
        </Button>
        <h1>打印更正清单</h1>
        <p className="figures" role="status">
          {checklist === null
            ? '正在排版…'
            : `${checklist.sheets} 份报告，共 ${checklist.pages} 页`}
        </p>
        <Checkbox
          checked={settings.printSetAside}
          onChange={(event) => keep('printSetAside', event.target.checked)}
        >
          列出已搁置的
        </Checkbox>
        <Checkbox
          checked={settings.largePrint}
          onChange={(event) => keep('largePrint', event.target.checked)}
        >
          大字
        </Checkbox>
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          disabled={isOff}
          onClick={() => checklist !== null && printing.print(checklist)}
        >
          打印
        </Button>
        <Button
          icon={<FilePdfOutlined aria-hidden />}
          disabled={isOff}
          onClick={() => checklist !== null && printing.savePdf(checklist)}
        >
          存为 PDF
        </Button>
      </header>
      {settings.officeName === '' ? (
        <p className="checklist-hint">
          清单上还没有核对单位的名称和联系人。
          <Button type="link" onClick={onSettings}>
            去设置
          </Button>
        </p>
      ) : null}
      {reports.length > MOST_REPORTS ? (
        <p className="checklist-hint">
          一次最多打印 {MOST_REPORTS} 份，这里只有前 {MOST_REPORTS} 份。
        </p>
      ) : null}
      {checklist === null ? (
        <Loading what="清单" />
      ) : checklist.pages === 0 ? (
        <Nothing title="没有可以打印的报告" />
      ) : (
        <ChecklistPreview frame={preview} html={checklist.html} />
      )}
    </div>
  )
}
