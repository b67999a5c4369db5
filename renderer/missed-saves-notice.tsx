import { Button } from 'antd'
import type { MissedSave } from './missed-saves.ts'
import { ToneIcon } from './ui/tone.tsx'

interface Props {
  readonly saves: readonly MissedSave[]
  readonly onOpen: (report: number) => void
  readonly onClose: () => void
}

/** Says which originals were saved while the desk was closed, and what came of checking them again. */
export function MissedSavesNotice({ saves, onOpen, onClose }: Props) {
  if (saves.length === 0) return null
  return (
    <section className="missed-saves" aria-label="程序关着时改过的原件">
      <div role="status">
        <ToneIcon tone="info" />
        <b>程序关着的时候，有 {saves.length} 份报告的原件改过，已重新核对：</b>
        <Button onClick={onClose}>知道了</Button>
      </div>
      <ul>
        {saves.map(({ reportId, path, name, words }) => (
          <li key={path}>
            <span title={path}>
              <b>{name}</b> {words}
            </span>
            <Button type="link" onClick={() => onOpen(reportId)}>
              打开
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
