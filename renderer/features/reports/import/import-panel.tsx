import { CloseOutlined, StopOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { differenceWords } from '../../../difference-words.ts'
import { ToneIcon } from '../../../ui/tone.tsx'
import {
  type ImportNotice,
  type ImportProgress,
  outcomeWords,
  paceWords,
} from './import-progress.ts'

interface Props {
  readonly progress: ImportProgress
  readonly onCancel: () => void
  readonly onDismiss: () => void
  readonly onShowReport: (id: number) => void
  readonly onShowUnreadable: () => void
}

/** How far the import is, and afterwards what came of it; stays until it is put away. */
export function ImportPanel(props: Props) {
  const { progress } = props
  return (
    <section className="import-panel" aria-label="导入">
      {progress.phase === 'ended' ? <Ended {...props} /> : <Running {...props} />}
      <Notices {...props} />
    </section>
  )
}

function Running({ progress, onCancel }: Props) {
  const { done, total, current, phase } = progress
  const now = useNow()
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  return (
    <div className="import-line">
      <div className="import-bar">
        <Progress
          percent={percent}
          showInfo={false}
          size={{ height: 12 }}
          aria-label={`已核对 ${done} 份，共 ${total} 份`}
        />
      </div>
      <p className="import-count figures">
        <b>
          {done} / {total}
        </b>
        <span>{paceWords(progress, now)}</span>
      </p>
      <p className="import-current" title={current[0]}>
        {phase === 'cancelling'
          ? '正在停下…'
          : current[0] === undefined
            ? ''
            : `正在读 ${current[0]}`}
      </p>
      <Button
        icon={<StopOutlined aria-hidden />}
        disabled={phase === 'cancelling'}
        onClick={onCancel}
      >
        停止
      </Button>
    </div>
  )
}

function Ended({ progress, onDismiss, onShowUnreadable }: Props) {
  const { done, total, unreadable, wasCancelled, refused } = progress
  return (
    <div className="import-line" role="status">
      <ToneIcon tone={refused === null ? 'ok' : 'error'} />
      <p className="import-outcome">
        <b>
          {refused !== null
            ? `导入停下了，${done} 份已保存。${refused}`
            : wasCancelled
              ? `已停止，${done} 份已保存，${total - done} 份没有读。`
              : '导入完成：'}
        </b>
        {outcomeWords(progress)}。
      </p>
      {unreadable === 0 ? null : (
        <Button onClick={onShowUnreadable}>查看读不了的 {unreadable} 份</Button>
      )}
      <Button icon={<CloseOutlined aria-hidden />} onClick={onDismiss}>
        收起
      </Button>
    </div>
  )
}

function Notices({ progress: { known, newVersions }, onShowReport }: Props) {
  if (known.length + newVersions.length === 0) return null
  return (
    <ul className="import-notices">
      {newVersions.map((notice) => (
        <Notice key={`${notice.reportId} ${notice.number}`} notice={notice} onShow={onShowReport}>
          是“{notice.name}”的第 {notice.number} 版
          {notice.difference === null ? '' : `：${differenceWords(notice.difference)}`}
        </Notice>
      ))}
      {known.map((notice) => (
        <Notice key={`${notice.fileName} ${notice.reportId}`} notice={notice} onShow={onShowReport}>
          和已有的“{notice.name}”是同一个文件，没有重复添加
        </Notice>
      ))}
    </ul>
  )
}

interface NoticeProps {
  readonly notice: ImportNotice
  readonly onShow: (id: number) => void
  readonly children: ReactNode
}

function Notice({ notice, onShow, children }: NoticeProps) {
  return (
    <li>
      <span>
        {notice.fileName} {children}。
      </span>
      <Button type="link" onClick={() => onShow(notice.reportId)}>
        查看
      </Button>
    </li>
  )
}

/** Milliseconds between two looks at the clock. */
const TICK = 500

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK)
    return () => clearInterval(timer)
  }, [])
  return now
}
