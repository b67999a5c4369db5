import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReportRow } from './db/rows.ts'
import { differenceWords } from './difference-words.ts'
import { type ImportProgress, outcomeWords } from './features/reports/import/import-progress.ts'
import { reportName } from './features/reports/report-name.ts'
import { newReports } from './new-reports.ts'
import { ToneIcon } from './ui/tone.tsx'

interface Props extends LinesProps {
  readonly onReports: () => void
  readonly onUnreadable: () => void
  readonly onClose: () => void
}

interface LinesProps {
  readonly progress: ImportProgress
  readonly reports: readonly ReportRow[]
  /** The report that is on the screen; null where none is. */
  readonly shown: number | null
  readonly onOpen: (report: number) => void
}

/** What came of an import, told on the screen where the person was when it ended, with the way to each report. */
export function ImportOutcome(props: Props) {
  const { progress, reports } = props
  if (isToldByReview(props)) return null
  return (
    <section className="import-panel" aria-label="导入">
      <div className="import-line" role="status">
        <ToneIcon tone={progress.refused === null ? 'ok' : 'error'} />
        <p className="import-outcome">
          <b>{headOf(progress)}</b>
          {outcomeWords(progress)}。
        </p>
        {progress.unreadable === 0 ? null : (
          <Button onClick={props.onUnreadable}>查看读不了的 {progress.unreadable} 份</Button>
        )}
        <Button onClick={props.onReports}>看报告列表</Button>
        <Button icon={<CloseOutlined aria-hidden />} onClick={props.onClose}>
          收起
        </Button>
      </div>
      <Lines {...props} lines={[...knownLines(progress), ...newLines(reports, progress)]} />
    </section>
  )
}

/** Beside the list: new reports that carry the name and year of another one, and so look the same in it. */
export const NewNamesakes = (props: LinesProps) => (
  <div className="import-more">
    <Lines
      {...props}
      lines={newLines(props.reports, props.progress).filter(({ isNamesake }) => isNamesake)}
    />
  </div>
)

/** A new version of the report on the screen, and nothing else: its review says what changed. */
const isToldByReview = ({ progress, shown }: LinesProps): boolean =>
  progress.refused === null &&
  progress.newVersions.length === progress.total &&
  progress.newVersions.every(({ reportId }) => reportId === shown)

function headOf({ refused, wasCancelled, done, total }: ImportProgress): string {
  if (refused !== null) return `导入停下了，${done} 份已保存。${refused}`
  if (wasCancelled) return `已停止，${done} 份已保存，${total - done} 份没有读。`
  return '导入完成：'
}

interface Line {
  readonly report: number
  readonly words: string
  readonly isNamesake: boolean
}

const knownLines = ({ newVersions, known }: ImportProgress): readonly Line[] => [
  ...newVersions.map(({ fileName, reportId, name, number, difference }) => ({
    report: reportId,
    words: `${fileName} 是“${name}”的第 ${number} 版${difference === null ? '' : `：${differenceWords(difference)}`}`,
    isNamesake: false,
  })),
  ...known.map(({ fileName, reportId, name }) => ({
    report: reportId,
    words: `${fileName} 和已有的“${name}”是同一个文件，没有重复添加`,
    isNamesake: false,
  })),
]

const newLines = (reports: readonly ReportRow[], { startedAt }: ImportProgress): readonly Line[] =>
  newReports(reports, startedAt).map(({ report, namesakes }) => ({
    report: report.id,
    words:
      namesakes === 0
        ? `新增“${reportName(report)}”`
        : `${report.fileName} 与已有的“${reportName(report)}”同名同年度，内容不同，作为另一份新增`,
    isNamesake: namesakes > 0,
  }))

/** More are seen in the list. */
const MOST_LINES = 3

function Lines({ lines, shown, onOpen }: LinesProps & { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="import-notices">
      {lines.slice(0, MOST_LINES).map(({ report, words }) => (
        <li key={`${report} ${words}`}>
          <span>{words}。</span>
          {report === shown ? (
            <b>就是正在看的这一份。</b>
          ) : (
            <Button type="link" onClick={() => onOpen(report)}>
              打开
            </Button>
          )}
        </li>
      ))}
      {lines.length <= MOST_LINES ? null : (
        <li>还有 {lines.length - MOST_LINES} 份，见报告列表。</li>
      )}
    </ul>
  )
}
